/**
 * Everything the keys of somebody who is joining do: they are made here and never leave, but sealed.
 * Invariant: nothing is made before the organisation's roster has verified and one of its coordinators has been found
 * to have signed this link's invitation.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { Invitation } from "../../worker/contract/invitation.ts";
import { INVITATION_SECRET_BYTES, SALT_BYTES } from "../../worker/contract/limits.ts";
import type { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import { random } from "../crypto/bytes.ts";
import { originHash } from "../crypto/hash.ts";
import {
  fingerprintWords,
  invitationKeys,
  joiningMac,
  openInvitation,
  type InvitationKeys,
} from "../crypto/invitation.ts";
import type { Keyring } from "../crypto/keyring.ts";
import { newKeyring, openKeyring, sealKeyring } from "../crypto/keyring.ts";
import {
  invitationSecret,
  newSigningSeed,
  sealKeyPair,
  verifyKey,
  verifyKeyOf,
} from "../crypto/keys.ts";
import { generatePassphrase, MEMORY_KIB, PASSES, stretch } from "../crypto/passphrase.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import { canonicalOrigin, isActive, signKeyPacket } from "../crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../crypto/sodium.ts";
import { CryptoError } from "../crypto/suite.ts";
import { VaultFailure } from "./failure.ts";
import type { SodiumBuild } from "./interface.ts";
import type {
  InvitationOffer,
  JoinerKeys,
  JoiningVault as JoiningVaultInterface,
} from "./joining.ts";
import { verifyPublished } from "./roster-view.ts";
import { wordListFor } from "./word-lists.ts";

/** A sealing key is good for so long unless its owner makes another before. */
const PACKET_DAYS = 366;

interface Offered {
  readonly invitation: Invitation;
  /** A founding coordinator's own, until now sealed under the link. */
  readonly founding: Keyring | null;
  readonly today: number;
}

interface Made {
  readonly keyring: Keyring;
  readonly passphrase: readonly string[];
  readonly joining: InputOf<"acceptInvitation">["joining"];
}

export class JoiningVault implements JoiningVaultInterface {
  readonly #trust: Trust;
  #link: InvitationKeys | null = null;
  #offered: Offered | null = null;
  #made: Made | null = null;

  constructor(trust: Trust) {
    this.#trust = trust;
  }

  start(): Promise<SodiumBuild> {
    return loadSodiumWithArgon2();
  }

