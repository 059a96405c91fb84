/**
 * A database with a history: cases of random bytes in every sealed place, each of the length the real one has,
 * written past the Worker. Every second case was opened and has its internal lane; days run back over a year.
 */
import type { D1Database } from "@cloudflare/workers-types";
import { base64UrlLength } from "../../worker/contract/bytes.ts";
import {
  CARD_BYTES,
  CARD_HEADER_BYTES,
  ED25519_KEY_BYTES,
  ENTRY_HEADER_BYTES,
  HASH_BYTES,
  ID_BYTES,
  SEAL_OVERHEAD_BYTES,
  WRAP_BYTES,
} from "../../worker/contract/limits.ts";
import type { Organisation } from "./organisation.ts";
import { today } from "./organisation.ts";

const DAYS_BACK = 365;
const BODY_BYTES = 4_096 + SEAL_OVERHEAD_BYTES;

/** SQL for random base64url of that many bytes: hex digits are letters of it, and a final A has no stray bits. */
function sealed(bytes: number): string {
  const characters = base64UrlLength(bytes);
  return `substr(hex(randomblob(${Math.ceil(characters / 2)})), 1, ${characters - 1}) || 'A'`;
}

const INSERT_CASES = `
  WITH RECURSIVE numbers (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?2)
  INSERT INTO cases (case_id, submission_hash, desk_id, urgent, received_day, acknowledged_day, feedback_day,
       closed_day, withdrawn_day, purge_day, next_due_day, conversation_seq, conversation_head, conversation_epoch,
       internal_seq, internal_head, internal_epoch, card_lane, card_epoch, card_header, card_body)
       SELECT ${sealed(ID_BYTES)}, ${sealed(HASH_BYTES)}, ?3, 0, ?4 - n % ${DAYS_BACK},
    NULL, NULL, NULL, NULL, NULL, ?4 - n % ${DAYS_BACK} + 7,
    1, ${sealed(HASH_BYTES)}, 0, n % 2, ${sealed(HASH_BYTES)}, 0,
    CASE n % 2 WHEN 1 THEN 'internal' ELSE 'conversation' END, 0,
    ${sealed(CARD_HEADER_BYTES)}, ${sealed(CARD_BYTES + SEAL_OVERHEAD_BYTES)}
  FROM numbers`;

/** The cases of this filling are those that have no reporter yet. */
const NEW_CASES = "cases WHERE case_id NOT IN (SELECT case_id FROM reporters)";

function insertEntries(lane: "conversation" | "internal", condition: string): string {
  return `
    INSERT INTO entries
    SELECT case_id, '${lane}', 1, ${sealed(HASH_BYTES)}, ${sealed(ENTRY_HEADER_BYTES)}, ${sealed(BODY_BYTES)}
    FROM ${NEW_CASES} AND ${condition}`;
}

function insertWraps(lane: "conversation" | "internal", condition: string): string {
  return `
    INSERT INTO wraps
    SELECT ?1, received_day, case_id, '${lane}', 0, ${sealed(ID_BYTES)}, ${sealed(WRAP_BYTES)}
    FROM ${NEW_CASES} AND ${condition}`;
}

const INSERT_REPORTERS = `
  INSERT INTO reporters
  SELECT ${sealed(HASH_BYTES)}, case_id, ${sealed(ED25519_KEY_BYTES)}, ${sealed(ID_BYTES)}, ${sealed(WRAP_BYTES)}
  FROM ${NEW_CASES}`;

const LANES = [
  { lane: "conversation", condition: "1" },
  { lane: "internal", condition: "internal_seq = 1" },
] as const;

/** From `held` stored cases to `wanted`, each wrapped to every recipient of the desk. */
export async function growTo(
  database: D1Database,
  { desk, recipients }: Organisation,
  held: number,
  wanted: number,
): Promise<void> {
  await database.batch([
    database.prepare(INSERT_CASES).bind(held, wanted, desk, today()),
    ...LANES.map(({ lane, condition }) => database.prepare(insertEntries(lane, condition))),
    ...LANES.flatMap(({ lane, condition }) =>
      recipients.map(({ id }) => database.prepare(insertWraps(lane, condition)).bind(id)),
    ),
    database.prepare(INSERT_REPORTERS),
  ]);
  const stored = await database.prepare("SELECT count(*) AS stored FROM reporters").first("stored");
  if (stored !== wanted)
    throw new Error(`bench: ${wanted} cases were wanted, ${String(stored)} are stored`);
}
