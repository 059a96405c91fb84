/** `npm run org -- create`, run for real: what it leaves on the disk, what it does not, and when it refuses. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { NO_SIGN_IN_KEY } from "../../worker/contract/invitation.ts";
import { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { invitationKeys, openInvitation } from "../../web/crypto/invitation.ts";
import { openKeyring } from "../../web/crypto/keyring.ts";
import { invitationSecret, verifyKeyOf, type SigningSeed } from "../../web/crypto/keys.ts";
import { openRootFile, readRootFile, type RootFile } from "../../web/crypto/root-file.ts";
import { verifyRoster } from "../../web/crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { complaintOf, ROOT_PASSPHRASE, runOrg, temporaryFolder } from "../support/org-command.ts";
import { PROJECT } from "../support/server.ts";

const BUSY = { timeout: 240_000 };
const ORIGIN = "https://tern.example";
const COMPLETE = [
  ["--name", "Harbour Network"],
  ["--origin", ORIGIN],
  ["--origin", "https://mirror.example"],
  ["--desk", "North desk"],
  ["--desk", "fr=Bureau du Nord"],
  ["--country", "IE"],
  ["--languages", "en,fr"],
  ["--coordinator-name", "Ada Example"],
  ["--coordinator-handle", "ada"],
  ["--days", "90"],
] as const;

const { path: home, remove } = temporaryFolder();
const folder = join(home, "organisation");
let said = "";
let rootFile: RootFile;
let root: SigningSeed;

/** @param without options to leave out */
function create(
  into: string,
  more: readonly string[] = [],
  without: readonly string[] = [],
  passphrase: string | null = ROOT_PASSPHRASE,
) {
  const options = COMPLETE.filter(([option]) => !without.includes(option)).flat();
  return runOrg(["create", ...options, ...more, "--folder", into], passphrase);
}

beforeAll(async () => {
  await loadSodiumWithArgon2();
  const { code, out, err } = await create(folder, ["--oversight"]);
  expect(err).toBe("");
  expect(code).toBe(0);
  said = out;
  const file = readRootFile(bytesOf("root.key"));
  if (file === null) throw new Error("no root file");
  rootFile = file;
  root = openRootFile(file, ROOT_PASSPHRASE);
}, 180_000);
afterAll(remove);

const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));
const jsonOf = (name: string): unknown => JSON.parse(bytesOf(name).toString("utf8"));
const trust = (): Trust => Trust.parse(jsonOf("trust.json"));

/** What stands behind # in the link that was printed. */
function secretInLink() {
  const [, secret = ""] = /^https:\/\/tern\.example\/join#(\S+)$/mu.exec(said) ?? [];
  return invitationSecret(fromBase64Url(secret));
}

/** A database with every migration applied. */
function emptyDatabase(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  const migrations = join(PROJECT, "migrations");
  for (const name of readdirSync(migrations).toSorted()) {
    database.exec(readFileSync(join(migrations, name), "utf8"));
  }
  return database;
}

