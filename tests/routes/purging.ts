/** Cases at the end of their time, made by asking the Worker as people do, and moved back in the calendar. */
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import type { Server } from "../support/server.ts";
import { receivedOn } from "../support/shelves.ts";
import { call, today } from "./client.ts";
import { signIn, type Organisation, type TestReporter } from "./people.ts";
import { entryHash, sealCard, sealEntry, sealReport, wrapFor } from "./sealed-bytes.ts";

export const PURGE = "47 * * * *";
/** Long enough ago that every rule of a year is over. */
const CLOSED_AGO = 400;
const SHELF_DAYS = 28;

let shelves = 0;

/** A day long ago whose shelf no case was put on yet: once a key on a shelf is destroyed none can come to it. */
export function newShelf(): number {
  shelves += 1;
  return today() - CLOSED_AGO - SHELF_DAYS * (shelves + 1);
}

export interface OldCase {
  readonly id: string;
  readonly reporter: TestReporter;
  /** The hash of the report's own entry. */
  readonly head: string;
  /** The hash of the notes' first. */
  readonly opened: string;
  /** The next entry a member writes. */
  readonly next: (marks?: Partial<InputOf<"appendToCase">>) => InputOf<"appendToCase">;
}

/** A report of that day that the first member has read; not closed. */
export async function readCase(
  server: Server,
  { desk, members }: Organisation,
  token: string,
  received = newShelf(),
): Promise<OldCase> {
  const [first] = members;
  const { submission, reporter } = await sealReport(
    server,
    desk,
    members.map(({ id }) => id),
  );
  await call(server, "submitReport", submission);
  const { case: id } = submission;
  const place = { caseId: id, author: first.id };
  const opened = sealEntry(server, { ...place, lane: "internal" });
  const opens = {
    case: id,
    entries: [opened],
    wraps: members.map((member) => wrapFor(member.id, "internal")),
    card: sealCard(server, { ...place, lane: "internal", coversInternal: 1 }),
    ...NO_MARKS,
  };
  await call(server, "appendToCase", opens, token);
  await receivedOn(server, id, received);
  const next: OldCase["next"] = (marks = {}) => ({
    case: id,
    entries: [sealEntry(server, { ...place, seq: 2, prev: entryHash(submission.entry) })],
    wraps: [],
    card: sealCard(server, {
      ...place,
      lane: "internal",
      coversConversation: 2,
      coversInternal: 1,
    }),
    ...NO_MARKS,
    ...marks,
  });
  return { id, reporter, head: entryHash(submission.entry), opened: entryHash(opened), next };
}

/** As if it had been closed long ago, and its day had come today. */
export async function isDueNow(server: Server, caseId: string): Promise<void> {
  await server.database
    .prepare("UPDATE cases SET closed_day = ?, purge_day = ? WHERE case_id = ?")
    .bind(today() - CLOSED_AGO, today(), caseId)
    .run();
}

export async function dueCase(
  server: Server,
  organisation: Organisation,
  token: string,
  received = newShelf(),
): Promise<OldCase> {
  const made = await readCase(server, organisation, token, received);
  await isDueNow(server, made.id);
  return made;
}

export async function signedIn(server: Server, { members }: Organisation): Promise<string> {
  return await signIn(server, members[0]);
}
