/**
 * One real site: a founded organisation, the pages built for it, and the real Worker serving them.
 * The pages are built once a run (site-setup.ts); each test file starts a server of its own over them.
 *
 * Invariant: the organisation has one constant origin, and no server listens there. A test's browser is told
 * where the server really is, so that files may run side by side and nothing else can ever be reached.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { found, type FoundingPlan, type PlannedMember } from "../../web/command/founding.ts";
import { authenticatorRows, foundingRows } from "../../web/command/rows.ts";
import { run } from "../../web/command/run.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import type { PassphraseParameters } from "../../worker/contract/session.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { PROJECT, startServer, TEST_SECRET, type Server, type ServerOptions } from "./server.ts";

/** Plain HTTP, which browsers allow to seal only on the machine itself. */
export const SITE_ORIGIN = "http://127.0.0.1:8799";

/** The same site by a name, where a browser can make passkeys: it makes none for an address. */
export const NAMED_ORIGIN = "http://localhost:8799";

const VALID_DAYS = 30;

/** Everybody, by the name they sign in with. */
export const MEMBERS = [
  { handle: "rowan", name: "Rowan Example", roles: ["reviewer"] },
  { handle: "samira", name: "Samira Exemple", roles: ["reviewer"] },
  { handle: "linnet", name: "Linnet Example", roles: ["reviewer"] },
  { handle: "ines", name: "Inès Exemple", roles: ["coordinator", "reviewer"] },
  { handle: "kestrel", name: "Kestrel Example", roles: ["custodian"] },
  { handle: "wren", name: "Wren Example", roles: ["custodian"] },
  { handle: "alder", name: "Alder Exemple", roles: ["custodian"] },
  { handle: "theo", name: "Théo Exemple", roles: ["auditor"] },
] as const satisfies readonly PlannedMember[];
export type MemberHandle = (typeof MEMBERS)[number]["handle"];

const NORTH_NAMES = { en: "North desk", fr: "Bureau du Nord", ar: "مكتب الشمال" } as const;
const SOUTH_NAMES = { en: "South desk", fr: "Bureau du Sud", ar: "مكتب الجنوب" } as const;

/** Names by page language, and who may read what is sent there. */
export const DESKS = {
  north: { names: NORTH_NAMES, reviewers: ["rowan", "samira", "linnet"] },
  south: { names: SOUTH_NAMES, reviewers: ["samira", "ines"] },
} as const satisfies Record<string, { readonly reviewers: readonly MemberHandle[]; names: object }>;
export type DeskName = keyof typeof DESKS;

function plan(today: number): FoundingPlan {
  return {
    organisation: "Organisation of the tests",
    origins: [SITE_ORIGIN, NAMED_ORIGIN],
    today,
    validDays: VALID_DAYS,
    signer: "ines",
    members: MEMBERS,
    desks: [
      {
        names: DESKS.north.names,
        country: "IE",
        languages: ["en", "fr", "ar"],
        members: DESKS.north.reviewers,
        custodians: ["kestrel", "wren", "alder"],
      },
      {
        names: DESKS.south.names,
        country: "FR",
        languages: ["fr", "en", "ar"],
        members: DESKS.south.reviewers,
        custodians: ["kestrel"],
      },
    ],
  };
}

export interface SiteMember {
  readonly id: string;
  readonly handle: MemberHandle;
  readonly name: string;
  readonly passphrase: string;
  readonly parameters: PassphraseParameters;
  /** base64url, sealed under the passphrase. */
  readonly keyring: string;
  /** base64url of their authenticator's secret, for those who must have a second factor. */
  readonly authenticator: string | null;
}

/** Plain data, handed from the run's setup to every test file. */
export interface BuiltSite {
  /** The folder of the built pages. */
  readonly pages: string;
  readonly trust: Trust;
  readonly published: PublishedRoster;
  /** base64url of the root key's seed, which no server ever holds. */
  readonly root: string;
  readonly members: readonly SiteMember[];
  /** Desk ids. */
  readonly desks: Readonly<Record<DeskName, string>>;
  /** SQL, one statement each. */
  readonly rows: readonly string[];
}

/** Founds the organisation and builds the pages that trust it, into a folder of its own. */
export async function buildSite(): Promise<{
  readonly site: BuiltSite;
  readonly remove: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), "tern-site-"));
  await loadSodiumWithArgon2();
  const founded = found(plan(dayOf(Date.now())), { language: "en", words: wordlist });
  const trustFile = join(folder, "trust.json");
  const pages = join(folder, "dist");
  writeFileSync(trustFile, JSON.stringify(founded.trust));
  await run(
    process.execPath,
    [
      join(PROJECT, "node_modules/vite/bin/vite.js"),
      "build",
      "--config",
      join(PROJECT, "web/vite.config.ts"),
    ],
    { TERN_TRUST: trustFile, TERN_DIST: pages, NODE_ENV: "production" },
  );
  const authenticators = await authenticatorRows(
    founded,
    fromBase64Url(TEST_SECRET),
    dayOf(Date.now()),
  );
  const members = MEMBERS.map(({ handle, name }) => {
    const member = founded.members.find((candidate) => candidate.handle === handle);
    if (member === undefined) throw new Error(`site: ${handle} was not founded`);
    const { id, passphrase, parameters, keyring } = member;
    const authenticator = member.authenticator === null ? null : toBase64Url(member.authenticator);
    return { id, handle, name, passphrase, parameters, keyring, authenticator };
  });
  const deskId = (name: DeskName): string => {
    const desk = founded.roster.desks.find(({ names }) => names["en"] === DESKS[name].names.en);
    if (desk === undefined) throw new Error(`site: the ${name} desk was not founded`);
    return desk.id;
  };
  return {
    site: {
      pages,
      trust: founded.trust,
      published: founded.published,
      root: toBase64Url(founded.root),
      members,
      desks: { north: deskId("north"), south: deskId("south") },
      rows: [...foundingRows(founded), ...authenticators],
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Site extends BuiltSite {
  readonly server: Server;
  readonly member: (handle: MemberHandle) => SiteMember;
  /** How many cases the server holds. */
  readonly caseCount: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** The real Worker over the built pages, with an empty database but for the founding. */
export async function startSite(
  built: BuiltSite,
  options: Pick<ServerOptions, "handleFuse" | "main" | "vars"> = {},
): Promise<Site> {
  const server = await startServer({
    ...options,
    assets: built.pages,
    vars: {
      ...options.vars,
      ORIGIN: SITE_ORIGIN,
      ROOT_KEY: built.trust.rootKey,
      OTHER_ORIGINS: NAMED_ORIGIN,
    },
  });
  await server.database.batch(built.rows.map((row) => server.database.prepare(row)));
  return {
    ...built,
    server,
    member: (handle) => {
      const member = built.members.find((candidate) => candidate.handle === handle);
      if (member === undefined) throw new Error(`site: nobody is called ${handle}`);
      return member;
    },
    caseCount: async () =>
      (await server.database.prepare("SELECT count(*) AS held FROM cases").first<number>("held")) ??
      0,
    close: () => server.close(),
  };
}
