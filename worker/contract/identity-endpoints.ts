/**
 * Opening who a reporter is: a reviewer asks, custodians decide, the pieces go to whoever asked. The envelope itself
 * comes with the report and with each addition to it.
 */
import * as z from "zod/mini";
import { SignedAudit } from "./audit.ts";
import { Id, bytesOf } from "./bytes.ts";
import { CaseAppend } from "./case-endpoints.ts";
import { endpoint, Nothing } from "./endpoint.ts";
import { CasePlain, Seq } from "./journal.ts";
import {
  APPEND_BODY_BYTES,
  APPEND_WRAPS,
  MOVED_PIECES,
  REQUESTS_SHOWN,
  SEALED_REQUEST_BYTES,
  SEALED_SHARE_BYTES,
  SMALL_BODY_BYTES,
  SUBMIT_BODY_BYTES,
} from "./limits.ts";
import {
  IdentityBody,
  IdentityHeaderText,
  OwnPiece,
  ReleasedShare,
  SealedRequest,
} from "./release.ts";
import { Day, Signed } from "./roster.ts";

export const identityEndpoints = {
  /** The entry that tells the reporter, and the request sealed to each custodian: one atomic write. */
  requestRelease: endpoint({
    method: "POST",
    path: "/api/release/request",
    auth: "member",
    bodyLimitBytes: APPEND_BODY_BYTES,
    input: z.strictObject({
      ...CaseAppend,
      release: z.strictObject({
        id: Id,
        /** Of the conversation's entry that the envelope came with. */
        envelopeSeq: Seq,
        requests: z.array(SealedRequest).check(z.minLength(1), z.maxLength(APPEND_WRAPS)),
      }),
      audit: SignedAudit,
      /** `best-interests`, the log's next after `audit`: one of these entries says why asking serves the child. */
      interests: SignedAudit,
    }),
    output: z.strictObject({ plain: CasePlain }),
    padding: "none",
  }),

  /** The entry that tells the reporter that who they are is read now, before it is. */
  openRelease: endpoint({
    method: "POST",
    path: "/api/release/open",
    auth: "member",
    bodyLimitBytes: APPEND_BODY_BYTES,
    input: z.strictObject({ ...CaseAppend, release: Id, audit: SignedAudit }),
    output: z.strictObject({ plain: CasePlain }),
    padding: "none",
  }),

  /** What the caller, as a custodian, is asked: newest first, and of nothing else that there is. */
  releaseRequests: endpoint({
    method: "POST",
    path: "/api/release/requests",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({
      requests: z
        .array(
          z.strictObject({
            release: Id,
            case: Id,
            desk: Id,
            requester: Id,
            day: Day,
            sealedKey: Id,
            /** Null, like `share`, when it is damaged, or what it lies under is damaged or lost. */
            sealed: z.nullable(bytesOf(SEALED_REQUEST_BYTES)),
            header: IdentityHeaderText,
            shareKey: Id,
            share: z.nullable(bytesOf(SEALED_SHARE_BYTES)),
            /** The caller's own. */
            decision: z.nullable(Signed),
          }),
        )
        .check(z.maxLength(REQUESTS_SHOWN)),
      day: Day,
    }),
    padding: "none",
  }),

  /**
   * What is sealed to the caller under one of their keys: what was moved is in no later answer. `withheld`: as in
   * `myWraps`.
   */
  myPieces: endpoint({
    method: "POST",
    path: "/api/member/pieces",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ key: Id }),
    output: z.strictObject({ pieces: z.array(OwnPiece), withheld: z.int() }),
    padding: "none",
  }),

  /** The same under another of their keys. One that is not under `from` any more stays as it is. */
  replacePieces: endpoint({
    method: "POST",
    path: "/api/member/pieces/replace",
    auth: "member",
    bodyLimitBytes: SUBMIT_BODY_BYTES,
    input: z.strictObject({
      from: Id,
      to: Id,
      pieces: z.array(OwnPiece).check(z.minLength(1), z.maxLength(4 * MOVED_PIECES)),
    }),
    output: Nothing,
    padding: "none",
  }),

  decideRelease: endpoint({
    method: "POST",
    path: "/api/release/decide",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({
      release: Id,
      decision: Signed,
      /** With an approval, and only then. */
      share: z.nullable(ReleasedShare),
      audit: SignedAudit,
    }),
    output: Nothing,
    padding: "none",
  }),

  /** Every decision on a case of the caller's; the pieces and the envelope only of what they asked for themself. */
  releaseShares: endpoint({
    method: "POST",
    path: "/api/release/shares",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ case: Id }),
    output: z.strictObject({
      case: Id,
      releases: z.array(
        z.strictObject({
          release: Id,
          requester: Id,
          answers: z.array(z.strictObject({ decision: Signed, share: z.nullable(ReleasedShare) })),
          /** Once as many have agreed as it takes. */
          envelope: z.nullable(z.strictObject({ header: IdentityHeaderText, body: IdentityBody })),
        }),
      ),
      day: Day,
    }),
    padding: "none",
  }),
} as const;
