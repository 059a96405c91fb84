/** What is searched for is found, in any script and however it is typed, and only where every word stands. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { keepSearch } from "../../web/desk/case-search.ts";
import { SearchIndex } from "../../web/desk/search-index.ts";
import { chooseLanguage, loadDesk } from "../../web/i18n/index.ts";
import { cardView, idOf, ROSTER } from "./cards.ts";

function found(texts: readonly string[], query: string): readonly number[] | null {
  const index = new SearchIndex();
  for (const [at, text] of texts.entries()) index.put(idOf(at), text);
  const cases = index.find(query);
  return cases === null ? null : texts.flatMap((_text, at) => (cases.has(idOf(at)) ? [at] : []));
}

it("every word of a query must begin a word of the text", () => {
  const texts = ["The harbour at night", "Night train", "A harbourmaster"];
  expect(found(texts, "night")).toEqual([0, 1]);
  expect(found(texts, "harb")).toEqual([0, 2]);
  expect(found(texts, "harb nig")).toEqual([0]);
  expect(found(texts, "arbour")).toEqual([]);
  expect(found(texts, "  ,. ")).toBeNull();
});

it.each([
  ["Élodie à Genève", "elodie geneve"],
  ["Straße nach Łódź", "STRASSE lodz"],
  ["l’enfant", "enfant"],
  ["الطِّفْلُ في المدرسة", "طفل مدرسه"],
  ["طفل", "الطفل"],
  ["أخي وأمّي", "اخي"],
  ["والمدرسة", "مدرسة"],
  ["مـدرسـة", "مدرسة"],
  ["дитина у Києві", "ДИТИНА києві"],
  ["子どもが学校にいる", "学校"],
])("%s is found by %s", (text, query) => {
  expect(found([text, "something else"], query)).toEqual([0]);
});

it("finds what reading every text would find, whatever was put, changed and taken out before", () => {
  const word = fc.constantFrom("ab", "abc", "b", "ba", "c", "ca", "cab");
  const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(" "));
  const step = fc.record({ at: fc.nat(5), text: fc.option(text) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), text, (steps, query) => {
      const index = new SearchIndex();
      const kept = new Map<string, string>();
      for (const { at, text: next } of steps) {
        if (next === null) {
          index.drop(idOf(at));
          kept.delete(idOf(at));
        } else {
          index.put(idOf(at), next);
          kept.set(idOf(at), next);
        }
      }
      const words = query.split(" ").filter((one) => one !== "");
      const expected = [...kept].flatMap(([caseId, held]) => {
        const begins = (one: string): boolean => held.split(" ").some((own) => own.startsWith(one));
        return words.every(begins) ? [caseId] : [];
      });
      const cases = index.find(query);
      if (words.length === 0) expect(cases).toBeNull();
      else expect([...(cases ?? [])].toSorted()).toEqual(expected.toSorted());
    }),
  );
});

it("keeps finding after many more changes than there are cases", () => {
  const index = new SearchIndex();
  for (let change = 0; change < 3_000; change += 1) index.put(idOf(change % 3), `text ${change}`);
  expect(index.size).toBe(3);
  expect([...(index.find("text 2999") ?? [])]).toEqual([idOf(2_999 % 3)]);
  expect(index.find("1500")?.size).toBe(0);
});

it("a case is found by its row in the page’s words, by its journal once it was read, and not after", async () => {
  const search = keepSearch();
  const text = await loadDesk(chooseLanguage(["fr"]));
  const tongue = { roster: ROSTER, text };
  const view = cardView(7, {
    card: {
      title: "At the border",
      casework: { stage: "ASSESS", labels: ["school"], assigned: ROSTER.members[1]?.id },
    },
  });
  expect(search.missing([view], tongue)).toEqual([view]);
  search.take([view], tongue);
  expect(search.missing([view], tongue)).toEqual([]);
  for (const query of ["border", "SCHOOL", "linnet", text.t("stage.ASSESS"), "traite"]) {
    expect(search.find(query), query).toEqual(new Set([view.plain.case]));
  }
  expect(search.find("lighthouse")?.size).toBe(0);

  search.takeJournal(view.plain.case, [
    {
      kind: "known",
      lane: "internal",
      seq: 2,
      day: 0,
      author: { kind: "member", member: idOf(1) },
      payload: { type: "note", language: "en", text: "Seen by the lighthouse." },
    },
  ]);
  // The row as it is now brings the journal in with it.
  expect(search.missing([view], tongue)).toEqual([view]);
  search.take([view], tongue);
  expect(search.find("lighthouse border")?.size).toBe(1);
  expect(search.journals()).toBe(1);

  // Another language of the page: its words are taken, the others go.
  const english = { roster: ROSTER, text: await loadDesk(chooseLanguage(["en"])) };
  search.take(search.missing([view], english), english);
  expect(search.find("traite")?.size).toBe(0);
  expect(search.find("trafficking lighthouse")?.size).toBe(1);

  search.forget();
  expect(search.find("border")?.size).toBe(0);
  expect(search.journals()).toBe(0);
});