describe("an organisation just founded", BUSY, () => {
  it("is four files that only their owner can read, and nothing beside them", () => {
    const names = readdirSync(folder).toSorted();
    expect(names).toEqual(["founding.sql", "root.key", "roster.json", "trust.json"]);
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(home)).toEqual(["organisation"]);
  });

  it("pins its root key, and a chain that holds from it to the coordinator", () => {
    const published = PublishedRoster.parse(jsonOf("roster.json"));
    const today = dayOf(Date.now());
    const { roster, sealKeys } = verifyRoster(published, {
      trust: trust(),
      today,
      highestVersion: 0,
    });
    expect(trust().origins).toEqual([ORIGIN, "https://mirror.example"]);
    expect(roster).toMatchObject({
      version: 1,
      organisation: "Harbour Network",
      expiresDay: today + 90,
      desks: [
        { names: { en: "North desk", fr: "Bureau du Nord" }, country: "IE", oversight: true },
      ],
      members: [{ name: "Ada Example", roles: ["coordinator", "reviewer"] }],
    });
    expect(sealKeys.size).toBe(1);
    expect(published.signer).toBe(roster.members[0]?.id);
  });

  it("keeps the root key under its passphrase alone", () => {
    expect(toBase64Url(verifyKeyOf(root))).toBe(trust().rootKey);
    expect(() => openRootFile(rootFile, `${ROOT_PASSPHRASE} more`)).toThrow("passphrase-wrong");
  });

  it("goes into the database once, however often it is run there", () => {
    const database = emptyDatabase();
    const founding = bytesOf("founding.sql").toString("utf8");
    database.exec(founding);
    database.exec(founding);
    const count = (table: string): unknown =>
      database.prepare(`SELECT count(*) AS held FROM ${table}`).get()?.["held"];
    for (const table of ["members", "rosters", "packets", "invitations"]) {
      expect(count(table), table).toBe(1);
    }
    expect(count("sessions")).toBe(0);
    database.close();
  });

  it("lets nobody sign in before the link was used, and opens the keyring to the link alone", () => {
    const database = emptyDatabase();
    database.exec(bytesOf("founding.sql").toString("utf8"));
    const member = database.prepare("SELECT * FROM members").get() ?? {};
    const invitation = database.prepare("SELECT * FROM invitations").get() ?? {};
    database.close();
    const keys = invitationKeys(secretInLink());
    expect(member["sign_in_key"]).toBe(NO_SIGN_IN_KEY);
    expect(invitation["locator_hash"]).toBe(toBase64Url(keys.locatorHash));
    const sealed = fromBase64Url(String(member["keyring"]));
    const keyring = openKeyring(sealed, keys.keyring, originHash(ORIGIN));
    expect(toBase64Url(keyring.memberId)).toBe(member["member_id"]);
    const other = invitationKeys(invitationSecret(new Uint8Array(32))).keyring;
    expect(() => openKeyring(sealed, other, originHash(ORIGIN))).toThrow("passphrase-wrong");
    const signed = {
      statement: String(invitation["statement"]),
      signature: String(invitation["signature"]),
    };
    const opened = openInvitation(signed, verifyKeyOf(keyring.signing));
    expect(opened).toMatchObject({ handle: "ada", name: "Ada Example", origin: ORIGIN });
    expect(opened.expiresDay).toBe(dayOf(Date.now()) + 14);
  });

  it("leaves no secret in any file, in any spelling", () => {
    const secret = secretInLink();
    const keys = invitationKeys(secret);
    const [, sealed = ""] = /'([\w-]{5000,})'/u.exec(bytesOf("founding.sql").toString()) ?? [];
    const keyring = openKeyring(fromBase64Url(sealed), keys.keyring, originHash(ORIGIN));
    const secrets = {
      root,
      link: secret,
      locator: keys.locator,
      "invitation key": keys.key,
      "keyring key": keys.keyring,
      signing: keyring.signing,
      sealing: keyring.sealSeeds[0]?.seed ?? new Uint8Array(),
      passphrase: Buffer.from(ROOT_PASSPHRASE),
    };
    const names = readdirSync(folder);
    let looked = 0;
    for (const [secretName, bytes] of Object.entries(secrets)) {
      expect(bytes.length, secretName).toBeGreaterThanOrEqual(16);
      const buffer = Buffer.from(bytes);
      const spellings = [
        buffer,
        ...(["hex", "base64", "base64url"] as const).map((spelling) =>
          Buffer.from(buffer.toString(spelling).replace(/=+$/u, "")),
        ),
      ];
      for (const name of names) {
        for (const spelling of spellings) {
          expect(bytesOf(name).includes(spelling), `${secretName} in ${name}`).toBe(false);
          looked += 1;
        }
      }
    }
    // The search finds what is there: the root's public key, as the root file has it.
    expect(bytesOf("root.key").includes(Buffer.from(fromBase64Url(trust().rootKey)))).toBe(true);
    expect(looked).toBe(Object.keys(secrets).length * 4 * 4);
    expect(said).not.toContain(ROOT_PASSPHRASE);
  });
});

describe("founding is refused, with one line and nothing written,", BUSY, () => {
  const untouched = (): string =>
    readdirSync(folder)
      .map((name) => bytesOf(name).toString("hex"))
      .join();

  it("where an organisation is already", async () => {
    const before = untouched();
    expect(complaintOf(await create(folder))).toMatch(/organisation in .* already/u);
    expect(untouched()).toBe(before);
  });

  it("where the folder holds something else, or is no folder", async () => {
    const taken = join(home, "taken");
    mkdirSync(taken);
    writeFileSync(join(taken, "letter.txt"), "mine");
    expect(complaintOf(await create(taken))).toContain("not empty");
    expect(readdirSync(taken)).toEqual(["letter.txt"]);
    const file = join(taken, "letter.txt");
    expect(complaintOf(await create(file))).toContain("no folder");
  });

  it("with a weak passphrase, saying why, or with nobody to ask for one", async () => {
    const into = join(home, "never");
    expect(complaintOf(await create(into, [], [], "hunter2"))).toContain("too easy to guess");
    expect(complaintOf(await create(into, [], [], ""))).toContain("empty");
    const names = "harbour network ada example tern mirror https";
    expect(complaintOf(await create(into, [], [], names))).toContain("too easy to guess");
    expect(complaintOf(await create(into, [], [], null))).toContain("no terminal");
    expect(existsSync(into)).toBe(false);
  });

  it("when something is missing or is none", async () => {
    const into = join(home, "never");
    const ended = await Promise.all([
      create(into, [], ["--origin"]),
      create(into, ["--origin", "tern.example"]),
      create(into, ["--nonsense"]),
      create(into, ["stray"]),
    ]);
    expect(ended.map(complaintOf)).toEqual([
      expect.stringContaining("--origin is missing"),
      expect.stringContaining('"tern.example" is no origin'),
      expect.stringContaining("--nonsense"),
      expect.stringContaining("stray"),
    ]);
    expect(existsSync(into)).toBe(false);
    expect(readdirSync(home).toSorted()).toEqual(["organisation", "taken"]);
  });
});

it("says what each command takes, and what commands there are", BUSY, async () => {
  const commands = ["create", "delegate", "inspect", "verify"];
  const helps = await Promise.all(commands.map((command) => runOrg([command, "--help"])));
  for (const [at, { code, out, err }] of helps.entries()) {
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toContain(`npm run org -- ${commands[at] ?? ""}`);
  }
  const all = await runOrg(["--help"]);
  for (const command of commands) expect(all.out).toContain(`  ${command} `);
  expect(complaintOf(await runOrg(["destroy"]))).toContain('no command "destroy"');
});
