/** What a member's vault signs into the audit log, what it refuses to, and what it finds wrong with one. */
import { beforeAll, describe, expect, it } from "vitest";
import type { AuditHead, StoredAudit } from "../../worker/contract/audit.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { EMPTY_LOG, signAudit } from "../../web/crypto/audit.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { foundOrganisation, ORIGIN, TODAY, type Organisation } from "../support/organisation.ts";
import { arrivedDesk, desk, signedIn, unlockedDesk } from "./signing-in.ts";

let organisation: Organisation;
beforeAll(async () => {
  organisation = await foundOrganisation();
});

const SIGN_IN = { kind: "sign-in" } as const;
const OTHER_HASH = toBase64Url(new Uint8Array(32).fill(7));

interface Written {
  readonly entries: readonly StoredAudit[];
  readonly heads: readonly AuditHead[];
}

/** A log of that many sign-ins of the first reviewer. */
function written(length: number): Written {
  const { id: member, signing } = organisation.people.first;
  const entries: StoredAudit[] = [];
  const heads: AuditHead[] = [EMPTY_LOG];
  for (let at = 0; at < length; at += 1) {
    const head = heads.at(-1) ?? EMPTY_LOG;
    const made = signAudit(SIGN_IN, head, TODAY, { origin: ORIGIN, member, signing });
    entries.push(made.audit);
    heads.push(made.head);
  }
  return { entries, heads };
}

function headAt({ heads }: Written, seq: number): AuditHead {
  return heads[seq] ?? EMPTY_LOG;
}

async function auditor(): Promise<DeskVault> {
  const vault = await desk(organisation, "coordinator");
  const { delegation, signer, roster } = organisation.published;
  await vault.learnRosters([{ delegation, signer, roster }]);
  return vault;
}

async function check(vault: DeskVault, entries: readonly StoredAudit[], head: AuditHead) {
  await vault.beginAudit();
  const shown = await vault.readAudit(entries);
  return { shown, findings: await vault.endAudit(head) };
}

describe("an act", () => {
  it("is signed as the next entry, in the name of the keyring's owner", async () => {
    const vault = await desk(organisation, "first");
    const log = written(3);
    const { audit, head } = await vault.signAudit(SIGN_IN, headAt(log, 3), TODAY);
    const { shown, findings } = await check(await auditor(), [...log.entries, audit], head);
    expect(findings).toEqual([]);
    const said = { day: TODAY, member: organisation.people.first.id, act: SIGN_IN };
    expect(shown.at(-1)).toEqual({ seq: 4, author: "signed", said });
  });

  it("is not signed before a roster was verified", async () => {
    const vault = await unlockedDesk(organisation, "first");
    await expect(vault.signAudit(SIGN_IN, EMPTY_LOG, TODAY)).rejects.toMatchObject({
      code: "not-ready",
    });
  });

  it("is not signed for a day that is not this device's, by more than one", async () => {
    const vault = await desk(organisation, "first");
    for (const day of [TODAY - 1, TODAY, TODAY + 1]) {
      await vault.signAudit(SIGN_IN, EMPTY_LOG, day);
    }
    for (const day of [TODAY - 2, TODAY + 2, 0]) {
      await expect(vault.signAudit(SIGN_IN, EMPTY_LOG, day)).rejects.toMatchObject({
        code: "audit-day",
      });
    }
  });

  it("is not signed onto a log that no longer holds the end once seen", async () => {
    const vault = await desk(organisation, "first");
    const log = written(5);
    await vault.signAudit(SIGN_IN, headAt(log, 4), TODAY);
    const lies = [headAt(log, 3), EMPTY_LOG, { seq: 4, hash: OTHER_HASH }];
    for (const head of lies) {
      await expect(vault.signAudit(SIGN_IN, head, TODAY)).rejects.toMatchObject({
        code: "audit-rolled-back",
      });
    }
    await vault.signAudit(SIGN_IN, headAt(log, 4), TODAY);
    await vault.signAudit(SIGN_IN, headAt(log, 5), TODAY);
  });
});

