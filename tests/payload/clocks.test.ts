/** The clocks of a case: what starts, holds, extends and ends them, and that nothing else moves a due day. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayOf } from "../../worker/contract/clocks.ts";
import { Card, cardOf } from "../../web/payload/card.ts";
import { NEW_CASE, type CaseState } from "../../web/payload/case-state.ts";
import { STARTED_CLOCK_CODES } from "../../web/payload/clock-table.ts";
import { caseworkDueDay, clocksOf, type GivenDays } from "../../web/payload/clocks.ts";
import type { CaseworkPayload, Payload } from "../../web/payload/entries/index.ts";
import { entryTypes } from "../../web/payload/entries/index.ts";
import type { Measure } from "../../web/payload/entries/measure.ts";
import {
  foldItem,
  foldJournal,
  judged,
  readEntry,
  writePayload,
} from "../../web/payload/journal.ts";
import type { JournalItem } from "../../web/payload/journal.ts";
import { allowedAuthor, caseworkPayloads, opened, payloads } from "./samples.ts";

const day = (date: string): number => dayOf(Date.parse(date));
type Dated = readonly [date: string, payload: Payload];

function itemOf(payload: Payload, seq: number, on: number): JournalItem {
  const { lane } = entryTypes[payload.type];
  return readEntry(opened(writePayload(payload), lane, seq, allowedAuthor(payload.type), on));
}

/** Each in its lane, on its day, in the order given. */
function items(entries: readonly Dated[]): readonly JournalItem[] {
  const seqs = { conversation: 0, internal: 0, identity: 0 };
  return entries.map(([date, payload]) => {
    const { lane } = entryTypes[payload.type];
    seqs[lane] += 1;
    return itemOf(payload, seqs[lane], day(date));
  });
}

const folded = (...entries: readonly Dated[]): CaseState => foldJournal(items(entries));

function verdicts(...entries: readonly Dated[]): readonly string[] {
  let state = NEW_CASE;
  return items(entries).map((item) => {
    const counted = judged(state, item);
    state = foldItem(state, counted);
    return counted.kind;
  });
}

const GIVEN: GivenDays = { receivedDay: day("2026-01-30"), urgent: false };
const view = (state: CaseState, code: string, given = GIVEN, today = day("2026-02-01")) =>
  clocksOf(state, given, today).find((clock) => clock.code === code);

type Started = Extract<CaseworkPayload, { type: "clock" }>;
const start = (code: Started["code"], fromDay: string, change: Partial<Started> = {}): Started => ({
  type: "clock",
  code,
  fromDay: day(fromDay),
  country: "IE",
  ownDay: null,
  text: "",
  language: "en",
  ...change,
});
const pause = (clock = 1, untilDay: number | null = null): CaseworkPayload => ({
  type: "clock-pause",
  clock,
  reason: "The court asked for time.",
  language: "en",
  untilDay,
});
const resume = (clock = 1): CaseworkPayload => ({ type: "clock-resume", clock });
const extend = (toDay: number | null, clock = 1): CaseworkPayload => ({
  type: "clock-extension",
  clock,
  toDay,
  reason: "The other state answers late.",
  language: "en",
});
const end = (outcome: "MET" | "NOT_APPLICABLE", clock = 1): CaseworkPayload => ({
  type: "clock-end",
  clock,
  outcome,
  text: "",
  language: "en",
});
const triage = (
  riskChild: "HIGH" | "MEDIUM" | "LOW",
  decision: "ACCEPT" | "OUT_OF_SCOPE" = "ACCEPT",
): Payload => ({
  type: "triage",
  decision,
  riskChild,
  riskReporter: "LOW",
  text: "",
  language: "en",
});
const ACKNOWLEDGED: Payload = { type: "acknowledgement" };
const LONGER: Payload = {
  type: "feedback-extension",
  reason: "COMPLEX",
  language: "en",
  text: "",
};

