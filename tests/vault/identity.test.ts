/**
 * Who a reporter is, from leaving it to its being read, between real vaults; and everybody who would like to cut it
 * short: a server that invents, a requester who forges, a custodian who lies, a decision that is carried elsewhere.
 */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { decodeEntryHeader } from "../../worker/contract/entry-header.ts";
import { decodeIdentityHeader } from "../../worker/contract/identity-header.ts";
import type { OwnPiece, ReleaseDecision, ReleaseRequest } from "../../worker/contract/release.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import type { FoundedMember } from "../../web/command/founding.ts";
import { originHash } from "../../web/crypto/hash.ts";
import {
  envelopeHash,
  openIdentityHeader,
  openReleasedShare,
  openShare,
} from "../../web/crypto/identity.ts";
import { keyIdOf, sealKeyPair } from "../../web/crypto/keys.ts";
import {
  releaseRequestHash,
  sealReleaseRequest,
  signReleaseDecision,
  signReleaseRequest,
  unsealReleaseRequest,
} from "../../web/crypto/release.ts";
import { writePayload } from "../../web/payload/journal.ts";
import { readDecision, readRequest } from "../../web/payload/release.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { movedPiece } from "../../web/vault/piece-moving.ts";
import { CUSTODIANS, foundCustody, ServedReleases } from "../support/custody.ts";
import { entryHash } from "../routes/sealed-bytes.ts";
import { ORIGIN, TODAY, type MemberHandle, type Organisation } from "../support/organisation.ts";
import { received, type Underway } from "./case-work.ts";
import { forgeNext, laneKeyByCode } from "./forgery.ts";
import { desk, draftTo, verifiedReporter } from "./signing-in.ts";

const WHO = { name: "Somebody Example", reach: "by the neighbour", contact: "", language: "en" };
const REASON = "A court asks who saw it, and the child is safe only if we answer.";

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;
let third: DeskVault;
let coordinator: DeskVault;

beforeAll(async () => {
  organisation = await foundCustody();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
  third = await desk(organisation, "third");
  coordinator = await desk(organisation, "coordinator");
});

function person(handle: MemberHandle): FoundedMember {
  return organisation.people[handle];
}

let underway: Underway;
let releases: ServedReleases;

async function leaves(identity = WHO): Promise<void> {
  underway = await received(organisation, { identity });
  const { report } = underway;
  releases = new ServedReleases(report.case, report.desk, report.identity);
}

function asking(reason: string) {
  const bestInterests = { text: "The child has to be met by somebody they know.", language: "en" };
  return { reason, language: "en", bestInterests };
}

/** Asks in the name of `first`, and is served. */
async function asks(reason = REASON): Promise<string> {
  const { served } = underway;
  await first.openCase(served.memberPage(person("first").id));
  const input = await first.sealRelease(asking(reason), TODAY);
  served.append(input);
  releases.asked.push({ input, requester: person("first").id });
  return input.release.id;
}

async function answers(
  vault: DeskVault,
  handle: MemberHandle,
  release: string,
  answer: "approved" | "harm" = "approved",
): Promise<Signed> {
  await vault.openRequests(releases.requestsFor(person(handle).id));
  const input = await vault.decide(release, answer, TODAY);
  releases.decided.push({ input, custodian: person(handle).id });
  return input.decision;
}

/** Writes into the conversation what was decided, as any reader's page does. */
async function records(): Promise<void> {
  const { served } = underway;
  const { id } = person("first");
  await first.openCase(served.memberPage(id));
  const waiting = await first.readReleases(releases.sharesFor(id));
  const decisions = waiting.flatMap((found) => (found.kind === "unrecorded" ? [found.signed] : []));
  served.append(await first.seal({ kind: "record-decisions", decisions }, TODAY));
}

async function seenByReporter() {
  const { served, vault } = underway;
  served.decisions = releases.decisions;
  return await vault.openCase(served.reporterPage());
}

