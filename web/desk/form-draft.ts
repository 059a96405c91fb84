/**
 * What is filled into a form of a case: a draft like the words that are written there, so that neither a failure, a way
 * back nor a lock loses it.
 */
import type * as z from "zod/mini";
import { useState } from "../ui/dom.ts";
import type { Cleared, DraftKind, Drafts } from "./drafts.ts";
import { usePresence } from "./presence.ts";
import { useDesk } from "./text.ts";

export interface FormDraft<Filled> {
  readonly filled: Filled;
  readonly change: (part: Partial<Filled>) => void;
  /** Something stands in it. */
  readonly begun: boolean;
  /** As it is by now, which a form whose act is under way does not show. */
  readonly now: () => Filled;
  /** Once it was kept or given up, as it is here; what was filled in since stays. */
  readonly clear: () => Cleared;
}

/** Where it stands, and what it is before anything is filled in. */
export interface FormDraftPlace<Filled> {
  readonly drafts: Drafts;
  readonly caseId: string;
  readonly kind: DraftKind;
  readonly schema: z.ZodMiniType<Filled>;
  readonly empty: Filled;
}

export function useFormDraft<Filled extends object>(
  place: FormDraftPlace<Filled>,
): FormDraft<Filled> {
  const { drafts, caseId, kind, schema, empty } = place;
  const { code: language } = useDesk();
  const presence = usePresence();
  function now(): Filled {
    const held = drafts.read(caseId, kind);
    return held === null ? empty : schema.parse(JSON.parse(held.text));
  }
  const [filled, setFilled] = useState<Filled>(now);
  const isEmpty = (one: Filled): boolean => JSON.stringify(one) === JSON.stringify(empty);
  return {
    filled,
    change: (part) => {
      const next = { ...filled, ...part };
      if (isEmpty(next)) drafts.forget(caseId, kind);
      else drafts.write(caseId, kind, { text: JSON.stringify(next), language });
      if (presence.here) setFilled(next);
    },
    begun: !isEmpty(filled),
    now,
    clear: () => {
      if (JSON.stringify(now()) !== JSON.stringify(filled)) return "newer";
      drafts.forget(caseId, kind);
      if (presence.here) setFilled(empty);
      return "cleared";
    },
  };
}
