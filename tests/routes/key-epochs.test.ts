/**
 * The month's new key, on the real server: what it takes, what it moves, what nobody else may do with it, and what a
 * copy of the database from before is worth afterwards.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { KeyPacket } from "../../worker/contract/roster.ts";
import { KeyringSlot } from "../../worker/contract/session.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { openSlot } from "../../web/crypto/keyring-slots.ts";
import { openKeyring, sealKeyPairs } from "../../web/crypto/keyring.ts";
import { keyIdOf, type SealKeyPair } from "../../web/crypto/keys.ts";
import { stretch } from "../../web/crypto/passphrase.ts";
import { signKeyPacket } from "../../web/crypto/roster.ts";
import { unwrapLaneKey } from "../../web/crypto/wrap.ts";
import { SEALED_TO_MEMBERS } from "../../worker/db/key-epochs.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { call, freeProof, refused, today } from "./client.ts";
import { foundServer, nextAudit, ORIGIN, VALID_DAYS, type FoundedServer } from "./founded.ts";
import { uncovered } from "../support/shelves.ts";
import { agePacket, renewing, type Renewing } from "./renewing.ts";
import { randomText } from "./sealed-bytes.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const DUE_DAYS = 40;
const NEW_PASSPHRASE = "otter lantern gravel violin meadow cabin harbour";

let site: FoundedServer;
beforeAll(async () => {
  site = await foundServer();
});
afterAll(() => site.server.close());

const keyIdText = (pair: SealKeyPair): string => toBase64Url(keyIdOf(pair.publicKey));

/** Somebody with the form open, who has seen the list as it is now. */
async function reporterNow(): Promise<ReporterVault> {
  const vault = new ReporterVault(site.founded.trust);
  await vault.start();
  await vault.verifyRoster(await call(site.server, "roster", {}), today(), ORIGIN);
  return vault;
}

async function seals(vault: ReporterVault, title: string): Promise<InputOf<"submitReport">> {
  const report = await vault.sealReport({
    desk: site.desk,
    urgent: false,
    excluded: [],
    identity: null,
    channel: "trafficking",
    language: "en",
    title,
    text: `${title}. Nobody has read this yet.`,
    day: today(),
  });
  return { ...report, proof: await freeProof(site.server, "submit") };
}

async function sends(vault: ReporterVault, title: string): Promise<string> {
  const report = await seals(vault, title);
  await call(site.server, "submitReport", report);
  return report.case;
}

async function reads(
  { vault, token, audit: next }: Renewing,
  caseId: string,
): Promise<string | undefined> {
  const after = { conversation: 0, internal: 0 };
  const audit = await next({ kind: "case-opened", case: caseId });
  const page = await call(site.server, "readCase", { case: caseId, after, audit }, token);
  return (await vault.openCase(page)).state.report?.title;
}

interface StoredWrap {
  readonly received_day: number;
  readonly case_id: string;
  readonly lane: "conversation" | "internal";
  readonly epoch: number;
  readonly wrap_key: string;
  readonly wrap: string;
}

/** What somebody who takes the whole database has of one member. */
async function copyOf(memberId: string) {
  const all = async <Row>(statement: string): Promise<readonly Row[]> =>
    (await site.server.database.prepare(statement).bind(memberId).all<Row>()).results;
  const [member] = await all<{ keyring: string; salt: string; passes: number; memory_kib: number }>(
    "SELECT * FROM members WHERE member_id = ?",
  );
  if (member === undefined) throw new Error("key-epochs: no such member");
  const slots = await all(
    `SELECT kind, slot_id AS id, public_key AS publicKey, sealed, sign_in_key AS signInKey
      FROM keyring_slots WHERE member_id = ?`,
  );
  return {
    keyring: member.keyring,
    parameters: { salt: member.salt, passes: member.passes, memoryKiB: member.memory_kib },
    slots: slots.map((slot) => KeyringSlot.parse(slot)),
    wraps: await Promise.all(
      (await all<StoredWrap>("SELECT * FROM wraps WHERE member_id = ?")).map(async (row) => {
        // With the shred keys of that time: this is about members' keys alone.
        const [wrap = ""] = await uncovered(site.server, row.case_id, [row.wrap], row.received_day);
        return { ...row, wrap };
      }),
    ),
  };
}
type Copy = Awaited<ReturnType<typeof copyOf>>;

