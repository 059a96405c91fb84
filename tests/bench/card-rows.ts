/**
 * An inbox of many cards, sealed as browsers seal them and listed as the server lists them. Half are new reports with
 * the reporter's unsigned card; half were worked on and carry a reviewer's signed one. The words are invented.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { CardHeader } from "../../worker/contract/entry-header.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import type { FoundedMember } from "../../web/command/founding.ts";
import { random } from "../../web/crypto/bytes.ts";
import { sealCard } from "../../web/crypto/card.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { keyIdOf, newLaneKey } from "../../web/crypto/keys.ts";
import { canonicalOrigin } from "../../web/crypto/roster.ts";
import { wrapLaneKey } from "../../web/crypto/wrap.ts";
import type { Card } from "../../web/payload/card.ts";
import { CHANNELS } from "../../web/payload/channels.ts";
import { WAITS_ON } from "../../web/payload/entries/barrier.ts";
import { STAGES } from "../../web/payload/entries/stage.ts";
import { RISKS } from "../../web/payload/entries/triage.ts";
import { today, type Organisation } from "./organisation.ts";
import type { InboxRow } from "./raw-card.ts";

const COMMON_WORDS =
  "child mother father school border court order passport night train harbour phone message teacher doctor sister brother house street worried alone abroad visit return".split(
    " ",
  );
const SYLLABLES = "ba ce di fo gu ha ji ko lu me na pi ro se ta ve wo xi yu za".split(" ");
const RARE_WORDS = 6_000;
const TITLE_WORDS = 7;
const LABELS = 40;

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("bench: an empty list");
  return item;
}

/** The same for the same number: one of a few common words, or one of many rare ones. */
export function wordOf(number: number): string {
  const mixed = Math.imul(number + 1, 2_654_435_761) >>> 0;
  if (mixed % 2 === 0) return at(COMMON_WORDS, mixed >>> 8);
  const rare = (mixed >>> 8) % RARE_WORDS;
  return [rare, Math.floor(rare / 20), Math.floor(rare / 400), rare + 7]
    .map((part) => at(SYLLABLES, part))
    .join("");
}

function cardOfNumber(number: number, assigned: string): Card {
  const title = Array.from({ length: TITLE_WORDS }, (_, place) => wordOf(number * 31 + place));
  const shared = {
    title: title.join(" "),
    channel: at(CHANNELS, number),
    language: at(["en", "fr", "ar"], number),
  };
  if (number % 2 === 0) return { ...shared, standing: "received" };
  return {
    ...shared,
    standing: "acknowledged",
    casework: {
      stage: at(STAGES, number),
      riskChild: at(RISKS, number),
      assigned,
      waitsOn: at(WAITS_ON, number),
      labels: [`label ${number % LABELS}`, wordOf(number)],
    },
  };
}

export function cardRows(
  { desk, founded, recipients }: Organisation,
  reader: FoundedMember,
  count: number,
): readonly InboxRow[] {
  const origin = originHash(canonicalOrigin(founded.trust));
  const key = toBase64Url(keyIdOf(reader.seal.publicKey));
  return Array.from({ length: count }, (_, number) => {
    const caseId = random(ID_BYTES);
    const laneKey = newLaneKey();
    const isNew = number % 2 === 0;
    const lane = isNew ? "conversation" : "internal";
    const header: CardHeader = {
      origin,
      caseId,
      lane,
      epoch: 0,
      coversConversation: 1,
      coversInternal: isNew ? 0 : 1,
      author: isNew ? new Uint8Array(ID_BYTES) : fromBase64Url(reader.id),
    };
    const card = cardOfNumber(number, at(recipients, number).id);
    const wrap = wrapLaneKey(laneKey, reader.seal.publicKey, { origin, caseId, lane, epoch: 0 });
    return {
      plain: {
        case: toBase64Url(caseId),
        desk,
        urgent: false,
        receivedDay: today(),
        acknowledgedDay: isNew ? null : today(),
        feedbackDay: null,
        feedbackExtendedDay: null,
        reopenedDay: null,
        challengedDay: null,
        challengeDecidedDay: null,
        purgeDay: null,
        holdReviewDay: null,
        closedDay: null,
        withdrawnDay: null,
        nextDueDay: today(),
        conversationSeq: 1,
        internalSeq: isNew ? 0 : 1,
      },
      card: sealCard(header, JSON.stringify(card), laneKey, isNew ? null : reader.signing),
      wrap: { lane, epoch: 0, key, wrap: toBase64Url(wrap) },
      step: null,
    };
  });
}
