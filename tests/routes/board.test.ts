/** Numbers without cases: who is told which, that they are right, that no case is named, and what they cost. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { endpoints, type OutputOf } from "../../worker/contract/endpoints.ts";
import { COUNTED_CASES, ID_BYTES } from "../../worker/contract/limits.ts";
import { nextDueDay } from "../../worker/domain/clocks.ts";
import { addDesks, addMonths, addReaders } from "../../web/desk/sums.ts";
import { rowsOf } from "../bench/rows.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, today } from "./client.ts";
import { addMember, foundOrganisation, publishRoster, signIn, type TestMember } from "./people.ts";

const CASES = 10_000;
/** Not of cases: the session, its member, the newest roster. */
const ROWS_BESIDES = 12;

const id = (): string => toBase64Url(randomBytes(ID_BYTES));

let server: Server;
let desks: { readonly own: string; readonly other: string; readonly oversight: string };
let readers: readonly TestMember[];
let tokens: {
  readonly auditor: string;
  /** Has a seat at the first desk. */
  readonly seated: string;
  /** Has none. */
  readonly unseated: string;
  readonly reader: string;
};

/** None of these cases was reopened or challenged. */
const NEVER = {
  reopenedDay: null,
  challengedDay: null,
  challengeDecidedDay: null,
  feedbackExtendedDay: null,
  caseworkDueDay: null,
  holdReviewDay: null,
};

interface Planted {
  readonly case: string;
  readonly desk: string;
  readonly receivedDay: number;
  readonly acknowledgedDay: number | null;
  readonly feedbackDay: number | null;
  readonly closedDay: number | null;
  readonly withdrawnDay: number | null;
  readonly urgent: number;
}
let planted: readonly (Planted & { readonly nextDueDay: number | null })[];

/** Every seventh case is at the second desk, every hundredth at the one for oversight; days run back over two years. */
function plant(at: number): Planted & { readonly nextDueDay: number | null } {
  const receivedDay = today() - (at % 700);
  const after = (days: number, every: number): number | null =>
    at % every === 0 && receivedDay + days <= today() ? receivedDay + days : null;
  const days = {
    receivedDay,
    acknowledgedDay: after(at % 11, 2),
    feedbackDay: after(60 + (at % 50), 3),
    closedDay: after(120, 4),
    withdrawnDay: after(9, 50),
  };
  const desk = at % 100 === 0 ? desks.oversight : at % 7 === 0 ? desks.other : desks.own;
  return {
    case: id(),
    desk,
    urgent: at % 20 === 0 ? 1 : 0,
    ...days,
    nextDueDay: nextDueDay({ ...days, ...NEVER, urgent: at % 20 === 0, internalSeq: 0 }),
  };
}

/** Rows as the Worker writes them, before any night has entered what is due, with noise for what is sealed. */
async function store(cases: readonly (Planted & { readonly nextDueDay: number | null })[]) {
  const noise = "A".repeat(1_400);
  for (let from = 0; from < cases.length; from += 1_000) {
    const json = JSON.stringify(cases.slice(from, from + 1_000));
    await server.database.batch([
      server.database
        .prepare(
          `INSERT INTO cases (case_id, submission_hash, desk_id, urgent, received_day, acknowledged_day, feedback_day,
            closed_day, withdrawn_day, next_due_day, conversation_seq, conversation_head, conversation_epoch,
            internal_seq, internal_head, internal_epoch, card_lane, card_epoch, card_header, card_body)
          SELECT value ->> 'case', '', value ->> 'desk', value ->> 'urgent', value ->> 'receivedDay',
            value ->> 'acknowledgedDay', value ->> 'feedbackDay', value ->> 'closedDay', value ->> 'withdrawnDay',
            NULL, 1, '', 0, 0, '', 0, 'conversation', 0, '', ?2 FROM json_each(?1)`,
        )
        .bind(json, noise),
      ...readers.map((reader, at) =>
        server.database
          .prepare(
            `INSERT INTO wraps SELECT ?2, value ->> 'receivedDay', value ->> 'case', 'conversation', 0, '', ''
             FROM json_each(?1) WHERE key % ?3 = 0`,
          )
          .bind(json, reader.id, at + 1),
      ),
    ]);
  }
}

