/**
 * `create`: an organisation in a folder. The root key goes from here into its file and nowhere else; the first
 * coordinator's link goes to the screen and into no file.
 */
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { generatePassphrase } from "../../crypto/passphrase.ts";
import { sealRootFile } from "../../crypto/root-file.ts";
import { loadSodiumWithArgon2, sodium } from "../../crypto/sodium.ts";
import { signFounding } from "../founding.ts";
import { say } from "../output.ts";
import { foundingRows, invitationRow } from "../rows.ts";
import { Complaint, readArguments, type Command } from "./command.ts";
import { dateOf, today } from "./day.ts";
import { shown, wordsOf } from "./describe.ts";
import { FILES, FOLDER, refuseTakenFolder, writeFolder } from "./files.ts";
import { inviteCoordinator, LINK_DAYS, linkOf, makeCoordinator } from "./first-coordinator.ts";
import { newPassphrase, PASSPHRASE_VARIABLE, passphraseSources } from "./passphrase.ts";
import { DAYS, planOf } from "./plan.ts";
import { terminalHere } from "./terminal.ts";

const HELP = `npm run org -- create --name NAME --origin URL --desk NAME --country XX --languages en,fr
    --coordinator-name NAME --coordinator-handle HANDLE [--oversight] [--days N]
    [--folder FOLDER]

Founds an organisation: makes its root key, signs the first list of people, and invites the first
coordinator. Run it on a machine you trust; it needs no network.

  --name NAME                  the organisation, as everybody will see it
  --origin URL                 where its pages will be, such as https://tern.example; the first names the
                               organisation for good, more may follow
  --desk NAME                  the first desk, in the first of its languages; again as --desk fr=NOM in others
  --country XX                 the desk's country, two letters
  --languages en,fr            what the desk reads
  --oversight                  the first desk stands outside those that follow, for what concerns them; coordinators
                               can say so of any desk later
  --coordinator-name NAME      who begins: coordinator, and reviewer at the desk
  --coordinator-handle HANDLE  what they type to sign in
  --days N                     how long what is signed holds before it is renewed (default ${DAYS})
  --folder FOLDER              where it is written (default ${FOLDER})

Written: ${FILES.rootFile} (the root key, sealed), ${FILES.trust} (pinned into the pages), ${FILES.roster}
(the first list of people), ${FILES.foundingSql} (for the database). Printed, and kept nowhere: the coordinator's
link, good once and for ${LINK_DAYS} days.

A passphrase for the root key is asked for twice. A script sets ${PASSPHRASE_VARIABLE}.`;

const OPTIONS = {
  name: { type: "string" },
  origin: { type: "string", multiple: true },
  desk: { type: "string", multiple: true },
  country: { type: "string" },
  languages: { type: "string" },
  oversight: { type: "boolean" },
  "coordinator-name": { type: "string" },
  "coordinator-handle": { type: "string" },
  days: { type: "string" },
  folder: { type: "string", default: FOLDER },
} as const;

export const create: Command = {
  summary: "founds an organisation",
  help: HELP,
  run: async (args) => {
    const { values } = readArguments(args, OPTIONS, "none");
    const { folder } = values;
    refuseTakenFolder(folder);
    const plan = planOf(values, today());
    const [origin] = plan.origins;
    const [planned] = plan.members;
    if (origin === undefined || planned === undefined) throw new Complaint("--help says more.");
    await loadSodiumWithArgon2();
    const passphrase = await newPassphrase(
      passphraseSources(terminalHere()),
      [plan.organisation, planned.name, planned.handle, ...plan.origins],
      () => generatePassphrase({ language: "en", words: wordlist }),
    );
    const coordinator = makeCoordinator(planned, origin);
    const founding = signFounding(plan, [coordinator.person]);
    const { trust, published, root, roster } = founding;
    const rows = [
      ...foundingRows({ published, roster, members: [coordinator.held] }),
      invitationRow(inviteCoordinator(coordinator, founding)),
    ];
    const rootFile = sealRootFile(root, passphrase);
    sodium().memzero(root);
    await writeFolder(folder, {
      [FILES.rootFile]: rootFile,
      [FILES.trust]: `${JSON.stringify(trust, null, 2)}\n`,
      [FILES.roster]: `${JSON.stringify(published)}\n`,
      [FILES.foundingSql]: `${rows.join("\n")}\n`,
    });
    const { person, secret } = coordinator;
    const member = roster.members[0];
    say(`Founded ${shown(plan.organisation)} in ${folder}, until ${dateOf(roster.expiresDay)}.`);
    say(`  ${join(folder, FILES.rootFile)}: copy it to two places offline, then delete it here.`);
    say(`  ${join(folder, FILES.trust)}: TERN_TRUST when the pages are built.`);
    say(`  ${join(folder, FILES.foundingSql)}: run it once in the database.`);
    say("");
    say(`ORIGIN = "${origin}"`);
    say(`ROOT_KEY = "${trust.rootKey}"`);
    say("");
    say(
      `${shown(person.name)} opens this link once, within ${LINK_DAYS} days. It is kept nowhere:`,
    );
    say(linkOf(origin, secret));
    if (member !== undefined) say(`Their keys in words: ${wordsOf(member, person.seal.publicKey)}`);
    return "done";
  },
};
