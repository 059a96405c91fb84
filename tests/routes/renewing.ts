/** A member at their vault, with a key as old as a test wants it, going through its renewal step by step. */
import { expect } from "vitest";
import type { FoundedMember } from "../../web/command/founding.ts";
import { signKeyPacket } from "../../web/crypto/roster.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import type { AuditAct, SignedAudit } from "../../worker/contract/audit.ts";
import type { WrapAt } from "../../worker/contract/key-endpoints.ts";
import { call, freeProof, today } from "./client.ts";
import { logSignIn, nextAudit, ORIGIN, VALID_DAYS, type FoundedServer } from "./founded.ts";

/** Puts a packet that was issued so long ago in the place of the founding's. */
export async function agePacket(
  { server }: FoundedServer,
  { id, signing, seal }: FoundedMember,
  days: number,
): Promise<void> {
  const { statement, signature } = signKeyPacket(
    {
      suite: "tern/1",
      origin: ORIGIN,
      memberId: id,
      epoch: 0,
      issuedDay: today() - days,
      expiresDay: today() + VALID_DAYS,
      key: seal.publicKey,
    },
    signing,
  );
  await server.database
    .prepare("UPDATE packets SET statement = ?, signature = ? WHERE member_id = ? AND epoch = 0")
    .bind(statement, signature, id)
    .run();
}

export interface Renewing {
  readonly vault: DeskVault;
  readonly token: string;
  /** The act as the audit log's next entry, signed whatever day the vault believes it is. */
  readonly audit: (act: AuditAct) => Promise<SignedAudit>;
  /** Follows the newest roster, as on a day that many days from now. */
  readonly verify: (daysFromNow?: number) => Promise<void>;
  readonly publish: () => Promise<void>;
  /** Moves everything under that key, a page at a time. Answers how many wraps moved. */
  readonly move: (key: string) => Promise<number>;
  readonly retire: (key: string) => Promise<void>;
}

/** Signed in with the passphrase. */
export async function renewing(
  { server, founded }: FoundedServer,
  member: Pick<FoundedMember, "id" | "signing" | "handle" | "passphrase">,
): Promise<Renewing> {
  const { handle, passphrase } = member;
  const vault = new DeskVault(founded.trust);
  await vault.start();
  await vault.stretch(passphrase, await call(server, "memberParameters", { handle }));
  const proof = await freeProof(server, "member-sign-in");
  const signed = await vault.signIn({ challenge: proof.challenge, bits: 0, day: today() });
  const input = { proof, handle, way: "passphrase", ...signed } as const;
  const answer = await call(server, "memberSignIn", input);
  if (answer.kind !== "signed-in") throw new Error(`renewing: ${handle} has a second factor`);
  const { token, member: id, keyring, keyringVersion, slots } = answer;
  await logSignIn(server, member, token);
  await vault.unlock({ member: id, keyring, keyringVersion, slots });
  const verify = async (daysFromNow = 0): Promise<void> => {
    const published = await call(server, "roster", {});
    await vault.verifyRoster(published, today() + daysFromNow, ORIGIN);
  };
  await verify();
  const signer = founded.members.find((one) => one.id === id);
  if (signer === undefined) throw new Error(`renewing: ${handle} was not founded`);
  await logSignIn(server, signer, token);
  return {
    vault,
    token,
    audit: (act) => nextAudit(server, signer, act, token),
    verify,
    publish: async () => {
      const { epoch, ...next } = await vault.newKey();
      const audit = await nextAudit(server, member, { kind: "keys-rotated", epoch }, token);
      const saved = await call(server, "publishPacket", { ...next, audit }, token);
      await vault.keyringSaved(saved.keyringVersion);
      await verify();
    },
    move: async (key) => {
      let moved = 0;
      let after: WrapAt | null = null;
      do {
        const page: { wraps: Parameters<DeskVault["rewrap"]>[1]; next: WrapAt | null } = await call(
          server,
          "myWraps",
          { key, after },
          token,
        );
        if (page.wraps.length > 0) {
          const replacing = await vault.rewrap(key, page.wraps);
          const { replaced } = await call(server, "replaceWraps", replacing, token);
          expect(replaced).toBe(page.wraps.length);
          moved += replaced;
        }
        after = page.next;
      } while (after !== null);
      return moved;
    },
    retire: async (key) => {
      const retiring = await vault.retireKey(key);
      const saved = await call(server, "retireKey", { key, keyring: retiring }, token);
      await vault.keyringSaved(saved.keyringVersion);
    },
  };
}
