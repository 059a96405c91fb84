/** Every case stands in one group, for the reason that is said there; and what a filter asks, it gets. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  mayHaveLabel,
  NO_FILTER,
  passesFilter,
  type CardFilter,
} from "../../web/desk/card-filter.ts";
import { triage, triageGroupOf, type TriageGroup } from "../../web/desk/triage.ts";
import type { Card } from "../../web/payload/card.ts";
import type { CardView } from "../../web/vault/interface.ts";
import { cardView, COLLEAGUE, DESK, idOf, SELF, TODAY, unopened, type CardParts } from "./cards.ts";

const WORK: NonNullable<Card["casework"]> = { stage: "ASSESS", labels: [] };

/** As the server says it of a case that is due for nothing else, and whose day of deletion is past. */
function heldUntil(holdReviewDay: number): NonNullable<CardParts["plain"]> {
  return { purgeDay: TODAY - 5, holdReviewDay, nextDueDay: holdReviewDay };
}

it.each<[TriageGroup, CardParts]>([
  ["urgent", { plain: { urgent: true, acknowledgedDay: null }, card: { standing: "received" } }],
  ["urgent", { plain: { urgent: true }, news: true }],
  ["urgent", { plain: { urgent: true, nextDueDay: TODAY - 1 } }],
  ["nobodys", { plain: { urgent: true } }],
  ["unacknowledged", { plain: { acknowledgedDay: null }, card: { standing: "received" } }],
  // The server alone cannot say that somebody was answered.
  ["unacknowledged", { card: { standing: "received" } }],
  ["overdue", { plain: { nextDueDay: TODAY - 1 } }],
  ["overdue", { card: { casework: { ...WORK, taskDueDay: TODAY - 1 } } }],
  ["overdue", { card: { casework: { ...WORK, clock: { code: "R_HIGH", dueDay: TODAY - 1 } } } }],
  ["news", { news: true }],
  // Whatever colleagues wrote among themselves, and whosever case it is.
  ["news", { card: { unansweredSince: TODAY - 3 } }],
  ["news", { card: { unansweredSince: TODAY, casework: { ...WORK, assigned: COLLEAGUE } } }],
  ["news", { card: { unansweredSince: TODAY }, plain: { nextDueDay: TODAY } }],
  ["news", { card: { standing: "closed", unansweredSince: TODAY } }],
  ["urgent", { plain: { urgent: true }, card: { unansweredSince: TODAY } }],
  ["overdue", { plain: { nextDueDay: TODAY - 1 }, card: { unansweredSince: TODAY } }],
  ["due", { plain: { nextDueDay: TODAY } }],
  [
    "due",
    { plain: { nextDueDay: TODAY + 90 }, card: { casework: { ...WORK, taskDueDay: TODAY + 7 } } },
  ],
  // A colleague's review is for anybody else to sign off, whosever case it is; whoever wrote it waits.
  ["due", { card: { casework: { ...WORK, assigned: COLLEAGUE, signOff: COLLEAGUE } } }],
  ["mine", { card: { casework: { ...WORK, assigned: SELF, signOff: SELF } } }],
  ["mine", { card: { casework: { ...WORK, assigned: SELF } } }],
  ["rest", { card: { casework: { ...WORK, assigned: COLLEAGUE } } }],
  ["nobodys", { plain: { nextDueDay: TODAY + 8 } }],
  ["closed", { card: { standing: "closed" }, plain: { nextDueDay: TODAY - 1 } }],
  ["news", { card: { standing: "closed" }, news: true }],
  ["closed", { card: { standing: "withdrawn" }, plain: { withdrawnDay: TODAY - 2 } }],
  // Whoever took it back waits for nobody; the child may be in danger still, and the team has a day to keep.
  [
    "overdue",
    {
      card: { standing: "withdrawn" },
      plain: { withdrawnDay: TODAY - 2, nextDueDay: TODAY - 1 },
    },
  ],
  [
    "closed",
    {
      card: { standing: "withdrawn" },
      plain: { withdrawnDay: TODAY - 2, closedDay: TODAY - 1, nextDueDay: TODAY - 1 },
    },
  ],
  // A challenge waits for somebody, though the case is closed and everybody has read it.
  ["news", { card: { standing: "closed" }, plain: { challengedDay: TODAY - 2 } }],
  [
    "overdue",
    { card: { standing: "closed" }, plain: { challengedDay: TODAY - 31, nextDueDay: TODAY - 1 } },
  ],
  [
    "closed",
    {
      card: { standing: "closed" },
      plain: { challengedDay: TODAY - 2, challengeDecidedDay: TODAY - 1 },
    },
  ],
  // A hold is looked at again by somebody, and what is deleted soon is seen before.
  ["overdue", { card: { standing: "closed" }, plain: heldUntil(TODAY - 1) }],
  ["overdue", { card: { standing: "closed" }, plain: heldUntil(TODAY - 1), news: true }],
  ["overdue", { card: { standing: "withdrawn" }, plain: heldUntil(TODAY - 1) }],
  ["due", { card: { standing: "closed" }, plain: heldUntil(TODAY) }],
  ["due", { card: { standing: "closed" }, plain: heldUntil(TODAY + 7) }],
  ["closed", { card: { standing: "closed" }, plain: heldUntil(TODAY + 8) }],
  ["closed", { card: { standing: "withdrawn" }, plain: heldUntil(TODAY + 8) }],
  ["overdue", { plain: heldUntil(TODAY - 1) }],
  ["leaving", { card: { standing: "closed" }, plain: { purgeDay: TODAY + 30 } }],
  ["leaving", { card: { standing: "withdrawn" }, plain: { purgeDay: TODAY } }],
  ["closed", { card: { standing: "closed" }, plain: { purgeDay: TODAY + 31 } }],
  ["news", { card: { standing: "closed" }, plain: { purgeDay: TODAY + 30 }, news: true }],
])("%s: %j", (group, parts) => {
  expect(triageGroupOf(cardView(9, parts), TODAY, SELF)).toBe(group);
});

