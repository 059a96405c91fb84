/** Fixed notices: each says what its template asks for, no more and no less, and counts as words to the reporter. */
import { describe, expect, it } from "vitest";
import { NEW_CASE, type CaseState } from "../../web/payload/case-state.ts";
import {
  Notice,
  NOTICE_RULES,
  NOTICE_TEMPLATES,
  noticeFault,
} from "../../web/payload/entries/notice.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import { foldItem, itemOf } from "../../web/payload/journal.ts";
import { LANGUAGES, loadPromises } from "../../web/i18n/index.ts";
import { noticeSentence } from "../../web/ui/notice-words.ts";
import { member } from "./samples.ts";

function noticeOf(template: (typeof NOTICE_TEMPLATES)[number], recipient: string, text: string) {
  return { type: "notice", template, recipient, language: "en", text } as const;
}

/** The case after a member's entries, one a day from day 101 on. */
function after(...payloads: readonly Payload[]): CaseState {
  return payloads.reduce(
    (state, payload, at) =>
      foldItem(
        state,
        itemOf(payload, { lane: "conversation", seq: at + 2, day: 101 + at, author: member }),
      ),
    NEW_CASE,
  );
}

const ACKNOWLEDGEMENT: Payload = { type: "acknowledgement" };
const WORDS: Payload = { type: "message", language: "en", text: "Thank you." };

describe("a notice", () => {
  it.each(NOTICE_TEMPLATES)("%s has what it asks for, and nothing it does not", (template) => {
    const rule = NOTICE_RULES[template];
    for (const recipient of ["", "  ", "The youth court"]) {
      for (const text of ["", " \n", "Where is she now?"]) {
        const fits =
          (rule.recipient === "asked") === (recipient.trim() !== "") &&
          (rule.text === "optional" || text.trim() !== "");
        expect(noticeFault(template, recipient, text) === null).toBe(fits);
        expect(Notice.safeParse(noticeOf(template, recipient, text)).success).toBe(fits);
      }
    }
  });

  it("is no template of another version", () => {
    const other = { ...noticeOf("UNDER_WAY", "", ""), template: "CLOSED" };
    expect(Notice.safeParse(other).success).toBe(false);
  });

  it("is feedback where a message is, and never where it only says that the report arrived", () => {
    const { feedbackDay: none } = after(ACKNOWLEDGEMENT, noticeOf("UNDER_WAY", "", ""));
    expect(none).toBeNull();
    const later = after(ACKNOWLEDGEMENT, WORDS, noticeOf("UNDER_WAY", "", ""));
    expect(later.feedbackDay).toBe(103);
    expect(after(ACKNOWLEDGEMENT, WORDS, WORDS).feedbackDay).toBe(103);
    const received = after(ACKNOWLEDGEMENT, WORDS, noticeOf("RECEIVED", "", ""));
    expect(received.feedbackDay).toBeNull();
  });

  it("has its own sentence in every language, with whom it names in it", async () => {
    const said = new Set<string>();
    for (const language of LANGUAGES) {
      const text = await loadPromises(language);
      for (const template of NOTICE_TEMPLATES) {
        const sentence = noticeSentence(text, { template, recipient: "Iris" });
        expect(sentence.includes("Iris")).toBe(template === "PASSED_ON");
        said.add(sentence);
      }
    }
    expect(said.size).toBe(LANGUAGES.length * NOTICE_TEMPLATES.length);
  });
});
