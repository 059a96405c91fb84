/**
 * A flood: a great many posts at once, whatever they are worth. Shared by its test and by the bench, which
 * sends 1,000 reports whose proofs were all really worked for.
 */
import { WIRE_ERRORS } from "../../worker/contract/errors.ts";
import { endpoints } from "../../worker/contract/endpoints.ts";
import type { Server } from "../support/server.ts";

/** Who floods has many connections. */
export const FLOOD_CLIENTS = 8;

/** How many posts got each answer: `received`, or a wire code. */
export type FloodAnswers = Readonly<Record<string, number>>;

/** Runs every task, that many at a time, and keeps what each came to in its place. */
export async function together<Result>(
  clients: number,
  tasks: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const waiting = tasks.entries();
  async function work(): Promise<void> {
    for (const [at, task] of waiting) results.set(at, await task());
  }
  await Promise.all(Array.from({ length: clients }, work));
  return [...results].toSorted(([left], [right]) => left - right).map(([, result]) => result);
}

function codeOf(status: number, text: string): string {
  if (status === 200) return "received";
  const found = Object.entries(WIRE_ERRORS).find(
    ([code, expected]) => expected === status && text.includes(`"error":"${code}"`),
  );
  return found?.[0] ?? `${status} ${text}`;
}

/** @param bodies what to post as reports, as text */
export async function flood(server: Server, bodies: readonly string[]): Promise<FloodAnswers> {
  const answers = await together(
    FLOOD_CLIENTS,
    bodies.map((body) => async () => {
      const response = await server.fetch(endpoints.submitReport.path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      return codeOf(response.status, await response.text());
    }),
  );
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

/** That many posts that are no reports, each wrong in one of several ways. @param valid one that is */
export function malformedBodies(valid: object, count: number): readonly string[] {
  const whole = JSON.stringify(valid);
  const ways: readonly ((at: number) => string)[] = [
    (at) => whole.slice(0, 1 + ((at * 37) % (whole.length - 1))),
    () => JSON.stringify({ ...valid, unheard: true }),
    () => JSON.stringify({ ...valid, wraps: [] }),
    () => JSON.stringify({ ...valid, proof: null }),
    (at) => JSON.stringify({ ...valid, case: "!".repeat(1 + (at % 64)) }),
    () => JSON.stringify({ ...valid, entry: { header: "AAAA", body: "AAAA" } }),
    (at) => "[".repeat(1 + (at % 4_096)),
    () => "",
  ];
  return Array.from({ length: count }, (_, at) => ways[at % ways.length]?.(at) ?? "");
}