async function stateForFirst() {
  return (await first.openCase(underway.served.memberPage(person("first").id))).state;
}

beforeEach(() => leaves());

describe("a report", () => {
  it("is equally long in all its parts whether a name was left or not", async () => {
    const lengths = async (identity: typeof WHO | null) => {
      const vault = await verifiedReporter(organisation);
      const sealed = await vault.sealReport(draftTo(organisation.desks.first, { identity }));
      return JSON.stringify(sealed).length;
    };
    const none = await lengths(null);
    expect(await lengths(WHO)).toBe(none);
    expect(await lengths({ ...WHO, contact: "x".repeat(500) })).toBe(none);
    // Were the envelope only there when it is used, this is how much it would show.
    expect(JSON.stringify(underway.report.identity).length).toBeGreaterThan(8_000);
  });

  it("names its envelope and its custodians, and says whether anything is in it", async () => {
    const { identity } = await stateForFirst();
    const ids = CUSTODIANS.map((handle) => person(handle).id);
    expect(identity).toMatchObject({ standing: "left", threshold: 2 });
    expect(identity?.custodians.toSorted()).toEqual(ids.toSorted());
    await leaves({ ...WHO, name: " ", reach: "" });
    expect((await stateForFirst()).identity?.standing).toBe("none");
  });

  it("gives no piece to a custodian the reporter took out", async () => {
    const out = person("third").id;
    underway = await received(organisation, { identity: WHO, excluded: [out] });
    const { shares, header } = underway.report.identity;
    expect(shares.some(({ member }) => member === out)).toBe(false);
    const { custodians } = decodeIdentityHeader(fromBase64Url(header));
    expect(custodians.map(({ id }) => toBase64Url(id))).not.toContain(out);
    expect((await stateForFirst()).identity?.custodians).not.toContain(out);
  });

  it("names no envelope when all of them are taken out, or the desk has none", async () => {
    const excluded = ["third", "coordinator", "second"].map(
      (handle) => organisation.members.find((member) => member.handle === handle)?.id ?? "",
    );
    underway = await received(organisation, { identity: WHO, excluded });
    expect((await stateForFirst()).identity).toBeNull();
    const vault = await verifiedReporter(organisation);
    const { identity } = await vault.sealReport(
      draftTo(organisation.desks.second, { identity: WHO }),
    );
    expect(decodeIdentityHeader(fromBase64Url(identity.header)).custodians).toEqual([]);
  });
});

describe("a list of people", () => {
  it("without the packet of a custodian is refused, as one without a reviewer's is", async () => {
    for (const handle of ["coordinator", "first"] as const) {
      const published = {
        ...organisation.published,
        packets: organisation.published.packets.filter(
          ({ member }) => member !== person(handle).id,
        ),
      };
      await expect(verifiedReporter(organisation, published)).rejects.toMatchObject({
        code: "packet-invalid",
      });
    }
  });
});

