/**
 * What a member's keys need after signing in. Passkeys that are gone are taken out of the keyring. The month's new key:
 * what is left under a former key is moved to the newest, a former key is forgotten when its time has come, and the
 * next is made when the newest is old enough.
 * Invariant: it can be stopped after any page and goes on from there the next time; nothing waits for it.
 */
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { WrapAt } from "../../worker/contract/key-endpoints.ts";
import { call } from "./call.ts";
import { withAudit } from "./audited.ts";
import type { DeskSession } from "./session.ts";
import { changeWayIn } from "./ways-in.ts";

type Member = Pick<DeskSession, "vault" | "token" | "auditPen" | "renewRoster">;

export interface Renewal {
  readonly signal: AbortSignal;
  /** Called once there is anything to do, and after each page: keys of how many lanes have moved so far. */
  readonly onMoved: (moved: number) => void;
}

/** How many keys moved, and how many cannot: the server has them only damaged, or has lost what they lie under. */
interface Moved {
  readonly moved: number;
  readonly withheld: number;
}

/** Everything under one former key. */
async function moveFrom(
  key: string,
  { vault, token }: Pick<Member, "vault" | "token">,
  { signal, onMoved }: Renewal,
  movedBefore: number,
): Promise<Moved> {
  let moved = movedBefore;
  let withheld = 0;
  let after: WrapAt | null = null;
  do {
    signal.throwIfAborted();
    const page: OutputOf<"myWraps"> = await call("myWraps", { key, after }, { token });
    signal.throwIfAborted();
    if (page.wraps.length > 0) {
      await call("replaceWraps", await vault.rewrap(key, page.wraps), { token });
      moved += page.wraps.length;
      onMoved(moved);
    }
    withheld += page.withheld;
    after = page.next;
  } while (after !== null);
  const pieces = await movePiecesFrom(key, { vault, token }, { signal, onMoved }, moved);
  return { moved: pieces.moved, withheld: withheld + pieces.withheld };
}

/** What is sealed to them for releases besides: whatever has moved is in no later answer. */
async function movePiecesFrom(
  key: string,
  { vault, token }: Pick<Member, "vault" | "token">,
  { signal, onMoved }: Renewal,
  movedBefore: number,
): Promise<Moved> {
  let moved = movedBefore;
  for (;;) {
    signal.throwIfAborted();
    const { pieces, withheld } = await call("myPieces", { key }, { token });
    signal.throwIfAborted();
    if (pieces.length === 0) return { moved, withheld };
    await call("replacePieces", await vault.movePieces(key, pieces), { token });
    moved += pieces.length;
    onMoved(moved);
  }
}

/** The next key, in place of one that is old or has run out. @throws ApiFailure, VaultFailure */
export async function publishNext(member: Omit<Member, "renewRoster">): Promise<void> {
  const { vault, token } = member;
  const { epoch, ...next } = await vault.newKey();
  const { keyringVersion } = await withAudit(member, { kind: "keys-rotated", epoch }, (audit) =>
    call("publishPacket", { ...next, audit }, { token }),
  );
  await vault.keyringSaved(keyringVersion);
}

async function forget(key: string, { vault, token }: Member): Promise<void> {
  const keyring = await vault.retireKey(key);
  const { keyringVersion } = await call("retireKey", { key, keyring }, { token });
  await vault.keyringSaved(keyringVersion);
}

const REMOVED = { kind: "passkey-unlock", change: "removed" } as const;

/** A passkey that a colleague took away, because its device was lost, opens the keyring no more. */
async function forgetLostPasskeys(member: Member): Promise<void> {
  const { vault, token } = member;
  if (!(await vault.unlocksByPasskey())) return;
  const { passkeys } = await call("secondFactors", {}, { token });
  const save = await vault.keepPasskeyUnlocks(passkeys.map(({ id }) => id));
  if (save !== null) await changeWayIn(member, REMOVED, save);
}

/**
 * Answers how many keys cannot be moved; a former key that any of them is under is kept.
 * @throws ApiFailure, VaultFailure, and the signal's reason once it is aborted
 */
export async function renewKeys(member: Member, renewal: Renewal): Promise<number> {
  await forgetLostPasskeys(member);
  const { due, former, retirable } = await member.vault.keyStanding();
  let moved = 0;
  let kept = 0;
  for (const key of former) {
    const from = await moveFrom(key, member, renewal, moved);
    moved = from.moved;
    kept += from.withheld;
    if (retirable && from.withheld === 0) await forget(key, member);
  }
  if (!due) return kept;
  renewal.onMoved(moved);
  renewal.signal.throwIfAborted();
  await publishNext(member);
  await member.renewRoster();
  const next = await member.vault.keyStanding();
  kept = 0;
  for (const key of next.former) {
    const from = await moveFrom(key, member, renewal, moved);
    moved = from.moved;
    kept += from.withheld;
  }
  return kept;
}
