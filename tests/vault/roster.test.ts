/**
 * The published roster against a server that lies: each lie is refused by its own code, and afterwards
 * nothing is sealed. Beside it stands the same statement from whoever may make it, and that is believed.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import { verifyKeyOf } from "../../web/crypto/keys.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import {
  foundOrganisation,
  MIRROR,
  ORIGIN,
  signedDelegation,
  signedPacket,
  signedRoster,
  TODAY,
  VALID_DAYS,
  type Organisation,
} from "../support/organisation.ts";
import { ATTACKER_SIGNING } from "./lie.ts";
import { PACKET_LIES } from "./packet-lies.ts";
import { ROSTER_LIES } from "./roster-lies.ts";
import { SIGNER_LIES } from "./signer-lies.ts";
import { draftTo, verifiedReporter } from "./signing-in.ts";

const LIES = [...ROSTER_LIES, ...SIGNER_LIES, ...PACKET_LIES];

let organisation: Organisation;
beforeAll(async () => {
  organisation = await foundOrganisation();
});

/** Expects a refusal by that code, and nothing sealed after it. */
async function refuses(
  vault: ReporterVault,
  published: PublishedRoster,
  code: string,
  today = TODAY,
  pageOrigin = ORIGIN,
): Promise<void> {
  await expect(vault.verifyRoster(published, today, pageOrigin)).rejects.toMatchObject({ code });
  await expect(vault.sealReport(draftTo(organisation.desks.first))).rejects.toMatchObject({
    code: "not-ready",
  });
}

describe("a roster", () => {
  it("is believed as it was founded, on any of its origins, until its last day", async () => {
    for (const [today, origin] of [
      [TODAY, ORIGIN],
      [TODAY, MIRROR],
      [TODAY + VALID_DAYS, ORIGIN],
    ] as const) {
      const vault = new ReporterVault(organisation.trust);
      await vault.start();
      const view = await vault.verifyRoster(organisation.published, today, origin);
      expect(view.desks.map(({ reviewers }) => reviewers.length)).toEqual([2, 1]);
      const report = await vault.sealReport(draftTo(organisation.desks.first));
      expect(report.wraps.length).toBe(4);
    }
  });

  it.each(LIES)("is refused: $what ($code)", async ({ tell, code, today }) => {
    // The vault believed the truth a moment ago: a lie must take that away.
    const vault = await verifiedReporter(organisation);
    await refuses(vault, tell(organisation), code, today);
    // And it is refused by one that never knew better.
    const fresh = new ReporterVault(organisation.trust);
    await fresh.start();
    await refuses(fresh, tell(organisation), code, today);
    // The truth is believed again.
    await vault.verifyRoster(organisation.published, TODAY, ORIGIN);
    await vault.sealReport(draftTo(organisation.desks.first));
  });

  const allowed = LIES.flatMap(({ what, truth }) => (truth === undefined ? [] : [{ what, truth }]));
  it.each(allowed)("is believed from whoever may say so: $what", async ({ truth }) => {
    const vault = new ReporterVault(organisation.trust);
    await vault.start();
    const view = await vault.verifyRoster(truth(organisation), TODAY, ORIGIN);
    expect(view.organisation).toBe("Example organisation");
  });

  it("is told every kind of lie there is a code for", () => {
    const codes = new Set(LIES.map(({ code }) => code));
    expect([...codes].toSorted()).toEqual([
      "packet-invalid",
      "roster-duplicate",
      "roster-expired",
      "roster-malformed",
      "roster-no-reviewer",
      "roster-origin",
      "roster-signature",
    ]);
  });

  it("is not read at all on a page of a foreign origin", async () => {
    for (const origin of ["https://tern.example.attacker.example", "http://tern.example", ""]) {
      const vault = await verifiedReporter(organisation);
      const asked = vault.verifyRoster(organisation.published, TODAY, origin);
      await expect(asked).rejects.toMatchObject({ code: "wrong-origin" });
      await expect(vault.sealReport(draftTo(organisation.desks.first))).rejects.toMatchObject({
        code: "not-ready",
      });
    }
  });

  it("is the root's whom the bundle pins: with the attacker's key pinned the attacker's is believed", async () => {
    const { coordinator } = organisation.people;
    const forged = {
      ...signedDelegation(
        organisation,
        (delegation) => ({
          ...delegation,
          signers: [{ memberId: coordinator.id, key: toBase64Url(verifyKeyOf(ATTACKER_SIGNING)) }],
        }),
        ATTACKER_SIGNING,
      ),
      roster: signedRoster(
        organisation,
        (roster) => ({
          ...roster,
          members: roster.members.map((member) =>
            member.id === coordinator.id
              ? { ...member, key: toBase64Url(verifyKeyOf(ATTACKER_SIGNING)) }
              : member,
          ),
        }),
        ATTACKER_SIGNING,
      ).roster,
      packets: organisation.published.packets.filter(({ member }) => member !== coordinator.id),
    };
    const vault = new ReporterVault(organisation.trust);
    await vault.start();
    await refuses(vault, forged, "roster-signature");
    const rootKey = toBase64Url(verifyKeyOf(ATTACKER_SIGNING));
    const fooled = new ReporterVault({ ...organisation.trust, rootKey });
    await fooled.start();
    const view = await fooled.verifyRoster(forged, TODAY, ORIGIN);
    expect(view.version).toBe(1);
  });
});

