/** The child's own words stand by themselves, and where nobody wrote them down that is said only where somebody should. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { CaseworkRecord } from "../../web/desk/casework-record.tsx";
import { ChildsWords } from "../../web/desk/childs-words.tsx";
import type { DeskText } from "../../web/i18n/index.ts";
import { TRIAGE_DECISIONS, type TriageDecision } from "../../web/payload/entries/triage.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import { payloads } from "../payload/samples.ts";
import { drawIn, drawnText } from "../support/drawing.ts";
import { fileOf, itemsOf } from "./case-files.ts";
import { ROSTER } from "./cards.ts";

let desk: DeskText;
beforeAll(async () => {
  desk = await drawIn("en");
});

const act = (): void => undefined;
const [report] = fc.sample(payloads.report, { numRuns: 1, seed: 1 });
if (report === undefined) throw new Error("samples: no report");
const before: readonly Payload[] = [report];

function triaged(decision: TriageDecision): Payload {
  return {
    type: "triage",
    decision,
    riskChild: "LOW",
    riskReporter: "LOW",
    text: "",
    language: "en",
  };
}

const VOICE: Payload = {
  type: "voice",
  text: "I want to stay with my aunt.",
  language: "en",
  source: "REPORTER",
  helper: "Her teacher",
  childKnows: "NO",
};

function drawn(list: readonly Payload[], acts: "open" | "shut" = "open"): string {
  const file = fileOf(itemsOf([...before, ...list]));
  return drawnText(ChildsWords({ file, roster: ROSTER, acts, onWrite: act }));
}

describe("the child's own words", () => {
  it("stand with how they are known, who helped, and whether the child knows of the report", () => {
    const said = drawn([VOICE]);
    const { t } = desk;
    for (const known of [VOICE.text, t("voice.REPORTER"), "Her teacher", t("known.NO")]) {
      expect(said).toContain(known);
    }
    // Once on the page: the record of work does not say them again.
    const { casework } = fileOf(itemsOf([VOICE])).view.state;
    const record = { casework, roster: ROSTER, acts: "open", busy: false, act } as const;
    expect(drawnText(CaseworkRecord(record))).not.toContain(VOICE.text);
  });

  it("are asked for in an open case that was accepted, and in no other", () => {
    const missing = desk.t("work.voice-none");
    for (const decision of TRIAGE_DECISIONS) {
      const said = drawn([triaged(decision)]);
      expect([decision, said.includes(missing)]).toEqual([decision, decision === "ACCEPT"]);
    }
    expect(drawn([])).toBe("");
    expect(drawn([triaged("ACCEPT")], "shut")).toBe("");
    expect(drawn([triaged("ACCEPT"), VOICE])).not.toContain(missing);
    const over: readonly Payload[] = [
      { type: "closure", reason: "NO_MORE_INFO", language: "en", text: "" },
      { type: "withdrawal" },
    ];
    for (const end of over) expect(drawn([triaged("ACCEPT"), end])).toBe("");
  });
});
