/** What a review of a measure cannot do without somebody else, and that whoever wrote it is told when there is nobody. */
import { beforeAll, describe, expect, it } from "vitest";
import { CaseworkRecord } from "../../web/desk/casework-record.tsx";
import type { DeskText } from "../../web/i18n/index.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import { drawIn, drawnText } from "../support/drawing.ts";
import { fileOf, itemsOf } from "./case-files.ts";
import { ROSTER, SELF, TODAY } from "./cards.ts";

const MEASURE: Payload = {
  type: "measure",
  kind: "SUPERVISION",
  authority: "A court",
  country: "IE",
  startDay: TODAY,
  endDay: null,
  reviewDay: null,
  replaces: null,
};
const REVIEW: Payload = {
  type: "measure-review",
  measure: 1,
  stillNeeded: "YES",
  leastIntrusive: "YES",
  text: "The child asks for it.",
  language: "en",
  nextReviewDay: null,
};

let desk: DeskText;
beforeAll(async () => {
  desk = await drawIn("en");
});

const act = (): void => undefined;

function drawn(readers: readonly string[], roster = ROSTER, list = [MEASURE, REVIEW]): string {
  const { casework } = fileOf(itemsOf(list)).view.state;
  const forms = { self: SELF, readers, open: act };
  return drawnText(CaseworkRecord({ casework, roster, acts: "open", busy: false, act, forms }));
}

describe("a review that waits to be signed off", () => {
  const colleague = ROSTER.members.find(({ id, revoked }) => id !== SELF && !revoked);
  if (colleague === undefined) throw new Error("roster: no colleague");

  it("says so where nobody else reads the case, or nobody who is still a member", () => {
    const nobody = desk.t("work.sign-off-nobody");
    const gone = ROSTER.members.map((one) => (one === colleague ? { ...one, revoked: true } : one));
    expect(drawn([SELF])).toContain(nobody);
    expect(drawn([SELF, colleague.id], { ...ROSTER, members: gone })).toContain(nobody);
    // The control: with a colleague it waits for them.
    const waits = drawn([SELF, colleague.id]);
    expect(waits).toContain(desk.t("sign-off.stands-WAITING"));
    expect(waits).not.toContain(nobody);
  });

  it("is not passed over by a press on its clock, which anybody has", () => {
    const { t } = desk;
    const own = drawn([SELF], ROSTER, [MEASURE]);
    expect(own).toContain(t("clock.ORD"));
    expect(own).not.toContain(t("work.clock-meet"));
    expect(own).toContain(t("work.clock-end"));
    // The control: a clock of the same kind that somebody started is met with a press.
    const started: Payload = {
      type: "clock",
      code: "ORD",
      fromDay: TODAY,
      country: null,
      ownDay: null,
      text: "",
      language: "en",
    };
    expect(drawn([SELF], ROSTER, [started])).toContain(t("work.clock-meet"));
  });
});
