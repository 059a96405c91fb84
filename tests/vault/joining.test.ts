/**
 * Taking somebody on, against a server that lies to either side: what it makes up is refused, what it exchanges is
 * found, and beside each lie stands the same step told truly.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { Invitation } from "../../worker/contract/invitation.ts";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import { originHash } from "../../web/crypto/hash.ts";
import {
  invitationKeys,
  newInvitationSecret,
  signInvitation,
} from "../../web/crypto/invitation.ts";
import { newKeyring, sealKeyring } from "../../web/crypto/keyring.ts";
import { invitationSecret, newSigningSeed, type SigningSeed } from "../../web/crypto/keys.ts";
import type { InvitationPlan, NewInvitation } from "../../web/vault/coordination.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import type { JoinerKeys } from "../../web/vault/joining.ts";
import { JoiningVault } from "../../web/vault/joining-vault.ts";
import { foundOrganisation, ORIGIN, TODAY, type Organisation } from "../support/organisation.ts";
import { desk, draftTo, verifiedReporter } from "./signing-in.ts";

type Listed = OutputOf<"invitations">["invitations"][number];

let organisation: Organisation;
let coordinator: DeskVault;
beforeAll(async () => {
  organisation = await foundOrganisation();
  coordinator = await desk(organisation, "coordinator");
});

function plan(change: Partial<InvitationPlan> = {}): InvitationPlan {
  return {
    handle: "wren",
    name: "Wren Example",
    roles: ["reviewer"],
    desks: [organisation.desks.second],
    expiresDay: TODAY + 7,
    ...change,
  };
}

interface Guest {
  readonly vault: JoiningVault;
  readonly keys: JoinerKeys;
  readonly listed: Listed;
}

/** Opens the link in a browser of their own, and answers. */
async function joins({ input, secret }: NewInvitation): Promise<Guest> {
  const vault = new JoiningVault(organisation.trust);
  await vault.start();
  await vault.openLink(secret);
  const answer = { invitation: input.invitation, keyring: null };
  await vault.readInvitation(answer, organisation.published, TODAY, ORIGIN);
  const keys = await vault.makeKeys();
  const { joining } = await vault.joining();
  return { vault, keys, listed: { ...input, joined: { day: TODAY, joining } } };
}

/** What the coordinator is told of one invitation. */
async function told(listed: Listed, vault = coordinator) {
  const [view] = await vault.readInvitations([listed]);
  if (view === undefined) throw new Error("joining: nothing was read");
  return view;
}

async function confirms(listed: Listed) {
  const view = await told(listed);
  if (view.kind !== "joined") throw new Error(`joining: ${view.kind}`);
  return coordinator.signNextRoster({ kind: "confirm", locatorHash: view.locatorHash });
}

/** What the server publishes once it has taken that roster in. */
function publishedWith(
  { input }: Awaited<ReturnType<typeof confirms>>,
  { listed }: Guest,
): PublishedRoster {
  const { published, people } = organisation;
  const packet = listed.joined?.joining.packet;
  const statement: unknown = JSON.parse(
    Buffer.from(listed.invitation.statement, "base64url").toString(),
  );
  const { memberId: member } = Invitation.parse(statement);
  return {
    delegation: input.delegation,
    signer: people.coordinator.id,
    roster: input.roster,
    packets: [...published.packets, ...(packet === undefined ? [] : [{ member, packet }])],
  };
}

/** An invitation as anybody can write one, signed by whoever has that seed. */
function forged(seed: SigningSeed, change: Partial<Invitation> = {}) {
  const secret = newInvitationSecret();
  const { locatorHash } = invitationKeys(secret);
  const invitation = signInvitation(
    {
      suite: "tern/1",
      origin: ORIGIN,
      locatorHash: toBase64Url(locatorHash),
      invitedBy: organisation.people.coordinator.id,
      memberId: toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
      handle: "forged",
      name: "Forged",
      roles: ["coordinator"],
      desks: [],
      expiresDay: TODAY + 7,
      ...change,
    },
    seed,
  );
  return { invitation, secret: toBase64Url(secret) };
}

