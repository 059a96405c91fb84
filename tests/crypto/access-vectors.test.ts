/** Frozen known answers of a change of who may read: a rekey, the keys it commits to, and its place among the notes. */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { openEntry } from "../../web/crypto/entry.ts";
import { laneKey, laneKeyHashOf, verifyKey } from "../../web/crypto/keys.ts";
import { notesPin } from "../../web/crypto/lane.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { Rekey } from "../../web/payload/entries/rekey.ts";
import vector from "../vectors/access.json" with { type: "json" };
import entries from "../vectors/entry.json" with { type: "json" };
import { fromHex, hex } from "./hex.ts";
import * as second from "./second-implementation.ts";

beforeAll(async () => {
  await loadSodium();
});

const { rekey } = vector;
const said = Rekey.parse(JSON.parse(rekey.payload));

describe("the frozen rekey", () => {
  it("opens under the old key, follows the entry before, and is its author's", () => {
    const key = laneKey(fromHex(vector.conversationKey));
    const { header, body } = rekey;
    const author = verifyKey(fromBase64Url(rekey.authorKey));
    const opened = openEntry({ header, body }, key, author);
    expect(opened.payload).toBe(rekey.payload);
    expect(toBase64Url(opened.hash)).toBe(rekey.hash);
    expect(opened.header.epoch).toBe(0);
    expect(opened.header.seq).toBe(vector.seq);
    expect(toBase64Url(opened.header.prev)).toBe(entries.entries[1]?.hash);
    expect(said.epoch).toBe(1);
  });

  it("commits to both new keys, and says where the notes stood", () => {
    const caseId = fromHex(vector.caseId);
    const hashOf = (key: string) => toBase64Url(laneKeyHashOf(laneKey(fromHex(key)), caseId));
    expect(hashOf(vector.nextConversationKey)).toBe(said.conversationKeyHash);
    expect(hashOf(vector.nextInternalKey)).toBe(said.internalKeyHash);
    expect(vector.internalHead).toBe(entries.entries[2]?.hash);
    const internal = laneKey(fromHex(vector.internalKey));
    const notes = notesPin(internal, vector.seq, fromBase64Url(vector.internalHead));
    expect(hex(notes)).toBe(vector.notes);
    expect(toBase64Url(notes)).toBe(said.notes);
    // To whoever has another key, or looks at another place, it says nothing.
    const other = laneKey(fromHex(vector.nextInternalKey));
    for (const pin of [
      notesPin(other, vector.seq, fromBase64Url(vector.internalHead)),
      notesPin(internal, vector.seq + 1, fromBase64Url(vector.internalHead)),
      notesPin(internal, vector.seq, fromBase64Url(rekey.hash)),
    ]) {
      expect(hex(pin)).not.toBe(vector.notes);
    }
  });

  it("is read by a second implementation", () => {
    const header = second.fromBase64Url(rekey.header);
    const body = second.fromBase64Url(rekey.body);
    const key = second.blake("entry key", 32, fromHex(vector.conversationKey));
    const { signature, json } = second.openBody(body, header, key);
    expect(Buffer.from(json).toString("utf8")).toBe(rekey.payload);
    const author = second.fromBase64Url(rekey.authorKey);
    expect(second.verifies(signature, author, "entry signature", header, json)).toBe(true);
    expect(toBase64Url(second.serverHash("entry", header, body))).toBe(rekey.hash);
    const caseId = fromHex(vector.caseId);
    const commits = (next: string) =>
      toBase64Url(second.blake("lane key", 32, caseId, fromHex(next)));
    expect(commits(vector.nextConversationKey)).toBe(said.conversationKeyHash);
    expect(commits(vector.nextInternalKey)).toBe(said.internalKeyHash);
    const head = second.fromBase64Url(vector.internalHead);
    const at = second.u32(vector.seq);
    const notes = second.blake("notes", 32, fromHex(vector.internalKey), at, head);
    expect(hex(notes)).toBe(vector.notes);
  });
});
