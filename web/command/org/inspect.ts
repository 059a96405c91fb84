/** `inspect`: what a file or a server of the organisation says, in plain lines. It checks no signature. */
import { join } from "node:path";
import { fromBase64Url } from "../../../worker/contract/bytes.ts";
import { PublishedRoster, Signed, Trust } from "../../../worker/contract/roster.ts";
import { sealPublicKey, type SealPublicKey } from "../../crypto/keys.ts";
import { readRootFile } from "../../crypto/root-file.ts";
import { loadSodiumWithArgon2 } from "../../crypto/sodium.ts";
import { say } from "../output.ts";
import { Complaint, readArguments, type Command } from "./command.ts";
import { newestPackets, publishedAs, readDatabaseRows } from "./database.ts";
import {
  describeDelegation,
  describeRootFile,
  describeRoster,
  describeTrust,
  namesIn,
} from "./describe.ts";
import { asJson, FILES, FOLDER, readBytes, readTrust } from "./files.ts";
import { fetchPublished, unverified } from "./published.ts";

const HELP = `npm run org -- inspect FILE
npm run org -- inspect --url URL [--trust FILE]

Shows who stands in what the organisation signed: people, roles, desks, dates, and six words of each
member's keys. FILE is a trust file, a root file, a published roster, a delegation, or what wrangler
prints of the database (see verify). No secret is shown, and no signature is checked: verify does that.

  --url URL      ask this origin, one of the trust file's, for the roster in force
  --trust FILE   default: ${FOLDER}/${FILES.trust}`;

function sealKeysIn(published: PublishedRoster): ReadonlyMap<string, SealPublicKey> {
  return new Map(
    published.packets.flatMap(({ member, packet }) => {
      const said = unverified(packet);
      if (said?.kind !== "packet") return [];
      return [[member, sealPublicKey(fromBase64Url(said.packet.key))] as const];
    }),
  );
}

/** @throws Complaint when the statements are none. */
function describePublished(published: PublishedRoster): readonly string[] {
  const delegation = unverified(published.delegation);
  const roster = unverified(published.roster);
  if (delegation?.kind !== "delegation" || roster?.kind !== "roster") {
    throw new Complaint("The statements in it are none of this version.");
  }
  return [
    ...describeDelegation(delegation.delegation, namesIn(roster.roster)),
    ...describeRoster(roster.roster, sealKeysIn(published)),
  ];
}

function describeSigned(signed: Signed): readonly string[] | null {
  const said = unverified(signed);
  switch (said?.kind) {
    case "delegation":
      return describeDelegation(said.delegation, new Map());
    case "roster":
      return describeRoster(said.roster, new Map());
    case "packet":
    case undefined:
      return null;
  }
}

/** Null when it is none of an organisation's files. */
function describeFile(bytes: Uint8Array): readonly string[] | null {
  const rootFile = readRootFile(bytes);
  if (rootFile !== null) return describeRootFile(rootFile);
  const json = asJson(bytes);
  const trust = Trust.safeParse(json);
  if (trust.success) return describeTrust(trust.data);
  const published = PublishedRoster.safeParse(json);
  if (published.success) return describePublished(published.data);
  const signed = Signed.safeParse(json);
  if (signed.success) return describeSigned(signed.data);
  const rows = readDatabaseRows(json);
  const newest = rows?.rosters.at(-1);
  if (rows === null || newest === undefined) return null;
  return describePublished(publishedAs(newest, newestPackets(rows)));
}

export const inspect: Command = {
  summary: "shows what a file or a server of the organisation says",
  help: HELP,
  run: async (args) => {
    const { values, positionals } = readArguments(
      args,
      { url: { type: "string" }, trust: { type: "string" } },
      "some",
    );
    const [file, ...more] = positionals;
    if ((file === undefined) === (values.url === undefined) || more.length > 0) {
      throw new Complaint("What is to be shown? Give one file, or --url. --help says more.");
    }
    await loadSodiumWithArgon2();
    if (file !== undefined) {
      const lines = describeFile(readBytes(file));
      if (lines === null) throw new Complaint(`${file} is none of an organisation's files.`);
      for (const line of lines) say(line);
      return "done";
    }
    const trust = readTrust(values.trust ?? join(FOLDER, FILES.trust));
    const published = await fetchPublished(values.url ?? "", trust);
    for (const line of [...describeTrust(trust), ...describePublished(published)]) say(line);
    return "done";
  },
};
