/** A challenged decision between vaults: sealed by the reporter, answered by whoever did not take it, and by nobody else. */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { challengeByDay } from "../../worker/contract/clocks.ts";
import type { PromiseStanding } from "../../worker/contract/receipt.ts";
import { signReceipt } from "../../web/crypto/receipt.ts";
import { rosterHash } from "../../web/crypto/roster.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { DeskAct, DeskCaseView } from "../../web/vault/interface.ts";
import { writePayload } from "../../web/payload/journal.ts";
import { openChallenge } from "../../web/payload/challenge.ts";
import { readReceipt } from "../../web/payload/promises.ts";
import { foundOrganisation, ORIGIN, TODAY, type Organisation } from "../support/organisation.ts";
import { act, granting, changeAccess, received } from "./case-work.ts";
import { forgeNext, pageWith, recipientKey, reporterPageWith } from "./forgery.ts";
import { desk } from "./signing-in.ts";

const CLOSE: DeskAct = {
  kind: "close",
  reason: "NOT_CONFIRMED",
  text: "We found nothing.",
  language: "en",
  bestInterests: { text: "Nobody is in danger.", language: "en" },
};
const WORDS = "A particular sentence about what was missed.";

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;
beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
});

type Challenged = Awaited<ReturnType<typeof challenged>>;

/** Closed by the first reviewer, challenged by the reporter. */
async function challenged() {
  const underway = await received(organisation);
  const { served, vault } = underway;
  const { first: closer, second: other } = organisation.people;
  await act(first, served, closer.id, CLOSE);
  await vault.openCase(served.reporterPage());
  served.add(await vault.sealChallenge(WORDS, "en", TODAY));
  const view = await second.openCase(served.memberPage(other.id));
  const challenge = openChallenge(view.state);
  if (challenge === null) throw new Error("challenge: there is none");
  return { ...underway, challenge, closer, other };
}

function answering(challenge: number, reopenedAt: "ASSESS" | null = "ASSESS"): DeskAct {
  return {
    kind: "decide-challenge",
    challenge,
    outcome: "UPHELD",
    text: "You were right.",
    language: "en",
    reopenedAt,
  };
}

describe("a challenge", () => {
  it("names the decision and whoever took it, to every reader", async () => {
    const { challenge, closer, served, vault } = await challenged();
    expect(challenge).toMatchObject({
      text: WORDS,
      day: TODAY,
      decider: closer.id,
      decision: null,
    });
    const own = await vault.openCase(served.reporterPage());
    expect(openChallenge(own.state)).toEqual(challenge);
  });

  it("is sealed of nothing that stands open, and once of what is closed", async () => {
    const { served, vault } = await received(organisation);
    await vault.openCase(served.reporterPage());
    await expect(vault.sealChallenge(WORDS, "en", TODAY)).rejects.toMatchObject({
      code: "not-permitted",
    });
    const again = await challenged();
    await again.vault.openCase(again.served.reporterPage());
    await expect(again.vault.sealChallenge(WORDS, "en", TODAY)).rejects.toMatchObject({
      code: "not-permitted",
    });
  });
});

describe("whoever took the decision", () => {
  it("is given no answer to seal", async () => {
    const { challenge, closer, served } = await challenged();
    await first.openCase(served.memberPage(closer.id));
    await expect(first.seal(answering(challenge.seq), TODAY)).rejects.toMatchObject({
      code: "not-permitted",
    });
  });

  it("is refused by every other client when theirs seals one all the same; a colleague's counts", async () => {
    const { challenge, closer, other, served, vault } = await challenged();
    const payload = writePayload({
      type: "challenge-decision",
      challenge: challenge.seq,
      outcome: "NOT_UPHELD",
      language: "en",
      text: "It stays.",
    });
    const key = recipientKey(served, "conversation", closer);
    const own = forgeNext(served, { key, author: closer, signer: closer.signing, json: payload });
    const view = await second.openCase(pageWith(served, other, own));
    expect(view.broken).toBeNull();
    expect(view.items.find(({ seq }) => seq === challenge.seq + 1)).toMatchObject({
      kind: "refused",
      type: "challenge-decision",
    });
    expect(openChallenge(view.state)?.seq).toBe(challenge.seq);
    const read = await vault.openCase(reporterPageWith(served, own));
    expect(openChallenge(read.state)?.seq).toBe(challenge.seq);
    // The same bytes under a colleague's name and signature are an answer: it is the author that is refused.
    const theirs = forgeNext(served, { key, author: other, signer: other.signing, json: payload });
    const fresh = await desk(organisation, "second");
    const counted = await fresh.openCase(pageWith(served, other, theirs));
    expect(openChallenge(counted.state)).toBeNull();
    expect(counted.state.challenges[0]?.decision?.by).toBe(other.id);
  });

  it("cannot sign as a colleague", async () => {
    const { challenge, closer, other, served } = await challenged();
    const json = writePayload({
      type: "challenge-decision",
      challenge: challenge.seq,
      outcome: "NOT_UPHELD",
      language: "en",
      text: "It stays.",
    });
    const key = recipientKey(served, "conversation", closer);
    const forged = forgeNext(served, { key, author: other, signer: closer.signing, json });
    const view = await second.openCase(pageWith(served, other, forged));
    expect(view.broken).toMatchObject({ code: "entry-signature" });
    expect(openChallenge(view.state)?.seq).toBe(challenge.seq);
  });
});

