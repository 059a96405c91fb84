/** Who may read a case: letting in, taking out, stepping out, new keys; and leaving altogether. */
import * as z from "zod/mini";
import { SignedAudit } from "./audit.ts";
import { Id } from "./bytes.ts";
import { DueStep } from "./due.ts";
import { Count, endpoint } from "./endpoint.ts";
import { CasePlain, MemberWrap, SealedCard, SealedEntry, Wrap } from "./journal.ts";
import {
  ACCESS_ENTRIES,
  ACCESS_WRAPS,
  APPEND_BODY_BYTES,
  INBOX_PAGE_CASES,
  SMALL_BODY_BYTES,
} from "./limits.ts";
import { Day } from "./roster.ts";

/**
 * What the server is told of a change, because it routes by it. Why, and whether the case allows it, is sealed and
 * judged by every reader.
 */
export const AccessChange = z.union([
  z.strictObject({ kind: z.literal("grant"), member: Id }),
  z.strictObject({ kind: z.literal("removal"), member: Id }),
  z.strictObject({ kind: z.literal("recusal") }),
  z.strictObject({ kind: z.literal("rekey") }),
]);
export type AccessChange = z.infer<typeof AccessChange>;

export const accessEndpoints = {
  /**
   * Entries of the conversation, the wraps that go with them, and the card: one atomic write. A removal and a rekey
   * begin the next epoch of both lanes; whoever is taken out, steps out or gets no wrap of it loses every wrap.
   */
  changeAccess: endpoint({
    method: "POST",
    path: "/api/case/access",
    auth: "member",
    bodyLimitBytes: APPEND_BODY_BYTES,
    input: z.strictObject({
      case: Id,
      change: AccessChange,
      entries: z.array(SealedEntry).check(z.minLength(1), z.maxLength(ACCESS_ENTRIES)),
      wraps: z.array(MemberWrap).check(z.maxLength(ACCESS_WRAPS)),
      /** Of the conversation's new key, while the reporter's code still works. */
      reporterWrap: z.nullable(Wrap),
      card: SealedCard,
      /** `grant` or `removal`; stepping out is one's own removal. New keys alone are no act of anybody's: null. */
      audit: z.nullable(SignedAudit),
    }),
    output: z.strictObject({ plain: CasePlain }),
    padding: "none",
  }),

  /** The inbox again, and beside each case how many others could read it if the caller left. */
  holdings: endpoint({
    method: "POST",
    path: "/api/holdings",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({
      after: z.nullable(z.strictObject({ receivedDay: Day, case: Id })),
    }),
    output: z.strictObject({
      cases: z
        .array(
          z.strictObject({
            plain: CasePlain,
            card: SealedCard,
            wrap: z.nullable(Wrap),
            step: z.nullable(DueStep),
            others: z.int(),
          }),
        )
        .check(z.maxLength(INBOX_PAGE_CASES)),
      next: z.nullable(z.strictObject({ receivedDay: Day, case: Id })),
      day: Day,
    }),
    padding: "none",
  }),

  /** What would happen to a member's cases if they read no more: counted, no case named. */
  heldBy: endpoint({
    method: "POST",
    path: "/api/member/held",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ member: Id }),
    output: z.strictObject({
      /** Cases that are sealed to them. */
      held: Count,
      /** Of these, those that no other active reviewer reads. */
      alone: Count,
    }),
    padding: "none",
  }),

  /** Ends the caller's own membership here and now, unless a case or a desk would be left with nobody. */
  leave: endpoint({
    method: "POST",
    path: "/api/member/leave",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ audit: SignedAudit }),
    output: z.strictObject({ day: Day }),
    padding: "none",
  }),
} as const;