describe("asking, deciding and opening", () => {
  it("shows who it is to whoever asked, once enough agreed and the reporter can read it all", async () => {
    const release = await asks();
    expect((await seenByReporter()).state.releases).toMatchObject([{ reason: REASON }]);
    await answers(third, "third", release);
    await records();
    const { id } = person("first");
    await first.openCase(underway.served.memberPage(id));
    const early = await first.openIdentity(release, releases.sharesFor(id));
    expect(early).toEqual({ kind: "short", wrong: [] });
    await answers(coordinator, "coordinator", release);
    await records();
    await first.openCase(underway.served.memberPage(id));
    expect(await first.openIdentity(release, releases.sharesFor(id))).toEqual({ kind: "opened" });
    // Not before the reporter can read that it was opened.
    await expect(first.revealIdentity(release)).rejects.toMatchObject({ code: "not-ready" });
    const act = { kind: "open-identity", release, decisions: [] } as const;
    underway.served.append(await first.seal(act, TODAY));
    await first.openCase(underway.served.memberPage(id));
    expect(await first.revealIdentity(release)).toEqual(WHO);
    const seen = await seenByReporter();
    expect(seen.waiting).toEqual([]);
    expect(seen.state.releases).toMatchObject([
      {
        id: release,
        openedDay: TODAY,
        decisions: [{ answer: "approved" }, { answer: "approved" }],
      },
    ]);
  });

  it("shows a custodian the reason, who asks, and nothing of the report", async () => {
    const release = await asks();
    const [request] = await third.openRequests(releases.requestsFor(person("third").id));
    expect(request).toMatchObject({
      kind: "holds",
      release,
      reason: REASON,
      requester: person("first").id,
      chosen: true,
      answer: null,
      threshold: 2,
    });
    expect(JSON.stringify(request)).not.toContain(draftTo("").text);
  });

  it("tells the reporter a decision that nobody wrote down", async () => {
    const release = await asks();
    await answers(third, "third", release, "harm");
    const [waiting] = (await seenByReporter()).waiting;
    expect(waiting).toMatchObject({ kind: "unrecorded", release, answer: "harm" });
    await records();
    expect((await seenByReporter()).waiting).toEqual([]);
  });

  it("tells the reporter that a request was kept from them, when custodians decided one", async () => {
    const release = await asks();
    await answers(third, "third", release);
    const { vault, served } = underway;
    served.decisions = releases.decisions;
    const page = served.reporterPage();
    const [report] = page.entries;
    if (report === undefined) throw new Error("identity: no report");
    const hidden = {
      ...page,
      entries: [report],
      case: { ...page.case, conversationSeq: 1 },
    };
    const { waiting } = await vault.openCase(hidden);
    expect(waiting).toEqual([
      { kind: "unasked", custodian: person("third").id, answer: "approved" },
    ]);
  });

  it("ends when the reporter takes it back: no request stands, and none can be made", async () => {
    await asks();
    const { served, vault } = underway;
    await seenByReporter();
    served.add(await vault.sealIdentityWithdrawal(TODAY));
    expect((await stateForFirst()).identity?.standing).toBe("withdrawn");
    await expect(first.sealRelease(asking(REASON), TODAY)).rejects.toMatchObject({
      code: "not-ready",
    });
  });

  it("is for the newest envelope: what was said anew is asked for anew", async () => {
    const { served, vault } = underway;
    await seenByReporter();
    const anew = { ...WHO, name: "Another Example" };
    const { entry, identity } = await vault.sealIdentity(anew, TODAY);
    served.add(entry);
    releases.envelopes.set(2, identity);
    releases.envelopes.delete(1);
    const release = await asks();
    await answers(third, "third", release);
    await answers(coordinator, "coordinator", release);
    await records();
    const { id } = person("first");
    await first.openCase(served.memberPage(id));
    expect(await first.openIdentity(release, releases.sharesFor(id))).toEqual({ kind: "opened" });
  });
});