  #origin(): Uint8Array {
    return originHash(canonicalOrigin(this.#trust));
  }

  #requireLink(): InvitationKeys {
    if (this.#link === null) throw new VaultFailure("not-ready");
    return this.#link;
  }

  #requireOffered(): Offered {
    if (this.#offered === null) throw new VaultFailure("not-ready");
    return this.#offered;
  }

  #requireMade(): Made {
    if (this.#made === null) throw new VaultFailure("not-ready");
    return this.#made;
  }

  async openLink(secret: string): Promise<{ readonly locator: string }> {
    let bytes: Uint8Array;
    try {
      bytes = fromBase64Url(secret);
    } catch (cause) {
      throw new CryptoError("wrong-length", { cause });
    }
    if (bytes.length !== INVITATION_SECRET_BYTES) throw new CryptoError("wrong-length");
    this.#link = invitationKeys(invitationSecret(bytes));
    return { locator: toBase64Url(this.#link.locator) };
  }

  /** @throws CryptoError `invitation-invalid` when no active coordinator of that roster signed it for this link */
  #signed(
    { invitation: signed }: OutputOf<"readInvitation">,
    { roster }: VerifiedRoster,
    today: number,
  ): Invitation {
    const link = toBase64Url(this.#requireLink().locatorHash);
    for (const { id, key, roles, ...member } of roster.members) {
      if (!roles.includes("coordinator") || !isActive({ id, key, roles, ...member }, today))
        continue;
      try {
        const invitation = openInvitation(signed, verifyKey(fromBase64Url(key)));
        const here =
          invitation.invitedBy === id &&
          invitation.locatorHash === link &&
          invitation.origin === canonicalOrigin(this.#trust) &&
          invitation.expiresDay >= today;
        if (here) return invitation;
      } catch {
        // Not this coordinator's; perhaps the next one's.
      }
    }
    throw new CryptoError("invitation-invalid");
  }

  /** A founding coordinator's keyring. @throws CryptoError `invitation-invalid` when it is not who was invited */
  #founding(sealed: string, invitation: Invitation, { roster }: VerifiedRoster): Keyring {
    const key = this.#requireLink().keyring;
    const keyring = openKeyring(fromBase64Url(sealed), key, this.#origin());
    const listed = roster.members.find(({ id }) => id === invitation.memberId);
    const own =
      toBase64Url(keyring.memberId) === invitation.memberId &&
      listed?.key === toBase64Url(verifyKeyOf(keyring.signing)) &&
      invitation.invitedBy === invitation.memberId;
    if (!own) throw new CryptoError("invitation-invalid");
    return keyring;
  }

  async readInvitation(
    answer: OutputOf<"readInvitation">,
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): Promise<InvitationOffer> {
    this.#offered = null;
    const verified = verifyPublished(published, this.#trust, today, pageOrigin, 0);
    const invitation = this.#signed(answer, verified, today);
    const { members, desks, organisation } = verified.roster;
    const founding =
      answer.keyring === null ? null : this.#founding(answer.keyring, invitation, verified);
    if (founding === null && members.some(({ id }) => id === invitation.memberId)) {
      throw new CryptoError("invitation-invalid");
    }
    this.#offered = { invitation, founding, today };
    const at = new Set(invitation.desks);
    return {
      organisation,
      kind: founding === null ? "new" : "founding",
      invitedBy: members.find(({ id }) => id === invitation.invitedBy)?.name ?? "",
      name: invitation.name,
      handle: invitation.handle,
      roles: invitation.roles,
      desks: desks.filter(({ id }) => at.has(id)).map(({ names }) => names),
      expiresDay: invitation.expiresDay,
    };
  }

  async makeKeys(): Promise<JoinerKeys> {
    const { invitation, founding, today } = this.#requireOffered();
    const origin = canonicalOrigin(this.#trust);
    const list = await wordListFor("en");
    const keyring =
      founding ??
      newKeyring({
        memberId: fromBase64Url(invitation.memberId),
        signing: newSigningSeed(),
        sealSeeds: [{ epoch: 0, seed: random(32) }],
      });
    const seed = keyring.sealSeeds.at(-1)?.seed;
    if (seed === undefined) throw new CryptoError("invitation-invalid");
    const { publicKey } = sealKeyPair(seed);
    const passphrase = generatePassphrase(list);
    const parameters = {
      salt: toBase64Url(random(SALT_BYTES)),
      passes: PASSES,
      memoryKiB: MEMORY_KIB,
    };
    const stretched = stretch(passphrase, parameters);
    const signKey = verifyKeyOf(keyring.signing);
    const packet = {
      suite: "tern/1",
      origin,
      memberId: invitation.memberId,
      epoch: 0,
      issuedDay: today,
      expiresDay: today + PACKET_DAYS,
      key: publicKey,
    } as const;
    const unmarked = {
      key: toBase64Url(signKey),
      packet: signKeyPacket(packet, keyring.signing),
      signInKey: toBase64Url(verifyKeyOf(stretched.signIn)),
      parameters,
      keyring: toBase64Url(sealKeyring(keyring, stretched.keyring, this.#origin())),
    };
    const link = this.#requireLink();
    const place = { origin: this.#origin(), locatorHash: link.locatorHash };
    const mac = joiningMac(unmarked, keyring.memberId, place, link.key);
    const words = passphrase.split(" ");
    this.#made = {
      keyring,
      passphrase: words,
      joining: { ...unmarked, mac: toBase64Url(mac) },
    };
    return {
      passphrase: words,
      fingerprint: fingerprintWords(keyring.memberId, signKey, publicKey, list),
    };
  }

  async checkWord(position: number, typed: string): Promise<boolean> {
    const word = this.#requireMade().passphrase[position - 1];
    return word !== undefined && typed.trim().toLowerCase() === word;
  }

  async joining(): Promise<Omit<InputOf<"acceptInvitation">, "proof">> {
    const { joining } = this.#requireMade();
    return { locator: toBase64Url(this.#requireLink().locator), joining };
  }

  async isConfirmed(
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): Promise<boolean> {
    const { keyring } = this.#requireMade();
    const { roster } = verifyPublished(published, this.#trust, today, pageOrigin, 0);
    const id = toBase64Url(keyring.memberId);
    const self = roster.members.find((member) => member.id === id);
    return self?.key === toBase64Url(verifyKeyOf(keyring.signing)) && isActive(self, today);
  }
}