beforeAll(async () => {
  server = await startServer({ main: "tests/bench/metered-worker.ts" });
  const organisation = await foundOrganisation(server);
  desks = { own: organisation.desk, other: id(), oversight: id() };
  readers = organisation.members;
  const auditor = await addMember(server, "auditor");
  const unseated = await addMember(server, "unseated");
  const [first, second, seated] = organisation.members;
  const more = { names: { en: "Desk" }, country: "IE", languages: ["en"], custodians: [] };
  await publishRoster(server, desks.own, [first.id, second.id, seated.id], {
    version: 2,
    expiresDay: today() + 30,
    elsewhere: [organisation.outsider.id, auditor.id, unseated.id],
    listings: {
      [auditor.id]: { roles: ["auditor"] },
      [seated.id]: { roles: ["reviewer", "coordinator"] },
      [unseated.id]: { roles: ["coordinator"] },
    },
    desks: [
      { id: desks.other, ...more, members: [organisation.outsider.id] },
      { id: desks.oversight, ...more, members: [organisation.outsider.id], oversight: true },
    ],
  });
  planted = Array.from({ length: CASES }, (_, at) => plant(at));
  await store(planted);
  tokens = {
    auditor: await signIn(server, auditor),
    seated: await signIn(server, seated),
    unseated: await signIn(server, unseated),
    reader: await signIn(server, first),
  };
});
afterAll(() => server.close());

interface Told<Page> {
  readonly pages: readonly Page[];
  readonly texts: readonly string[];
  readonly rowsRead: readonly number[];
}

/** After the member and the count, the second of two: which beginning of a case's id. */
const PART_BYTE = 18;

/** Every part, as a page asks for them. */
async function everyPart<Page extends { readonly next: string | null }>(
  name: "board" | "caseCounts",
  schema: z.ZodMiniType<Page>,
  token: string,
): Promise<Told<Page>> {
  const pages: Page[] = [];
  const texts: string[] = [];
  const rowsRead: number[] = [];
  let from: string | null = null;
  do {
    const response = await ask(server, name, { from }, token);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    const page: Page = z.parse(schema, JSON.parse(text));
    pages.push(page);
    texts.push(text);
    rowsRead.push(rowsOf(response).read);
    from = page.next;
  } while (from !== null);
  return { pages, texts, rowsRead };
}
const months = (token: string) => everyPart("caseCounts", endpoints.caseCounts.output, token);
const board = (token: string) => everyPart("board", endpoints.board.output, token);

const isOpen = (one: Planted): boolean => one.closedDay === null && one.withdrawnDay === null;
const isOverdue = ({ nextDueDay: due }: { readonly nextDueDay: number | null }): boolean =>
  due !== null && due < today();
const count = <Value>(values: readonly Value[], which: (value: Value) => boolean): number =>
  values.filter(which).length;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe("an auditor", () => {
  it("is told of every desk how its promises were kept, every case counted once", async () => {
    const told = addMonths((await months(tokens.auditor)).pages.flatMap((page) => page.months));
    for (const desk of Object.values(desks)) {
      const held = planted.filter((one) => one.desk === desk);
      const counted = told.filter((month) => month.desk === desk);
      expect(held.length).toBeGreaterThan(50);
      expect(sum(counted.map(({ received }) => received))).toBe(held.length);
      expect(sum(counted.map(({ open }) => open))).toBe(count(held, isOpen));
      expect(sum(counted.map(({ overdue }) => overdue))).toBe(count(held, isOverdue));
      expect(sum(counted.map(({ closed }) => closed))).toBe(
        count(held, ({ closedDay }) => closedDay !== null),
      );
      const inTime = ({ receivedDay, acknowledgedDay }: Planted): boolean =>
        acknowledgedDay !== null && acknowledgedDay - receivedDay <= 7;
      expect(sum(counted.map(({ acknowledged }) => acknowledged.inTime))).toBe(count(held, inTime));
    }
  });

  it("has no board", async () => {
    const response = await ask(server, "board", { from: null }, tokens.auditor);
    expect(await response.json()).toEqual({ error: "forbidden" });
  });
});

describe("a coordinator", () => {
  it("who has a seat at a desk is told of that desk alone", async () => {
    const { pages } = await board(tokens.seated);
    const told = addDesks(pages.flatMap((page) => page.desks));
    expect(told.map(({ desk }) => desk)).toEqual([desks.own]);
    const held = planted.filter(({ desk }) => desk === desks.own);
    const open = told.flatMap((desk) => desk.open);
    expect(sum(open.map((one) => one.count))).toBe(count(held, isOpen));
    expect(sum(open.filter(({ due }) => due === "overdue").map((one) => one.count))).toBe(
      count(held, isOverdue),
    );
    expect(sum(open.map(({ urgent }) => urgent))).toBe(
      count(held, (one) => isOpen(one) && one.urgent === 1),
    );
    const seen = (await months(tokens.seated)).pages.flatMap((page) => page.months);
    expect(new Set(seen.map(({ desk }) => desk))).toEqual(new Set([desks.own]));
  });

  it("who has none is told of every desk but those outside the others", async () => {
    const { pages } = await board(tokens.unseated);
    const told = new Set(pages.flatMap((page) => page.desks.map(({ desk }) => desk)));
    expect(told).toEqual(new Set([desks.own, desks.other]));
    const seen = (await months(tokens.unseated)).pages.flatMap((page) => page.months);
    expect(new Set(seen.map(({ desk }) => desk))).toEqual(new Set([desks.own, desks.other]));
  });

  it("is told how many of the open cases each person at the desk can read", async () => {
    const { pages } = await board(tokens.seated);
    const told = addReaders(pages.flatMap((page) => page.readers));
    const own = planted.filter((one) => isOpen(one) && one.desk === desks.own);
    expect(told.toSorted((a, b) => b.open - a.open)).toEqual(
      readers.map((reader, at) => {
        // Those of each thousand whose place among them is a multiple.
        const read = own.filter((one) => (planted.indexOf(one) % 1_000) % (at + 1) === 0);
        return { member: reader.id, open: read.length, overdue: count(read, isOverdue) };
      }),
    );
  });
});

