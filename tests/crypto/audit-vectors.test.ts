/** Frozen known answers of the audit log: read by web/crypto, made again by @noble from PROTOCOL.md alone. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditAct, parseAuditText } from "../../worker/contract/audit.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { AUDIT_STATEMENT_BYTES } from "../../worker/contract/limits.ts";
import { EMPTY_LOG, readAudit, signAudit } from "../../web/crypto/audit.ts";
import { AuditLog } from "../../web/crypto/audit-log.ts";
import { signingSeed, verifyKey } from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import vectors from "../vectors/audit.json" with { type: "json" };
import { fromHex } from "./hex.ts";
import { ascii, fromBase64Url, join, label, serverHash } from "./second-implementation.ts";

beforeAll(async () => {
  await loadSodium();
});

const members = new Map(vectors.members.map((member) => [member.id, member]));

function memberOf(json: string) {
  const statement = parseAuditText(json);
  const member = members.get(statement?.member ?? "");
  if (statement === null || member === undefined) throw new Error("a vector that does not parse");
  return { statement, member };
}

describe("the frozen audit log", () => {
  it("has an entry of every kind of act", () => {
    const kinds = vectors.entries.map(({ json }) => memberOf(json).statement.act.kind);
    const defined = AuditAct.def.options.map(({ shape }) => shape.kind.def.values[0]);
    expect(new Set(kinds)).toEqual(new Set(defined));
  });

  it("is read, and whole", () => {
    const log = new AuditLog({
      origin: vectors.origin,
      members: new Map(
        vectors.members.map(({ id, key }) => [
          id,
          { key: verifyKey(fromBase64Url(key)), revokedDay: null },
        ]),
      ),
    });
    const read = log.read(
      vectors.entries.map(({ statement, signature }) => ({ statement, signature })),
    );
    expect(read.map(({ hash }) => hash)).toEqual(vectors.entries.map(({ hash }) => hash));
    expect(log.findings([])).toEqual([]);
  });

  it("is made again, byte for byte", () => {
    let head = EMPTY_LOG;
    for (const { json, statement, signature, hash } of vectors.entries) {
      const { statement: said, member } = memberOf(json);
      const signing = signingSeed(fromHex(member.seed));
      const writer = { origin: vectors.origin, member: member.id, signing };
      const made = signAudit(said.act, head, said.day, writer);
      expect(made).toEqual({ audit: { statement, signature }, head: { seq: said.seq, hash } });
      ({ head } = made);
    }
  });

  it("is made again by a second implementation", () => {
    let prev = toBase64Url(new Uint8Array(32));
    for (const [at, { json, statement, signature, hash }] of vectors.entries.entries()) {
      const { statement: said, member } = memberOf(json);
      const text = `{"suite":"tern/1","origin":"${vectors.origin}","seq":${at + 1},"prev":"${prev}","day":${said.day},"member":"${member.id}","act":${JSON.stringify(said.act)}}`;
      expect(text).toBe(json);
      expect(toBase64Url(ascii(text))).toBe(statement);
      const signed = ed25519.sign(join(label("audit"), ascii(text)), fromHex(member.seed));
      expect(toBase64Url(signed)).toBe(signature);
      expect(toBase64Url(serverHash("audit entry", ascii(text), signed))).toBe(hash);
      prev = hash;
    }
  });

  it("has one spelling: another of the same statement is none", () => {
    const json = vectors.entries[0]?.json ?? "";
    const spellings = [
      ` ${json}`,
      json.replace('"seq":1', '"seq":1.0'),
      json.replace('"seq":1', '"seq":1,"seq":1'),
      json.replace("https", "\\u0068ttps"),
      json.replace('{"suite":"tern/1",', "{").replace(/\}$/u, ',"suite":"tern/1"}'),
      json.replace('{"kind":"sign-in"}', '{"kind":"sign-in","note":"text"}'),
    ];
    expect(parseAuditText(json)).not.toBeNull();
    for (const spelling of spellings) {
      expect(spelling).not.toBe(json);
      expect(parseAuditText(spelling), spelling).toBeNull();
      const entry = { statement: toBase64Url(ascii(spelling)), signature: "A".repeat(86) };
      expect(readAudit(entry, vectors.origin, () => null).author).toBe("unsigned");
    }
  });

  it("leaves room for the longest origin in the longest entry", () => {
    const longest = Math.max(...vectors.entries.map(({ json }) => ascii(json).length));
    const origin = `https://${"a".repeat(253)}:65535`;
    const digits = "4294967295".length + "4294967295".length;
    expect(longest - vectors.origin.length + origin.length + digits).toBeLessThanOrEqual(
      AUDIT_STATEMENT_BYTES,
    );
  });
});