describe("somebody invited", () => {
  it("is shown who invites and as what, and both sides read the same six words", async () => {
    const invitation = await coordinator.makeInvitation(plan());
    const vault = new JoiningVault(organisation.trust);
    await vault.start();
    await vault.openLink(invitation.secret);
    const answer = { invitation: invitation.input.invitation, keyring: null };
    const offer = await vault.readInvitation(answer, organisation.published, TODAY, ORIGIN);
    expect(offer).toMatchObject({
      organisation: "Example organisation",
      kind: "new",
      invitedBy: "Coordinator",
      name: "Wren Example",
      roles: ["reviewer"],
      desks: [{ fr: "Second bureau" }],
    });
    const guest = await joins(invitation);
    const view = await told(guest.listed);
    expect(guest.keys.fingerprint).toHaveLength(6);
    expect(view).toMatchObject({ kind: "joined", words: guest.keys.fingerprint });
  });

  it("is a member once confirmed, and nobody before: sealed to, signed in, on the list", async () => {
    const guest = await joins(await coordinator.makeInvitation(plan()));
    expect(await guest.vault.isConfirmed(organisation.published, TODAY, ORIGIN)).toBe(false);
    const before = await verifiedReporter(organisation);
    const earlier = await before.sealReport(draftTo(organisation.desks.second));
    const published = publishedWith(await confirms(guest.listed), guest);
    expect(await guest.vault.isConfirmed(published, TODAY, ORIGIN)).toBe(true);
    const reporter = await verifiedReporter(organisation, published);
    const report = await reporter.sealReport(draftTo(organisation.desks.second));
    const member = published.packets.at(-1)?.member;
    expect(report.wraps.map((wrap) => wrap.member)).toContain(member);
    expect(earlier.wraps.map((wrap) => wrap.member)).not.toContain(member);
    // With the passphrase that was written down, on any device.
    const joining = guest.listed.joined?.joining;
    if (joining === undefined || member === undefined) throw new Error("joining: nobody came");
    const elsewhere = new DeskVault(organisation.trust);
    await elsewhere.start();
    await elsewhere.stretch(guest.keys.passphrase.join(" "), joining.parameters);
    await elsewhere.unlock({ member, keyring: joining.keyring, keyringVersion: 1, slots: [] });
    const { self } = await elsewhere.verifyRoster(published, TODAY, ORIGIN);
    expect(self).toMatchObject({ id: member, name: "Wren Example", roles: ["reviewer"] });
  });

  it("has the passphrase asked back, word by word", async () => {
    const { vault, keys } = await joins(await coordinator.makeInvitation(plan()));
    expect(keys.passphrase).toHaveLength(7);
    for (const [at, word] of keys.passphrase.entries()) {
      expect(await vault.checkWord(at + 1, ` ${word.toUpperCase()} `)).toBe(true);
      expect(await vault.checkWord(at + 1, `${word}x`)).toBe(false);
    }
    expect(await vault.checkWord(8, keys.passphrase[0] ?? "")).toBe(false);
  });

  it("makes no keys for a link that is no link, and none before the invitation held", async () => {
    const vault = new JoiningVault(organisation.trust);
    await vault.start();
    for (const secret of ["", "AAAA", "not base64url!", `${"A".repeat(42)}B`]) {
      await expect(vault.openLink(secret)).rejects.toMatchObject({ code: "wrong-length" });
    }
    await vault.openLink((await coordinator.makeInvitation(plan())).secret);
    await expect(vault.makeKeys()).rejects.toMatchObject({ code: "not-ready" });
  });
});