describe("a server", () => {
  /** Puts another request in place of the one that was made; sealed as anybody could who knows a public key. */
  async function swapped(signed: Signed, release: string, handle: MemberHandle) {
    const custodian = person(handle);
    const answer = releases.requestsFor(custodian.id);
    const place = { origin: originHash(ORIGIN), case: underway.report.case };
    const sealed = sealReleaseRequest(signed, custodian.seal.publicKey, {
      ...place,
      release,
      custodian: custodian.id,
    });
    return {
      ...answer,
      requests: answer.requests.map((request) => ({
        ...request,
        release,
        sealedKey: toBase64Url(keyIdOf(custodian.seal.publicKey)),
        sealed: toBase64Url(sealed),
      })),
    };
  }

  let original: () => ReleaseRequest;
  beforeEach(async () => {
    await asks();
    const [release] = (await stateForFirst()).releases;
    const request = release === undefined ? null : readRequest(release.request);
    if (request === null) throw new Error("identity: nothing was asked");
    original = () => request;
  });

  it("cannot invent a request: whoever it names has not signed it", async () => {
    const request = original();
    const invented = [
      { ...request, release: toBase64Url(new Uint8Array(16).fill(5)) },
      { ...request, reason: "Because." },
      { ...request, requester: person("second").id },
      { ...request, requester: toBase64Url(new Uint8Array(16).fill(6)) },
    ];
    for (const lie of invented) {
      // Signed by somebody, but not by the member it names.
      const signed = signReleaseRequest(lie, organisation.root);
      const [view] = await third.openRequests(await swapped(signed, lie.release, "third"));
      expect(view).toMatchObject({ kind: "refused" });
      await expect(third.decide(lie.release, "approved", TODAY)).rejects.toMatchObject({
        code: "not-ready",
      });
    }
    const [control] = await third.openRequests(releases.requestsFor(person("third").id));
    expect(control).toMatchObject({ kind: "holds" });
  });

  it("cannot use a request for another case, envelope, release or readers", async () => {
    const request = original();
    const other = await received(organisation, { identity: WHO });
    const seed = person("first").signing;
    const release = request.release;
    const lies = [
      { ...request, case: other.report.case },
      { ...request, envelope: toBase64Url(new Uint8Array(32).fill(1)) },
      { ...request, release: toBase64Url(new Uint8Array(16).fill(5)) },
      { ...request, readers: [person("first").id] },
      { ...request, origin: "https://elsewhere.example" },
    ];
    for (const lie of lies) {
      const signed = signReleaseRequest(lie, seed);
      const [view] = await third.openRequests(await swapped(signed, release, "third"));
      expect(view).toMatchObject({ kind: "refused" });
    }
  });

  it("cannot pass another piece for a custodian's own", async () => {
    const answer = releases.requestsFor(person("third").id);
    const other = await received(organisation, { identity: WHO });
    const foreign = [
      other.report.identity.shares.find(({ member }) => member === person("third").id)?.share,
      underway.report.identity.shares.find(({ member }) => member !== person("third").id)?.share,
    ];
    for (const share of foreign) {
      const requests = answer.requests.map((request) => ({ ...request, share: share ?? "" }));
      const [view] = await third.openRequests({ ...answer, requests });
      expect(view).toMatchObject({ kind: "refused" });
    }
    for (const lost of [{ share: null }, { sealed: null }]) {
      const requests = answer.requests.map((request) => ({ ...request, ...lost }));
      const [view] = await third.openRequests({ ...answer, requests });
      expect(view).toMatchObject({ kind: "key-lost" });
    }
    const { header } = other.report.identity;
    const requests = answer.requests.map((request) => ({ ...request, header }));
    const [view] = await third.openRequests({ ...answer, requests });
    expect(view).toMatchObject({ kind: "refused" });
  });

  it("cannot let somebody ask unnoticed whom the reporter did not choose", async () => {
    const request = { ...original(), requester: person("coordinator").id };
    const signed = signReleaseRequest(request, person("coordinator").signing);
    const [view] = await third.openRequests(await swapped(signed, request.release, "third"));
    expect(view).toMatchObject({ kind: "holds", chosen: false });
  });
});

describe("a request", () => {
  it("comes with the hash of the note that says why, which is none of what the reporter reads", async () => {
    const { served } = underway;
    await first.openCase(served.memberPage(person("first").id));
    const { entries, interests } = await first.sealRelease(asking(REASON), TODAY);
    const lanes = entries.map(({ header }) => decodeEntryHeader(fromBase64Url(header)).lane);
    expect(lanes).toEqual(["internal", "internal", "conversation"]);
    // The lane's opening, the reason, the request.
    expect(entries.map(entryHash).indexOf(interests)).toBe(1);
    // The control: what holds no reason names none.
    const noted = await first.seal({ kind: "note", text: "Rung up.", language: "en" }, TODAY);
    expect(noted.interests).toBeNull();
  });
});

