/** Who is to speak next: what the reporter said stands unanswered until somebody speaks to them, and no longer. */
import { describe, expect, it } from "vitest";
import { NEW_CASE } from "../../web/payload/case-state.ts";
import { entryTypes, type Payload } from "../../web/payload/entries/index.ts";
import type { NoticeTemplate } from "../../web/payload/entries/notice.ts";
import type { Author } from "../../web/payload/entry-type.ts";
import { foldItem, foldJournal, itemOf } from "../../web/payload/journal.ts";
import { member, reporter, SECOND_MEMBER } from "./samples.ts";

describe("the turn in a conversation", () => {
  const WORDS = { language: "en", text: "Words." } as const;
  const ASKED: Payload = { type: "message", ...WORDS };
  const other: Author = { kind: "member", member: SECOND_MEMBER };
  const place = (seq: number, by: Author) =>
    ({ lane: "conversation", seq, day: 100 + seq, author: by }) as const;
  const CLOSURE: Payload = { type: "closure", reason: "NOT_CONFIRMED", ...WORDS };
  const notice = (template: NoticeTemplate, recipient: string, text: string): Payload => ({
    type: "notice",
    template,
    recipient,
    language: "en",
    text,
  });
  const words: readonly Payload[] = [
    ASKED,
    notice("UNDER_WAY", "", ""),
    notice("RECEIVED", "", "Yes, that is what we meant."),
    { type: "feedback-extension", reason: "COMPLEX", ...WORDS },
    CLOSURE,
  ];

  /** What the reporter said first, and again, and what a member wrote then. */
  function sinceAfter(payload: Payload): number | null {
    const items = [ASKED, ASKED].map((asked, at) => itemOf(asked, place(at + 2, reporter)));
    return foldJournal([...items, itemOf(payload, place(4, member))]).unansweredSince;
  }

  it.each(words)("passes to the reporter with %j", (payload) => {
    expect(sinceAfter(payload)).toBeNull();
  });

  it.each<Payload>([
    { type: "acknowledgement" },
    notice("RECEIVED", "", ""),
    { type: "note", ...WORDS },
    { type: "stage", stage: "ASSESS" },
  ])("stays with the members, from the first words on, after %j", (payload) => {
    const { lane } = entryTypes[payload.type];
    const items = [ASKED, ASKED].map((asked, at) => itemOf(asked, place(at + 2, reporter)));
    const item = itemOf(payload, { ...place(4, member), lane });
    expect(item.kind).toBe("known");
    expect(foldJournal([...items, item]).unansweredSince).toBe(102);
  });

  it("comes back with a challenge, passes with its answer or a reopening, and ends with a withdrawal", () => {
    const closed = foldItem(NEW_CASE, itemOf(CLOSURE, place(2, member)));
    const challenged = foldItem(
      closed,
      itemOf({ type: "challenge", about: 2, ...WORDS }, place(3, reporter)),
    );
    expect(challenged.unansweredSince).toBe(103);
    const decision = { type: "challenge-decision", challenge: 3, outcome: "NOT_UPHELD" } as const;
    const next: readonly (readonly [Payload, Author])[] = [
      [{ ...decision, ...WORDS }, other],
      [{ type: "reopening", reason: "NEW_INFORMATION", ...WORDS }, member],
      [{ type: "withdrawal" }, reporter],
    ];
    for (const [payload, by] of next) {
      expect(foldItem(challenged, itemOf(payload, place(4, by))).unansweredSince).toBeNull();
    }
    // Whoever took the decision cannot answer for it: nothing was said.
    const refused = itemOf({ ...decision, ...WORDS }, place(4, member));
    expect(foldItem(challenged, refused).unansweredSince).toBe(103);
  });
});
