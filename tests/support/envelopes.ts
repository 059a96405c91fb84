/**
 * What somebody's complete keyring opens of everything a database holds, by trying: every wrap of every case with
 * every key, then every entry and card with what came out. Nobody is asked for permission.
 */
import * as z from "zod/mini";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { decodeCardHeader, decodeEntryHeader } from "../../worker/contract/entry-header.ts";
import { open } from "../../web/crypto/envelope.ts";
import { hash } from "../../web/crypto/hash.ts";
import type { LaneKey, SealKeyPair } from "../../web/crypto/keys.ts";
import { LABELS } from "../../web/crypto/suite.ts";
import { unwrapLaneKey } from "../../web/crypto/wrap.ts";
import type { Server } from "./server.ts";
import { uncovered } from "./shelves.ts";

const WrapRow = z.object({
  case: z.string(),
  lane: z.enum(["conversation", "internal", "identity"]),
  epoch: z.number(),
  wrap: z.string(),
});
const SealedRow = z.object({ header: z.string(), body: z.string() });

const WRAPS = `
  SELECT case_id AS "case", lane, epoch, wrap FROM wraps WHERE case_id = ?1
  UNION ALL SELECT case_id, 'conversation', 0, wrap FROM reporters WHERE case_id = ?1
  UNION ALL SELECT case_id, 'conversation', epoch, wrap FROM reporter_wraps WHERE case_id = ?1`;

const ENTRIES = "SELECT header, body FROM entries WHERE case_id = ?";
const CARDS = "SELECT card_header AS header, card_body AS body FROM cases WHERE case_id = ?";

export interface StoredEnvelopes {
  readonly wraps: readonly z.infer<typeof WrapRow>[];
  readonly entries: readonly z.infer<typeof SealedRow>[];
  readonly cards: readonly z.infer<typeof SealedRow>[];
}

/** @param covering `uncovered` by whoever has the shred keys too; `as-stored` for a copy of the database alone */
export async function storedEnvelopes(
  server: Pick<Server, "database" | "shredKeys">,
  caseId: string,
  covering: "uncovered" | "as-stored" = "uncovered",
): Promise<StoredEnvelopes> {
  const { database } = server;
  const rows = async (query: string): Promise<unknown[]> =>
    (await database.prepare(query).bind(caseId).all()).results;
  const wraps = z.parse(z.array(WrapRow), await rows(WRAPS));
  const stored = wraps.map(({ wrap }) => wrap);
  const texts = covering === "uncovered" ? await uncovered(server, caseId, stored) : stored;
  return {
    wraps: wraps.map((row, at) => ({ ...row, wrap: texts[at] ?? "" })),
    entries: z.parse(z.array(SealedRow), await rows(ENTRIES)),
    cards: z.parse(z.array(SealedRow), await rows(CARDS)),
  };
}

function unwrapped(
  { wraps }: StoredEnvelopes,
  pairs: readonly SealKeyPair[],
  origin: Uint8Array,
): readonly LaneKey[] {
  return wraps.flatMap(({ case: caseId, lane, epoch, wrap }) =>
    pairs.flatMap((pair): readonly LaneKey[] => {
      try {
        const place = { origin, caseId: fromBase64Url(caseId), lane, epoch };
        return [unwrapLaneKey(fromBase64Url(wrap), pair, place)];
      } catch {
        return [];
      }
    }),
  );
}

export interface Opened {
  readonly wraps: number;
  readonly envelopes: number;
}

/** How many entries and cards those lane keys open. */
export function opensWith(stored: StoredEnvelopes, keys: readonly LaneKey[]): number {
  const opens = (label: Uint8Array, header: Uint8Array, body: string): boolean =>
    keys.some((key) => open(fromBase64Url(body), header, hash(label, key)) !== null);
  const entries = stored.entries.filter(({ header, body }) => {
    const bytes = fromBase64Url(header);
    decodeEntryHeader(bytes);
    return opens(LABELS.entryKey, bytes, body);
  });
  const cards = stored.cards.filter(({ header, body }) => {
    const bytes = fromBase64Url(header);
    decodeCardHeader(bytes);
    return opens(LABELS.cardKey, bytes, body);
  });
  return entries.length + cards.length;
}

/** How many wraps, and how many entries and cards, those keys open. */
export function opensOf(
  stored: StoredEnvelopes,
  pairs: readonly SealKeyPair[],
  origin: Uint8Array,
): Opened {
  const keys = unwrapped(stored, pairs, origin);
  return { wraps: keys.length, envelopes: opensWith(stored, keys) };
}