/** How many of the copy's wraps open with any of these pairs, whatever key they say they are for. */
function opened({ wraps }: Copy, pairs: readonly SealKeyPair[]): number {
  const origin = originHash(ORIGIN);
  return wraps.filter(({ case_id: id, lane, epoch, wrap }) =>
    pairs.some((pair) => {
      try {
        const place = { origin, caseId: fromBase64Url(id), lane, epoch };
        return unwrapLaneKey(fromBase64Url(wrap), pair, place).length > 0;
      } catch {
        return false;
      }
    }),
  ).length;
}

/** Everything a passphrase gives with a copy; null when it opens nothing. */
function keysFrom(passphrase: string, memberId: string, { keyring, parameters, slots }: Copy) {
  const origin = originHash(ORIGIN);
  const keys = stretch(passphrase, parameters);
  const [slot] = slots.filter(({ kind }) => kind === "passphrase");
  try {
    const owner = { origin, memberId: fromBase64Url(memberId) };
    const key = slot === undefined ? keys.keyring : openSlot(slot, keys.slot, owner);
    return { key, keyring: openKeyring(fromBase64Url(keyring), key, origin) };
  } catch {
    return null;
  }
}

describe("a copy of the database from before", () => {
  it("opens nothing unread with the newest secrets, once the key was renewed and the passphrase changed", async () => {
    const { server } = site;
    const member = site.person("first");
    await agePacket(site, member, DUE_DAYS);
    const unread = await sends(await reporterNow(), "Before the renewal");
    const stillOpen = await reporterNow();
    const copy = await copyOf(member.id);
    expect(copy.wraps.length).toBe(1);

    const first = await renewing(site, member);
    expect(await first.vault.keyStanding()).toEqual({ due: true, former: [], retirable: true });
    await first.publish();
    const old = keyIdText(member.seal);
    expect(await first.vault.keyStanding()).toEqual({
      due: false,
      former: [old],
      retirable: false,
    });
    expect(await first.move(old)).toBe(1);
    expect(await reads(first, unread)).toBe("Before the renewal");

    // Somebody had the form open all along: sealed to the former key, and it opens.
    const meanwhile = await sends(stillOpen, "Meanwhile");
    expect(await reads(first, meanwhile)).toBe("Meanwhile");
    await expect(first.vault.retireKey(old)).rejects.toThrow("not-ready");

    await first.verify(2);
    expect((await first.vault.keyStanding()).retirable).toBe(true);
    const early = { key: old, keyring: await first.vault.retireKey(old) };
    expect(await refused(server, "retireKey", early, "conflict", first.token)).toBe("key");
    expect(await first.move(old)).toBe(1);
    await first.retire(old);
    expect(await first.vault.keyStanding()).toMatchObject({ former: [] });
    expect(await reads(first, meanwhile)).toBe("Meanwhile");

    // Two days on, a page as old as that is refused before anything is stored, and seals anew.
    const late = await seals(stillOpen, "Late");
    await refused(server, "submitReport", late, "unknown-recipient");
    await stillOpen.verifyRoster(await call(server, "roster", {}), today(), ORIGIN);
    const sealedAnew = await sends(stillOpen, "Late");
    expect(await reads(first, sealedAnew)).toBe("Late");

    const replacing = await first.vault.replacePassphrase(NEW_PASSPHRASE, [], "kept");
    const act = { kind: "passphrase-changed" } as const;
    const audit = await nextAudit(server, member, act, first.token);
    const changed = { ...replacing, because: "changed", audit } as const;
    const { keyringVersion } = await call(server, "replacePassphrase", changed, first.token);
    await first.vault.keyringSaved(keyringVersion);

    const newest = await copyOf(member.id);
    const secrets = keysFrom(NEW_PASSPHRASE, member.id, newest);
    if (secrets === null) throw new Error("key-epochs: the new passphrase opens nothing");
    const newestPairs = sealKeyPairs(secrets.keyring);
    expect(newestPairs.length).toBe(1);
    // The attack: every newest secret there is, on all of the copy.
    expect(opened(copy, newestPairs)).toBe(0);
    const box = fromBase64Url(copy.keyring);
    expect(() => openKeyring(box, secrets.key, originHash(ORIGIN))).toThrow("passphrase-wrong");
    expect(keysFrom(NEW_PASSPHRASE, member.id, copy)).toBeNull();
    // The controls: the old secret opens the copy, and the newest opens what is there now.
    expect(opened(copy, [member.seal])).toBe(1);
    expect(opened(newest, newestPairs)).toBe(newest.wraps.length);
    expect(opened(newest, [member.seal])).toBe(0);
    // Said in SECURITY.md: the passphrase of then opens the copy of then.
    expect(keysFrom(member.passphrase, member.id, copy)).not.toBeNull();
  });
});