describe("two acts of one request", () => {
  it("follow one another, and neither is believed to stand until the server took both", async () => {
    const vault = await desk(organisation, "first");
    await expect(vault.signNextAudit(SIGN_IN, TODAY)).rejects.toMatchObject({ code: "not-ready" });
    const log = written(4);
    const one = await vault.signAudit(SIGN_IN, headAt(log, 4), TODAY);
    const other = await vault.signNextAudit(SIGN_IN, TODAY);
    const entries = [...log.entries, one.audit, other.audit];
    const { findings } = await check(await auditor(), entries, other.head);
    expect(findings).toEqual([]);
    // Refused, as somebody else was quicker: another's fifth entry is believed.
    const quicker = { seq: 5, hash: OTHER_HASH };
    await vault.signAudit(SIGN_IN, quicker, TODAY);
    await vault.signNextAudit(SIGN_IN, TODAY);
    await vault.auditStands();
    // Taken: a log that ends with the first of the two, or before it, is cut off.
    for (const head of [quicker, { seq: 6, hash: OTHER_HASH }]) {
      await expect(vault.signAudit(SIGN_IN, head, TODAY)).rejects.toMatchObject({
        code: "audit-rolled-back",
      });
    }
    await expect(vault.signNextAudit(SIGN_IN, TODAY)).rejects.toMatchObject({ code: "not-ready" });
  });
});

describe("the end of the log", () => {
  it("is remembered in the keyring: the next session refuses a log cut off before it", async () => {
    const log = written(4);
    const vault = await desk(organisation, "first");
    expect(await vault.rememberAudit()).toBeNull();
    await vault.signAudit(SIGN_IN, headAt(log, 4), TODAY);
    await vault.auditStands();
    const saved = await vault.rememberAudit();
    await vault.keyringSaved((saved?.replacesVersion ?? 0) + 1);
    expect(await vault.rememberAudit()).toBeNull();

    const later = await arrivedDesk(organisation, "first");
    const keyring = saved?.keyring ?? "";
    await later.unlock({ ...signedIn(organisation, "first"), keyring, keyringVersion: 3 });
    await later.verifyRoster(organisation.published, TODAY, ORIGIN);
    // The entry this member signed themself is the fifth: a log of four is short of it.
    await expect(later.signAudit(SIGN_IN, headAt(log, 4), TODAY)).rejects.toMatchObject({
      code: "audit-rolled-back",
    });
    // With the keyring as it was before, the short log is believed.
    const forgetful = await desk(organisation, "first");
    await forgetful.signAudit(SIGN_IN, headAt(log, 4), TODAY);
  });
});

describe("a log, read", () => {
  it("is held against the end that was seen before: what was cut off is named", async () => {
    const vault = await auditor();
    const log = written(6);
    expect((await check(vault, log.entries, headAt(log, 6))).findings).toEqual([]);
    expect((await check(vault, log.entries.slice(0, 4), headAt(log, 4))).findings).toEqual([
      { fault: "truncated", seq: 5, through: 6 },
    ]);
    // Somebody who was never here before cannot tell.
    const stranger = await auditor();
    expect((await check(stranger, log.entries.slice(0, 4), headAt(log, 4))).findings).toEqual([]);
  });

  it("is not believed to end later, or otherwise, than its entries do", async () => {
    const log = written(4);
    const later = await check(await auditor(), log.entries, { seq: 6, hash: OTHER_HASH });
    expect(later.findings).toEqual([{ fault: "truncated", seq: 5, through: 6 }]);
    const otherwise = await check(await auditor(), log.entries, { seq: 4, hash: OTHER_HASH });
    expect(otherwise.findings).toEqual([{ fault: "changed", seq: 4, through: 4 }]);
  });

  it("of somebody no roster lists is shown as such, entry by entry", async () => {
    const { signing } = organisation.people.first;
    const member = toBase64Url(new Uint8Array(16).fill(1));
    const { audit, head } = signAudit(SIGN_IN, EMPTY_LOG, TODAY, {
      origin: ORIGIN,
      member,
      signing,
    });
    const { shown, findings } = await check(await auditor(), [audit], head);
    expect(shown.map(({ author }) => author)).toEqual(["unknown"]);
    expect(findings).toEqual([{ fault: "unknown-member", seq: 1, through: 1 }]);
  });
});