it("a case that did not open is never put away on the server’s word", () => {
  const closed = unopened(9, { closedDay: TODAY - 1 });
  expect(triageGroupOf(closed, TODAY, SELF)).not.toBe("closed");
});

it("what is deleted first stands first among what is deleted soon", () => {
  const leaving = [20, 3, 11].map((days) =>
    cardView(days, { card: { standing: "closed" }, plain: { purgeDay: TODAY + days } }),
  );
  const [group] = triage(leaving, TODAY, SELF);
  expect(group?.cards.map(({ plain }) => plain.purgeDay)).toEqual(
    [3, 11, 20].map((d) => TODAY + d),
  );
});

it.each([
  ["overdue", TODAY - 1],
  ["week", TODAY + 7],
] as const)("a filter that asks what is %s finds a hold to be looked at again", (due, day) => {
  const held = cardView(9, { card: { standing: "closed" }, plain: heldUntil(day) });
  const filter = { ...NO_FILTER, due };
  expect(passesFilter(held, filter, { self: SELF, today: TODAY })).toBe(true);
});

const anyView: fc.Arbitrary<CardView> = fc
  .record({
    number: fc.integer({ min: 10, max: 4_000 }),
    urgent: fc.boolean(),
    news: fc.boolean(),
    opened: fc.boolean(),
    due: fc.option(fc.integer({ min: TODAY - 20, max: TODAY + 20 })),
    standing: fc.constantFrom("received", "acknowledged", "closed", "withdrawn"),
    assigned: fc.constantFrom(undefined, SELF, COLLEAGUE),
  })
  .map(({ number, urgent, news, opened, due, standing, assigned }) => {
    const casework = { ...WORK, ...(assigned !== undefined && { assigned }) };
    const view = cardView(number, {
      plain: { urgent, nextDueDay: due },
      card: { standing, casework },
      news,
    });
    return opened ? view : { ...view, card: null };
  });

