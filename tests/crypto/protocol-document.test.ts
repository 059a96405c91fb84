/**
 * PROTOCOL.md says what the code does: its examples are the vectors', its sizes the contract's, and every
 * label, refusal and entry type there is stands in it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as limits from "../../worker/contract/limits.ts";
import { ROOT_FILE_BYTES } from "../../web/crypto/root-file.ts";
import { LABELS } from "../../web/crypto/suite.ts";
import { entryTypes } from "../../web/payload/entries/index.ts";
import { VAULT_FAILURES } from "../../web/vault/failure.ts";
import { CRYPTO_ERRORS } from "../../web/crypto/suite.ts";

const document = readFileSync(new URL("../../web/crypto/PROTOCOL.md", import.meta.url), "utf8");
const folder = new URL("../vectors/", import.meta.url);

const vectors = new Map<string, unknown>(
  readdirSync(folder).map((name) => {
    const json: unknown = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    return [name.replace(/\.json$/u, ""), json];
  }),
);

function valueAt(path: string): string {
  const [file = "", ...keys] = path.split(".");
  let value = vectors.get(file);
  for (const key of keys) {
    const found = typeof value === "object" && value !== null ? Object.entries(value) : [];
    value = found.find(([name]) => name === key)?.[1];
  }
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** A path, and under it, indented, the value: whole, or its beginning and its length. */
const quoted = [...document.matchAll(/^([a-z][\w-]*(?:\.\w+)+)\n {4}(.+)$/gmu)].map(
  ([, path = "", shown = ""]) => ({ path, shown }),
);

function section(title: string): string {
  const [, body = ""] = document.split(`\n## ${title}\n`);
  return body.split("\n## ")[0] ?? "";
}

function firstColumn(title: string): string[] {
  return section(title)
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => (line.split("|")[1] ?? "").match(/[a-z][a-z-]+/gu) ?? []);
}

describe("PROTOCOL.md", () => {
  it("quotes the vectors and nothing else", () => {
    expect(quoted.length).toBeGreaterThan(60);
    const fenced = [...document.matchAll(/```text\n([\s\S]*?)```/gu)].flatMap(([, block = ""]) =>
      block.trimEnd().split("\n"),
    );
    expect(fenced.length).toBe(quoted.length * 2);
    for (const { path, shown } of quoted) {
      const value = valueAt(path);
      const [, beginning, length] = shown.match(/^(.+)… \((\d+) characters\)$/u) ?? [];
      expect(value, path).not.toBe("");
      if (beginning === undefined) {
        expect(shown, path).toBe(value);
      } else {
        expect(value.startsWith(beginning), path).toBe(true);
        expect(Number(length), path).toBe(value.length);
      }
    }
  });

  it("quotes something of every step of the example", () => {
    const files = new Set(quoted.flatMap(({ path }) => path.split(".", 1)));
    expect([...files].toSorted()).toEqual([
      "access",
      "audit",
      "card",
      "colleagues",
      "entry",
      "feedback",
      "headers",
      "invitation",
      "keys",
      "passkey-unlock",
      "receipt",
      "root-file",
      "roster",
      "sign-in",
      "tracking-code",
      "wrap",
    ]);
  });

  it("names every label", () => {
    const purposes = Object.values(LABELS).map((bytes) =>
      Buffer.from(bytes)
        .toString()
        .replace(/^tern\/1 (.+)\0$/u, "$1"),
    );
    for (const purpose of [...purposes, "origin", "locator", "entry", "sign-in", "proof"]) {
      expect(document, purpose).toMatch(new RegExp(`L\\("${purpose}"\\)|\`${purpose}\``, "u"));
    }
    expect(new Set(purposes).size).toBe(purposes.length);
  });

  it("gives a cause for every refusal, and no refusal that is not there", () => {
    const codes = new Set<string>([...CRYPTO_ERRORS, ...VAULT_FAILURES]);
    codes.delete("internal");
    expect(firstColumn("What a client refuses").toSorted()).toEqual([...codes].toSorted());
  });

  it("lists every entry type with its lane, its authors and its fields", () => {
    const rows = section("Journal")
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    const listed = rows.map(([, type = "", lane, by, fields = ""]) => ({
      type: type.replaceAll("`", ""),
      lane,
      by,
      fields: fields.replaceAll("`", ""),
    }));
    const defined = Object.values(entryTypes).map(({ type, lane, by, schema }) => ({
      type,
      lane,
      by: by.join(", "),
      fields: Object.keys(schema.shape)
        .filter((field) => field !== "type")
        .join(", "),
    }));
    expect(listed).toEqual(defined);
  });

  it("adds its tables up to the contract's sizes", () => {
    const total = (title: string): number => {
      const rows = [...section(title).matchAll(/^\| ([\d,]+) \| ([\d,]+) \|/gmu)].map(
        ([, offset = "", bytes = ""]) => [offset, bytes].map((n) => Number(n.replaceAll(",", ""))),
      );
      let at = 0;
      for (const [offset, bytes = 0] of rows) {
        expect(offset, title).toBe(at);
        at += bytes;
      }
      return at;
    };
    expect(total("Entry header")).toBe(limits.ENTRY_HEADER_BYTES);
    expect(total("Card header")).toBe(limits.CARD_HEADER_BYTES);
    expect(total("Wrap")).toBe(limits.WRAP_BYTES);
    expect(total("Root file")).toBe(ROOT_FILE_BYTES);
    expect(total("Keyring")).toBe(89);
    const sizes = section("Sizes").replaceAll(",", "");
    for (const bytes of [
      ...limits.BODY_BUCKETS_BYTES,
      ...limits.REPORTER_ANSWER_BUCKETS_BYTES,
      limits.CARD_BYTES + limits.SEAL_OVERHEAD_BYTES,
      limits.KEYRING_BYTES + limits.SEAL_OVERHEAD_BYTES,
      limits.WRAP_BYTES,
      ...limits.WRAP_SLOTS,
    ]) {
      expect(sizes).toMatch(new RegExp(`\\b${bytes}\\b`, "u"));
    }
  });
});
