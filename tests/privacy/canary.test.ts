/**
 * What is written is searched for, in every form, wherever it must not be: in each request, in every file the
 * server wrote, in its logs, in the browser's profile. The same search over pages that seal nothing finds it.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { unstable_readConfig } from "wrangler";
import { mnemonicToEntropy } from "@scure/bip39";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { openBrowser, REQUEST_FAILED } from "../support/browser.ts";
import { buildBundle } from "../support/bundle.ts";
import { Custodian } from "../support/custodian.ts";
import { keysOf, keysOfCode } from "../support/insider.ts";
import { filesIn, openProfile } from "../support/profile.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { PROJECT, readWorkerConfig } from "../support/server.ts";
import { SITE_ORIGIN, startSite } from "../support/site.ts";
import {
  canaryOfBytes,
  canaryOfGroups,
  canaryOfText,
  randomWord,
  sightings,
  type Canary,
} from "./canary.ts";
import { watch, type WatchedSite } from "./watched-site.ts";

/** A build and everybody's whole way, on a machine that may be busy. */
const JOURNEY_MILLISECONDS = 240_000;

const WORDS = {
  text: randomWord(),
  title: randomWord(),
  reply: randomWord(),
  note: randomWord(),
  addition: randomWord(),
  closing: randomWord(),
  name: randomWord(),
  reach: randomWord(),
  contact: randomWord(),
  reason: randomWord(),
  /** Written and never sent. */
  draft: randomWord(),
} as const;

const WRITTEN = Object.entries(WORDS).map(([name, word]) => canaryOfText(name, word));

/** Said more than once: a long text may be cut in two wherever it is kept. */
function said(word: string): string {
  return `${word} ${word} ${word}`;
}

const WHO = {
  name: said(WORDS.name),
  reach: said(WORDS.reach),
  contact: said(WORDS.contact),
} as const;

const REPORT = {
  identity: WHO,
  channel: "abuse_neglect_exploitation",
  desk: "north",
  urgent: false,
  text: said(WORDS.text),
  title: WORDS.title,
} as const;

/** The code as it is shown, as it may be typed, and what it is made of. */
function canariesOfCode(words: readonly string[]): readonly Canary[] {
  const numbers = words.map((word) => String(english.indexOf(word) + 1));
  const keys = keysOfCode(words);
  return [
    canaryOfGroups("the code's words", words),
    canaryOfGroups(
      "the code's numbers",
      numbers.map((number) => number.padStart(4, "0")),
    ),
    canaryOfGroups("the code's numbers, short", numbers),
    canaryOfBytes("the code", mnemonicToEntropy(words.join(" "), [...english])),
    canaryOfBytes("the code's sign-in seed", keys.signIn),
    canaryOfBytes("the code's secret key", keys.seal.secretKey),
  ];
}

