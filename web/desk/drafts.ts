/**
 * Texts not sent yet, while somebody is signed in: in this page's memory and nowhere else, so that going
 * back to the inbox or a failed send loses nothing. Signing out forgets them; locking seals them.
 */

/** What a text is meant for; each has its own, so that a note cannot turn up in a reply. */
export type DraftKind =
  | "acknowledge"
  | "reply"
  | "notice"
  | "note"
  | "extend"
  | "extend-choices"
  | "close"
  | "close-choices"
  | "close-interests"
  | "ask"
  | "ask-interests"
  | "work"
  | "hold"
  | "access"
  | "export"
  | "summary"
  | "challenge"
  | "challenge-choices"
  | "reopen"
  | "reopen-choices"
  | "remedy"
  | "remedy-choices"
  | "bulk-label"
  | "view-name";

/** In the place of a case, for what is typed beside the list of all of them. */
export const NO_CASE = "";

/** `newer`: something else was typed since, and stays. */
export type Cleared = "cleared" | "newer";

export interface Draft {
  readonly text: string;
  /** BCP 47 tag of the language it is written in. */
  readonly language: string;
}

/** One of them as it is kept while the page is locked. */
export interface HeldDraft {
  readonly key: string;
  readonly draft: Draft;
}

export interface Drafts {
  /** Those with words in them. */
  all(): readonly HeldDraft[];
  read(caseId: string, kind: DraftKind): Draft | null;
  write(caseId: string, kind: DraftKind, draft: Draft): void;
  forget(caseId: string, kind: DraftKind): void;
  /** Offers words that no longer fit where they were written as a reply, after whatever stands there. */
  moveToReply(caseId: string, kind: Exclude<DraftKind, "reply">): void;
}

/** @param before those that were held before the page locked */
export function keepDrafts(before: readonly HeldDraft[] = []): Drafts {
  const held = new Map<string, Draft>(before.map(({ key, draft }) => [key, draft]));
  const keyOf = (caseId: string, kind: DraftKind): string => `${kind}:${caseId}`;
  const read = (caseId: string, kind: DraftKind): Draft | null =>
    held.get(keyOf(caseId, kind)) ?? null;
  return {
    all: () =>
      [...held]
        .filter(([, { text }]) => text.trim() !== "")
        .map(([key, draft]) => ({ key, draft })),
    read,
    write: (caseId, kind, draft) => {
      held.set(keyOf(caseId, kind), draft);
    },
    forget: (caseId, kind) => {
      held.delete(keyOf(caseId, kind));
    },
    moveToReply: (caseId, kind) => {
      const moved = read(caseId, kind);
      held.delete(keyOf(caseId, kind));
      if (moved === null || moved.text.trim() === "") return;
      const standing = read(caseId, "reply")?.text ?? "";
      const text = standing.trim() === "" ? moved.text : `${standing}\n\n${moved.text}`;
      held.set(keyOf(caseId, "reply"), { ...moved, text });
    },
  };
}
