/**
 * How far each case's newest card of this session has read. Every act of a member makes a card that takes in more, so
 * one that takes in less than another that verified, or than a journal that was read, is of before. Gone with the vault.
 */
import type { CardHeader } from "../../worker/contract/entry-header.ts";
import type { JournalItem } from "../payload/journal.ts";

type Reach = Pick<CardHeader, "epoch" | "coversConversation" | "coversInternal">;

const NOTHING: Reach = { epoch: 0, coversConversation: 0, coversInternal: 0 };

export class CardMemory {
  /** By case id. */
  readonly #highest = new Map<string, Reach>();

  /** Only of a card that verified. */
  remember(caseId: string, { epoch, coversConversation, coversInternal }: Reach): void {
    const before = this.#highest.get(caseId) ?? NOTHING;
    this.#highest.set(caseId, {
      epoch: Math.max(before.epoch, epoch),
      coversConversation: Math.max(before.coversConversation, coversConversation),
      coversInternal: Math.max(before.coversInternal, coversInternal),
    });
  }

  /** Of a journal that was read whole: with whatever a member wrote came a card that takes it in. */
  rememberRead(caseId: string, items: readonly JournalItem[]): void {
    const last = (lane: JournalItem["lane"]): number =>
      items
        .filter((item) => item.lane === lane && item.author.kind === "member")
        .reduce((seq, item) => Math.max(seq, item.seq), 0);
    const reach = { coversConversation: last("conversation"), coversInternal: last("internal") };
    this.remember(caseId, { epoch: 0, ...reach });
  }

  isOlder(caseId: string, card: Reach): boolean {
    const highest = this.#highest.get(caseId) ?? NOTHING;
    return (
      card.epoch < highest.epoch ||
      card.coversConversation < highest.coversConversation ||
      card.coversInternal < highest.coversInternal
    );
  }
}