describe("a custodian", () => {
  it("is not asked for what they ask themself, and is refused an answer to it", async () => {
    const { served } = underway;
    const { id } = person("second");
    await second.openCase(served.memberPage(id));
    const input = await second.sealRelease(asking(REASON), TODAY);
    expect(input.release.requests.map(({ member }) => member)).not.toContain(id);
    served.append(input);
    const state = (await second.openCase(served.memberPage(id))).state;
    const [release] = state.releases;
    if (release === undefined) throw new Error("identity: not asked");
    const forged = signReleaseDecision(decisionOn(release.request, id), person("second").signing);
    served.append(await second.seal({ kind: "record-decisions", decisions: [forged] }, TODAY));
    const view = await second.openCase(served.memberPage(id));
    expect(view.state.releases).toMatchObject([{ decisions: [] }]);
    const last = view.items.findLast(({ lane }) => lane === "conversation");
    expect(last).toMatchObject({ kind: "refused", type: "release-decision" });
  });

  it("who gives out something else than their piece is named", async () => {
    const release = await asks();
    await answers(third, "third", release);
    await answers(coordinator, "coordinator", release);
    await records();
    const { id } = person("first");
    const answer = releases.sharesFor(id);
    await first.openCase(underway.served.memberPage(id));
    const [one, other] = answer.releases[0]?.answers ?? [];
    if (one?.share === undefined || other?.share === undefined) throw new Error("identity: short");
    const lied = [{ ...one, share: other.share }, other];
    const changed = { ...answer, releases: answer.releases.map((r) => ({ ...r, answers: lied })) };
    expect(await first.openIdentity(release, changed)).toEqual({
      kind: "short",
      wrong: [readDecision(one.decision)?.custodian],
    });
    expect(await first.openIdentity(release, answer)).toEqual({ kind: "opened" });
  });
});

/** What a custodian would sign to approve it. */
function decisionOn(request: Signed, custodian: string): ReleaseDecision {
  const asked = readRequest(request);
  if (asked === null) throw new Error("identity: no request");
  const { suite, origin, case: caseId, release, envelope, requester } = asked;
  return {
    suite,
    origin,
    case: caseId,
    release,
    envelope,
    requester,
    custodian,
    request: releaseRequestHash(request),
    day: TODAY,
    answer: "approved",
  };
}

describe("a requester", () => {
  /** The conversation with that decision in it, as `first` could write it past their own vault. */
  async function carrying(decision: Signed) {
    const { served, code } = underway;
    const key = await laneKeyByCode(served, code);
    const author = person("first");
    const json = writePayload({ type: "release-decision", decision });
    served.add(forgeNext(served, { key, author, signer: author.signing, json }));
    return await seenByReporter();
  }

  it("cannot forge a decision: it stands as refused, for the reporter and for every reader", async () => {
    await asks();
    const [{ request } = { request: null }] = (await stateForFirst()).releases;
    if (request === null) throw new Error("identity: not asked");
    const custodian = person("third").id;
    const statement = decisionOn(request, custodian);
    const forged = [
      signReleaseDecision(statement, person("first").signing),
      signReleaseDecision({ ...statement, custodian: person("first").id }, person("first").signing),
    ];
    for (const decision of forged) {
      const view = await carrying(decision);
      expect(view.items.at(-1)).toMatchObject({ kind: "refused", type: "release-decision" });
      expect(view.state.releases).toMatchObject([{ decisions: [] }]);
    }
    const control = await carrying(signReleaseDecision(statement, person("third").signing));
    expect(control.state.releases).toMatchObject([{ decisions: [{ custodian }] }]);
    // The same one twice is one.
    const twice = await carrying(signReleaseDecision(statement, person("third").signing));
    expect(twice.items.at(-1)).toMatchObject({ kind: "refused" });
  });

  it("cannot carry a decision to another request, case, envelope or requester", async () => {
    await asks();
    const [{ request } = { request: null }] = (await stateForFirst()).releases;
    if (request === null) throw new Error("identity: not asked");
    const statement = decisionOn(request, person("third").id);
    const other = toBase64Url(new Uint8Array(16).fill(7));
    const lies: readonly ReleaseDecision[] = [
      { ...statement, request: toBase64Url(new Uint8Array(32)) },
      { ...statement, case: other },
      { ...statement, release: other },
      { ...statement, requester: person("second").id },
      { ...statement, envelope: toBase64Url(new Uint8Array(32)) },
    ];
    for (const lie of lies) {
      const view = await carrying(signReleaseDecision(lie, person("third").signing));
      expect(view.items.at(-1)).toMatchObject({ kind: "refused", type: "release-decision" });
      expect(view.state.releases).toMatchObject([{ decisions: [] }]);
    }
  });

  it("cannot say that it was opened before enough agreed, nor for another", async () => {
    const release = await asks();
    const { served, code } = underway;
    const key = await laneKeyByCode(served, code);
    const author = person("first");
    const json = writePayload({ type: "release-opened", release });
    served.add(forgeNext(served, { key, author, signer: author.signing, json }));
    const view = await seenByReporter();
    expect(view.items.at(-1)).toMatchObject({ kind: "refused", type: "release-opened" });
    expect(view.state.releases).toMatchObject([{ openedDay: null }]);
  });

  it("cannot have the server make up an answer: the reporter is told that nobody signed it", async () => {
    await asks();
    const [{ request } = { request: null }] = (await stateForFirst()).releases;
    if (request === null) throw new Error("identity: not asked");
    const { served, vault } = underway;
    const forged = signReleaseDecision(decisionOn(request, person("third").id), organisation.root);
    served.decisions = [forged];
    expect((await vault.openCase(served.reporterPage())).waiting).toEqual([{ kind: "forged" }]);
  });
});