describe("a key packet", () => {
  interface Change {
    readonly packet?: Partial<Parameters<typeof signKeyPacket>[0]>;
    readonly by?: "second" | "coordinator";
  }

  it("is taken from its own member, in turn, of today, and once", async () => {
    const { server } = site;
    const member = site.person("second");
    const second = await renewing(site, member);
    const { epoch, packet, keyring } = await second.vault.newKey();
    const act = { kind: "keys-rotated", epoch } as const;
    const audit = await nextAudit(server, member, act, second.token);
    const json: unknown = JSON.parse(Buffer.from(packet.statement, "base64url").toString());
    const stated = KeyPacket.parse(json);
    expect(stated).toMatchObject({ memberId: member.id, epoch: 1, issuedDay: today() });
    const signed = ({ packet: change, by = "second" }: Change) =>
      signKeyPacket(
        {
          suite: "tern/1",
          origin: ORIGIN,
          memberId: member.id,
          epoch: 1,
          issuedDay: today(),
          expiresDay: today() + VALID_DAYS,
          key: site.person("second").seal.publicKey,
          ...change,
        },
        site.person(by).signing,
      );
    const lies = [
      [{ by: "coordinator" }, "wrong-signature"],
      [{ packet: { memberId: site.person("first").id } }, "wrong-signature"],
      [{ packet: { origin: "https://elsewhere.example" } }, "wrong-signature"],
      [{ packet: { epoch: 0 } }, "conflict"],
      [{ packet: { epoch: 2 } }, "conflict"],
      [{ packet: { issuedDay: today() - 2 } }, "wrong-day"],
      [{ packet: { issuedDay: today() + 2 } }, "wrong-day"],
      [{ packet: { expiresDay: today() - 1 } }, "wrong-day"],
    ] as const;
    for (const [change, code] of lies) {
      const input = { packet: signed(change), keyring, audit };
      await refused(server, "publishPacket", input, code, second.token);
    }
    const theirs = await site.token("coordinator");
    const given = { packet, keyring, audit };
    await refused(server, "publishPacket", given, "wrong-signature", theirs);
    // The coordinator's sign-in has moved the log on; and an entry tells of this key or is none for it.
    expect(await refused(server, "publishPacket", given, "conflict", second.token)).toBe("audit");
    const other = { kind: "keys-rotated", epoch: epoch + 1 } as const;
    const wrong = { ...given, audit: await nextAudit(server, member, other, second.token) };
    await refused(server, "publishPacket", wrong, "wrong-audit", second.token);
    const input = { ...given, audit: await nextAudit(server, member, act, second.token) };
    expect(await call(server, "publishPacket", input, second.token)).toEqual({ keyringVersion: 2 });
    expect(await call(server, "publishPacket", input, second.token)).toEqual({ keyringVersion: 2 });
    const later = { kind: "keys-rotated", epoch: 2 } as const;
    const stale = {
      packet: signed({ packet: { epoch: 2 } }),
      keyring,
      audit: await nextAudit(server, member, later, second.token),
    };
    expect(await refused(server, "publishPacket", stale, "conflict", second.token)).toBe("packet");
  });

  it("that is older than the keyring's newest key is refused by its member, whoever serves it", async () => {
    const member = site.person("second");
    const before = await call(site.server, "roster", {});
    const second = await renewing(site, member);
    await second.publish();
    await expect(second.vault.verifyRoster(before, today(), ORIGIN)).rejects.toThrow(
      "roster-rolled-back",
    );
    await second.verify();
  });
});