describe("a whole journey", () => {
  let watched: WatchedSite;
  let profile: string;
  let secrets: readonly Canary[];
  /** Sent or stored openly, so that the search is seen to look in the right places. */
  let open: readonly Canary[];
  let locator: Canary;

  beforeAll(async () => {
    watched = await watch(inject("site"));
    profile = mkdtempSync(join(tmpdir(), "tern-profile-"));
    mkdirSync(join(profile, "reporter"));
    const { site, server } = watched;
    const own = await openProfile(server.url, join(profile, "reporter"));
    const desk = await openBrowser(server.url);
    const reporter = await Reporter.arrives(own, "en");
    const code = await reporter.reports(REPORT);
    await reporter.confirms(code.words);

    const reviewer = await Reviewer.isAt(site, desk, "rowan");
    await reviewer.opens(WORDS.title);
    await reviewer.acknowledges();
    await reviewer.replies(said(WORDS.reply));
    await reviewer.takesNote(said(WORDS.note));
    // Custodians write in the audit log meanwhile: an entry that came too late is signed anew.
    reviewer.visit.expects(REQUEST_FAILED);
    await reviewer.asksWhoItIs(said(WORDS.reason));
    await reviewer.reads(reviewer.texts.desk.t("identity.asked"));
    for (const handle of ["wren", "kestrel"] as const) {
      const custodian = await Custodian.isAt(site, desk, handle);
      await custodian.reads(WORDS.reason);
      await custodian.agrees(WORDS.reason);
    }
    await reviewer.looksAgain();
    await reviewer.press(reviewer.texts.desk.t("identity.open"));
    await reviewer.reads(WORDS.reach);

    const returning = await Reporter.arrives(own, "en");
    await returning.comesBack(code.words.join(" "));
    await returning.adds(said(WORDS.addition));
    await reviewer.goesBackToInbox();
    await reviewer.opens(WORDS.title);
    await reviewer.closes("SAFE_CONFIRMED", said(WORDS.closing));
    await reviewer.signsOut();
    await returning.page.close();
    const last = await Reporter.arrives(own, "en");
    await last.comesBack(code.numbers.join("-"));
    await last.reads(WORDS.closing);

    await last.page.close();
    const undecided = await Reporter.arrives(own, "en");
    await undecided.startWriting();
    await undecided.answerChannel("unsure");
    await undecided.answerDesk("north");
    await undecided.answerUrgent(false);
    await undecided.textField.fill(said(WORDS.draft));
    await undecided.titleField.fill(WORDS.draft);
    await undecided.page.reload();
    await undecided.reaches(undecided.texts.report.t("danger.title"));

    await desk.endVisits();
    await desk.close();
    await own.endVisits();

    const rowan = await keysOf(site, "rowan");
    const { passphrase } = site.member("rowan");
    secrets = [
      ...WRITTEN,
      ...canariesOfCode(code.words),
      canaryOfGroups("the passphrase", passphrase.split(/[\s-]+/u)),
      canaryOfText("the passphrase as it is", passphrase),
      canaryOfBytes("the reviewer's signing seed", rowan.signing),
      canaryOfBytes("the reviewer's secret key", rowan.seal.secretKey),
    ];
    locator = canaryOfBytes("the locator", keysOfCode(code.words).locator);
    const stored = await site.server.database
      .prepare("SELECT case_id AS id FROM cases")
      .first<string>("id");
    open = [canaryOfBytes("the case's number", fromBase64Url(stored ?? ""))];
  }, JOURNEY_MILLISECONDS);
  afterAll(async () => {
    await watched.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it("sends nothing of it: not the words, not the code, not a key", () => {
    const requests = watched.requests();
    expect(requests.length).toBeGreaterThan(60);
    expect(sightings(open, requests)).toContain("the case's number in POST /api/report");
    expect(sightings(secrets, requests)).toEqual([]);
  });

  it("sends the locator to sign in with, and there only", () => {
    const seen = new Set(sightings([locator], watched.requests()));
    expect([...seen]).toEqual(["the locator in POST /api/reporter/sign-in"]);
  });

  it("writes nothing of it on the server's disk: not into the database, its log, or any file", () => {
    const files = watched.written();
    const kept = sightings(open, files);
    expect(kept.some((sighting) => sighting.includes(".sqlite"))).toBe(true);
    expect(sightings([...secrets, locator], files)).toEqual([]);
  });

  it("logs nothing of it", () => {
    expect(sightings([...secrets, locator, ...open], watched.logs())).toEqual([]);
  });

  it("writes nothing of it into the bucket of shred keys, nor a key it could be opened with", async () => {
    const { shredKeys } = watched.site.server;
    const { objects } = await shredKeys.list();
    const kept = await Promise.all(
      objects.map(async ({ key }) => ({
        name: key,
        bytes: Buffer.from((await (await shredKeys.get(key))?.arrayBuffer()) ?? new ArrayBuffer()),
      })),
    );
    expect(kept.map(({ name }) => name)).toEqual([expect.stringMatching(/^shelves\/\d+$/u)]);
    expect(sightings([...secrets, locator], kept)).toEqual([]);
    // The same search does find what is there.
    const there = kept.map(({ bytes }) => canaryOfBytes("secret", bytes.subarray(2)));
    expect(sightings(there, kept)).toEqual(kept.map(({ name }) => `secret in ${name}`));
  });

  it("has nowhere else to be: one bucket, and no queue, no other store is bound", () => {
    const config = unstable_readConfig(
      { config: join(PROJECT, "wrangler.toml") },
      { hideWarnings: true },
    );
    const stores = [
      config.kv_namespaces,
      config.queues.producers ?? [],
      config.analytics_engine_datasets,
      config.durable_objects.bindings,
      config.send_email,
      config.services ?? [],
    ];
    expect(stores).toEqual(stores.map(() => []));
    expect(readWorkerConfig().r2_buckets.map(({ binding }) => binding)).toEqual(["SHRED_KEYS"]);
  });

  it("leaves nothing of it in the reporter's browser", () => {
    const files = filesIn(join(profile, "reporter")).map(({ path, bytes }) => ({
      name: path,
      bytes,
    }));
    expect(files.length).toBeGreaterThan(20);
    // The profile does remember that the site was visited, as every browser's does.
    expect(sightings([canaryOfText("address", "127.0.0.1")], files)).not.toEqual([]);
    expect(sightings([...secrets, locator, ...open], files)).toEqual([]);
  });
});

describe("the same search in the profile of somebody whose page did keep a word", () => {
  it("finds it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tern-profile-"));
    const site = await startSite(inject("site"));
    const browser = await openProfile(site.server.url, folder);
    const word = randomWord();
    const { page } = await browser.visit();
    await page.goto(SITE_ORIGIN);
    await page.evaluate((kept) => localStorage.setItem("kept", kept), word);
    await expect(browser.endVisits()).rejects.toThrow("localStorage kept");
    const files = filesIn(folder).map(({ path, bytes }) => ({ name: path, bytes }));
    expect(sightings([canaryOfText("word", word)], files)).not.toEqual([]);
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("the same search over pages that seal nothing", () => {
  let watched: WatchedSite;
  let removeBundle: () => void;
  beforeAll(async () => {
    const site = inject("site");
    const bundle = await buildBundle(site.trust, "tests/privacy/unsealed.vite.config.ts");
    removeBundle = bundle.remove;
    watched = await watch({ ...site, pages: bundle.pages });
    const browser = await openBrowser(watched.server.url);
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.reports(REPORT);
    await browser.endVisits();
    await browser.close();
  }, JOURNEY_MILLISECONDS);
  afterAll(async () => {
    await watched.close();
    removeBundle();
  });

  it.each(["text", "title"] as const)("finds the %s in a request and in the database", (name) => {
    const canary = [canaryOfText(name, WORDS[name])];
    expect(sightings(canary, watched.requests())).toContain(`${name} in POST /api/report`);
    const kept = sightings(canary, watched.written());
    expect(kept.some((sighting) => sighting.includes(".sqlite"))).toBe(true);
  });
});