describe("an answer", () => {
  it("names no case, to anybody: what reads like an id is a desk's or a member's", async () => {
    const texts = [
      ...(await months(tokens.auditor)).texts,
      ...(await months(tokens.seated)).texts,
      ...(await board(tokens.seated)).texts,
      ...(await board(tokens.unseated)).texts,
    ].join("\n");
    const found = (text: string): readonly string[] =>
      planted.flatMap((one) => (text.includes(one.case) ? [one.case] : []));
    expect(found(texts)).toEqual([]);
    const known = new Set([...Object.values(desks), ...readers.map((reader) => reader.id)]);
    // Where to go on is the caller's own id, a place and a MAC.
    const named = texts.replaceAll(/"next":"[\w-]+"/gu, "").match(/[\w-]{20,}/gu) ?? [];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
    // The same search finds them where they are.
    const inbox = await ask(server, "inbox", { after: null }, tokens.reader);
    expect(found(await inbox.text()).length).toBeGreaterThan(10);
  });

  it("reads no more than one part of the cases, and of each open one whoever can read it", async () => {
    const kept = await months(tokens.auditor);
    expect(kept.pages.length).toBeGreaterThan(CASES / COUNTED_CASES);
    expect(kept.pages.length).toBeLessThan((2 * CASES) / COUNTED_CASES);
    expect(Math.max(...kept.rowsRead)).toBeLessThanOrEqual(COUNTED_CASES + 1 + ROWS_BESIDES);
    const counted = await board(tokens.seated);
    // Each reader of an open case is found and put in order.
    const most = (COUNTED_CASES + 1) * (1 + 2 * readers.length) + ROWS_BESIDES;
    expect(Math.max(...counted.rowsRead)).toBeLessThanOrEqual(most);
  });
});

describe("case ids that were made to begin alike", () => {
  it("are counted once each, and the count goes on after them", async () => {
    const before = (await months(tokens.auditor)).pages.flatMap((page) => page.months);
    const alike = Array.from({ length: COUNTED_CASES + 50 }, (_, at) => ({
      ...plant(at * 2 + 1),
      case: `MM${id().slice(2)}`,
    }));
    await store(alike);
    const { pages, rowsRead } = await months(tokens.auditor);
    const received = (all: OutputOf<"caseCounts">["months"]): number =>
      sum(all.map((month) => month.received));
    expect(received(pages.flatMap((page) => page.months))).toBe(received(before) + alike.length);
    expect(Math.max(...rowsRead)).toBeGreaterThan(COUNTED_CASES + alike.length);
  });
});

describe("where a part begins", () => {
  it("is the server's to say: nobody goes on at a place of their own, of another's, or of another count", async () => {
    const response = await ask(server, "board", { from: null }, tokens.seated);
    const { next } = z.parse(endpoints.board.output, await response.json());
    if (next === null) throw new Error("board: one part holds all");
    const refusedAs = async (name: "board" | "caseCounts", from: unknown, token: string) =>
      (await ask(server, name, { from }, token)).json();
    const nowhere = { error: "not-found", field: "from" };
    expect(await refusedAs("board", next, tokens.unseated)).toEqual(nowhere);
    expect(await refusedAs("caseCounts", next, tokens.seated)).toEqual(nowhere);
    // The two bytes that say where it begins: one beginning of a case's id further on.
    const bytes = fromBase64Url(next);
    bytes[PART_BYTE] = ((bytes[PART_BYTE] ?? 0) + 1) % 256;
    expect(await refusedAs("board", toBase64Url(bytes), tokens.seated)).toEqual(nowhere);
    expect(await refusedAs("board", 17, tokens.seated)).toMatchObject({ error: "wrong-type" });
    // The control: the place itself is taken.
    expect((await ask(server, "board", { from: next }, tokens.seated)).status).toBe(200);
  });
});
