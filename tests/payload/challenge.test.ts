/**
 * A challenged decision: answered by somebody who did not take it or by nobody, the same in every client, however many
 * write at once.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEW_CASE, standingOf, type CaseState } from "../../web/payload/case-state.ts";
import { challengeable, challengeDeciders, openChallenge } from "../../web/payload/challenge.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import type { Author } from "../../web/payload/entry-type.ts";
import {
  foldItem,
  judged,
  readEntry,
  writePayload,
  type JournalItem,
} from "../../web/payload/journal.ts";
import { MEMBER, member, opened, reporter, SECOND_MEMBER } from "./samples.ts";

const second: Author = { kind: "member", member: SECOND_MEMBER };
const closure: Payload = { type: "closure", reason: "NOT_CONFIRMED", language: "en", text: "" };
const challenge = (about: number): Payload => ({
  type: "challenge",
  about,
  language: "en",
  text: "Look again.",
});
const decision = (of: number): Payload => ({
  type: "challenge-decision",
  challenge: of,
  outcome: "UPHELD",
  language: "en",
  text: "We were wrong.",
});
const reopening: Payload = {
  type: "reopening",
  reason: "CHALLENGE_UPHELD",
  language: "en",
  text: "",
};
const report: Payload = {
  type: "report",
  desk: `${"F".repeat(21)}A`,
  urgent: false,
  channel: "trafficking",
  language: "en",
  title: "",
  text: "Words.",
  recipients: [MEMBER, SECOND_MEMBER],
  excluded: [],
  reporterKey: `${"E".repeat(1_621)}A`,
};

type Step = readonly [Payload, Author];

interface Told {
  readonly state: CaseState;
  readonly kinds: readonly JournalItem["kind"][];
}

/** The conversation of a case that begins with its report: what became of each step, and of the case. */
function tell(...steps: readonly Step[]): Told {
  const kinds: JournalItem["kind"][] = [];
  const all: readonly Step[] = [[report, reporter], ...steps];
  const state = all.reduce((before, [payload, author], at) => {
    const item = judged(
      before,
      readEntry(opened(writePayload(payload), "conversation", at + 1, author)),
    );
    if (at > 0) kinds.push(item.kind);
    return foldItem(before, item);
  }, NEW_CASE);
  return { state, kinds };
}

describe("a challenge", () => {
  it("is of the decision that stands, by the reporter, once", () => {
    const { state, kinds } = tell(
      [challenge(2), reporter],
      [closure, member],
      [challenge(2), reporter],
      [challenge(3), reporter],
      [challenge(3), reporter],
    );
    expect(kinds).toEqual(["refused", "known", "refused", "known", "refused"]);
    expect(openChallenge(state)).toMatchObject({ seq: 5, about: 3, decider: MEMBER });
    expect(challengeDeciders(state)).toEqual([SECOND_MEMBER]);
  });

  it("is not made again of a decision it was answered for, and is of a later one", () => {
    const { kinds, state } = tell(
      [closure, member],
      [challenge(2), reporter],
      [decision(3), second],
      [challenge(2), reporter],
      [reopening, second],
      [closure, second],
      [challenge(7), reporter],
    );
    expect(kinds).toEqual(["known", "known", "known", "refused", "known", "known", "known"]);
    expect(challengeDeciders(state)).toEqual([MEMBER]);
  });

  it("waits for nobody once the report is taken back", () => {
    const { state, kinds } = tell(
      [closure, member],
      [challenge(2), reporter],
      [{ type: "withdrawal" }, reporter],
      [decision(3), second],
      [reopening, second],
    );
    expect(kinds.slice(-2)).toEqual(["refused", "refused"]);
    expect(openChallenge(state)).toBeNull();
    expect(challengeable(state)).toBeNull();
  });
});

describe("its answer", () => {
  it("by whoever took the decision counts nowhere; by another reader it does", () => {
    const asked: readonly Step[] = [
      [closure, member],
      [challenge(2), reporter],
    ];
    const own = tell(...asked, [decision(3), member]);
    expect(own.kinds.at(-1)).toBe("refused");
    expect(openChallenge(own.state)).not.toBeNull();
    const others = tell(...asked, [decision(3), second]);
    expect(others.kinds.at(-1)).toBe("known");
    expect(others.state.challenges[0]?.decision).toMatchObject({ by: SECOND_MEMBER, seq: 4 });
  });

  it("is not open to whoever took the decision by closing again under another's name, or reopening first", () => {
    const { kinds, state } = tell(
      [closure, member],
      [challenge(2), reporter],
      // A second closing would otherwise pass for the decision that was challenged.
      [closure, second],
      [reopening, member],
      [closure, second],
      [decision(3), member],
    );
    expect(kinds).toEqual(["known", "known", "refused", "known", "known", "refused"]);
    expect(openChallenge(state)?.decider).toBe(MEMBER);
  });

  it("is given once", () => {
    const { kinds } = tell(
      [closure, member],
      [challenge(2), reporter],
      [decision(3), second],
      [decision(3), second],
    );
    expect(kinds.at(-1)).toBe("refused");
  });
});

