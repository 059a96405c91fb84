/** A row of the inbox: its card opened under the one wrap that came with it, and held against what the row claims. */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { CardHeader } from "../../worker/contract/entry-header.ts";
import type { Wrap } from "../../worker/contract/journal.ts";
import { equal, isZero } from "../crypto/bytes.ts";
import { cardHeaderOf, openCard } from "../crypto/card.ts";
import type { LaneKey, VerifyKey } from "../crypto/keys.ts";
import { verifyKey } from "../crypto/keys.ts";
import { CryptoError } from "../crypto/suite.ts";
import { unwrapLaneKey } from "../crypto/wrap.ts";
import { Card } from "../payload/card.ts";
import type { CardMemory } from "./card-memory.ts";
import type { CardView } from "./card-view.ts";
import type { Holding } from "./holding.ts";

type InboxRow = OutputOf<"inbox">["cases"][number];
type KeyedRow = InboxRow & { readonly wrap: Wrap };

/**
 * A reporter makes one card, with the report, and nobody signs it: later, or saying more, it would let the
 * server file any case under closed.
 */
function isFirstCard(header: CardHeader, plain: InboxRow["plain"], card: Card): boolean {
  return (
    header.coversConversation === 1 &&
    header.coversInternal === 0 &&
    plain.internalSeq === 0 &&
    card.standing === "received" &&
    card.casework === undefined &&
    card.unansweredSince === undefined
  );
}

function unwrap(caseId: string, wrap: Wrap, { origin, pairs }: Holding): LaneKey {
  const pair = pairs.get(wrap.key);
  if (pair === undefined) throw new CryptoError("wrap-invalid");
  const place = { origin, caseId: fromBase64Url(caseId), lane: wrap.lane, epoch: wrap.epoch };
  return unwrapLaneKey(fromBase64Url(wrap.wrap), pair, place);
}

/** @throws CryptoError `card-invalid` for an author nobody vouches for. */
function authorOf(author: Uint8Array, { roster }: Holding): VerifyKey {
  const member = roster.roster.members.find(({ id }) => id === toBase64Url(author));
  if (member === undefined) throw new CryptoError("card-invalid");
  return verifyKey(fromBase64Url(member.key));
}

/**
 * `older` when a newer one of this session, or what was read of the case, says more.
 * @throws CryptoError when it is not this case's card, or not by whom it says; ZodError when it is no card.
 */
function readCard(
  { plain, card, wrap, step }: KeyedRow,
  holding: Holding,
  memory: CardMemory,
): CardView | "older" {
  const header = cardHeaderOf(card);
  const inPlace =
    toBase64Url(header.caseId) === plain.case &&
    equal(header.origin, holding.origin) &&
    header.lane === wrap.lane &&
    header.epoch === wrap.epoch;
  if (!inPlace || header.coversConversation > plain.conversationSeq) {
    throw new CryptoError("card-invalid");
  }
  const key = unwrap(plain.case, wrap, holding);
  const isReporters = isZero(header.author);
  const author = isReporters ? null : authorOf(header.author, holding);
  const json: unknown = JSON.parse(openCard(card, key, author));
  const opened = Card.parse(json);
  if (isReporters && !isFirstCard(header, plain, opened)) throw new CryptoError("card-invalid");
  if (memory.isOlder(plain.case, header)) return "older";
  memory.remember(plain.case, header);
  return {
    plain,
    card: opened,
    unopened: null,
    step,
    news: header.coversConversation < plain.conversationSeq,
  };
}

/** In their order. One bad card must not hide the others; its row is shown and says that it did not open. */
export function readCards(
  rows: readonly InboxRow[],
  holding: Holding,
  memory: CardMemory,
): readonly CardView[] {
  return rows.map(({ wrap, ...row }) => {
    const { plain, step } = row;
    const none = { plain, card: null, step, news: false };
    if (wrap === null) return { ...none, unopened: "key-lost" };
    try {
      const read = readCard({ ...row, wrap }, holding, memory);
      return read === "older" ? { ...none, unopened: "older" } : read;
    } catch {
      return { ...none, unopened: "unverified" };
    }
  });
}
