/** `verify`: follows the chain from the pinned root key and says which link holds, and which does not. */
import { join } from "node:path";
import type { Trust } from "../../../worker/contract/roster.ts";
import { loadSodiumWithArgon2 } from "../../crypto/sodium.ts";
import { say } from "../output.ts";
import { chainOf, historyOf, type Link } from "./chain.ts";
import { Complaint, readArguments, type Command } from "./command.ts";
import { readDatabaseRows } from "./database.ts";
import { today } from "./day.ts";
import { asJson, FILES, FOLDER, readBytes, readTrust } from "./files.ts";
import { fetchPublished } from "./published.ts";

const PRINT =
  'npx wrangler d1 execute DB --remote --json --command "SELECT * FROM rosters; SELECT * FROM packets"';

const HELP = `npm run org -- verify --url URL [--trust FILE]
npm run org -- verify --database FILE.json [--trust FILE]

Follows the signatures from the root key to every member's key, as every client does, and says which link
holds and which does not. Exit code 1 when one does not.

  --url URL            ask this origin, one of the trust file's, for the roster in force
  --database FILE.json every roster there ever was, each after the one before it, from the print of
                       ${PRINT}
  --trust FILE         default: ${FOLDER}/${FILES.trust}`;

function databaseLinks(path: string, trust: Trust): readonly Link[] {
  const rows = readDatabaseRows(asJson(readBytes(path)));
  if (rows === null) {
    throw new Complaint(
      `${path} is no print of the database with a roster in it. --help says how.`,
    );
  }
  return historyOf(rows, trust, today());
}

export const verify: Command = {
  summary: "follows the signatures from the root key, and says what holds",
  help: HELP,
  run: async (args) => {
    const { values } = readArguments(
      args,
      { url: { type: "string" }, database: { type: "string" }, trust: { type: "string" } },
      "none",
    );
    const { url, database } = values;
    if ((url === undefined) === (database === undefined)) {
      throw new Complaint("What is to be verified? Give --url or --database. --help says more.");
    }
    const trust = readTrust(values.trust ?? join(FOLDER, FILES.trust));
    await loadSodiumWithArgon2();
    const links =
      database === undefined
        ? chainOf(await fetchPublished(url ?? "", trust), trust, today())
        : databaseLinks(database, trust);
    say(`root key     ${trust.rootKey}`);
    for (const { name, holds, note } of links) {
      say(`${name.padEnd(12)} ${holds ? "holds" : "FAILS"}: ${note}`);
    }
    return links.every(({ holds }) => holds) ? "done" : "failed";
  },
};