describe("an answer", () => {
  it("ends the challenge, reopens the case in the same write, and tells the notes where work begins", async () => {
    const { challenge, closer, other, served, vault } = await challenged();
    await second.openCase(served.memberPage(other.id));
    const sealed = await second.seal(answering(challenge.seq), TODAY);
    expect(sealed).toMatchObject({ challengeDecided: true, reopened: true, closed: false });
    served.append(sealed);
    const { state, standing } = await first.openCase(served.memberPage(closer.id));
    expect(standing).toBe("acknowledged");
    expect(state).toMatchObject({ closure: null, reopenedDay: TODAY });
    expect(state.casework.stage).toBe("ASSESS");
    expect(state.challenges[0]?.decision).toMatchObject({ outcome: "UPHELD", by: other.id });
    const reporters = await vault.openCase(served.reporterPage());
    expect(reporters.standing).toBe("acknowledged");
    // Closed again, by the one who answered: the other may now be asked.
    await act(second, served, other.id, CLOSE);
    await vault.openCase(served.reporterPage());
    served.add(await vault.sealChallenge(WORDS, "en", TODAY));
    const later = await first.openCase(served.memberPage(closer.id));
    expect(openChallenge(later.state)?.decider).toBe(other.id);
    await first.seal(answering(openChallenge(later.state)?.seq ?? 0, null), TODAY);
  });

  it("can be given by somebody who was let in for it", async () => {
    const { challenge, served, other } = await challenged();
    const { third } = organisation.people;
    await changeAccess(second, served, other.id, granting(third.id));
    const vault = await desk(organisation, "third");
    await act(vault, served, third.id, answering(challenge.seq, null));
    const { state } = await second.openCase(served.memberPage(other.id));
    expect(state.challenges[0]?.decision?.by).toBe(third.id);
    expect(state.closure).not.toBeNull();
  });

  it("is followed by what was put right, which the reporter does not read", async () => {
    const { challenge, served, other, closer, vault } = await challenged();
    const remedy: DeskAct = {
      kind: "casework",
      payload: {
        type: "remedy",
        kind: "APOLOGY",
        challenge: challenge.seq,
        text: "Said so.",
        language: "en",
      },
    };
    await act(second, served, other.id, answering(challenge.seq), remedy);
    const { state } = await first.openCase(served.memberPage(closer.id));
    expect(state.casework.remedies).toMatchObject([{ kind: "APOLOGY", challenge: challenge.seq }]);
    const view = await vault.openCase(served.reporterPage());
    expect(JSON.stringify(view)).not.toContain("Said so.");
  });
});

/** What the receipts of a case say of challenges: on which day, promised by when, kept when. */
function signedIn({ items }: DeskCaseView) {
  return items.flatMap((item) =>
    item.kind === "known" && item.payload.type === "receipt"
      ? (readReceipt(item.payload.receipt)?.promises ?? []).flatMap(({ promise, dueDay, metDay }) =>
          promise === "challenge-decision" ? [[item.day, dueDay, metDay]] : [],
        )
      : [],
  );
}

