/**
 * A kept receipt against the pinned root key, with no network and no list of today's: root -> delegation -> list of
 * people -> member -> receipt (PROTOCOL.md, "Receipts").
 * Invariant: every byte of the file is either signed or pinned by what is, or stands where only one spelling is read.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { Receipt, ReceiptFile } from "../../worker/contract/receipt.ts";
import { Roster, type Member, type Trust } from "../../worker/contract/roster.ts";
import { readStatement } from "../../worker/contract/statement.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import { verifyKey } from "./keys.ts";
import { openReceipt } from "./receipt.ts";
import {
  mayHaveWritten,
  verifyDelegation,
  verifyRosterStatement,
  type RosterConditions,
} from "./roster.ts";
import { CryptoError } from "./suite.ts";

/** Why a file proves nothing; each has its sentence. */
export const RECEIPT_FAULTS = [
  /** No such file, or one in which something was changed. */
  "not-a-receipt",
  /** The root key did not say who may sign its list of people. */
  "not-delegated",
  /** The list of people is another organisation's. */
  "other-organisation",
  /** Not signed by whoever the root key named, or no list. */
  "list-not-signed",
  /** The receipt is of a day on which that list, or the power to sign it, had ended. */
  "list-expired",
  /** An earlier list than the receipt's author had seen, or another of the same number. */
  "list-older",
  /** The list does not know whoever is said to have signed, or they had left by then. */
  "not-a-member",
  /** Not signed by that member. */
  "not-signed",
  /** Signed, and says what no receipt says. */
  "no-sense",
] as const;
export type ReceiptFault = (typeof RECEIPT_FAULTS)[number];

export type CheckedReceipt =
  | {
      readonly kind: "holds";
      readonly receipt: Receipt;
      readonly organisation: string;
      /** Of whoever signed it, as that list names them. */
      readonly name: string;
    }
  | { readonly kind: "refused"; readonly fault: ReceiptFault };

class Fault extends Error {
  readonly fault: ReceiptFault;
  constructor(fault: ReceiptFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** The one spelling of a file, as bytes. */
export function receiptFileBytes(file: ReceiptFile): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify(ReceiptFile.parse(file)));
}

function readFile(bytes: Uint8Array): ReceiptFile {
  try {
    // An editor or a mail may have ended the line.
    const text = fromUtf8(bytes).replace(/[\r\n]+$/u, "");
    const file = ReceiptFile.parse(JSON.parse(text));
    if (JSON.stringify(file) === text) return file;
  } catch (cause) {
    throw new Fault("not-a-receipt", { cause });
  }
  throw new Fault("not-a-receipt");
}

/** What a link throws, as a fault: by its code where that says more than which link it was. */
function following<Found>(otherwise: ReceiptFault, follow: () => Found): Found {
  try {
    return follow();
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    if (cause.code === "roster-origin") throw new Fault("other-organisation", { cause });
    if (cause.code === "roster-expired") throw new Fault("list-expired", { cause });
    if (cause.code === "roster-rolled-back") throw new Fault("list-older", { cause });
    throw new Fault(otherwise, { cause });
  }
}

/**
 * A day's conditions. The floor for lists is left out: it keeps a server from going back, and an older list is what
 * an older receipt was signed under. The one for delegations stays: whoever it ends could sign any list they like.
 */
function conditionsOn(today: number, highestVersion: number, trust: Trust): RosterConditions {
  return { trust: { ...trust, rosterFloor: 1 }, today, highestVersion };
}

function requireSense({ day, promises }: Receipt): void {
  const names = new Set(promises.map(({ promise, dueDay }) => `${promise} ${dueDay}`));
  const sensible = promises.every(({ dueDay, metDay }) =>
    metDay === null ? dueDay < day : metDay <= day,
  );
  if (names.size !== promises.length || !sensible) throw new Fault("no-sense");
}

function memberOf(members: readonly Member[], { member, day }: Receipt): Member {
  const found = members.find(({ id }) => id === member);
  if (found === undefined || !mayHaveWritten(found, day)) throw new Fault("not-a-member");
  return found;
}

function judge(bytes: Uint8Array, trust: Trust): CheckedReceipt {
  const { receipt: signed, published } = readFile(bytes);
  // Not believed yet: which day the links are asked about, and which member's key is looked for.
  const said = readStatement(Receipt, signed);
  const listed = readStatement(Roster, published.roster);
  if (said === null || listed === null) throw new Fault("not-a-receipt");
  const day = Math.max(said.day, listed.issuedDay);
  const conditions = conditionsOn(day, said.rosterVersion, trust);
  const delegation = following("not-delegated", () =>
    verifyDelegation(published.delegation, conditions),
  );
  const { roster, hash } = following("list-not-signed", () =>
    verifyRosterStatement(published.roster, published.signer, delegation, conditions),
  );
  const member = memberOf(roster.members, said);
  const key = verifyKey(fromBase64Url(member.key));
  const receipt = following("not-signed", () => openReceipt(signed, key));
  if (receipt.origin !== roster.origin) throw new Fault("other-organisation");
  const isSameList = receipt.roster === toBase64Url(hash);
  if (receipt.rosterVersion === roster.version && !isSameList) throw new Fault("list-older");
  requireSense(receipt);
  return { kind: "holds", receipt, organisation: roster.organisation, name: member.name };
}

/** @param bytes of the file, as it was saved. */
export function checkReceiptFile(bytes: Uint8Array, trust: Trust): CheckedReceipt {
  try {
    return judge(bytes, trust);
  } catch (thrown) {
    if (thrown instanceof Fault) return { kind: "refused", fault: thrown.fault };
    throw thrown;
  }
}
