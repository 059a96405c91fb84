import { describe, expect, it } from "vitest";
import { canaryOfBytes, sightings, type Haystack } from "../privacy/canary.ts";
import { atSite } from "../support/at-site.ts";
import { changesPassphrase } from "../support/account.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import type { PageLanguage } from "../support/people.ts";
import { Reviewer } from "../support/reviewer.ts";
import { plugIn, type SecurityKey } from "../support/security-key.ts";
import { NAMED_ORIGIN, type MemberHandle, type Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** What the page's browser gave out, as a spy beside the page would have it. */
interface Spied {
  derived: string[];
  left: () => number;
}
declare global {
  interface Window {
    spied: Spied;
  }
}

interface Owner {
  readonly member: Reviewer;
  readonly key: SecurityKey;
}

/** Signed in where passkeys can be, with one key and no other second proof at hand and a clock that the test turns. */
async function withKey(
  handle: MemberHandle,
  language: PageLanguage,
  derives: "derives" | "does-not" = "derives",
): Promise<Owner> {
  for (const table of ["passkeys", "authenticators"]) {
    await site.server.database
      .prepare(`DELETE FROM ${table} WHERE member_id = ?`)
      .bind(site.member(handle).id)
      .run();
  }
  const member = await Reviewer.arrives(browser, language, {}, NAMED_ORIGIN);
  await member.page.clock.install();
  const key = await plugIn(member.page, { prf: derives === "derives" });
  await member.triesToSignIn(handle, site.member(handle).passphrase);
  const { t } = member.texts.desk;
  if (handle !== "ines") {
    await member.seesInbox();
    await member.opensAccount();
  }
  await member.press(t("factors.add-passkey"));
  if (handle === "ines") {
    await member.seesInbox();
    await member.opensAccount();
  } else {
    await member.reads(t("proofs.added"));
  }
  return { member, key };
}

async function turnsOn(member: Reviewer): Promise<void> {
  const { t } = member.texts.desk;
  await member.press(t("unlock.let-passkey", { number: 1 }));
  await member.reads(t("unlock.explained"));
  await member.press(t("unlock.turn-on"));
  await member.reads(t("unlock.added"));
}

async function locks(member: Reviewer): Promise<void> {
  await member.page.clock.runFor("10:05");
  await member.reaches(member.texts.desk.t("locked.title"));
}

async function spiesOn(member: Reviewer): Promise<void> {
  await member.page.evaluate(() => {
    const buffers: ArrayBuffer[] = [];
    const spied: Spied = {
      derived: [],
      left: () => buffers.reduce((sum, { byteLength }) => sum + byteLength, 0),
    };
    window.spied = spied;
    const { credentials } = navigator;
    const get = credentials.get.bind(credentials);
    credentials.get = async (options) => {
      const credential = await get(options);
      if (!(credential instanceof PublicKeyCredential)) return credential;
      const results = credential.getClientExtensionResults();
      const first = results.prf?.results?.first;
      if (first instanceof ArrayBuffer) {
        buffers.push(first);
        const hex = [...new Uint8Array(first)].map((byte) => byte.toString(16).padStart(2, "0"));
        spied.derived.push(hex.join(""));
      }
      // The page is given the very buffer that the spy looks at.
      credential.getClientExtensionResults = () => results;
      return credential;
    };
  });
}

/** Everything that left the page, request by request. */
function sentBy(member: Reviewer): readonly Haystack[] {
  return member.visit.requests.map(({ url, headers, body }) => ({
    name: new URL(url).pathname,
    bytes: Buffer.concat([
      Buffer.from(`${url}\n${JSON.stringify(headers)}\n`),
      body ?? Buffer.of(),
    ]),
  }));
}

describe.each(["en", "fr", "ar"] as const)("a passkey that unlocks, in %s", (language) => {
  it("is let to by its owner, opens the locked page, and no more once that is taken back", async () => {
    const handle = ({ en: "rowan", fr: "samira", ar: "linnet" } as const)[language];
    const { member } = await withKey(handle, language);
    const { t } = member.texts.desk;
    await locks(member);
    // Off until it is turned on.
    expect(await member.button(t("locked.use-passkey")).count()).toBe(0);
    await member.page
      .getByLabel(t("sign-in.passphrase"), { exact: true })
      .fill(site.member(handle).passphrase);
    await member.press(t("locked.unlock"));
    await member.opensAccount();
    await turnsOn(member);
    await locks(member);
    await expect.poll(() => member.page.workers().length).toBe(0);
    const asked = member.visit.asked().length;
    await member.press(t("locked.use-passkey"));
    await member.reaches(t("account.title"));
    const since = member.visit.asked().slice(asked);
    expect(since.filter((request) => request.includes("sign-in"))).toEqual([]);
    await member.press(t("unlock.stop-passkey", { number: 1 }));
    await member.reads(t("unlock.removed"));
    await locks(member);
    expect(await member.button(t("locked.use-passkey")).count()).toBe(0);
  });
});

describe("the secret of a passkey", () => {
  it("goes from the browser to the vault: into no request, and nothing of it stays in the page", async () => {
    const { member } = await withKey("ines", "en");
    const { t } = member.texts.desk;
    await spiesOn(member);
    await turnsOn(member);
    await locks(member);
    await member.press(t("locked.use-passkey"));
    await member.reaches(t("account.title"));
    const { derived, left } = await member.page.evaluate(() => ({
      derived: window.spied.derived,
      left: window.spied.left(),
    }));
    // The same secret, once to turn it on and once to unlock.
    expect(new Set(derived).size).toBe(1);
    expect(derived.length).toBe(2);
    expect(left).toBe(0);
    const secret = canaryOfBytes("secret", Buffer.from(derived[0] ?? "", "hex"));
    const sent = sentBy(member);
    expect(sightings([secret], sent)).toEqual([]);
    // The control: what is known to have been sent is found the same way.
    const { results } = await site.server.database
      .prepare("SELECT public_key FROM keyring_slots")
      .all();
    const known = results.map(({ public_key: key }) =>
      canaryOfBytes("slot", Buffer.from(String(key), "base64url")),
    );
    expect(sightings(known, sent)).toContain("slot in /api/member/way-in");
  });
});

describe("removing a passkey", () => {
  it("takes its slot away with it, and the new passphrase before keeps it", async () => {
    const { member } = await withKey("rowan", "en");
    const { t } = member.texts.desk;
    await turnsOn(member);
    await changesPassphrase(member);
    await locks(member);
    await member.press(t("locked.use-passkey"));
    await member.reaches(t("account.title"));
    const slots = async () => {
      const { results } = await site.server.database
        .prepare("SELECT kind FROM keyring_slots WHERE member_id = ? ORDER BY kind")
        .bind(site.member("rowan").id)
        .all();
      return results.map(({ kind }) => kind);
    };
    expect(await slots()).toEqual(["passkey", "passphrase"]);
    await member.press(t("factors.remove-passkey", { number: 1 }));
    await member.reads(t("proofs.removed"));
    expect(await slots()).toEqual(["passphrase"]);
  });
});

describe("where it cannot be", () => {
  it("is not offered: a key that derives nothing is a second proof and no more", async () => {
    const { member } = await withKey("samira", "en", "does-not");
    const { t } = member.texts.desk;
    await member.page.getByText(/^Passkey 1/u).waitFor();
    expect(await member.button(t("unlock.let-passkey", { number: 1 })).count()).toBe(0);
  });

  it("unlocks nothing without its PIN, and says so; the passphrase still does", async () => {
    const { member, key } = await withKey("linnet", "en");
    const { t } = member.texts.desk;
    await turnsOn(member);
    await locks(member);
    await key.losePin();
    await member.press(t("locked.use-passkey"));
    await member.reads(t("locked.no-passkey"));
    await member.page
      .getByLabel(t("sign-in.passphrase"), { exact: true })
      .fill(site.member("linnet").passphrase);
    await member.press(t("locked.unlock"));
    await member.reaches(t("account.title"));
  });

  it("unlocks nothing once the session has ended: only signing in goes on", async () => {
    const { member } = await withKey("samira", "en");
    const { t } = member.texts.desk;
    await turnsOn(member);
    await locks(member);
    await member.button(t("locked.use-passkey")).waitFor();
    await site.server.database
      .prepare("DELETE FROM sessions WHERE member_id = ?")
      .bind(site.member("samira").id)
      .run();
    member.visit.expects(REQUEST_FAILED);
    await member.press(t("locked.use-passkey"));
    await member.reaches(t("sign-in.title"));
  });
});