describe("the promises to a reporter", () => {
  it("run from the day the report came and the day it was acknowledged, the first time", () => {
    expect(view(NEW_CASE, "ACK")).toMatchObject({ dueDay: day("2026-02-06"), leftDays: 5 });
    const once = folded(["2026-01-31", ACKNOWLEDGED]);
    const twice = folded(["2026-01-31", ACKNOWLEDGED], ["2026-03-02", ACKNOWLEDGED]);
    expect(view(once, "ACK")).toMatchObject({ state: "met", dueDay: null });
    expect(view(once, "FB")?.dueDay).toBe(day("2026-04-30"));
    expect(clocksOf(twice, GIVEN, 0)).toEqual(clocksOf(once, GIVEN, 0));
  });

  it("are put off once, to six months, and the reporter is told why", () => {
    const told = folded(["2026-01-31", ACKNOWLEDGED], ["2026-04-01", LONGER]);
    expect(view(told, "FB")).toMatchObject({ dueDay: day("2026-07-31"), extended: true });
    expect(verdicts(["2026-04-01", LONGER], ["2026-04-02", LONGER])).toEqual(["known", "refused"]);
    const closure = { type: "closure", reason: "DUP", language: "en", text: "" } as const;
    expect(verdicts(["2026-04-01", closure], ["2026-04-02", LONGER])).toEqual(["known", "refused"]);
  });

  it("ask for a first look at what is urgent on the day it came, until somebody has opened it", () => {
    const urgent = { ...GIVEN, urgent: true };
    expect(view(NEW_CASE, "URG", urgent)).toMatchObject({ leftDays: -2, standing: "overdue" });
    const opening = {
      type: "opening",
      recipients: ["BBBBBBBBBBBBBBBBBBBBBA"],
      report: `${"D".repeat(42)}A`,
    };
    const read = foldJournal([
      readEntry(opened(JSON.stringify(opening), "internal", 1, allowedAuthor("opening"))),
    ]);
    expect(view(read, "URG", urgent)).toMatchObject({ state: "met", standing: "none" });
    expect(view(NEW_CASE, "URG")).toBeUndefined();
  });
});

describe("the clock of the first protective action", () => {
  it("follows the risk to the child: the same again moves nothing, another starts its own", () => {
    const once = folded(["2026-02-27", triage("HIGH")]);
    expect(caseworkDueDay(once.casework)).toBe(day("2026-02-28"));
    const again = folded(["2026-02-27", triage("HIGH")], ["2026-03-05", triage("HIGH")]);
    expect(again.casework.clocks).toEqual(once.casework.clocks);
    const lower = folded(["2026-02-27", triage("HIGH")], ["2026-03-05", triage("LOW")]);
    expect(lower.casework.clocks.map(({ code, state }) => [code, state])).toEqual([
      ["R_HIGH", "ended"],
      ["R_LOW", "running"],
    ]);
    expect(caseworkDueDay(lower.casework)).toBe(day("2026-03-12"));
  });

  it("does not run where nothing is done, and not again once the action was taken", () => {
    const none = folded(
      ["2026-02-27", triage("HIGH")],
      ["2026-02-28", triage("HIGH", "OUT_OF_SCOPE")],
    );
    expect(caseworkDueDay(none.casework)).toBeNull();
    const done = folded(
      ["2026-02-27", triage("HIGH")],
      ["2026-02-27", end("MET")],
      ["2026-03-01", triage("HIGH")],
    );
    expect(done.casework.clocks).toMatchObject([{ state: "met" }]);
  });

  it("never stands still", () => {
    expect(verdicts(["2026-02-27", triage("HIGH")], ["2026-02-27", pause()])).toEqual([
      "known",
      "refused",
    ]);
  });
});

