/**
 * Somebody who administers the server: the whole database, every secret of the Worker, every session there is. They
 * read no report. Beside it the same search by somebody whom it was sealed to, which finds it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { isMemberEndpoint } from "../../worker/contract/powers.ts";
import { deriveKeys } from "../../worker/domain/keys.ts";
import { hash, originHash } from "../../web/crypto/hash.ts";
import { laneKey, sealKeyPair, type LaneKey, type SealKeyPair } from "../../web/crypto/keys.ts";
import { LABELS } from "../../web/crypto/suite.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { canaryOfText, randomWord, sightings, type Haystack } from "../privacy/canary.ts";
import { opensOf, opensWith, storedEnvelopes, type StoredEnvelopes } from "../support/envelopes.ts";
import { TEST_SECRET } from "../support/server.ts";
import { ask, call, freeProof, today } from "./client.ts";
import { entryBy, foundServer, ORIGIN, type FoundedServer, type Handle } from "./founded.ts";

const WORDS = {
  title: randomWord(),
  text: randomWord(),
  reply: randomWord(),
  note: randomWord(),
  who: randomWord(),
};
const HANDLES: readonly Handle[] = ["first", "second", "coordinator", "unlisted", "auditor"];
const FROM_START = { conversation: 0, internal: 0 };
const KEY_BYTES = 32;
const BASE64URL = /^[A-Za-z0-9_-]{22,}$/u;

let organisation: FoundedServer;
let caseId: string;
let stored: StoredEnvelopes;
/** Every value of every table, by the table it stands in. */
let rows: readonly {
  readonly table: string;
  readonly values: readonly (string | number | null)[];
}[];
const tokens = new Map<Handle, string>();

async function everyRow(): Promise<typeof rows> {
  const { database } = organisation.server;
  const { results } = await database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    .all();
  const names = z.parse(z.array(z.object({ name: z.string() })), results);
  const Cells = z.array(z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))));
  const all = [];
  for (const { name } of names.filter((table) => !table.name.startsWith("sqlite_"))) {
    const found = await database.prepare(`SELECT * FROM "${name}"`).all();
    for (const row of z.parse(Cells, found.results)) {
      all.push({ table: name, values: Object.values(row) });
    }
  }
  return all;
}

beforeAll(async () => {
  organisation = await foundServer();
  const { server, founded, person, desk } = organisation;
  const reporter = new ReporterVault(founded.trust);
  await reporter.start();
  await reporter.verifyRoster(founded.published, today(), ORIGIN);
  const report = await reporter.sealReport({
    desk,
    urgent: true,
    excluded: [],
    identity: { name: WORDS.who, reach: "", contact: "", language: "en" },
    channel: "trafficking",
    language: "en",
    title: WORDS.title,
    text: WORDS.text,
    day: today(),
  });
  caseId = report.case;
  await call(server, "submitReport", { ...report, proof: await freeProof(server, "submit") });
  for (const handle of HANDLES) tokens.set(handle, await organisation.token(handle));
  const { id, keyring, passphrase, parameters } = person("first");
  const vault = new DeskVault(founded.trust);
  await vault.start();
  await vault.stretch(passphrase, parameters);
  await vault.unlock({ member: id, keyring, keyringVersion: 1, slots: [] });
  await vault.verifyRoster(founded.published, today(), ORIGIN);
  const audit = await entryBy(server, person("first"), { kind: "case-opened", case: caseId });
  const opening = { case: caseId, after: FROM_START, audit };
  await vault.openCase(await call(server, "readCase", opening, tokens.get("first")));
  for (const act of [
    { kind: "reply", text: WORDS.reply, language: "en" },
    { kind: "note", text: WORDS.note, language: "en" },
  ] as const) {
    const { interests: _none, ...append } = await vault.seal(act, today());
    await call(server, "appendToCase", append, tokens.get("first"));
    const again = { case: caseId, after: FROM_START, audit: null };
    await vault.openCase(await call(server, "readCase", again, tokens.get("first")));
  }
  stored = await storedEnvelopes(server, caseId);
  rows = await everyRow();
}, 60_000);
afterAll(() => organisation.server.close());

/** Everything that could be a key: what is stored, what signs people in, and what the Worker was given. */
function candidates(): readonly Uint8Array[] {
  const texts = [
    ...rows.flatMap(({ values }) =>
      values.flatMap((value) => (typeof value === "string" ? [value] : [])),
    ),
    ...tokens.values(),
    TEST_SECRET,
  ];
  const bytes = texts
    .filter((text) => BASE64URL.test(text))
    .map((text) => Buffer.from(text, "base64url"));
  const pieces = bytes.flatMap((value) => [
    value.subarray(0, KEY_BYTES),
    value.subarray(-KEY_BYTES),
  ]);
  const whole = pieces.filter((piece) => piece.length === KEY_BYTES);
  const distinct = new Map(whole.map((piece) => [piece.toString("hex"), new Uint8Array(piece)]));
  return [...distinct.values()];
}

