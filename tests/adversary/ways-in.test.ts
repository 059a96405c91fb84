/**
 * A server that lies to a member about the ways into their keys: it adds one of its own, puts one in another's place,
 * leaves one out, or hands back keys from before. Nothing is sealed for it, and nothing is saved.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { ONLY_SLOT, sealSlot } from "../../web/crypto/keyring-slots.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { newKeyringKey, sealKeyPair } from "../../web/crypto/keys.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { KeyringSlot } from "../../worker/contract/session.ts";
import { changesPassphrase, makesRecoveryKey, opensAccount } from "../support/account.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { Intermediary } from "../support/intermediary.ts";
import { Reviewer } from "../support/reviewer.ts";
import { SITE_ORIGIN, startSite, type MemberHandle, type Site } from "../support/site.ts";

let site: Site;
let server: Intermediary;
let browser: TestBrowser;
beforeAll(async () => {
  site = await startSite(inject("site"));
  server = await Intermediary.before(site.server.url);
  browser = await openBrowser(server.url);
  await loadSodiumWithArgon2();
});
afterEach(async () => {
  server.isHonest();
  await browser.endVisits();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await site.close();
});

type Answer = OutputOf<"memberSignIn">;

/** What only a signed-in member asks for. */
function askedAsMember(): number {
  return server.asked("inbox", "saveKeyring", "replacePassphrase", "publishPacket");
}

/** A way in that the server can open, as well made as any. */
function serversSlot(handle: MemberHandle): KeyringSlot {
  const pair = sealKeyPair(new Uint8Array(32).fill(66));
  const way = {
    kind: "recovery",
    id: ONLY_SLOT,
    publicKey: toBase64Url(pair.publicKey),
    signInKey: null,
  } as const;
  const owner = {
    origin: originHash(SITE_ORIGIN),
    memberId: fromBase64Url(site.member(handle).id),
  };
  return sealSlot(newKeyringKey(), way, owner);
}

function withSlots(
  change: (slots: readonly KeyringSlot[]) => readonly KeyringSlot[],
): (answer: Answer) => Answer {
  return (answer) =>
    answer.kind === "signed-in" ? { ...answer, slots: [...change(answer.slots)] } : answer;
}

describe("a server that lies about the ways into a member's keys", () => {
  it("is refused before anything is sealed for it, whichever way it adds, exchanges or leaves out", async () => {
    const member = await Reviewer.isAt(site, browser, "samira");
    const { common, desk } = member.texts;
    await opensAccount(member);
    await makesRecoveryKey(member);
    await member.signsOut();
    const lies = [
      withSlots((slots) => [...slots, { ...serversSlot("samira"), id: "B".repeat(21) + "A" }]),
      withSlots((slots) => [
        ...slots.filter(({ kind }) => kind === "passphrase"),
        serversSlot("samira"),
      ]),
      withSlots((slots) => slots.filter(({ kind }) => kind === "passphrase")),
    ];
    const before = askedAsMember();
    for (const lie of lies) {
      server.changes("memberSignIn", lie);
      await member.triesToSignIn("samira", site.member("samira").passphrase);
      await member.reads(common.t("error.slot-unknown"));
      expect(askedAsMember()).toBe(before);
    }
    server.isHonest();
    await member.press(desk.t("sign-in.submit"));
    await member.seesInbox();
  });

  it("gets nowhere with the keys of before a passphrase was changed", async () => {
    const { keyring, parameters, passphrase: old } = site.member("rowan");
    const member = await Reviewer.isAt(site, browser, "rowan");
    const { t } = member.texts.desk;
    await opensAccount(member);
    const passphrase = await changesPassphrase(member);
    await member.signsOut();
    const before = askedAsMember();
    server.changes("memberSignIn", (answer) =>
      answer.kind === "signed-in" ? { ...answer, keyring, keyringVersion: 1, slots: [] } : answer,
    );
    await member.triesToSignIn("rowan", passphrase);
    await member.reads(t("sign-in.credentials"));
    expect(askedAsMember()).toBe(before);
    // The salt of then, for a signature under the key of then: the old passphrase still signs nobody in.
    server.isHonest();
    server.changes("memberParameters", () => parameters);
    member.visit.expects(/status of 401/u);
    await member.triesToSignIn("rowan", old);
    await member.reads(t("sign-in.credentials"));
    expect(askedAsMember()).toBe(before);
  });
});
