/**
 * The first coordinator: the delegation and the first roster must name their keys, so these are made where the
 * organisation is founded, and sealed under the secret of a link that only they are given.
 * Invariant: until they have opened the link and got a passphrase, nobody can sign in as them.
 */
import { toBase64Url } from "../../../worker/contract/bytes.ts";
import { NO_SIGN_IN_KEY, type Invitation } from "../../../worker/contract/invitation.ts";
import { ID_BYTES, SALT_BYTES } from "../../../worker/contract/limits.ts";
import type { Signed } from "../../../worker/contract/roster.ts";
import { random } from "../../crypto/bytes.ts";
import { originHash } from "../../crypto/hash.ts";
import {
  invitationKeys,
  keepInvitation,
  newInvitationSecret,
  signInvitation,
} from "../../crypto/invitation.ts";
import { newKeyring, sealKeyring } from "../../crypto/keyring.ts";
import { newSigningSeed, sealKeyPair, type InvitationSecret } from "../../crypto/keys.ts";
import { MEMORY_KIB, PASSES } from "../../crypto/passphrase.ts";
import type { HeldMember, Person, PlannedMember, SignedFounding } from "../founding.ts";

/** How long the link is good. */
export const LINK_DAYS = 14;

export interface FirstCoordinator {
  readonly person: Person;
  readonly held: HeldMember;
  readonly secret: InvitationSecret;
}

/** @param origin the organisation's first */
export function makeCoordinator(planned: PlannedMember, origin: string): FirstCoordinator {
  const memberId = random(ID_BYTES);
  const signing = newSigningSeed();
  const seed = random(32);
  const secret = newInvitationSecret();
  const keyring = sealKeyring(
    newKeyring({ memberId, signing, sealSeeds: [{ epoch: 0, seed }] }),
    invitationKeys(secret).keyring,
    originHash(origin),
  );
  const id = toBase64Url(memberId);
  return {
    person: { ...planned, id, signing, seal: sealKeyPair(seed) },
    held: {
      id,
      handle: planned.handle,
      parameters: { salt: toBase64Url(random(SALT_BYTES)), passes: PASSES, memoryKiB: MEMORY_KIB },
      signInKey: NO_SIGN_IN_KEY,
      keyring: toBase64Url(keyring),
    },
    secret,
  };
}

export interface HeldInvitation {
  readonly invitation: Invitation;
  readonly signed: Signed;
  /** base64url, sealed under the coordinator's own key. */
  readonly kept: string;
}

/** They invite themselves: nobody else is there to. */
export function inviteCoordinator(
  { person, secret }: FirstCoordinator,
  { roster }: SignedFounding,
): HeldInvitation {
  const { key, locatorHash } = invitationKeys(secret);
  const place = { origin: originHash(roster.origin), locatorHash };
  const invitation: Invitation = {
    suite: "tern/1",
    origin: roster.origin,
    locatorHash: toBase64Url(locatorHash),
    invitedBy: person.id,
    memberId: person.id,
    handle: person.handle,
    name: person.name,
    roles: [...person.roles],
    desks: roster.desks.map(({ id }) => id),
    expiresDay: roster.issuedDay + LINK_DAYS,
  };
  return {
    invitation,
    signed: signInvitation(invitation, person.signing),
    kept: toBase64Url(keepInvitation(key, place, person.signing)),
  };
}

/** What the coordinator opens in their browser; the part behind # never leaves it. */
export function linkOf(origin: string, secret: InvitationSecret): string {
  return `${origin}/join#${toBase64Url(secret)}`;
}
