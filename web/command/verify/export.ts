/** `export`: whether a copy of a case is what its manifest says, part by part; and the hash the case's notes hold. */
import { createHash } from "node:crypto";
import {
  canonicalJson,
  CaseExport,
  manifestText,
  orderedParts,
} from "../../payload/case-export.ts";
import { Complaint, readArguments, type Command, type Outcome } from "../org/command.ts";
import { asJson, readBytes } from "../org/files.ts";
import { say } from "../output.ts";

const HELP = `npm run verify -- export FILE.json

Checks a copy of a case, as a member's page saves it, against the hashes in it. Exit code 1 when a part was changed,
added or taken out. It then prints the hash of the whole list of hashes: the same stands in the notes of the case, in
the entry that tells of the copy, signed by whoever made it. Only that comparison shows that nobody made both anew.`;

function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64url");
}

function judge(copy: CaseExport): Outcome {
  const { parts, manifest } = copy;
  const listed = manifest.parts.map(({ part }) => part);
  const found = orderedParts(listed);
  const held = Object.keys(parts);
  let outcome: Outcome = "done";
  if (found.length !== listed.length || held.length !== listed.length) {
    say("The list of hashes does not name each part once.");
    outcome = "failed";
  }
  for (const { part, hash } of manifest.parts) {
    const entries = parts[part];
    const holds = entries !== undefined && hashOf(canonicalJson(entries)) === hash;
    say(`${part}: ${holds ? "as it was made" : "changed, or missing"}`);
    if (!holds) outcome = "failed";
  }
  say(`Hash of the copy: ${hashOf(manifestText(manifest))}`);
  return outcome;
}

export const exported: Command = {
  summary: "a copy of a case, as a member's page saves it",
  help: HELP,
  run: async (args) => {
    const { positionals } = readArguments(args, {}, "some");
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Complaint("Name one file.");
    const copy = CaseExport.safeParse(asJson(readBytes(file)));
    if (!copy.success) throw new Complaint(`${file} is no copy of a case.`);
    return judge(copy.data);
  },
};