describe("a clock that somebody starts", () => {
  it.each([
    ["B2_ACK", "2026-04-02", "2026-04-10"],
    ["B2_6A", "2026-02-13", "2026-03-27"],
    ["B2_1M", "2026-01-31", "2026-03-02"],
    ["UK_1", "2026-12-24", "2026-12-28"],
    ["H80_6W", "2026-12-28", "2027-02-08"],
    ["H80_1Y", "2025-03-15", "2026-03-14"],
    ["H80_1Y", "2028-02-29", "2029-02-27"],
    ["BR72", "2026-10-24", "2026-10-27"],
    ["DSR", "2026-01-31", "2026-03-02"],
    ["ORD", "2026-11-30", "2027-02-28"],
    ["CAL_36", "2026-12-31", "2027-01-01"],
  ] as const)("%s from %s is due on %s", (code, from, due) => {
    expect(caseworkDueDay(folded([from, start(code, from)]).casework)).toBe(day(due));
  });

  it("needs a country where working days are counted, and takes an own day only where an order names one", () => {
    const on = "2026-02-01";
    expect(verdicts([on, start("B2_ACK", on, { country: null })])).toEqual(["refused"]);
    expect(verdicts([on, start("PAX", on, { country: null })])).toEqual(["known"]);
    expect(verdicts([on, start("PAX", on, { ownDay: day("2026-03-01") })])).toEqual(["refused"]);
    expect(verdicts([on, start("ORD", on, { ownDay: day("2026-01-31") })])).toEqual(["refused"]);
    expect(verdicts([on, start("ORD", "2028-02-01")])).toEqual(["refused"]);
    const own = folded([on, start("ORD", on, { ownDay: day("2026-02-20") })]);
    expect(caseworkDueDay(own.casework)).toBe(day("2026-02-20"));
  });

  it("stands still and goes on, and is not due meanwhile unless somebody is to look at it", () => {
    const from: Dated = ["2026-01-31", start("PAX", "2026-01-31")];
    expect(caseworkDueDay(folded(from, ["2026-02-20", pause()]).casework)).toBeNull();
    const looked = folded(from, ["2026-02-20", pause(1, day("2026-03-01"))]);
    expect(caseworkDueDay(looked.casework)).toBe(day("2026-03-01"));
    const resumed = folded(from, ["2026-02-20", pause()], ["2026-03-05", resume()]);
    expect(caseworkDueDay(resumed.casework)).toBe(day("2027-01-31") + 13);
    expect(verdicts(from, ["2026-02-20", pause()], ["2026-02-21", pause()])).toEqual([
      "known", "known", "refused",
    ]); // oxfmt-ignore
    expect(verdicts(from, ["2026-02-20", resume()])).toEqual(["known", "refused"]);
    expect(verdicts(["2026-02-20", pause()])).toEqual(["refused"]);
  });

  it("stands still only where its law knows of that", () => {
    const from = "2026-01-31";
    const pauses = (code: Started["code"]) =>
      verdicts([from, start(code, from)], [from, pause()])[1];
    const never = STARTED_CLOCK_CODES.filter((code) => pauses(code) === "refused");
    expect(never).toEqual([
      "H80_6W", "H80_1Y", "B2_ACK", "B2_6A", "B2_6B", "B2_6C", "B2_1M", "B2_3M", "BR72", "CAL_36",
    ]); // oxfmt-ignore
    expect(pauses("DSR")).toBe("known");
  });

  it("is extended to a later day, or once to the longer limit of its law, and keeps what a pause added", () => {
    const request: Dated = ["2026-01-31", start("DSR", "2026-01-31", { country: "FR" })];
    const longer = folded(
      request,
      ["2026-02-02", pause()],
      ["2026-02-12", resume()],
      ["2026-02-13", extend(null)],
    );
    expect(longer.casework.clocks[0]?.lastDay).toBe(addMonths(day("2026-01-31"), 3) + 10);
    expect(verdicts(request, ["2026-02-13", extend(null)], ["2026-02-14", extend(null)])).toEqual([
      "known", "known", "refused",
    ]); // oxfmt-ignore
    expect(verdicts(request, ["2026-02-13", extend(day("2026-09-01"))])).toEqual([
      "known",
      "refused",
    ]);
    const court: Dated = ["2026-01-31", start("B2_6A", "2026-01-31")];
    const later = folded(court, ["2026-02-13", extend(day("2026-05-05"))]);
    expect(caseworkDueDay(later.casework)).toBe(day("2026-05-05"));
    expect(verdicts(court, ["2026-02-13", extend(day("2026-02-20"))])).toEqual([
      "known",
      "refused",
    ]);
    expect(verdicts(court, ["2026-02-13", extend(null)])).toEqual(["known", "refused"]);
    const year: Dated = ["2026-01-31", start("H80_1Y", "2026-01-31")];
    expect(verdicts(year, ["2026-02-13", extend(day("2027-05-05"))])).toEqual(["known", "refused"]);
  });

  it("ends once, and then nothing is said of it any more", () => {
    const from: Dated = ["2026-01-31", start("PAX", "2026-01-31")];
    for (const outcome of ["MET", "NOT_APPLICABLE"] as const) {
      expect(caseworkDueDay(folded(from, ["2026-02-01", end(outcome)]).casework)).toBeNull();
      const after = [pause(), resume(), extend(day("2028-01-01")), end("MET")] as const;
      for (const payload of after) {
        expect(verdicts(from, ["2026-02-01", end(outcome)], ["2026-02-02", payload])).toEqual([
          "known", "known", "refused",
        ]); // oxfmt-ignore
      }
    }
  });

  it("comes with a measure that is to be reviewed, and gives way to the next", () => {
    const measure = (reviewDay: number | null, replaces: number | null): Measure => ({
      type: "measure",
      kind: "SUPERVISION",
      authority: "A court",
      country: "IE",
      startDay: day("2026-01-10"),
      endDay: null,
      reviewDay,
      replaces,
    });
    const first: Dated = ["2026-01-31", measure(day("2026-03-01"), null)];
    expect(caseworkDueDay(folded(first).casework)).toBe(day("2026-03-01"));
    const second: Dated = ["2026-03-01", measure(day("2026-06-01"), 1)];
    expect(caseworkDueDay(folded(first, second).casework)).toBe(day("2026-06-01"));
    // Without a day of its own an order is looked at again within three months, unless it ends before.
    const third: Dated = ["2026-03-01", measure(null, 1)];
    expect(caseworkDueDay(folded(first, third).casework)).toBe(day("2026-04-10"));
    const ended: Dated = ["2026-03-01", { ...measure(null, 1), endDay: day("2026-04-10") }];
    expect(caseworkDueDay(folded(first, ended).casework)).toBeNull();
    const later: Dated = ["2026-03-01", { ...measure(null, 1), endDay: day("2026-04-11") }];
    expect(caseworkDueDay(folded(first, later).casework)).toBe(day("2026-04-10"));
  });

  const from: Dated = ["2026-01-31", start("PAX", "2026-01-31")];
  const closing: Dated = [
    "2026-02-01",
    { type: "closure", reason: "SAFE_CONFIRMED", language: "en", text: "Closed." },
  ];
  const dueDays = (state: CaseState): readonly (number | null)[] =>
    clocksOf(state, GIVEN, day("2026-02-02")).map(({ dueDay }) => dueDay);

  it("is over with its case", () => {
    expect(dueDays(folded(from))).not.toContain(null);
    expect(dueDays(folded(from, closing))).toEqual([null, null, null]);
  });

  it("goes on when the report was taken back, of which only the promises to the reporter end", () => {
    const withdrawn = folded(from, ["2026-02-01", { type: "withdrawal" }]);
    expect(view(withdrawn, "PAX")?.dueDay).toBe(view(folded(from), "PAX")?.dueDay);
    expect(view(withdrawn, "PAX")?.state).toBe("running");
    for (const promise of ["ACK", "FB"]) {
      expect(view(folded(from), promise)?.state).toBe("running");
      expect(view(withdrawn, promise)?.state).toBe("ended");
    }
  });

  it("of feedback is met by the journal alone, whatever day the server names", () => {
    const lying = { ...GIVEN, feedbackDay: day("2026-02-01") };
    expect(clocksOf(folded(from), lying, day("2026-02-02"))).toEqual(
      clocksOf(folded(from), GIVEN, day("2026-02-02")),
    );
  });
});