describe("reopening", () => {
  it("is of a closed case, which then stands open and can be closed again", () => {
    const { kinds, state } = tell(
      [reopening, member],
      [closure, member],
      [reopening, member],
      [reopening, member],
    );
    expect(kinds).toEqual(["refused", "known", "known", "refused"]);
    expect(state.closure).toBeNull();
    expect(state.reopenedDay).toBe(20_504);
    expect(standingOf(state)).toBe("received");
  });
});

/** What one of several clients does next, by the journal as that client last read it. */
type Doing = "close" | "challenge" | "decide" | "reopen" | "message";
interface Turn {
  readonly who: 0 | 1 | 2;
  readonly doing: Doing;
  /** Reads on first; otherwise writes on what it last saw, as somebody does who was overtaken. */
  readonly reads: boolean;
}

const AUTHORS: readonly [Author, Author, Author] = [reporter, member, second];
const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    who: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
    doing: fc.constantFrom<Doing>("close", "challenge", "decide", "reopen", "message"),
    reads: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

function payloadOf(doing: Doing, seen: CaseState): Payload {
  switch (doing) {
    case "close":
      return closure;
    case "challenge":
      return challenge(challengeable(seen) ?? 2);
    case "decide":
      return decision(openChallenge(seen)?.seq ?? 3);
    case "reopen":
      return reopening;
    case "message":
      return { type: "message", language: "en", text: "Words." };
  }
}

/** An independent reckoning of the same rules, over who did what in which order. */
interface Model {
  closed: { seq: number; by: Author } | null;
  challenges: { seq: number; about: number; decider: Author; decided: boolean }[];
}

function modelled(model: Model, payload: Payload, author: Author, seq: number): boolean {
  const open = model.challenges.find(({ decided }) => !decided);
  if (payload.type === "closure") {
    if (author.kind !== "member" || model.closed !== null) return false;
    model.closed = { seq, by: author };
  } else if (payload.type === "challenge") {
    const { closed } = model;
    const before = model.challenges.some(({ about }) => about === payload.about);
    if (author.kind !== "reporter" || closed?.seq !== payload.about) return false;
    if (open !== undefined || before) return false;
    model.challenges.push({ seq, about: payload.about, decider: closed.by, decided: false });
  } else if (payload.type === "challenge-decision") {
    if (author.kind !== "member" || open?.seq !== payload.challenge) return false;
    if (open.decider === author) return false;
    open.decided = true;
  } else if (payload.type === "reopening") {
    if (author.kind !== "member" || model.closed === null) return false;
    model.closed = null;
  }
  return true;
}

describe("several clients at once", () => {
  it("fold any interleaving to one state, in which nobody has decided their own", () => {
    fc.assert(
      fc.property(turns, (plan) => {
        const journal: JournalItem[] = [
          readEntry(opened(writePayload(report), "conversation", 1, reporter)),
        ];
        const read = () => {
          let state = NEW_CASE;
          const kinds = journal.map((item) => {
            const counted = judged(state, item);
            state = foldItem(state, counted);
            return counted.kind;
          });
          return { state, kinds };
        };
        const model: Model = { closed: null, challenges: [] };
        const expected = [true];
        const seen = AUTHORS.map(() => read().state);
        for (const { who, doing, reads } of plan) {
          if (reads) seen[who] = read().state;
          const author = AUTHORS[who];
          const payload = payloadOf(doing, seen[who] ?? NEW_CASE);
          const seq = journal.length + 1;
          journal.push(readEntry(opened(writePayload(payload), "conversation", seq, author)));
          const allowed = journal.at(-1)?.kind === "known" && modelled(model, payload, author, seq);
          expected.push(allowed);
        }
        const { state, kinds } = read();
        expect(kinds.map((kind) => kind === "known")).toEqual(expected);
        // In pieces as in one go: where a client stopped reading makes no difference.
        const half = journal.slice(0, journal.length >> 1).reduce(foldItem, NEW_CASE);
        expect(journal.slice(journal.length >> 1).reduce(foldItem, half)).toEqual(state);
        for (const { decider, decision: answer } of state.challenges) {
          expect(answer?.by).not.toBe(decider);
        }
        expect(state.closure?.seq ?? null).toBe(model.closed?.seq ?? null);
        expect(state.challenges).toHaveLength(model.challenges.length);
      }),
    );
  });
});
