/**
 * One case as a server keeps it: what was sent, and answers made of it. Honest unless a test changes an
 * answer; it holds no key.
 */
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { decodeEntryHeader } from "../../worker/contract/entry-header.ts";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import type {
  CasePlain,
  MemberWrap,
  SealedCard,
  SealedEntry,
  Wrap,
} from "../../worker/contract/journal.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import type { SealedReport } from "../../web/vault/interface.ts";
import { TODAY } from "../support/organisation.ts";

export interface Cursor {
  readonly conversation: number;
  readonly internal: number;
}

const START: Cursor = { conversation: 0, internal: 0 };

export function laneAndSeq(entry: SealedEntry) {
  const { lane, seq } = decodeEntryHeader(fromBase64Url(entry.header));
  return { lane, seq };
}

export class ServedCase {
  readonly id: string;
  readonly #desk: string;
  readonly #reporterWraps: Wrap[];
  #wraps: MemberWrap[];
  #entries: SealedEntry[];
  #card: SealedCard;
  /** Custodians' signed decisions, as the server would show them. */
  decisions: Signed[] = [];

  constructor(report: SealedReport) {
    this.id = report.case;
    this.#desk = report.desk;
    this.#reporterWraps = [report.reporter.wrap];
    this.#wraps = [...report.wraps];
    this.#entries = [report.entry];
    this.#card = report.card;
  }

  get card(): SealedCard {
    return this.#card;
  }

  add(entry: SealedEntry): void {
    this.#entries.push(entry);
  }

  append({ entries, wraps, card }: InputOf<"appendToCase">): void {
    this.#entries.push(...entries);
    this.#wraps.push(...wraps);
    this.#card = card;
  }

  /** What the real server does: nobody keeps a wrap who goes, or whom a new key was not wrapped to. */
  change(
    { change, entries, wraps, reporterWrap, card }: Omit<InputOf<"changeAccess">, "audit">,
    author: string,
  ): void {
    const stays = new Set(wraps.map(({ member }) => member));
    const goes = (member: string): boolean =>
      change.kind === "recusal" ? member === author : change.kind !== "grant" && !stays.has(member);
    this.#wraps = [...this.#wraps.filter(({ member }) => !goes(member)), ...wraps];
    if (reporterWrap !== null) this.#reporterWraps.push(reporterWrap);
    this.#entries.push(...entries);
    this.#card = card;
  }

  /** Of one lane, in the order they came. */
  lane(name: "conversation" | "internal"): readonly SealedEntry[] {
    return this.#entries.filter((entry) => laneAndSeq(entry).lane === name);
  }

  /** As it was when the lane was that long. */
  before(seqs: Cursor): readonly SealedEntry[] {
    return this.#entries.filter((entry) => {
      const { lane, seq } = laneAndSeq(entry);
      return lane !== "identity" && seq <= seqs[lane];
    });
  }

  #after(cursor: Cursor): SealedEntry[] {
    return this.#entries.filter((entry) => {
      const { lane, seq } = laneAndSeq(entry);
      return lane !== "identity" && seq > cursor[lane];
    });
  }

  get plain(): CasePlain {
    return {
      case: this.id,
      desk: this.#desk,
      urgent: false,
      receivedDay: TODAY,
      acknowledgedDay: null,
      feedbackDay: null,
      feedbackExtendedDay: null,
      closedDay: null,
      reopenedDay: null,
      challengedDay: null,
      challengeDecidedDay: null,
      withdrawnDay: null,
      purgeDay: null,
      holdReviewDay: null,
      nextDueDay: null,
      conversationSeq: this.lane("conversation").length,
      internalSeq: this.lane("internal").length,
    };
  }

  wrapsOf(member: string): Wrap[] {
    return this.#wraps
      .filter((wrap) => wrap.member === member)
      .map(({ lane, epoch, key, wrap }) => ({ lane, epoch, key, wrap }));
  }

  memberPage(member: string, after: Cursor = START): OutputOf<"readCase"> {
    return {
      plain: this.plain,
      card: this.#card,
      wraps: this.wrapsOf(member),
      entries: this.#after(after),
      more: false,
      day: TODAY,
    };
  }

  reporterPage(after = 0): OutputOf<"reporterRead"> {
    return {
      case: this.plain,
      wraps: [...this.#reporterWraps],
      entries: this.#after({ conversation: after, internal: 0 }).filter(
        (entry) => laneAndSeq(entry).lane === "conversation",
      ),
      more: false,
      decisions: this.decisions,
      day: TODAY,
      pad: "",
    };
  }

  row(member: string): OutputOf<"inbox">["cases"][number] & { readonly wrap: Wrap } {
    const lane = this.lane("internal").length > 0 ? "internal" : "conversation";
    const wrap = this.wrapsOf(member).findLast((candidate) => candidate.lane === lane);
    if (wrap === undefined) throw new Error("served case: no wrap for that member");
    return { plain: this.plain, card: this.#card, wrap, step: null };
  }
}
