/**
 * `delegate`: the root key says anew which members may sign rosters, and until when.
 * Invariant: it is said only of coordinators whom a roster names that holds in everything but its last days.
 */
import { join } from "node:path";
import type { Delegation, Member, Trust } from "../../../worker/contract/roster.ts";
import { canonicalOrigin, signDelegation, verifyDelegation } from "../../crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../../crypto/sodium.ts";
import { say } from "../output.ts";
import { Complaint, readArguments, type Command } from "./command.ts";
import { dateOf, daysOf, today } from "./day.ts";
import { shown, wordsOf } from "./describe.ts";
import { FILES, FOLDER, readTrust, replaceFile } from "./files.ts";
import { knownPassphrase, PASSPHRASE_VARIABLE, passphraseSources } from "./passphrase.ts";
import { publishedFrom } from "./published.ts";
import { openRootKey, rootFileOf } from "./root-key.ts";
import { coordinatorCalled, standingRoster, type StandingRoster } from "./standing-roster.ts";
import { terminalHere } from "./terminal.ts";

const DAYS = 180;

const HELP = `npm run org -- delegate --url URL --signer NAME [--signer NAME] [--days N]
npm run org -- delegate --roster FILE --signer NAME [--signer NAME] [--days N]

Signs with the root key which coordinators may sign the list of people from now on. What it prints is
pasted into the people page of the desk by one of them, and takes effect with the next list they sign.
Whoever is not named here may sign no longer once the pages carry the floor that is printed with it.

  --url URL       ask this origin, one of the trust file's, for the roster in force
  --roster FILE   a saved answer of ORIGIN/api/roster, for a machine without a network
  --signer NAME   a coordinator's name as the roster has it, or their id; once for each
  --days N        how long it holds (default ${DAYS})
  --folder FOLDER where ${FILES.rootFile} and ${FILES.trust} are (default ${FOLDER})
  --out FILE      where it is written (default FOLDER/delegation-DATE.json)

The root key's passphrase is asked for. A script sets ${PASSPHRASE_VARIABLE}.`;

/** @throws Complaint when the clock is behind what was signed already: the statement would be refused as old. */
function refuseEarlierDay({ delegation }: StandingRoster, trust: Trust, day: number): void {
  const latest = Math.max(delegation.issuedDay, trust.delegationFloor ?? 0);
  if (day >= latest) return;
  throw new Complaint(
    `This machine's clock says ${dateOf(day)}, and a delegation of ${dateOf(latest)} is there already.`,
  );
}

function delegationTo(signers: readonly Member[], trust: Trust, day: number, days: number) {
  return {
    suite: "tern/1",
    origin: canonicalOrigin(trust),
    issuedDay: day,
    expiresDay: day + days,
    signers: signers.map(({ id, key }) => ({ memberId: id, key })),
  } as const satisfies Delegation;
}

/**
 * What else it takes to end the signing of those who are not named any more. A floor is a day: of two delegations of
 * one day it believes both or neither.
 */
function leavingNotes({ delegation, roster }: StandingRoster, next: Delegation): readonly string[] {
  const named = new Set(next.signers.map(({ memberId }) => memberId));
  const left = delegation.signers
    .filter(({ memberId }) => !named.has(memberId))
    .map(({ memberId }) => roster.members.find(({ id }) => id === memberId)?.name ?? memberId);
  return left.map((name) =>
    delegation.issuedDay === next.issuedDay
      ? `  ${shown(name)} was delegated to today as well, and still may: delegate again tomorrow.`
      : `  ${shown(name)} may no longer, once ${FILES.trust} says "delegationFloor": ${next.issuedDay}`,
  );
}

export const delegate: Command = {
  summary: "signs with the root key who may sign the list of people",
  help: HELP,
  run: async (args) => {
    const { values } = readArguments(
      args,
      {
        url: { type: "string" },
        roster: { type: "string" },
        signer: { type: "string", multiple: true },
        days: { type: "string" },
        folder: { type: "string", default: FOLDER },
        out: { type: "string" },
      },
      "none",
    );
    const { folder, signer: names = [] } = values;
    if (names.length === 0) throw new Complaint("Who is to sign? Give --signer at least once.");
    const day = today();
    const days = daysOf(values.days, DAYS);
    const trust = readTrust(join(folder, FILES.trust));
    await loadSodiumWithArgon2();
    const rootFile = rootFileOf(join(folder, FILES.rootFile), trust);
    const standing = standingRoster(await publishedFrom(values.roster, values.url, trust), trust);
    refuseEarlierDay(standing, trust, day);
    const members = names.map((name) => coordinatorCalled(standing, name, day));
    const signers = [...new Map(members.map((member) => [member.id, member])).values()];
    const delegation = delegationTo(signers, trust, day, days);

    say(`Roster ${standing.roster.version} of ${dateOf(standing.roster.issuedDay)} holds.`);
    say(`May sign rosters from ${dateOf(day)} until ${dateOf(delegation.expiresDay)}:`);
    for (const member of signers) {
      say(`  ${shown(member.name)}: ${wordsOf(member, standing.sealKeys.get(member.id))}`);
    }
    const passphrase = await knownPassphrase(passphraseSources(terminalHere()));
    const signed = signDelegation(delegation, openRootKey(rootFile, passphrase));
    verifyDelegation(signed, { trust, today: day, highestVersion: 0 });
    const text = JSON.stringify(signed);
    const out = values.out ?? join(folder, `delegation-${dateOf(day)}.json`);
    await replaceFile(out, `${text}\n`);
    for (const note of leavingNotes(standing, delegation)) say(note);
    say(`Written to ${out}. Paste this into the people page of the desk:`);
    say("");
    say(text);
    return "done";
  },
};