describe("an invitation that the server made up", () => {
  async function reads(
    { secret }: Pick<NewInvitation, "secret">,
    answer: OutputOf<"readInvitation">,
    published = organisation.published,
    today = TODAY,
  ) {
    const vault = new JoiningVault(organisation.trust);
    await vault.start();
    await vault.openLink(secret);
    return vault.readInvitation(answer, published, today, ORIGIN);
  }

  it("is refused by the invitee, whoever signed it", async () => {
    const { first, coordinator: inviter } = organisation.people;
    for (const lie of [
      forged(newSigningSeed()),
      forged(first.signing),
      // A reviewer who says that they invite.
      forged(first.signing, { invitedBy: first.id }),
      forged(inviter.signing, { invitedBy: first.id }),
      forged(inviter.signing, { origin: "https://other.example" }),
      forged(inviter.signing, { memberId: first.id }),
    ]) {
      const answer = { invitation: lie.invitation, keyring: null };
      await expect(reads(lie, answer)).rejects.toMatchObject({ code: "invitation-invalid" });
    }
    const truth = forged(inviter.signing);
    const answer = { invitation: truth.invitation, keyring: null };
    await expect(reads(truth, answer)).resolves.toMatchObject({ name: "Forged" });
  });

  it("is refused by the invitee when it belongs to another link, or is past its day", async () => {
    const [mine, other] = [
      await coordinator.makeInvitation(plan()),
      await coordinator.makeInvitation(plan()),
    ];
    const code = "invitation-invalid";
    const swapped = { invitation: other.input.invitation, keyring: null };
    await expect(reads(mine, swapped)).rejects.toMatchObject({ code });
    const answer = { invitation: mine.input.invitation, keyring: null };
    const late = reads(mine, answer, organisation.published, TODAY + 8);
    await expect(late).rejects.toMatchObject({ code });
    await expect(reads(mine, answer, organisation.published, TODAY + 7)).resolves.toMatchObject({
      name: "Wren Example",
    });
  });

  it("is refused by the invitee under a list of people that does not hold", async () => {
    const invitation = await coordinator.makeInvitation(plan());
    const answer = { invitation: invitation.input.invitation, keyring: null };
    const { published } = organisation;
    const roster = { ...published.roster, signature: published.delegation.signature };
    const lie = reads(invitation, answer, { ...published, roster });
    await expect(lie).rejects.toMatchObject({ code: "roster-signature" });
  });

  it("is shown to coordinators as unsigned, and cannot be confirmed", async () => {
    const { first, coordinator: inviter } = organisation.people;
    const guest = await joins(await coordinator.makeInvitation(plan()));
    for (const lie of [
      forged(newSigningSeed()),
      forged(first.signing, { invitedBy: first.id }),
      forged(inviter.signing, { origin: "https://other.example" }),
    ]) {
      const { kept, joined } = guest.listed;
      const view = await told({ invitation: lie.invitation, kept, joined });
      expect(view).toEqual({ kind: "unsigned", problem: "invitation-invalid" });
    }
    // Signed truly, but with what was kept of another link.
    const other = await coordinator.makeInvitation(plan());
    const view = await told({ ...guest.listed, invitation: other.input.invitation });
    expect(view).toMatchObject({ kind: "not-theirs", problem: "invitation-invalid" });
  });
});

describe("a joining that the server exchanged", () => {
  it("is refused by its mark, part by part, and cannot be confirmed", async () => {
    const guest = await joins(await coordinator.makeInvitation(plan()));
    const attacker = await joins(await coordinator.makeInvitation(plan()));
    const [truth, theirs] = [guest.listed.joined?.joining, attacker.listed.joined?.joining];
    if (truth === undefined || theirs === undefined) throw new Error("joining: nobody came");
    const lies = [
      theirs,
      { ...theirs, mac: truth.mac },
      { ...truth, key: theirs.key },
      { ...truth, packet: theirs.packet },
      { ...truth, signInKey: theirs.signInKey },
      { ...truth, keyring: theirs.keyring },
      { ...truth, parameters: theirs.parameters },
    ];
    for (const joining of lies) {
      const view = await told({ ...guest.listed, joined: { day: TODAY, joining } });
      expect(view).toMatchObject({ kind: "not-theirs", problem: "joining-invalid" });
      if (view.kind !== "not-theirs") continue;
      const { locatorHash } = view;
      await expect(
        coordinator.signNextRoster({ kind: "confirm", locatorHash }),
      ).rejects.toMatchObject({ code: "not-ready" });
    }
    await expect(confirms(guest.listed)).resolves.toMatchObject({ version: 2 });
  });

  it("shows other words when somebody else got the link and used it first", async () => {
    const invitation = await coordinator.makeInvitation(plan());
    const [thief, guest] = [await joins(invitation), await joins(invitation)];
    const view = await told(thief.listed);
    // Its mark holds, because it was made with the link: only the words tell.
    expect(view).toMatchObject({ kind: "joined", words: thief.keys.fingerprint });
    expect(thief.keys.fingerprint).not.toEqual(guest.keys.fingerprint);
  });

  it("is checked by the inviter alone: another coordinator cannot confirm it", async () => {
    const guest = await joins(await coordinator.makeInvitation(plan()));
    const other = await joins(await coordinator.makeInvitation(plan({ roles: ["coordinator"] })));
    const published = publishedWith(await confirms(other.listed), other);
    const joining = other.listed.joined?.joining;
    const member = published.packets.at(-1)?.member;
    if (joining === undefined || member === undefined) throw new Error("joining: nobody came");
    const second = new DeskVault(organisation.trust);
    await second.start();
    await second.stretch(other.keys.passphrase.join(" "), joining.parameters);
    await second.unlock({ member, keyring: joining.keyring, keyringVersion: 1, slots: [] });
    await second.verifyRoster(published, TODAY, ORIGIN);
    const view = await told(guest.listed, second);
    expect(view.kind).toBe("joined-elsewhere");
    // And, not named by the root key, they can neither invite nor sign.
    const invited = second.makeInvitation(plan());
    await expect(invited).rejects.toMatchObject({ code: "not-delegated" });
    const signed = second.signNextRoster({ kind: "renew", delegation: null });
    await expect(signed).rejects.toMatchObject({ code: "not-delegated" });
  });

  it("is forgotten with the roster it was read under", async () => {
    const guest = await joins(await coordinator.makeInvitation(plan()));
    const vault = await desk(organisation, "coordinator");
    const view = await told(guest.listed, vault);
    if (view.kind !== "joined") throw new Error(view.kind);
    await vault.verifyRoster(organisation.published, TODAY, ORIGIN);
    await expect(
      vault.signNextRoster({ kind: "confirm", locatorHash: view.locatorHash }),
    ).rejects.toMatchObject({ code: "not-ready" });
  });
});

