/**
 * Several people at work on one case at once, its reporter among them, the members over a network that loses requests
 * and answers at random: the page's own code, real vaults, the real Worker. Nobody's words are lost or written twice,
 * and all come to the same case.
 */
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Founded } from "../../web/command/founding.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { byOthersSince, carryOut, type ActOutcome, type CaseAct } from "../../web/desk/case-act.ts";
import { readCase, type CaseFile } from "../../web/desk/case-file.ts";
import type { DeskSession } from "../../web/desk/session.ts";
import { cardOf } from "../../web/payload/card.ts";
import { RISKS, TRIAGE_DECISIONS } from "../../web/payload/entries/triage.ts";
import { STAGES } from "../../web/payload/entries/stage.ts";
import { WAITS_ON } from "../../web/payload/entries/barrier.ts";
import { writePayload, type JournalItem } from "../../web/payload/journal.ts";
import { VaultFailure } from "../../web/vault/failure.ts";
import type { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { BadNetwork, settled, weather } from "../support/bad-network.ts";
import { foundHands, sendTo } from "../support/hands.ts";
import { startServer, type Server } from "../support/server.ts";
import { sessionFor } from "../support/sessions.ts";
import { SITE_ORIGIN, type MemberHandle } from "../support/site.ts";
import { attempt, call, freeProof, today } from "./client.ts";

const PEOPLE = ["rowan", "linnet"] as const satisfies readonly MemberHandle[];
const RUNS = 10;
/** What is written with an act, once a case. */
const COMES_ALONG = ['"type":"opening"', '"type":"acknowledgement"', '"type":"receipt"'];

let server: Server;
let network: BadNetwork;
let founded: Founded;
const sessions = new Map<MemberHandle, DeskSession>();
let reporter: ReporterVault;

/** How often the reporter was overtaken. */
let conflicts = 0;

beforeAll(async () => {
  await loadSodiumWithArgon2();
  server = await startServer({ vars: { ORIGIN: SITE_ORIGIN } });
  network = new BadNetwork(server);
  const organisation = await foundHands(server, PEOPLE);
  ({ founded, reporter } = organisation);
  const { published } = founded;
  await reporter.verifyRoster(published, today(), SITE_ORIGIN);
  for (const handle of PEOPLE) {
    const hand = organisation.hands.get(handle);
    if (hand === undefined) throw new Error(`clients: ${handle} has no vault`);
    sessions.set(handle, await sessionFor(handle, hand, published));
  }
}, 120_000);
afterEach(() => vi.unstubAllGlobals());
afterAll(() => server.close());

type Work = Extract<CaseAct, { kind: "casework" | "note" | "reply" }>;

const language = "en";
/** Marks what an act wrote, so that it is found again among everybody's. */
const marked = (text: string) => fc.integer({ min: 0 }).map((mark) => `${text} ${mark}`);
const work: fc.Arbitrary<Work> = fc.oneof(
  marked("note").map((text) => ({ kind: "note", text, language }) as const),
  marked("reply").map((text) => ({ kind: "reply", text, language }) as const),
  fc
    .oneof(
      fc.record({
        type: fc.constant("triage" as const),
        decision: fc.constantFrom(...TRIAGE_DECISIONS),
        riskChild: fc.constantFrom(...RISKS),
        riskReporter: fc.constantFrom(...RISKS),
        text: marked("why"),
        language: fc.constant(language),
      }),
      fc.record({
        type: fc.constant("barrier" as const),
        waitsOn: fc.constantFrom(...WAITS_ON),
        text: marked("waits"),
        language: fc.constant(language),
      }),
      fc.record({
        type: fc.constant("task" as const),
        what: marked("task"),
        language: fc.constant(language),
        member: fc.constant(null),
        byDay: fc.constant(null),
      }),
      fc.record({
        type: fc.constant("label" as const),
        label: fc.constantFrom("court", "school"),
        change: fc.constantFrom("on" as const, "off" as const),
      }),
      fc.record({ type: fc.constant("stage" as const), stage: fc.constantFrom(...STAGES) }),
      fc.record({
        type: fc.constant("task-outcome" as const),
        task: fc.integer({ min: 1, max: 8 }),
        outcome: fc.constantFrom("done" as const, "dropped" as const),
      }),
    )
    .map((payload) => ({ kind: "casework", payload }) as const),
);

/** What it writes, as it stands in the journal. */
function jsonOf(act: Work): string {
  if (act.kind === "casework") return writePayload(act.payload);
  const { text } = act;
  return writePayload({ type: act.kind === "note" ? "note" : "message", language, text });
}

function sessionOf(handle: MemberHandle): DeskSession {
  const session = sessions.get(handle);
  if (session === undefined) throw new Error(`clients: ${handle} is not signed in`);
  return session;
}

interface Done {
  readonly by: string;
  readonly json: string;
  readonly outcome: "kept" | "overtaken" | "not-permitted";
}

/** One person's afternoon: act upon act, each on the case as they last saw it. */
async function works(
  handle: MemberHandle,
  caseId: string,
  acts: readonly Work[],
): Promise<readonly Done[]> {
  const session = sessionOf(handle);
  const done: Done[] = [];
  let file: CaseFile = await settled(() => readCase(session, caseId));
  for (const act of acts) {
    const before = file;
    const entry = { by: session.self.id, json: jsonOf(act) };
    try {
      const outcome = await settled((again) =>
        carryOut(session, before, act, again ? "unsure" : "just-read"),
      );
      if (outcome.kind === "gone") throw new Error("clients: nobody stepped out");
      file = outcome.file;
      done.push({ ...entry, outcome: outcome.kind });
    } catch (thrown) {
      // It speaks of what is not there, and nothing was sent.
      if (!(thrown instanceof VaultFailure) || thrown.code !== "not-permitted") throw thrown;
      done.push({ ...entry, outcome: "not-permitted" });
    }
  }
  return done;
}

/** Whoever reported writes meanwhile: on what they last read, and where somebody was quicker they read on. */
async function adds(texts: readonly string[]): Promise<void> {
  const entry = await freeProof(server, "reporter-sign-in");
  const signed = await reporter.signIn({ challenge: entry.challenge, bits: 0, day: today() });
  const { token } = await call(server, "reporterSignIn", { proof: entry, ...signed });
  let conversation = 0;
  const readOn = async (): Promise<void> => {
    for (let more = true; more;) {
      const after = { conversation, internal: 0 };
      const page = await call(server, "reporterRead", { after }, token);
      const view = await reporter.openCase(page);
      expect(view.broken).toBeNull();
      conversation = view.items.length;
      ({ more } = page);
    }
  };
  await readOn();
  for (const text of texts) {
    for (let outcome: unknown = "conflict"; outcome === "conflict";) {
      outcome = await attempt(
        server,
        "reporterAppend",
        {
          proof: await freeProof(server, "reporter-append"),
          entry: await reporter.sealMessage(text, language, today()),
          identity: await reporter.emptyEnvelope(),
          withdraw: false,
          challenge: false,
          forgetIdentity: false,
        },
        token,
      );
      if (outcome === "conflict") conflicts += 1;
      await readOn();
    }
  }
}

function said(items: readonly JournalItem[]): readonly string[] {
  return items.flatMap((item) =>
    item.kind === "known" && item.author.kind === "reporter" && item.payload.type === "message"
      ? [item.payload.text]
      : [],
  );
}

function written(items: readonly JournalItem[]): readonly string[] {
  return items.flatMap((item) =>
    item.kind === "known" && item.author.kind === "member"
      ? [`${item.author.member} ${writePayload(item.payload)}`]
      : [],
  );
}

function countOf(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length;
}

const afternoon = fc.array(work, { minLength: 1, maxLength: 6 });
const additions = fc.array(marked("more"), { minLength: 2, maxLength: 6 });

describe("two people and the reporter at one case, over a bad network", () => {
  it("lose nothing, write nothing twice, and come to the same case", async () => {
    const outcomes: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        afternoon,
        afternoon,
        additions,
        weather(40),
        async (one, other, more, lost) => {
          const caseId = await sendTo(server, reporter, founded.roster.desks[0]?.id ?? "");
          const [first, second] = PEOPLE;
          vi.stubGlobal("fetch", network.fetch);
          await opens(first, caseId);
          network.fates = [...lost];
          const [done] = await Promise.all([
            Promise.all([works(first, caseId, one), works(second, caseId, other)]),
            adds(more),
          ]);
          network.fates = [];
          // From here on everything arrives.
          const files = await Promise.all(
            PEOPLE.map((handle) => readCase(sessionOf(handle), caseId)),
          );
          const [seen, alike] = files;
          if (seen === undefined || alike === undefined) throw new Error("clients: not read");
          expect(seen.view.broken).toBeNull();
          expect(alike.view.state).toEqual(seen.view.state);
          expect(seen.view.items.every(({ kind }) => kind === "known")).toBe(true);
          // In the order they were said, each once.
          expect(said(seen.view.items)).toEqual(more);
          const all = written(seen.view.items);
          const kept = done.flat().filter(({ outcome }) => outcome === "kept");
          for (const { by, json } of kept) {
            const same = kept.filter((each) => each.by === by && each.json === json).length;
            expect(countOf(all, `${by} ${json}`)).toBe(same);
          }
          // Beside them stands what came with them: the opening, the acknowledgement, the receipts for what was promised.
          const texts = kept.map(({ by, json }) => `${by} ${json}`);
          const besides = all.filter((each) => !texts.includes(each));
          expect(besides.length).toBe(all.length - kept.length);
          const kinds = besides.map((each) => COMES_ALONG.find((type) => each.includes(type)));
          expect(kinds).not.toContain(undefined);
          expect(new Set(besides).size).toBe(besides.length);
          await cardStandsFor(seen);
          outcomes.push(...done.flat().map(({ outcome }) => outcome));
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(outcomes).toContain("kept");
    // Somebody was quicker than the reporter at least once, or nothing was tried here.
    expect(conflicts).toBeGreaterThan(0);
  }, 280_000);
});

it("an act on a case that a colleague wrote to meanwhile says how many entries nobody here had seen, and none where none came", async () => {
  const caseId = await sendTo(server, reporter, founded.roster.desks[0]?.id ?? "");
  const [first, second] = PEOPLE;
  vi.stubGlobal("fetch", network.fetch);
  await opens(first, caseId);
  const assign = (to: MemberHandle): CaseAct => ({
    kind: "casework",
    payload: { type: "assignment", member: sessionOf(to).self.id },
  });
  const [one, other] = [sessionOf(first), sessionOf(second)];
  function unseen(outcome: ActOutcome, before: CaseFile, { self }: DeskSession): number {
    if (outcome.kind !== "kept") throw new Error("clients: not kept");
    return byOthersSince(before, outcome.file, self.id);
  }
  const seen = await readCase(one, caseId);
  const theirs = await readCase(other, caseId);
  const alone = await carryOut(other, theirs, assign(second), "just-read");
  expect(unseen(alone, theirs, other)).toBe(0);
  const over = await carryOut(one, seen, assign(first), "just-read");
  expect(unseen(over, seen, one)).toBe(1);
  if (over.kind !== "kept") throw new Error("clients: not kept");
  expect(over.file.view.state.casework.assignment?.member).toBe(one.self.id);
  // What was read before the next act is no surprise.
  const read = await carryOut(one, over.file, assign(second), "just-read");
  expect(unseen(read, over.file, one)).toBe(0);
  // The answer is lost, and a colleague writes before it is tried again: found, and theirs is told.
  const note: CaseAct = { kind: "note", text: "Rung up.", language };
  if (read.kind !== "kept") throw new Error("clients: not kept");
  const before = read.file;
  network.fates = ["answer-lost"];
  await expect(carryOut(one, before, note, "just-read")).rejects.toThrow();
  const now = await readCase(other, caseId);
  await carryOut(other, now, { kind: "note", text: "Seen.", language }, "just-read");
  const again = await carryOut(one, before, note, "unsure");
  expect(unseen(again, before, one)).toBe(1);
});

async function opens(handle: MemberHandle, caseId: string): Promise<void> {
  const session = sessionOf(handle);
  const file = await readCase(session, caseId);
  await carryOut(session, file, { kind: "open" }, "just-read");
}

/** The inbox tells of the case as it is, whoever wrote its card last. */
async function cardStandsFor({ plain, view }: CaseFile): Promise<void> {
  for (const handle of PEOPLE) {
    const { vault, token } = sessionOf(handle);
    const { cases } = await call(server, "inbox", { after: null }, token);
    const row = cases.find((each) => each.plain.case === plain.case);
    if (row === undefined) throw new Error("clients: the inbox lacks the case");
    const [opened] = await vault.openCards([row]);
    // What the reporter said after the last act of a member stands on no card: the row says that there is news.
    const { unansweredSince, ...stands } = cardOf(view.state);
    expect(opened?.card).toMatchObject(stands);
    if (opened?.news === false) expect(opened.card?.unansweredSince).toBe(unansweredSince);
    if (opened?.news === true) expect(unansweredSince).toBeDefined();
  }
}
