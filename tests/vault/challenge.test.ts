/** A challenged decision between vaults: sealed by the reporter, answered by whoever did not take it, and by nobody else. */
import { beforeAll, describe, expect, it } from "vitest";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { DeskAct } from "../../web/vault/interface.ts";
import { writePayload } from "../../web/payload/journal.ts";
import { openChallenge } from "../../web/payload/challenge.ts";
import { foundOrganisation, TODAY, type Organisation } from "../support/organisation.ts";
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
