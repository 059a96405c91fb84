/** Both forms of a copy, the file and the paper: what stands in neither, though whoever makes it can read it. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CaseFile } from "../../web/desk/case-file.ts";
import { CaseworkRecord } from "../../web/desk/casework-record.tsx";
import { History } from "../../web/desk/history.tsx";
import type { DeskText } from "../../web/i18n/index.ts";
import { EXPORT_PARTS } from "../../web/payload/entries/export.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import type { JournalItem } from "../../web/payload/journal.ts";
import { REPORT_HASH, payloads } from "../payload/samples.ts";
import { drawIn, drawnText } from "../support/drawing.ts";
import { copyOf, fileOf, itemsOf } from "./case-files.ts";
import { COLLEAGUE, idOf, ROSTER, SELF, TODAY } from "./cards.ts";

let desk: DeskText;
beforeAll(async () => {
  desk = await drawIn("en");
});

const BY = { kind: "member", member: SELF } as const;

function onPage(file: CaseFile): string {
  const { casework } = file.view.state;
  const act = (): void => undefined;
  return drawnText(CaseworkRecord({ casework, roster: ROSTER, acts: "open", busy: false, act }));
}

const [report] = fc.sample(payloads.report, { numRuns: 1, seed: 1 });
if (report === undefined) throw new Error("samples: no report");

function asTakenOutByNobody(item: JournalItem): JournalItem {
  if (item.kind !== "known" || item.payload.type !== "report") return item;
  return { ...item, payload: { ...item.payload, excluded: [] } };
}

describe.each(["file", "print"] as const)("a copy as %s", (form) => {
  it("holds the hand-over, and not what must not travel with it", async () => {
    const handOver: Payload = {
      type: "hand-over",
      form: "REFERRAL",
      recipient: "The other service",
      country: "TN",
      consent: null,
      withoutConsent: "There was no time.",
      withheld: "The address of the aunt",
      interests: "She is safe there.",
      language: "en",
    };
    const file = fileOf(itemsOf([handOver]));
    const copy = await copyOf(file, form, desk);
    expect(copy).toContain(handOver.recipient);
    expect(copy).not.toContain(handOver.withheld);
    // The control: it is there to be left out, and the page of those who read the case shows it.
    expect(onPage(file)).toContain(handOver.withheld);
  });

  it("names nobody whom the reporter took out, nor says why they were let in after all", async () => {
    const about = { member: COLLEAGUE, language: "en" } as const;
    const others = { member: SELF, reason: "She knows the family.", language: "en" } as const;
    const [taken] = ROSTER.members.filter(({ id }) => id === COLLEAGUE);
    if (taken === undefined) throw new Error("roster: nobody is taken out");
    const why = { asked: "Only they", let: "No other speaks", out: "It was answered" };
    const items = itemsOf([
      { ...report, excluded: [COLLEAGUE] },
      { type: "exclusion-override", ...about, reason: why.asked },
      { type: "grant", ...about, reason: why.let, notes: REPORT_HASH },
      { type: "removal", ...about, reason: why.out, notes: REPORT_HASH },
      { type: "grant", ...others, notes: REPORT_HASH },
    ]);
    const file = fileOf(items);
    const copy = await copyOf(file, form, desk);
    expect(copy).toContain(others.reason);
    // The control: the history of those who read the case says all of it.
    const page = drawnText(History({ items, roster: ROSTER, casework: file.view.state.casework }));
    for (const hidden of [taken.name, ...Object.values(why)]) {
      expect(copy).not.toContain(hidden);
      expect(page).toContain(hidden);
    }
    // A colleague who was let in like anybody else is named.
    const named = await copyOf(fileOf(items.map((item) => asTakenOutByNobody(item))), form, desk);
    for (const said of [taken.name, why.let, why.out]) expect(named).toContain(said);
    expect(named).not.toContain(why.asked);
  });

  it("says of a fact that must not travel only that an entry stands there", async () => {
    const fact = {
      type: "locked-fact",
      kind: "NEW_NAME",
      text: "She is called Wren now",
      danger: "Her uncle looks for that name",
      language: "en",
    } as const;
    const lifted = {
      type: "locked-fact-lifted",
      fact: 1,
      reason: "He has died",
      language: "en",
    } as const;
    // The third is refused: the fact was lifted before.
    const items = [
      ...itemsOf([fact, lifted, { type: "stage", stage: "ASSESS" }]),
      { kind: "refused", lane: "internal", seq: 4, day: TODAY, author: BY, type: lifted.type },
    ] satisfies readonly JournalItem[];
    const file = fileOf(items);
    const copy = await copyOf(file, form, desk);
    const said = [fact.text, fact.danger, lifted.reason, desk.t(`locked-fact.${fact.kind}`)];
    for (const hidden of [...said, fact.kind, fact.type, lifted.type, desk.t("locked-fact.mark")]) {
      expect(copy).not.toContain(hidden);
    }
    expect(copy.split(form === "file" ? '"entry"' : desk.t("export.type.entry"))).toHaveLength(4);
    // The control: the page of those who read the case shows all of it, and another entry's words are in the copy.
    for (const hidden of said) expect(onPage(file)).toContain(hidden);
    const elsewhere = fileOf(
      itemsOf([
        { type: "note", text: `${fact.text}. ${fact.danger}. ${lifted.reason}.`, language: "en" },
      ]),
    );
    const found = await copyOf(elsewhere, form, desk);
    for (const hidden of [fact.text, fact.danger, lifted.reason]) expect(found).toContain(hidden);
  });

  it("holds a translation where it holds the original, and nowhere else", async () => {
    const words = { of: "Les mots du signalement", to: "Les mots d’un message" };
    const about = { type: "translation", translatedFrom: "en", language: "fr" } as const;
    const file = fileOf(
      itemsOf([
        report,
        { ...about, original: 1, text: words.of, translator: "MEMBER" },
        { ...about, original: 2, text: words.to, translator: "DEVICE" },
      ]),
    );
    const others = EXPORT_PARTS.filter((part) => part !== "report" && part !== "conversation");
    const copy = await copyOf(file, form, desk, others);
    for (const said of Object.values(words)) expect(copy).not.toContain(said);
    // The control: each is in the copy of its own part alone.
    const ofReport = await copyOf(file, form, desk, ["report"]);
    expect([ofReport.includes(words.of), ofReport.includes(words.to)]).toEqual([true, false]);
    const ofRest = await copyOf(file, form, desk, ["conversation"]);
    expect([ofRest.includes(words.of), ofRest.includes(words.to)]).toEqual([false, true]);
  });

  it("says of another case neither its number nor what it has to do with this one", async () => {
    const other = idOf(99);
    const items = itemsOf([
      { type: "link", case: other, relation: "SAME_CHILD" },
      { type: "stage", stage: "ASSESS" },
    ]);
    const file = fileOf(items);
    const copy = await copyOf(file, form, desk);
    expect(copy).toContain(form === "file" ? "ASSESS" : desk.t("stage.ASSESS"));
    for (const hidden of [other, "SAME_CHILD", desk.t("relation.SAME_CHILD")]) {
      expect(copy).not.toContain(hidden);
    }
    // The control: the page of those who read the case shows both.
    expect(onPage(file)).toContain(other);
    expect(onPage(file)).toContain(desk.t("relation.SAME_CHILD"));
  });
});