describe("a founding coordinator", () => {
  function founding() {
    const { coordinator: self } = organisation.people;
    const invitation = forged(self.signing, { memberId: self.id, handle: self.handle });
    const { keyring: key } = invitationKeys(invitationSecret(fromBase64Url(invitation.secret)));
    const seed = crypto.getRandomValues(new Uint8Array(32));
    const keyring = sealKeyring(
      newKeyring({
        memberId: fromBase64Url(self.id),
        signing: self.signing,
        sealSeeds: [{ epoch: 0, seed }],
      }),
      key,
      originHash(ORIGIN),
    );
    return { ...invitation, answer: { ...invitation, keyring: toBase64Url(keyring) } };
  }

  it("takes their own keyring over under a passphrase, and needs nobody to confirm", async () => {
    const { secret, answer } = founding();
    const vault = new JoiningVault(organisation.trust);
    await vault.start();
    await vault.openLink(secret);
    const { invitation, keyring } = answer;
    const read = { invitation, keyring };
    const offer = await vault.readInvitation(read, organisation.published, TODAY, ORIGIN);
    expect(offer.kind).toBe("founding");
    const { passphrase } = await vault.makeKeys();
    expect(await vault.isConfirmed(organisation.published, TODAY, ORIGIN)).toBe(true);
    const { joining } = await vault.joining();
    const self = organisation.people.coordinator;
    const elsewhere = new DeskVault(organisation.trust);
    await elsewhere.start();
    await elsewhere.stretch(passphrase.join(" "), joining.parameters);
    await elsewhere.unlock({
      member: self.id,
      keyring: joining.keyring,
      keyringVersion: 2,
      slots: [],
    });
    await expect(
      elsewhere.verifyRoster(organisation.published, TODAY, ORIGIN),
    ).resolves.toMatchObject({ self: { id: self.id } });
  });

  it("is not somebody the server says they are: another keyring or none is refused", async () => {
    const { secret, answer } = founding();
    const vault = new JoiningVault(organisation.trust);
    await vault.start();
    await vault.openLink(secret);
    const { published } = organisation;
    const bare = vault.readInvitation(
      { invitation: answer.invitation, keyring: null },
      published,
      TODAY,
      ORIGIN,
    );
    await expect(bare).rejects.toMatchObject({ code: "invitation-invalid" });
    const other = founding().answer.keyring;
    const swapped = vault.readInvitation(
      { invitation: answer.invitation, keyring: other },
      published,
      TODAY,
      ORIGIN,
    );
    await expect(swapped).rejects.toMatchObject({ code: "passphrase-wrong" });
  });
});