const asLaneKeys = (keys: readonly Uint8Array[]): readonly LaneKey[] =>
  keys.flatMap((key) => [laneKey(key), laneKey(hash(LABELS.entryKey, key))]);

describe("an administrator", () => {
  it("has no key that opens anything of a case, whatever they try as one", () => {
    const keys = candidates();
    expect(keys.length).toBeGreaterThan(100);
    expect(stored.entries.length).toBeGreaterThan(3);
    const pairs: readonly SealKeyPair[] = keys.map((key) => sealKeyPair(key));
    const nothing = { wraps: 0, envelopes: 0 };
    expect(opensOf(stored, pairs, originHash(ORIGIN))).toEqual(nothing);
    expect(opensWith(stored, asLaneKeys(keys))).toBe(0);
    // The same search, with one secret that only a recipient's browser ever held.
    const { seal } = organisation.person("first");
    const opened = opensOf(stored, [...pairs, seal], originHash(ORIGIN));
    expect(opened.envelopes).toBe(stored.entries.length + stored.cards.length);
  });

  it("finds no word of it in a row, in an answer to any member's session, or in the logs", async () => {
    const { server } = organisation;
    const haystacks: Haystack[] = rows.map(({ table, values }) => ({
      name: table,
      bytes: Buffer.from(JSON.stringify(values)),
    }));
    for (const [handle, token] of tokens) {
      const asked = [
        await ask(server, "inbox", { after: null }, token),
        await ask(server, "readCase", { case: caseId, after: FROM_START, audit: null }, token),
        await ask(server, "readAudit", { after: 0 }, token),
        await ask(server, "refusedActs", {}, token),
        await ask(server, "caseCounts", { from: null }, token),
        await ask(server, "board", { from: null }, token),
      ];
      for (const answer of asked) {
        haystacks.push({ name: handle, bytes: Buffer.from(await answer.text()) });
      }
    }
    haystacks.push({ name: "logs", bytes: Buffer.from(server.logs()) });
    const canaries = Object.entries(WORDS).map(([name, word]) => canaryOfText(name, word));
    expect(sightings(canaries, haystacks)).toEqual([]);
    const unsealed = { name: "unsealed", bytes: Buffer.from(JSON.stringify(WORDS)) };
    expect(sightings(canaries, [...haystacks, unsealed])).toHaveLength(canaries.length);
  });

  it("is told nothing that could be opened in an auditor's session, by whatever it may ask", async () => {
    const { server } = organisation;
    const sealed = rows
      .filter(({ table }) => ["cases", "entries", "wraps", "identity_envelopes"].includes(table))
      .flatMap(({ values }) => values)
      .flatMap((value) =>
        typeof value === "string" && value.length > KEY_BYTES * 2 ? [value] : [],
      );
    expect(sealed.length).toBeGreaterThan(10);
    const inputs: Readonly<Record<string, object>> = {
      inbox: { after: null },
      readCase: { case: caseId, after: FROM_START, audit: null },
      holdings: { after: null },
      heldBy: { member: organisation.person("first").id },
      readAudit: { after: 0 },
      caseCounts: { from: null },
      board: { from: null },
      rosterHistory: { afterVersion: 0 },
      myWraps: { key: "A".repeat(22), after: null },
      myPieces: { key: "A".repeat(22), after: null },
    };
    const told = async (token: string | undefined): Promise<string> => {
      const texts = [];
      for (const name of Object.keys(endpoints).filter(isMemberEndpoint)) {
        // Everything else is asked with nothing: what changes something refuses that.
        if (name === "memberSignOut" || name === "endAllSessions") continue;
        texts.push(await (await ask(server, name, inputs[name] ?? {}, token)).text());
      }
      return texts.join("\n");
    };
    const toAuditor = await told(tokens.get("auditor"));
    expect(toAuditor).toContain('"months"');
    expect(sealed.filter((value) => toAuditor.includes(value))).toEqual([]);
    const toReader = await told(tokens.get("first"));
    expect(sealed.filter((value) => toReader.includes(value)).length).toBeGreaterThan(1);
  });

  it("derives keys from the Worker's secret that WebCrypto hands to nobody, and that open nothing", async () => {
    const keys = await deriveKeys(fromBase64Url(TEST_SECRET));
    for (const key of Object.values(keys)) {
      await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
    }
  });
});
