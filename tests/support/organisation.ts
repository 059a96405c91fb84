/**
 * A fresh organisation with every secret at hand, so that a test can play the server, a member, or an
 * attacker who holds exactly the keys it says. Founding stretches four passphrases: about a second.
 */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type {
  Delegation,
  KeyPacket,
  PublishedRoster,
  Roster,
  Signed,
} from "../../worker/contract/roster.ts";
import type { Founded, FoundedMember, FoundingPlan } from "../../web/command/founding.ts";
import { found } from "../../web/command/founding.ts";
import type { SigningSeed } from "../../web/crypto/keys.ts";
import { sign } from "../../web/crypto/keys.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { LABELS } from "../../web/crypto/suite.ts";

/** Days since 1970-01-01. */
export const TODAY = 20_500;
export const VALID_DAYS = 90;
export const ORIGIN = "https://tern.example";
/** Pages may be served from here too; no signature names it. */
export const MIRROR = "https://mirror.example";

const HANDLES = ["first", "second", "third", "coordinator"] as const;
export type MemberHandle = (typeof HANDLES)[number];

/** `first` and `second` review at the first desk, `third` at the second; `coordinator` signs rosters. */
export const PLAN: FoundingPlan = {
  organisation: "Example organisation",
  origins: [ORIGIN, MIRROR],
  desks: [
    {
      names: { en: "First desk" },
      country: "IE",
      languages: ["en"],
      members: ["first", "second"],
      custodians: [],
    },
    {
      names: { fr: "Second bureau" },
      country: "FR",
      languages: ["fr"],
      members: ["third"],
      custodians: [],
    },
  ],
  members: [
    { handle: "first", name: "First reviewer", roles: ["reviewer"] },
    { handle: "second", name: "Second reviewer", roles: ["reviewer"] },
    { handle: "third", name: "Third reviewer", roles: ["reviewer"] },
    { handle: "coordinator", name: "Coordinator", roles: ["coordinator"] },
  ],
  signer: "coordinator",
  today: TODAY,
  validDays: VALID_DAYS,
};

export interface Organisation extends Founded {
  readonly people: Readonly<Record<MemberHandle, FoundedMember>>;
  /** Ids of the two desks. */
  readonly desks: { readonly first: string; readonly second: string };
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("organisation: not in the plan");
  return value;
}

export async function foundOrganisation(plan: FoundingPlan = PLAN): Promise<Organisation> {
  await loadSodiumWithArgon2();
  const founded = found(plan, { language: "en", words: wordlist });
  const member = (handle: MemberHandle): FoundedMember =>
    present(founded.members.find((candidate) => candidate.handle === handle));
  const [first, second] = founded.roster.desks;
  return {
    ...founded,
    people: {
      first: member("first"),
      second: member("second"),
      third: member("third"),
      coordinator: member("coordinator"),
    },
    desks: { first: present(first).id, second: present(second).id },
  };
}

type StatementLabel = "delegation" | "roster" | "keyPacket";

/** Signs whatever it is given, well-formed or not. */
export function signAnything(label: StatementLabel, statement: unknown, seed: SigningSeed): Signed {
  const bytes = new Uint8Array(Buffer.from(JSON.stringify(statement)));
  return {
    statement: toBase64Url(bytes),
    signature: toBase64Url(sign(seed, LABELS[label], bytes)),
  };
}

/** Other words above the signature that stood under the first. */
function altered(signed: Signed, statement: unknown): Signed {
  return { ...signed, statement: toBase64Url(Buffer.from(JSON.stringify(statement))) };
}

/** The same statement, one bit of its signature turned. */
export function badlySigned(signed: Signed): Signed {
  const signature = fromBase64Url(signed.signature);
  signature[40] = (signature[40] ?? 0) ^ 1;
  return { ...signed, signature: toBase64Url(signature) };
}

/** What a dishonest server can do to a roster: change it, and leave the signature. */
export function alteredRoster(
  { published, roster }: Organisation,
  change: (roster: Roster) => unknown,
): PublishedRoster {
  return { ...published, roster: altered(published.roster, change(roster)) };
}

/** What only a delegated member can do. */
export function signedRoster(
  { published, roster, people }: Organisation,
  change: (roster: Roster) => unknown,
  seed: SigningSeed = people.coordinator.signing,
): PublishedRoster {
  return { ...published, roster: signAnything("roster", change(roster), seed) };
}

export function alteredDelegation(
  { published, delegation }: Organisation,
  change: (delegation: Delegation) => unknown,
): PublishedRoster {
  return { ...published, delegation: altered(published.delegation, change(delegation)) };
}

/** What only the root key can do. */
export function signedDelegation(
  { published, delegation, root }: Organisation,
  change: (delegation: Delegation) => unknown,
  seed: SigningSeed = root,
): PublishedRoster {
  return { ...published, delegation: signAnything("delegation", change(delegation), seed) };
}

/** The key packet of one member as founding made it. */
export function packetOf(person: FoundedMember): KeyPacket {
  return {
    suite: "tern/1",
    origin: ORIGIN,
    memberId: person.id,
    epoch: 0,
    expiresDay: TODAY + VALID_DAYS,
    key: toBase64Url(person.seal.publicKey),
  };
}

/** Puts another packet in one member's place. */
export function withPacket(
  published: PublishedRoster,
  memberId: string,
  packet: Signed,
): PublishedRoster {
  return {
    ...published,
    packets: published.packets.map((entry) =>
      entry.member === memberId ? { member: memberId, packet } : entry,
    ),
  };
}

export function signedPacket(
  organisation: Organisation,
  handle: MemberHandle,
  change: Partial<KeyPacket>,
  seed?: SigningSeed,
): PublishedRoster {
  const person = organisation.people[handle];
  const packet = signAnything(
    "keyPacket",
    { ...packetOf(person), ...change },
    seed ?? person.signing,
  );
  return withPacket(organisation.published, person.id, packet);
}
