/** What `npm run org -- create` wrote, in the real Worker's real D1: the first coordinator comes in by their link. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { Joining } from "../../worker/contract/invitation.ts";
import { Trust } from "../../worker/contract/roster.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { invitationKeys, joiningMac } from "../../web/crypto/invitation.ts";
import { openKeyring, sealKeyring } from "../../web/crypto/keyring.ts";
import { invitationSecret, verifyKeyOf } from "../../web/crypto/keys.ts";
import { generatePassphrase, MEMORY_KIB, PASSES, stretch } from "../../web/crypto/passphrase.ts";
import { verifyRoster } from "../../web/crypto/roster.ts";
import { signChallenge } from "../../web/crypto/sign-in.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { call, freeProof, refused, today } from "../routes/client.ts";
import { runOrg, temporaryFolder } from "../support/org-command.ts";
import { startServer, type Server } from "../support/server.ts";

const ORIGIN = "https://tern.example";
const BUSY = { timeout: 240_000 };
const { path: home, remove } = temporaryFolder();
const folder = join(home, "organisation");

let server: Server;
let trust: Trust;
/** What stands behind # in the link. */
let secret: ReturnType<typeof invitationSecret>;

beforeAll(async () => {
  await loadSodiumWithArgon2();
  const desk = ["--desk", "North desk", "--country", "IE", "--languages", "en"];
  const coordinator = ["--coordinator-name", "Ada Example", "--coordinator-handle", "ada"];
  const organisation = ["--name", "Harbour Network", "--origin", ORIGIN, "--folder", folder];
  const { out, err } = await runOrg(["create", ...organisation, ...desk, ...coordinator]);
  expect(err).toBe("");
  const [, linked = ""] = /\/join#(\S+)/u.exec(out) ?? [];
  secret = invitationSecret(fromBase64Url(linked));
  trust = Trust.parse(JSON.parse(readFileSync(join(folder, "trust.json"), "utf8")));
  server = await startServer({ vars: { ORIGIN, ROOT_KEY: trust.rootKey } });
  const rows = readFileSync(join(folder, "founding.sql"), "utf8").trim().split("\n");
  await server.database.batch(rows.map((row) => server.database.prepare(row)));
}, 180_000);
afterAll(async () => {
  await server.close();
  remove();
});

describe("a founded organisation, served", BUSY, () => {
  it("has a roster that the pinned root key vouches for, and a history that verify follows", async () => {
    const published = await call(server, "roster", {});
    const verified = verifyRoster(published, { trust, today: today(), highestVersion: 0 });
    expect(verified.roster.organisation).toBe("Harbour Network");
    const tables = await Promise.all(
      ["rosters", "packets"].map((table) =>
        server.database.prepare(`SELECT * FROM ${table}`).all(),
      ),
    );
    const print = join(home, "database.json");
    writeFileSync(print, JSON.stringify(tables.map(({ results }) => ({ results }))));
    const trustFile = join(folder, "trust.json");
    const ended = await runOrg(["verify", "--database", print, "--trust", trustFile], null);
    expect(ended).toMatchObject({ code: 0, err: "" });
  });

  it("lets the first coordinator in by the link, once, with the keys the roster names", async () => {
    const keys = invitationKeys(secret);
    const origin = originHash(ORIGIN);
    const locator = toBase64Url(keys.locator);
    const proof = await freeProof(server, "join");
    const read = await call(server, "readInvitation", { proof, locator });
    if (read.keyring === null) throw new Error("no keyring behind the link");
    const keyring = openKeyring(fromBase64Url(read.keyring), keys.keyring, origin);
    const published = await call(server, "roster", {});
    const { roster } = verifyRoster(published, { trust, today: today(), highestVersion: 0 });
    const [self] = roster.members;
    expect(toBase64Url(verifyKeyOf(keyring.signing))).toBe(self?.key);

    const passphrase = generatePassphrase({ language: "en", words: wordlist });
    const parameters = {
      salt: toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
      passes: PASSES,
      memoryKiB: MEMORY_KIB,
    };
    const stretched = stretch(passphrase, parameters);
    const [packet] = published.packets;
    if (packet === undefined) throw new Error("no packet");
    const unmarked: Omit<Joining, "mac"> = {
      key: toBase64Url(verifyKeyOf(keyring.signing)),
      packet: packet.packet,
      signInKey: toBase64Url(verifyKeyOf(stretched.signIn)),
      parameters,
      keyring: toBase64Url(sealKeyring(keyring, stretched.keyring, origin)),
    };
    const place = { origin, locatorHash: keys.locatorHash };
    const mac = toBase64Url(joiningMac(unmarked, keyring.memberId, place, keys.key));
    const signInProof = await freeProof(server, "member-sign-in");
    const nonce = fromBase64Url(signInProof.challenge);
    const signature = toBase64Url(signChallenge(stretched.signIn, origin, nonce, today()));
    const signIn = { proof: signInProof, handle: "ada", way: "passphrase", signature } as const;
    await refused(server, "memberSignIn", signIn, "unauthorised");
    await call(server, "acceptInvitation", { proof, locator, joining: { ...unmarked, mac } });
    expect(await call(server, "memberSignIn", signIn)).toMatchObject({
      kind: "signed-in",
      member: self?.id,
      secondFactor: "none",
    });

    const again = { proof: await freeProof(server, "join"), locator };
    await refused(server, "readInvitation", again, "not-found");
    const late = { ...again, joining: { ...unmarked, mac: toBase64Url(new Uint8Array(32)) } };
    await refused(server, "acceptInvitation", late, "not-found");
  });
});
