/** Who may take part in a case: those the reporter sealed to, while they are members, and nobody else. */
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { Member } from "../../worker/contract/roster.ts";
import { newSigningSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import {
  foundOrganisation,
  ORIGIN,
  packetOf,
  signAnything,
  withPacket,
  signedRoster,
  TODAY,
  type Organisation,
} from "../support/organisation.ts";
import { breaksAt } from "./breaking.ts";
import { received } from "./case-work.ts";
import { forgeNext, laneKeyByCode, pageWith, reporterPageWith } from "./forgery.ts";
import { desk, returning, signedIn, arrivedDesk, unlockedDesk } from "./signing-in.ts";

const STRANGE = { lane: "conversation", seq: 2, code: "entry-signature" } as const;

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
});

describe("a rostered member", () => {
  it("who was not sealed to is refused, with a valid signature and the lane key", async () => {
    const { served, code } = await received(organisation);
    const key = await laneKeyByCode(served, code);
    const stranger = organisation.people.third;
    const entry = forgeNext(served, { key, author: stranger, signer: stranger.signing });
    await breaksAt(second.openCase(pageWith(served, organisation.people.second, entry)), STRANGE);
    const reporter = await returning(organisation, code);
    await breaksAt(reporter.openCase(reporterPageWith(served, entry)), STRANGE);
  });

  it("who was taken out by the reporter is refused, and one who was not is believed", async () => {
    const { first: author, second: excluded } = organisation.people;
    const { served, code } = await received(organisation, { excluded: [excluded.id] });
    const key = await laneKeyByCode(served, code);
    for (const [writer, believed] of [
      [excluded, false],
      [author, true],
    ] as const) {
      const entry = forgeNext(served, { key, author: writer, signer: writer.signing });
      const reporter = await returning(organisation, code);
      const asked = reporter.openCase(reporterPageWith(served, entry));
      if (believed) await expect(asked).resolves.toMatchObject({ broken: null });
      else await breaksAt(asked, STRANGE);
    }
  });

  it("who is revoked is refused from the day after, and believed for what they wrote before", async () => {
    const author = organisation.people.first;
    const published = signedRoster(organisation, (roster) => ({
      ...roster,
      members: roster.members.map((entry) =>
        entry.id === author.id ? { ...entry, revokedDay: TODAY } : entry,
      ),
    }));
    for (const [day, believed] of [
      [TODAY - 1, true],
      // On their last day they may have written before it was said that it is.
      [TODAY, true],
      [TODAY + 1, false],
    ] as const) {
      const { served, code } = await received(organisation);
      const key = await laneKeyByCode(served, code);
      const entry = forgeNext(served, { key, author, signer: author.signing, header: { day } });
      const reporter = await returning(organisation, code);
      await reporter.verifyRoster(published, TODAY, ORIGIN);
      const asked = reporter.openCase(reporterPageWith(served, entry));
      if (believed) await expect(asked).resolves.toMatchObject({ broken: null });
      else await breaksAt(asked, STRANGE);
    }
  });

  it("who is no recipient opens nothing with a complete keyring", async () => {
    const { served } = await received(organisation);
    const outsider = organisation.people.third;
    const vault = await desk(organisation, "third");
    const insider = organisation.people.first.id;
    // The server hands over everything it has: another's wraps, every entry, the card.
    await expect(vault.openCase(served.memberPage(insider))).rejects.toMatchObject({
      code: "wrap-invalid",
    });
    const relabelled = served
      .wrapsOf(insider)
      .map((wrap) => ({ ...wrap, key: served.wrapsOf(insider)[0]?.key ?? "" }));
    const page = { ...served.memberPage(insider), wraps: relabelled };
    await expect(vault.openCase(page)).rejects.toMatchObject({ code: "wrap-invalid" });
    await expect(vault.openCase(served.memberPage(outsider.id))).rejects.toMatchObject({
      code: "wrap-invalid",
    });
    const [row] = await vault.openCards([served.row(insider)]);
    expect(row?.card).toBeNull();
    // A recipient opens the same.
    await expect(first.openCase(served.memberPage(insider))).resolves.toMatchObject({
      broken: null,
    });
  });

  it("is nobody to the desk under another's keyring, or when the roster has another key for them", async () => {
    const arrived = await arrivedDesk(organisation, "first");
    const theirs = signedIn(organisation, "second");
    await expect(arrived.unlock(theirs)).rejects.toMatchObject({ code: "passphrase-wrong" });
    const claimed = { ...signedIn(organisation, "first"), member: theirs.member };
    await expect(arrived.unlock(claimed)).rejects.toMatchObject({ code: "not-a-member" });
    const vault = await unlockedDesk(organisation, "first");
    const { first: self } = organisation.people;
    const changed = (change: Partial<Member>) =>
      signedRoster(organisation, (roster) => ({
        ...roster,
        members: roster.members.map((entry) =>
          entry.id === self.id ? { ...entry, ...change } : entry,
        ),
      }));
    const other = newSigningSeed();
    const packet = signAnything("keyPacket", packetOf(self), other);
    const rekeyed = changed({ key: toBase64Url(verifyKeyOf(other)) });
    for (const published of [
      changed({ revokedDay: TODAY }),
      withPacket(rekeyed, self.id, packet),
    ]) {
      await expect(vault.verifyRoster(published, TODAY, ORIGIN)).rejects.toMatchObject({
        code: "not-a-member",
      });
    }
    await expect(vault.verifyRoster(organisation.published, TODAY, ORIGIN)).resolves.toMatchObject({
      self: { id: self.id },
    });
  });
});