describe("an older roster", () => {
  const next = () => signedRoster(organisation, (roster) => ({ ...roster, version: 2 }));

  it("is refused after a newer one, and also when a lie was told in between", async () => {
    const vault = new ReporterVault(organisation.trust);
    await vault.start();
    await vault.verifyRoster(next(), TODAY, ORIGIN);
    await refuses(vault, organisation.published, "roster-rolled-back");
    // A failed verification must not make it forget.
    await refuses(vault, organisation.published, "roster-rolled-back");
    const view = await vault.verifyRoster(next(), TODAY, ORIGIN);
    expect(view.version).toBe(2);
  });

  it("is refused below the floor of the bundle, by one that remembers nothing", async () => {
    const vault = new ReporterVault({ ...organisation.trust, rosterFloor: 2 });
    await vault.start();
    await refuses(vault, organisation.published, "roster-rolled-back");
    expect((await vault.verifyRoster(next(), TODAY, ORIGIN)).version).toBe(2);
  });
});

describe("a revoked member", () => {
  it("is sealed to until the day before, and from that day not", async () => {
    const { first, second } = organisation.people;
    for (const [revokedDay, expected] of [
      [TODAY + 1, [first.id, second.id]],
      [TODAY, [second.id]],
    ] as const) {
      const vault = new ReporterVault(organisation.trust);
      await vault.start();
      const published = signedRoster(organisation, (roster) => ({
        ...roster,
        members: roster.members.map((member) =>
          member.id === first.id ? { ...member, revokedDay } : member,
        ),
      }));
      await vault.verifyRoster(published, TODAY, ORIGIN);
      const report = await vault.sealReport(draftTo(organisation.desks.first));
      const sealedTo = report.wraps
        .map(({ member }) => member)
        .filter((id) => id !== "A".repeat(22));
      expect(sealedTo).toEqual(expected);
    }
  });
});

describe("a report", () => {
  it("goes to nobody when everybody is taken out, nor to a desk that is not there", async () => {
    const { first, second } = organisation.people;
    const vault = await verifiedReporter(organisation);
    const nobody = draftTo(organisation.desks.first, { excluded: [first.id, second.id] });
    await expect(vault.sealReport(nobody)).rejects.toMatchObject({ code: "no-recipient" });
    await expect(vault.sealReport(draftTo("A".repeat(22)))).rejects.toMatchObject({
      code: "unknown-desk",
    });
  });

  it("is not sealed to a key that is none, though its owner signed it", async () => {
    const vault = new ReporterVault(organisation.trust);
    await vault.start();
    const key = toBase64Url(new Uint8Array(1_216).fill(255));
    await vault.verifyRoster(signedPacket(organisation, "first", { key }), TODAY, ORIGIN);
    await expect(vault.sealReport(draftTo(organisation.desks.first))).rejects.toMatchObject({
      code: "packet-invalid",
    });
  });
});