describe("a receipt of a challenge", () => {
  const DUE = challengeByDay(TODAY);
  const NOTE_ACT: DeskAct = { kind: "note", text: "Rung up.", language: "en" };

  async function actOn(
    vault: DeskVault,
    { served }: Pick<Challenged, "served">,
    day: number,
    next: DeskAct,
  ): Promise<DeskCaseView> {
    const { id } = vault === first ? organisation.people.first : organisation.people.second;
    await vault.openCase(served.memberPage(id));
    served.append(await vault.seal(next, day));
    return await vault.openCase(served.memberPage(id));
  }

  it("goes with its answer", async () => {
    const underway = await challenged();
    const answer = answering(underway.challenge.seq, null);
    expect(signedIn(await actOn(second, underway, TODAY + 2, answer))).toEqual([
      [TODAY + 2, DUE, TODAY + 2],
    ]);
  });

  it("of a missed day goes with whatever is done first afterwards, once, and again with the late answer", async () => {
    const underway = await challenged();
    const { challenge } = underway;
    expect(signedIn(await actOn(first, underway, DUE, NOTE_ACT))).toEqual([]);
    await actOn(first, underway, DUE + 1, NOTE_ACT);
    await actOn(first, underway, DUE + 2, NOTE_ACT);
    const view = await actOn(second, underway, DUE + 3, answering(challenge.seq, null));
    expect(signedIn(view)).toEqual([
      [DUE + 1, DUE, null],
      [DUE + 3, DUE, DUE + 3],
    ]);
    // The reporter's client believes each of them.
    const own = await underway.vault.openCase(underway.served.reporterPage());
    expect(own.items.every(({ kind }) => kind === "known")).toBe(true);
    expect(own.state.receipts).toHaveLength(3);
  });

  it("of one of two answered on the same day says nothing of the other", async () => {
    const underway = await challenged();
    const { served, vault, challenge } = underway;
    await actOn(second, underway, TODAY + 5, answering(challenge.seq));
    await actOn(first, underway, TODAY + 5, CLOSE);
    await vault.openCase(served.reporterPage());
    served.add(await vault.sealChallenge(WORDS, "en", TODAY + 5));
    const { state } = await second.openCase(served.memberPage(underway.other.id));
    const again = answering(openChallenge(state)?.seq ?? 0, null);
    expect(signedIn(await actOn(second, underway, TODAY + 5, again))).toEqual([
      [TODAY + 5, DUE, TODAY + 5],
      [TODAY + 5, DUE + 5, TODAY + 5],
    ]);
  });

  it.each([
    { what: "answered, when nobody did", day: TODAY, dueDay: DUE, metDay: TODAY },
    { what: "missed, while there is time", day: DUE, dueDay: DUE, metDay: null },
    { what: "promised for later", day: DUE + 2, dueDay: DUE + 1, metDay: null },
    { what: "answered in time, when it was missed", day: DUE + 2, dueDay: DUE, metDay: DUE },
  ])("that calls it $what is refused by every reader", async ({ day, dueDay, metDay }) => {
    const { served, closer, other, vault } = await challenged();
    const { roster, published } = organisation;
    const key = recipientKey(served, "conversation", closer);
    const forged = (said: Pick<PromiseStanding, "dueDay" | "metDay">, signedOn: number) => {
      const receipt = signReceipt(
        {
          suite: "tern/1",
          origin: ORIGIN,
          case: served.id,
          member: closer.id,
          day: signedOn,
          rosterVersion: roster.version,
          roster: toBase64Url(rosterHash(fromBase64Url(published.roster.statement))),
          promises: [{ promise: "challenge-decision", ...said }],
        },
        closer.signing,
      );
      const json = writePayload({ type: "receipt", receipt });
      const by = { key, author: closer, signer: closer.signing };
      return forgeNext(served, { ...by, json, header: { day: signedOn } });
    };
    const lie = forged({ dueDay, metDay }, day);
    const refused = { kind: "refused", type: "receipt" };
    const seen = await second.openCase(pageWith(served, other, lie));
    expect(seen.items.findLast(({ lane }) => lane === "conversation")).toMatchObject(refused);
    const own = await vault.openCase(reporterPageWith(served, lie));
    expect(own.items.at(-1)).toMatchObject(refused);
    // The control: the same, of what is so.
    const fresh = await desk(organisation, "second");
    const truth = forged({ dueDay: DUE, metDay: null }, DUE + 2);
    const believed = await fresh.openCase(pageWith(served, other, truth));
    expect(signedIn(believed)).toEqual([[DUE + 2, DUE, null]]);
  });
});