describe("a due day", () => {
  const anyEntry = fc.tuple(
    fc.oneof(
      ...Object.values(caseworkPayloads),
      payloads.acknowledgement,
      payloads["feedback-extension"],
      payloads.message,
    ),
    fc.integer({ min: 20_500, max: 20_700 }),
  );
  const journal = fc.array(anyEntry, { maxLength: 30 });

  function lanes(entries: readonly (readonly [Payload, number])[]) {
    const all = { conversation: [], internal: [], identity: [] } as {
      readonly [lane in "conversation" | "internal" | "identity"]: JournalItem[];
    };
    for (const [payload, on] of entries) {
      const lane = all[entryTypes[payload.type].lane];
      lane.push(itemOf(payload, lane.length + 1, on));
    }
    return all;
  }

  it("is a function of the entries, however the lanes are woven together, and of no day on which it is asked", () => {
    fc.assert(
      fc.property(journal, fc.infiniteStream(fc.boolean()), fc.nat(), (entries, first, today) => {
        const { conversation, internal } = lanes(entries);
        const straight = foldJournal([...conversation, ...internal]);
        const woven: JournalItem[] = [];
        const [one, two] = [[...conversation], [...internal]];
        while (one.length + two.length > 0) {
          const [turn, other] = first.next().value === true ? [one, two] : [two, one];
          const item = turn.shift() ?? other.shift();
          if (item !== undefined) woven.push(item);
        }
        const other = foldJournal(woven);
        const due = (state: CaseState, on: number) =>
          clocksOf(state, GIVEN, on).map(({ code, seq, dueDay }) => [code, seq, dueDay]);
        expect(due(other, today)).toEqual(due(straight, 0));
        expect(caseworkDueDay(other.casework)).toBe(caseworkDueDay(straight.casework));
      }),
    );
  });

  it("is never earlier for a clock that stood still", () => {
    const code = fc.constantFrom("UK_15", "UK_45", "UK_RC", "DSR", "ORD", "PAX");
    const stops = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 4 });
    fc.assert(
      fc.property(code, fc.integer({ min: 20_500, max: 20_900 }), stops, (which, from, pauses) => {
        const started = itemOf({ ...start(which, "2026-01-01"), fromDay: from }, 1, from);
        let state = foldJournal([started]);
        let last = caseworkDueDay(state.casework) ?? 0;
        let on = from;
        let seq = 1;
        for (const [wait, long] of pauses) {
          state = foldItem(state, itemOf(pause(), (seq += 1), (on += wait)));
          state = foldItem(state, itemOf(resume(), (seq += 1), (on += long)));
          const due = caseworkDueDay(state.casework) ?? 0;
          expect(due).toBeGreaterThanOrEqual(last);
          last = due;
        }
      }),
    );
  });
});

describe("a card", () => {
  it("says which of the team's clocks is due first", () => {
    const [report] = fc.sample(payloads.report, 1);
    if (report === undefined) throw new Error("no sample");
    const state = folded(
      ["2026-01-30", report],
      ["2026-01-31", start("PAX", "2026-01-31")],
      ["2026-01-31", triage("LOW")],
    );
    const card = Card.parse(cardOf(state));
    expect(card.casework?.clock).toEqual({ code: "R_LOW", dueDay: day("2026-02-07") });
  });
});
