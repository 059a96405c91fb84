/** An organisation's signed statements with every key at hand, and nobody's passphrase: quick to found. */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { PublishedRoster, Role, Roster } from "../../worker/contract/roster.ts";
import { signFounding, type Person, type SignedFounding } from "../../web/command/founding.ts";
import { random } from "../../web/crypto/bytes.ts";
import { newSigningSeed, sealKeyPair } from "../../web/crypto/keys.ts";
import { rosterHash, signRoster } from "../../web/crypto/roster.ts";

export const PAPER_ORIGIN = "https://tern.example";

const PEOPLE = {
  ada: { name: "Ada Example", roles: ["coordinator", "reviewer"] },
  ben: { name: "Ben Exemple", roles: ["coordinator", "reviewer"] },
  cleo: { name: "Cleo Example", roles: ["reviewer"] },
} as const satisfies Record<string, { readonly name: string; readonly roles: readonly Role[] }>;
type Handle = keyof typeof PEOPLE;

export interface PaperOrganisation extends SignedFounding {
  readonly people: Readonly<Record<Handle, Person>>;
}

function person(handle: Handle): Person {
  return {
    handle,
    ...PEOPLE[handle],
    id: toBase64Url(random(16)),
    signing: newSigningSeed(),
    seal: sealKeyPair(random(32)),
  };
}

/** `ada` may sign rosters; `ben` is a coordinator too. Needs libsodium loaded. */
export function foundOnPaper(
  today: number,
  { origins = [PAPER_ORIGIN], validDays = 90 }: { origins?: string[]; validDays?: number } = {},
): PaperOrganisation {
  const people = { ada: person("ada"), ben: person("ben"), cleo: person("cleo") };
  const signed = signFounding(
    {
      organisation: "Organisation on paper",
      origins,
      today,
      validDays,
      signer: "ada",
      members: Object.values(people),
      desks: [
        {
          names: { en: "North desk" },
          country: "IE",
          languages: ["en"],
          members: ["ada", "ben", "cleo"],
          custodians: [],
        },
      ],
    },
    Object.values(people),
  );
  return { ...signed, people };
}

/** The next roster after `before`, with something changed, signed by one of them. */
export function nextRoster(
  before: PublishedRoster,
  roster: Roster,
  signer: Person,
  change: Partial<Roster> = {},
): { readonly published: PublishedRoster; readonly roster: Roster } {
  const next: Roster = {
    ...roster,
    version: roster.version + 1,
    previous: toBase64Url(rosterHash(fromBase64Url(before.roster.statement))),
    ...change,
  };
  return {
    roster: next,
    published: { ...before, signer: signer.id, roster: signRoster(next, signer.signing) },
  };
}
