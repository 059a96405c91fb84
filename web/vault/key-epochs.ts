/**
 * A member's key of the month: making the next, wrapping what is theirs anew, forgetting the one before.
 * Invariant: a key is forgotten only once another has been published for FORMER_KEY_DAYS, and what is sealed from then
 * on is under a key no copy of the keyring from before holds. PROTOCOL.md, "Key epochs".
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { OwnWrap } from "../../worker/contract/key-endpoints.ts";
import { KeyPacket, type PublishedRoster, type Trust } from "../../worker/contract/roster.ts";
import type { RekeyedSave } from "../../worker/contract/session.ts";
import { random } from "../crypto/bytes.ts";
import type { Keyring } from "../crypto/keyring.ts";
import type { SealKeyPair } from "../crypto/keys.ts";
import { keyIdOf, sealKeyPair, verifyKeyOf } from "../crypto/keys.ts";
import { canonicalOrigin, signKeyPacket } from "../crypto/roster.ts";
import { openStatement } from "../crypto/statement.ts";
import { CryptoError, LABELS } from "../crypto/suite.ts";
import { unwrapLaneKey, wrapLaneKey } from "../crypto/wrap.ts";
import type { Account } from "./account.ts";
import { VaultFailure } from "./failure.ts";
import type { KeyStanding, NewKey } from "./interface.ts";

/** So old may a key become. */
const KEY_EPOCH_DAYS = 30;
/** A page that was opened with the list before may seal to the key before: so long it is kept at least. */
const FORMER_KEY_DAYS = 2;
/** Nobody can be sealed to by an expired packet, so it outlasts any leave its owner may take. */
const PACKET_VALID_DAYS = 366;

/**
 * The member's own packet as published; null when there is none.
 * @throws CryptoError `roster-rolled-back` for an older one than the keyring has made: reports would be sealed to a key
 * that was given up.
 */
export function ownPacket(published: PublishedRoster, keyring: Keyring): KeyPacket | null {
  const memberId = toBase64Url(keyring.memberId);
  const found = published.packets.find(({ member }) => member === memberId);
  const key = verifyKeyOf(keyring.signing);
  const packet =
    found === undefined
      ? null
      : openStatement(KeyPacket, found.packet, LABELS.keyPacket, key, "packet-invalid").statement;
  const newest = keyring.sealSeeds.at(-1)?.epoch ?? 0;
  if (packet !== null && packet.epoch < newest) throw new CryptoError("roster-rolled-back");
  return packet;
}

export interface Epochs {
  readonly account: Account;
  readonly trust: Trust;
  readonly packet: KeyPacket | null;
  /** Days since 1970-01-01, UTC. */
  readonly today: number;
}

/** Oldest first. */
function formerKeys({ keyring }: Account): readonly string[] {
  return [...keyring.pairs.entries()]
    .slice(1)
    .filter(([, pair]) => keyring.holds(pair))
    .map(([id]) => id)
    .toReversed();
}

export function keyStanding({ account, packet, today }: Omit<Epochs, "trust">): KeyStanding {
  const age = today - (packet?.issuedDay ?? 0);
  return {
    due: age >= KEY_EPOCH_DAYS,
    former: formerKeys(account),
    retirable: age >= FORMER_KEY_DAYS,
  };
}

/** Nothing of it counts until the server has it. */
export function newKey({ account, packet, today, trust }: Epochs): NewKey {
  const { memberId, signing, sealSeeds } = account.keyring.keyring;
  const newest = Math.max(packet?.epoch ?? 0, sealSeeds.at(-1)?.epoch ?? 0);
  const next = { epoch: newest + 1, seed: random(32) };
  return {
    epoch: next.epoch,
    packet: signKeyPacket(
      {
        suite: "tern/1",
        origin: canonicalOrigin(trust),
        memberId: toBase64Url(memberId),
        epoch: next.epoch,
        issuedDay: today,
        expiresDay: today + PACKET_VALID_DAYS,
        key: sealKeyPair(next.seed).publicKey,
      },
      signing,
    ),
    keyring: account.saveUnderNewKey({ sealSeeds: [...sealSeeds, next] }),
  };
}

function rewrapped(own: OwnWrap, from: SealKeyPair, to: SealKeyPair, origin: Uint8Array): OwnWrap {
  const { case: caseId, lane, epoch } = own;
  const place = { origin, caseId: fromBase64Url(caseId), lane, epoch };
  try {
    const key = unwrapLaneKey(fromBase64Url(own.wrap), from, place);
    return { ...own, wrap: toBase64Url(wrapLaneKey(key, to.publicKey, place)) };
  } catch {
    // It opened with no key and will open with none: it must not keep a former one alive.
    return own;
  }
}

export function rewrap(
  { keyring, origin }: Account,
  key: string,
  wraps: readonly OwnWrap[],
): InputOf<"replaceWraps"> {
  const from = keyring.pairs.get(key);
  const [newest] = keyring.pairs.values();
  if (from === undefined || newest === undefined || from === newest) {
    throw new VaultFailure("not-ready");
  }
  return {
    from: key,
    to: toBase64Url(keyIdOf(newest.publicKey)),
    wraps: wraps.map((own) => rewrapped(own, from, newest, origin)),
  };
}

/** The keyring without a former key. @throws VaultFailure `not-ready` for the newest, or one it does not hold */
export function retireKey(
  { account, packet, today }: Omit<Epochs, "trust">,
  key: string,
): RekeyedSave {
  const { former, retirable } = keyStanding({ account, packet, today });
  if (!retirable || !former.includes(key)) throw new VaultFailure("not-ready");
  const { sealSeeds } = account.keyring.keyring;
  const kept = sealSeeds.filter(
    ({ seed }) => toBase64Url(keyIdOf(sealKeyPair(seed).publicKey)) !== key,
  );
  return account.saveUnderNewKey({ sealSeeds: kept });
}
