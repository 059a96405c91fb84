/** A measure is written again with what stands filled in, and an end or a review is added to it. */
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { fieldsOf } from "../../web/desk/casework-forms.ts";
import { CaseworkRecord } from "../../web/desk/casework-record.tsx";
import { payloadOf, typedFrom, type FormResult } from "../../web/desk/casework-typed.ts";
import type { DeskText } from "../../web/i18n/index.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import { caseworkPayloads } from "../payload/samples.ts";
import { drawIn, drawnText } from "../support/drawing.ts";
import { fileOf, itemsOf, NOTHING_AROUND } from "./case-files.ts";
import { ROSTER, TODAY } from "./cards.ts";

let desk: DeskText;
beforeAll(async () => {
  desk = await drawIn("en");
});

const fresh = caseworkPayloads.measure.map((measure) => ({
  ...measure,
  authority: "The youth court",
  endDay: null,
  replaces: null,
}));

function formOf() {
  return fieldsOf("measure", { ...NOTHING_AROUND, text: desk });
}

function signed(result: FormResult): Payload {
  if (result.kind !== "payload") throw new Error(`form: ${result.kind} ${result.field}`);
  return result.payload;
}

it("is filled in with what stands, and stands once, with its end", () => {
  fc.assert(
    fc.property(fresh, (measure) => {
      const [standing] = fileOf(itemsOf([measure])).view.state.casework.measures;
      if (standing === undefined) throw new Error("no measure");
      const typed = typedFrom(formOf(), standing);
      const unchanged = signed(payloadOf("measure", formOf(), typed, "en", standing.seq));
      expect(unchanged).toEqual({ ...measure, replaces: standing.seq });

      const ended = { ...typed, endDay: "2030-02-28" };
      const again = signed(payloadOf("measure", formOf(), ended, "en", standing.seq));
      const { casework } = fileOf(itemsOf([measure, again])).view.state;
      expect(casework.measures).toMatchObject([{ kind: measure.kind, endDay: 21_973 }]);
      // The control: written as a new one it stands beside the first, which never ends.
      const beside = signed(payloadOf("measure", formOf(), ended, "en"));
      const both = fileOf(itemsOf([measure, beside])).view.state.casework.measures;
      expect(both.map(({ endDay }) => endDay)).toEqual([null, 21_973]);
    }),
  );
});

it("is offered on each measure, and where nothing can be written on none", () => {
  const [measure] = fc.sample(fresh, 1);
  if (measure === undefined) throw new Error("no sample");
  const { casework } = fileOf(itemsOf([{ ...measure, startDay: TODAY }])).view.state;
  const act = (): void => undefined;
  const forms = { self: "", readers: [], open: act };
  const drawn = (acts: "open" | "shut") =>
    drawnText(CaseworkRecord({ casework, roster: ROSTER, acts, busy: false, act, forms }));
  expect(drawn("open")).toContain(desk.t("work.measure-again"));
  expect(drawn("shut")).not.toContain(desk.t("work.measure-again"));
});