describe("a key that is renewed", () => {
  it("opens every piece and request that was moved to it, and the one before opens none of them", async () => {
    const release = await asks();
    await answers(third, "third", release);
    const keeper = person("third");
    const asker = person("first");
    const next = sealKeyPair(new Uint8Array(32).fill(200));
    const origin = originHash(ORIGIN);
    const [request] = releases.requestsFor(keeper.id).requests;
    const [answer] = releases.sharesFor(asker.id).releases[0]?.answers ?? [];
    const asked = request?.sealed ?? null;
    const piece = request?.share ?? null;
    const released = answer?.share ?? null;
    if (request === undefined || asked === null || piece === null || released === null) {
      throw new Error("identity: nothing to move");
    }
    const place = { case: request.case, release, header: request.header };
    const moved = (own: OwnPiece, owner: FoundedMember) => {
      const by = { origin, memberId: owner.id };
      const once = movedPiece(own, owner.seal, next, by).sealed;
      // The key before opens it no more, and so cannot move it again.
      const twice = movedPiece({ ...own, sealed: once }, owner.seal, next, by).sealed;
      return { once, twice };
    };
    const header = openIdentityHeader(request.header, envelopeHash(fromBase64Url(request.header)), {
      origin,
      caseId: fromBase64Url(request.case),
    });
    const share = moved(
      { kind: "share", case: request.case, seq: 1, header: request.header, sealed: piece },
      keeper,
    );
    expect(openShare(share.once, keeper.id, next, header)).toEqual(
      openShare(piece, keeper.id, keeper.seal, header),
    );
    const sealed = moved({ kind: "request", case: request.case, release, sealed: asked }, keeper);
    const at = { origin, case: request.case, release, custodian: keeper.id };
    expect(unsealReleaseRequest(sealed.once, next, at)).toEqual(
      unsealReleaseRequest(asked, keeper.seal, at),
    );
    const given = moved(
      { kind: "released", ...place, custodian: keeper.id, sealed: released.share },
      asker,
    );
    const to = { release, custodian: keeper.id, requester: asker.id };
    expect(openReleasedShare(given.once, next, header, to)).toEqual(
      openReleasedShare(released.share, asker.seal, header, to),
    );
    for (const { once, twice } of [share, sealed, given]) expect(twice).toBe(once);
  });
});
