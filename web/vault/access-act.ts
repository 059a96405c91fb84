/** What a page may ask of a member's vault about who reads a case. */

/** A change of who may read: another request than an act, and never done in passing. */
export type AccessAct =
  | {
      readonly kind: "grant";
      readonly member: string;
      readonly reason: string;
      readonly language: string;
    }
  | {
      readonly kind: "removal";
      readonly member: string;
      readonly reason: string;
      readonly language: string;
    }
  | { readonly kind: "recusal"; readonly reason: string; readonly language: string }
  /** New keys, without those who may not read any more. */
  | { readonly kind: "rekey" };