it("no case is lost and none stands twice, and within a group the urgent come first, then the earliest due", () => {
  const cases = fc.uniqueArray(anyView, { selector: ({ plain }) => plain.case, maxLength: 40 });
  fc.assert(
    fc.property(cases, (views) => {
      const groups = triage(views, TODAY, SELF);
      const placed = groups.flatMap(({ cards }) => cards);
      expect(new Set(placed)).toEqual(new Set(views));
      expect(placed.length).toBe(views.length);
      for (const { cards } of groups) {
        const urgent = cards.map(({ plain }) => plain.urgent);
        expect(urgent).toEqual(urgent.toSorted((a, b) => Number(b) - Number(a)));
        const due = cards
          .filter(({ plain }) => !plain.urgent)
          .map(({ plain }) => plain.nextDueDay ?? Infinity);
        expect(due).toEqual(due.toSorted((a, b) => (a === b ? 0 : a - b)));
      }
      // In whatever order they came.
      expect(triage(views.toReversed(), TODAY, SELF)).toEqual(groups);
    }),
  );
});

const SAID = cardView(9, {
  plain: { nextDueDay: TODAY + 3 },
  card: {
    casework: {
      stage: "ADDRESS",
      riskChild: "HIGH",
      assigned: SELF,
      waitsOn: "COURT",
      labels: ["school"],
    },
  },
});
const SILENT = cardView(10);
const LATE = cardView(11, { plain: { nextDueDay: TODAY - 1, desk: idOf(4) } });
const OTHERS = cardView(12, {
  card: { channel: "custody_abduction", casework: { ...WORK, assigned: COLLEAGUE } },
});
const SHUT = unopened(13);

it.each<[Partial<CardFilter>, readonly CardView[]]>([
  [{}, [SAID, SILENT, LATE, OTHERS, SHUT]],
  [{ stage: "ADDRESS" }, [SAID]],
  [{ stage: "RECEIVE" }, [SILENT, LATE]],
  [{ risk: "HIGH" }, [SAID]],
  [{ assigned: "me" }, [SAID]],
  [{ assigned: COLLEAGUE }, [OTHERS]],
  [{ assigned: "nobody" }, [SILENT, LATE, SHUT]],
  [{ label: "school" }, [SAID]],
  [{ waitsOn: "COURT" }, [SAID]],
  [{ waitsOn: "NONE" }, [SILENT, LATE, OTHERS]],
  [{ due: "overdue" }, [LATE]],
  [{ due: "week" }, [SAID]],
  [{ desk: DESK }, [SAID, SILENT, OTHERS, SHUT]],
  [{ channel: "custody_abduction" }, [OTHERS]],
  [{ standing: "closed" }, []],
  [{ stage: "ADDRESS", assigned: "me", label: "school", due: "week" }, [SAID]],
  [{ stage: "ADDRESS", assigned: "nobody" }, []],
])("a filter that asks %j", (asked, expected) => {
  const all = [SAID, SILENT, LATE, OTHERS, SHUT];
  const filter = { ...NO_FILTER, ...asked };
  expect(all.filter((view) => passesFilter(view, filter, { self: SELF, today: TODAY }))).toEqual(
    expected,
  );
});

it("a filter by a label leaves out no case whose card has no room to name it, and says of which it does not know", () => {
  const filter = { ...NO_FILTER, label: "court" };
  const onlooker = { self: SELF, today: TODAY };
  const names = ["school", "embassy", "aunt", "ferry"];
  const withAll = (moreLabels: boolean, labels: readonly string[]) =>
    cardView(20, {
      card: { casework: { ...WORK, labels: [...labels], ...(moreLabels && { moreLabels: true }) } },
    });
  const full = withAll(true, names);
  expect(passesFilter(full, filter, onlooker)).toBe(true);
  expect(mayHaveLabel(full, "court")).toBe(true);
  // Without the mark the four are all there is: such a case was lost to the filter.
  expect(passesFilter(withAll(false, names), filter, onlooker)).toBe(false);
  expect(mayHaveLabel(withAll(false, names), "court")).toBe(false);
  const named = withAll(true, ["court"]);
  expect(passesFilter(named, filter, onlooker)).toBe(true);
  expect(mayHaveLabel(named, "court")).toBe(false);
});
