/**
 * Signed statements as the server meets them: refused by the name of the input, never believed in a client's stead.
 * Invariant: nothing is parsed before its signature has held.
 */
import * as z from "zod/mini";
import { fromBase64Url } from "../contract/bytes.ts";
import { concat, label } from "../contract/preimages.ts";
import type { Signed } from "../contract/roster.ts";
import { Refusal } from "./refusal.ts";
import { verifies } from "./signature.ts";

/** What clients sign that the server checks too, by the purposes of PROTOCOL.md. */
export type StatementPurpose =
  | "delegation"
  | "roster"
  | "key packet"
  | "invitation"
  | "release decision"
  | "recovery set-up"
  | "recovery decision";

function decoded(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

/** @throws Refusal `wrong-type` when the bytes are no statement of that schema */
export function readStatement<Schema extends z.ZodMiniType>(
  schema: Schema,
  bytes: Uint8Array,
  field: string,
): z.infer<Schema> {
  try {
    const json = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return z.parse(schema, JSON.parse(json));
  } catch {
    throw new Refusal("wrong-type", field);
  }
}

/**
 * @param key base64url of an Ed25519 key
 * @throws Refusal `wrong-signature` when it does not hold under that key, `wrong-type` when it is no such statement
 */
export async function openStatement<Schema extends z.ZodMiniType>(
  schema: Schema,
  signed: Signed,
  purpose: StatementPurpose,
  key: string,
  field: string,
): Promise<z.infer<Schema>> {
  const bytes = decoded(signed.statement);
  const holds =
    bytes !== null &&
    (await verifies(
      fromBase64Url(key),
      fromBase64Url(signed.signature),
      concat(label(purpose), bytes),
    ));
  if (!holds) throw new Refusal("wrong-signature", field);
  return readStatement(schema, bytes, field);
}
