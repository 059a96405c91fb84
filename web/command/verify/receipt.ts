/** `receipt`: a receipt that a reporter kept, against the root key, with no network. */
import { join } from "node:path";
import type { PromiseStanding } from "../../../worker/contract/receipt.ts";
import {
  checkReceiptFile,
  type CheckedReceipt,
  type ReceiptFault,
} from "../../crypto/receipt-file.ts";
import { loadSodiumWithArgon2 } from "../../crypto/sodium.ts";
import { Complaint, readArguments, type Command, type Outcome } from "../org/command.ts";
import { dateOf } from "../org/day.ts";
import { readBytes, readTrust } from "../org/files.ts";
import { say } from "../output.ts";

const FOLDER = ".tern";

const HELP = `npm run verify -- receipt FILE.json [--trust FILE]

Checks a receipt that a reporter kept: who of which organisation signed which days, from the root key on. It asks
nobody anything. Exit code 1 when the file proves nothing.

  --trust FILE       default: ${FOLDER}/trust.json`;

const FAULTS: Readonly<Record<ReceiptFault, string>> = {
  "not-a-receipt": "It is no receipt, or something in it was changed.",
  "not-delegated": "The root key of the trust file did not sign who may sign the list of people.",
  "other-organisation": "It is another organisation's.",
  "list-not-signed": "The list of people in it is not signed by somebody who may.",
  "list-expired": "It is of a day on which the list of people in it was not in force any more.",
  "list-older": "The list of people in it is not the one its signer had seen, and no later one.",
  "not-a-member": "The list of people in it does not have its signer, or they had left by then.",
  "not-signed": "It is not signed by the member it names.",
  "no-sense": "It is signed, and its days do not fit together.",
};

function fateOf({ promise, dueDay, metDay }: PromiseStanding): string {
  const due = `${promise}, due by ${dateOf(dueDay)}`;
  if (metDay === null) return `${due}: missed`;
  return `${due}: given on ${dateOf(metDay)}, ${metDay > dueDay ? "late" : "in time"}`;
}

function tell(checked: CheckedReceipt): Outcome {
  if (checked.kind === "refused") {
    say(`${checked.fault}: ${FAULTS[checked.fault]}`);
    return "failed";
  }
  const { receipt, organisation, name } = checked;
  const { day, member, case: caseId, promises } = receipt;
  say(`Signed on ${dateOf(day)} by ${name} (${member}) of ${organisation}, about ${caseId}.`);
  for (const standing of promises) say(fateOf(standing));
  return "done";
}

export const receipt: Command = {
  summary: "a receipt that a reporter kept, from the root key on",
  help: HELP,
  run: async (args) => {
    const { values, positionals } = readArguments(args, { trust: { type: "string" } }, "some");
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Complaint("receipt takes one file.");
    const bytes = readBytes(file);
    const trust = readTrust(values.trust ?? join(FOLDER, "trust.json"));
    await loadSodiumWithArgon2();
    return tell(checkReceiptFile(bytes, trust));
  },
};
