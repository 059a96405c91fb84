/**
 * Founding an organisation: root key, delegation, first roster, key packets, and a sealed keyring for each
 * member. Pure but for randomness; writing files and rows is the caller's.
 */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { AUTHENTICATOR_SECRET_BYTES, ID_BYTES, SALT_BYTES } from "../../worker/contract/limits.ts";
import type {
  Delegation,
  PublishedRoster,
  Role,
  Roster,
  Trust,
} from "../../worker/contract/roster.ts";
import { needsSecondFactor } from "../../worker/contract/second-factor.ts";
import type { PassphraseParameters } from "../../worker/contract/session.ts";
import { random } from "../crypto/bytes.ts";
import { originHash } from "../crypto/hash.ts";
import { newKeyring, sealKeyring } from "../crypto/keyring.ts";
import type { SealKeyPair, SigningSeed } from "../crypto/keys.ts";
import { newSigningSeed, sealKeyPair, verifyKeyOf } from "../crypto/keys.ts";
import { generatePassphrase, MEMORY_KIB, PASSES, stretch } from "../crypto/passphrase.ts";
import { signDelegation, signKeyPacket, signRoster } from "../crypto/roster.ts";
import type { WordList } from "../crypto/tracking-code.ts";

export interface PlannedMember {
  readonly handle: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface PlannedDesk {
  /** By language tag. */
  readonly names: Readonly<Record<string, string>>;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly languages: readonly string[];
  /** Handles. */
  readonly members: readonly string[];
  readonly custodians: readonly string[];
  /** Stands outside the other desks, for what concerns them; left out where it does not. */
  readonly oversight?: true;
}

export interface FoundingPlan {
  readonly organisation: string;
  /** The first names the organisation in every signature. */
  readonly origins: readonly string[];
  readonly desks: readonly PlannedDesk[];
  readonly members: readonly PlannedMember[];
  /** Handle of the coordinator whose key may sign rosters. */
  readonly signer: string;
  /** Days since 1970-01-01, UTC. */
  readonly today: number;
  /** How long delegation, roster and packets hold. */
  readonly validDays: number;
}

/** Somebody with their keys, as only they and the founding machine ever hold them. */
export interface Person extends PlannedMember {
  readonly id: string;
  readonly signing: SigningSeed;
  readonly seal: SealKeyPair;
}

/** What the server holds of a member. */
export interface HeldMember {
  readonly id: string;
  readonly handle: string;
  readonly parameters: PassphraseParameters;
  /** base64url; what the server checks sign-ins with. */
  readonly signInKey: string;
  /** base64url, sealed. */
  readonly keyring: string;
}

export interface FoundedMember extends Person, HeldMember {
  readonly passphrase: string;
  /** Of the authenticator of those who must have a second factor; 20 bytes. */
  readonly authenticator: Uint8Array<ArrayBuffer> | null;
}

/** The signed statements of the first day, and the key under them all. */
export interface SignedFounding {
  readonly trust: Trust;
  readonly published: PublishedRoster;
  readonly root: SigningSeed;
  readonly delegation: Delegation;
  readonly roster: Roster;
}

export interface Founded extends SignedFounding {
  readonly members: readonly FoundedMember[];
}

/** Nothing came before the first roster. */
const NO_PREVIOUS = toBase64Url(new Uint8Array(32));

function foundMember(planned: PlannedMember, origin: Uint8Array, words: WordList): FoundedMember {
  const passphrase = generatePassphrase(words);
  const parameters = {
    salt: toBase64Url(random(SALT_BYTES)),
    passes: PASSES,
    memoryKiB: MEMORY_KIB,
  };
  const keys = stretch(passphrase, parameters);
  const memberId = random(ID_BYTES);
  const signing = newSigningSeed();
  const seed = random(32);
  const keyring = sealKeyring(
    newKeyring({ memberId, signing, sealSeeds: [{ epoch: 0, seed }] }),
    keys.keyring,
    origin,
  );
  return {
    ...planned,
    id: toBase64Url(memberId),
    passphrase,
    parameters,
    signInKey: toBase64Url(verifyKeyOf(keys.signIn)),
    keyring: toBase64Url(keyring),
    signing,
    seal: sealKeyPair(seed),
    authenticator: needsSecondFactor(planned.roles)
      ? new Uint8Array(random(AUTHENTICATOR_SECRET_BYTES))
      : null,
  };
}

function memberOf(members: readonly Person[], handle: string): Person {
  const member = members.find((candidate) => candidate.handle === handle);
  if (member === undefined) throw new Error(`founding: no member has the handle ${handle}`);
  return member;
}

function originOf(plan: FoundingPlan): string {
  const [origin] = plan.origins;
  if (origin === undefined) throw new Error("founding: an organisation needs an origin");
  return origin;
}

/** Needs `loadSodiumWithArgon2` first. @throws when the plan names a handle nobody has. */
export function found(plan: FoundingPlan, words: WordList): Founded {
  const origin = originHash(originOf(plan));
  const members = plan.members.map((member) => foundMember(member, origin, words));
  return { ...signFounding(plan, members), members };
}

/** Makes the root key and signs the first day. @throws when the plan names a handle nobody has. */
export function signFounding(plan: FoundingPlan, members: readonly Person[]): SignedFounding {
  const origin = originOf(plan);
  const root = newSigningSeed();
  const signer = memberOf(members, plan.signer);
  const expiresDay = plan.today + plan.validDays;
  const delegation: Delegation = {
    suite: "tern/1",
    origin,
    issuedDay: plan.today,
    expiresDay,
    signers: [{ memberId: signer.id, key: toBase64Url(verifyKeyOf(signer.signing)) }],
  };
  const roster: Roster = {
    suite: "tern/1",
    origin,
    version: 1,
    previous: NO_PREVIOUS,
    issuedDay: plan.today,
    expiresDay,
    organisation: plan.organisation,
    desks: plan.desks.map((desk) => ({
      id: toBase64Url(random(ID_BYTES)),
      names: { ...desk.names },
      country: desk.country,
      languages: [...desk.languages],
      members: desk.members.map((handle) => memberOf(members, handle).id),
      custodians: desk.custodians.map((handle) => memberOf(members, handle).id),
      ...(desk.oversight === true ? { oversight: true as const } : {}),
    })),
    members: members.map(({ id, name, roles, signing }) => ({
      id,
      name,
      roles: [...roles],
      key: toBase64Url(verifyKeyOf(signing)),
    })),
  };
  return {
    trust: {
      suite: "tern/1",
      rootKey: toBase64Url(verifyKeyOf(root)),
      origins: [...plan.origins],
      rosterFloor: 1,
    },
    published: {
      delegation: signDelegation(delegation, root),
      signer: signer.id,
      roster: signRoster(roster, signer.signing),
      packets: members.map(({ id, signing, seal }) => ({
        member: id,
        packet: signKeyPacket(
          {
            suite: "tern/1",
            origin,
            memberId: id,
            epoch: 0,
            issuedDay: plan.today,
            expiresDay,
            key: seal.publicKey,
          },
          signing,
        ),
      })),
    },
    root,
    delegation,
    roster,
  };
}
