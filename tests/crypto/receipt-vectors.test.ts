/**
 * The frozen receipts, read twice: by web/crypto, and by a second implementation made from the words of PROTOCOL.md.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { ReceiptFile } from "../../worker/contract/receipt.ts";
import { Delegation, Roster, Trust } from "../../worker/contract/roster.ts";
import { signingSeed, verifyKey } from "../../web/crypto/keys.ts";
import { checkReceiptFile, receiptFileBytes } from "../../web/crypto/receipt-file.ts";
import { openReceipt, signReceipt } from "../../web/crypto/receipt.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import vectors from "../vectors/receipt.json" with { type: "json" };
import { fromHex } from "./hex.ts";
import {
  ascii,
  blake,
  fromBase64Url,
  sign,
  signKey,
  verifies,
  type Bytes,
} from "./second-implementation.ts";

beforeAll(() => loadSodium());

const base64Url = (bytes: Bytes): string => Buffer.from(bytes).toString("base64url");
const jsonOf = (statement: string): unknown =>
  JSON.parse(Buffer.from(statement, "base64url").toString("utf8"));

describe("the frozen receipts", () => {
  it.each(vectors.receipts)("sign and open as they did: $what", (vector) => {
    const { json, statement, signature } = vector;
    const key = verifyKey(fromBase64Url(vectors.memberKey));
    const receipt = openReceipt({ statement, signature }, key);
    expect(JSON.stringify(receipt)).toBe(json);
    const seed = signingSeed(fromHex(vectors.signingSeed));
    expect(signReceipt(receipt, seed)).toEqual({ statement, signature });
  });

  it.each(vectors.receipts)("hold as files, which have one spelling: $what", ({ file, json }) => {
    const parsed = ReceiptFile.parse(JSON.parse(file));
    expect(Buffer.from(receiptFileBytes(parsed)).toString("utf8")).toBe(file);
    const checked = checkReceiptFile(ascii(file), Trust.parse(vectors.trust));
    expect(checked).toMatchObject({ kind: "holds", name: "First reviewer" });
    expect(checked.kind === "holds" && JSON.stringify(checked.receipt)).toBe(json);
  });
});

describe("a second implementation", () => {
  it.each(vectors.receipts)("follows each link from the root key: $what", (vector) => {
    const { receipt, published } = ReceiptFile.parse(JSON.parse(vector.file));
    const holds = (purpose: string, signed: typeof receipt, key: string): boolean =>
      verifies(
        fromBase64Url(signed.signature),
        fromBase64Url(key),
        purpose,
        fromBase64Url(signed.statement),
      );
    expect(holds("delegation", published.delegation, vectors.trust.rootKey)).toBe(true);
    const { signers } = Delegation.parse(jsonOf(published.delegation.statement));
    const signer = signers.find(({ memberId }) => memberId === published.signer);
    expect(holds("roster", published.roster, signer?.key ?? "")).toBe(true);
    const roster = Roster.parse(jsonOf(published.roster.statement));
    const member = roster.members.find(({ key }) => key === vectors.memberKey);
    expect(holds("receipt", receipt, member?.key ?? "")).toBe(true);
    // The label is part of what is signed: the same bytes are no audit entry and no request.
    expect(holds("audit", receipt, member?.key ?? "")).toBe(false);
    const hash = blake("roster hash", 32, fromBase64Url(published.roster.statement));
    expect(jsonOf(receipt.statement)).toMatchObject({
      member: member?.id,
      rosterVersion: roster.version,
      roster: base64Url(hash),
    });
  });

  it.each(vectors.receipts)(
    "signs the same bytes alike: $what",
    ({ json, statement, signature }) => {
      const seed = fromHex(vectors.signingSeed);
      expect(base64Url(signKey(seed))).toBe(vectors.memberKey);
      expect(base64Url(ascii(json))).toBe(statement);
      expect(base64Url(sign(seed, "receipt", ascii(json)))).toBe(signature);
    },
  );
});