describe("somebody else's wraps", () => {
  it("are neither handed out, nor moved, nor in the way of forgetting one's own key", async () => {
    const { server } = site;
    const second = site.person("second");
    await sends(await reporterNow(), "For two");
    const before = await copyOf(second.id);
    const key = before.wraps[0]?.wrap_key ?? "";
    const intruder = await site.token("coordinator");
    expect(await call(server, "myWraps", { key, after: null }, intruder)).toEqual({
      wraps: [],
      withheld: 0,
      next: null,
    });
    const wraps = before.wraps.map(({ case_id, lane, epoch }) => ({
      receivedDay: today(),
      case: case_id,
      lane,
      epoch,
      wrap: toBase64Url(new Uint8Array(1_168)),
    }));
    const input = { from: key, to: key, wraps };
    expect(await call(server, "replaceWraps", input, intruder)).toEqual({ replaced: 0 });
    expect(await copyOf(second.id)).toEqual(before);
    const own = await renewing(site, second);
    expect(await call(server, "replaceWraps", input, own.token)).not.toEqual({ replaced: 0 });
  });
});

describe("more wraps than one page holds", () => {
  it("all move, those that open with no key too, so that none keeps a former key alive", async () => {
    const { server } = site;
    const member = site.person("auditor");
    const COUNT = 230;
    const old = keyIdText(member.seal);
    const rows = Array.from({ length: COUNT }, (_, at) =>
      server.database
        .prepare("INSERT INTO wraps VALUES (?, ?, ?, ?, 0, ?, ?)")
        .bind(
          member.id,
          today() - (at % 7),
          randomText(16),
          at % 2 === 0 ? "conversation" : "internal",
          old,
          randomText(1_168),
        ),
    );
    await server.database.batch(rows);
    await agePacket(site, member, DUE_DAYS);
    const auditor = await renewing(site, member);
    await auditor.publish();
    expect(await auditor.move(old)).toBe(COUNT);
    expect(await auditor.move(old)).toBe(0);
    await auditor.verify(2);
    await auditor.retire(old);
    const { wraps } = await copyOf(member.id);
    expect(wraps.length).toBe(COUNT);
    expect(wraps.filter(({ wrap_key: key }) => key === old)).toEqual([]);
  });
});

/** Columns that hold keys or their ids, and nothing sealed to a member's X-Wing key lies beside them. */
const NOT_SEALED_TO_MEMBERS = [
  "members.sign_in_key",
  "passkeys.public_key",
  "invitations.member_key",
  "invitations.sign_in_key",
  "reporters.sign_in_key",
  "reporters.wrap_key",
  "reporter_wraps.wrap_key",
  "keyring_slots.public_key",
  "keyring_slots.sign_in_key",
  "recovery_requests.seal_key",
  "recovery_requests.sign_in_key",
  "recovery_decisions.sign_in_key",
];

describe("a key that is about to be forgotten", () => {
  it("is asked after in every table that seals something to members", async () => {
    const { results } = await site.server.database
      .prepare(
        `SELECT m.name || '.' || c.name AS place FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
          WHERE m.type = 'table' AND c.name LIKE '%\\_key' ESCAPE '\\'`,
      )
      .all<{ place: string }>();
    const places = results.map(({ place }) => place);
    expect(places).toContain("wraps.wrap_key");
    const asked = SEALED_TO_MEMBERS.map(({ table, key }) => `${table}.${key}`);
    const known = [...NOT_SEALED_TO_MEMBERS, ...asked];
    expect(places.filter((place) => !known.includes(place))).toEqual([]);
  });
});
