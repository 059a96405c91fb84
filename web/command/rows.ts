/**
 * A founded organisation as rows for its database: what the server holds from the first day.
 * Every value is base64url, a number or a handle, each checked before it becomes SQL.
 */
import { authenticatorKey, sealAuthenticator } from "./authenticator.ts";
import type { Founded, HeldMember, SignedFounding } from "./founding.ts";
import type { HeldInvitation } from "./org/first-coordinator.ts";

type Value = string | number;

/** Base64url and handles only: nothing here needs, or may have, an escape. */
function literal(value: Value): string {
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  if (typeof value === "string" && /^[A-Za-z0-9_.-]+$/u.test(value)) return `'${value}'`;
  throw new Error("rows: a value that is neither a whole number nor base64url");
}

function insert(table: string, row: Readonly<Record<string, Value>>): string {
  const columns = Object.keys(row).join(", ");
  const values = Object.values(row).map(literal).join(", ");
  return `INSERT OR IGNORE INTO ${table} (${columns}) VALUES (${values});`;
}

/**
 * The authenticators of those who have one, sealed for the server with that secret and no other; kept apart from
 * what any server may hold.
 */
export async function authenticatorRows(
  { members }: Founded,
  serverSecret: Uint8Array<ArrayBuffer>,
  today: number,
): Promise<readonly string[]> {
  const key = await authenticatorKey(serverSecret);
  const rows = members.map(async ({ id, authenticator }) =>
    authenticator === null
      ? []
      : [
          insert("authenticators", {
            member_id: id,
            secret: await sealAuthenticator(key, id, authenticator),
            added_day: today,
          }),
        ],
  );
  return (await Promise.all(rows)).flat();
}

/** One statement a line; running them twice changes nothing. */
export function foundingRows({
  published,
  members,
  roster,
}: Pick<SignedFounding, "published" | "roster"> & {
  readonly members: readonly HeldMember[];
}): readonly string[] {
  return [
    ...members.map(({ id, handle, signInKey, parameters, keyring }) =>
      insert("members", {
        member_id: id,
        handle,
        sign_in_key: signInKey,
        salt: parameters.salt,
        passes: parameters.passes,
        memory_kib: parameters.memoryKiB,
        keyring,
        keyring_version: 1,
      }),
    ),
    insert("rosters", {
      version: roster.version,
      delegation_statement: published.delegation.statement,
      delegation_signature: published.delegation.signature,
      signer: published.signer,
      statement: published.roster.statement,
      signature: published.roster.signature,
    }),
    ...published.packets.map(({ member, packet }) =>
      insert("packets", {
        member_id: member,
        epoch: 0,
        statement: packet.statement,
        signature: packet.signature,
      }),
    ),
  ];
}

/** The link of somebody invited before there is a server to invite them. */
export function invitationRow({ invitation, signed, kept }: HeldInvitation): string {
  return insert("invitations", {
    locator_hash: invitation.locatorHash,
    member_id: invitation.memberId,
    invited_by: invitation.invitedBy,
    handle: invitation.handle,
    statement: signed.statement,
    signature: signed.signature,
    kept,
    expires_day: invitation.expiresDay,
  });
}
