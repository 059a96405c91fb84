/**
 * Somebody hammers at a member's name with proofs that are wrong, without a pause, and the member signs in meanwhile
 * from a browser of their own.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { SIGNATURE_BYTES } from "../../worker/contract/limits.ts";
import { ask, freeProof } from "../routes/client.ts";
import { openBrowser, REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { startSite, type MemberHandle, type Site } from "../support/site.ts";

/** Tries a minute that cost nothing. */
const FREE = 3;
const MINUTE = 60_000;
/** Of a minute, in which a member on a busy machine has signed in. */
const SIGN_IN = 25_000;

let site: Site;
let unthrottled: Site;
let browser: TestBrowser;
beforeAll(async () => {
  site = await startSite(inject("site"), { handleFuse: FREE });
  unthrottled = await startSite(inject("site"));
  browser = await openBrowser(site.server.url);
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await unthrottled.close();
  await site.close();
});

/** One try at that name: what the server says to it. */
async function tries({ server }: Site, handle: MemberHandle): Promise<string> {
  const proof = await freeProof(server, "member-sign-in");
  const signature = toBase64Url(crypto.getRandomValues(new Uint8Array(SIGNATURE_BYTES)));
  const response = await ask(server, "memberSignIn", {
    proof,
    handle,
    way: "passphrase",
    signature,
  });
  return await response.text();
}

interface Hammering {
  /** Ends it. Answers how many tries there were, and how many of them were judged. */
  readonly stop: () => Promise<{ readonly tried: number; readonly judged: number }>;
}

/** Goes on until it is stopped; it has begun to cost when this resolves, with time enough left in the minute. */
async function hammersAt(handle: MemberHandle): Promise<Hammering> {
  // Counting starts afresh with the minute: what is counted here must not straddle one.
  const left = MINUTE - (Date.now() % MINUTE);
  if (left < SIGN_IN) await new Promise((resolve) => setTimeout(resolve, left + 100));
  const counted = { tried: 0, judged: 0 };
  const state = { on: true };
  const goesOn = (async () => {
    while (state.on) {
      const said = await tries(site, handle);
      counted.tried += 1;
      if (said.includes("unauthorised")) counted.judged += 1;
      else expect(said).toContain("proof-too-cheap");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await expect.poll(() => counted.tried, { timeout: SIGN_IN }).toBeGreaterThan(FREE * 2);
  return {
    stop: async () => {
      state.on = false;
      await goesOn;
      return counted;
    },
  };
}

/** How often their page tried, and how often it was asked to work for it. */
function paid(member: Reviewer): { readonly tries: number; readonly dear: number } {
  const { requests } = member.visit;
  const to = (path: string) => requests.filter(({ url }) => new URL(url).pathname === path);
  const dear = to(endpoints.challenge.path).filter(({ body }) =>
    (body?.toString() ?? "").includes('"effort":"more"'),
  );
  return { tries: to(endpoints.memberSignIn.path).length, dear: dear.length };
}

describe("while somebody hammers at their name", () => {
  it("a member works for their try, and is let in", { timeout: 3 * MINUTE }, async () => {
    const rowan = await Reviewer.arrives(browser, "en");
    rowan.visit.expects(REQUEST_FAILED);
    const hammering = await hammersAt("rowan");
    await rowan.signsIn(site, "rowan");
    await rowan.seesInbox();
    const { tried, judged } = await hammering.stop();
    expect(paid(rowan)).toEqual({ tries: 2, dear: 1 });
    expect(tried).toBeGreaterThan(FREE * 2);
    // Nobody is kept out, and the guesses that were judged are few: those that cost nothing, in two minutes at most.
    expect(judged).toBeLessThanOrEqual(FREE * 2);
  });

  it(
    "so does one who shows a code besides, and no failed code is told of",
    { timeout: 3 * MINUTE },
    async () => {
      const ines = await Reviewer.arrives(browser, "fr");
      ines.visit.expects(REQUEST_FAILED);
      const hammering = await hammersAt("ines");
      await ines.signsIn(site, "ines");
      await ines.seesInbox();
      await hammering.stop();
      expect(paid(ines)).toEqual({ tries: 2, dear: 1 });
      // Without the passphrase nobody gets as far as a code: theirs are all left.
      const counted = await site.server.database
        .prepare("SELECT count(*) AS n FROM factor_tries")
        .first("n");
      expect(counted).toBe(0);
    },
  );

  it("a colleague pays nothing", { timeout: 3 * MINUTE }, async () => {
    const linnet = await Reviewer.arrives(browser, "en");
    const hammering = await hammersAt("rowan");
    await linnet.signsIn(site, "linnet");
    await linnet.seesInbox();
    await hammering.stop();
    expect(paid(linnet)).toEqual({ tries: 1, dear: 0 });
  });

  it("every guess would be judged, were nothing counted: the control", async () => {
    for (let tried = 0; tried < FREE * 4; tried += 1) {
      expect(await tries(unthrottled, "rowan")).toContain("unauthorised");
    }
  });
});
