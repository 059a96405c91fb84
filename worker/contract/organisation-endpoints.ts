/** Who belongs to the organisation: inviting, joining, and putting the next signed roster in force. */
import * as z from "zod/mini";
import { SignedAudit } from "./audit.ts";
import { bytesOf, Hash } from "./bytes.ts";
import { Count, endpoint, Nothing } from "./endpoint.ts";
import { Joining } from "./invitation.ts";
import { ID_BYTES, KEPT_INVITATION_BYTES, SMALL_BODY_BYTES, SUBMIT_BODY_BYTES } from "./limits.ts";
import { Day, Signed } from "./roster.ts";
import { Proof, SealedKeyring } from "./session.ts";

/** What the inviter's vault keeps of a link, sealed under a key of its own. */
const Kept = bytesOf(KEPT_INVITATION_BYTES);
const Locator = bytesOf(ID_BYTES);

export const organisationEndpoints = {
  /** A signed invitation; its link was made in the caller's browser and stays there. */
  invite: endpoint({
    method: "POST",
    path: "/api/organisation/invite",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ invitation: Signed, kept: Kept, audit: SignedAudit }),
    output: Nothing,
    padding: "none",
  }),

  /** Every invitation that was neither confirmed nor cancelled, whoever sent it. */
  invitations: endpoint({
    method: "POST",
    path: "/api/organisation/invitations",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({
      invitations: z.array(
        z.strictObject({
          invitation: Signed,
          kept: Kept,
          joined: z.nullable(z.strictObject({ day: Day, joining: Joining })),
        }),
      ),
      day: Day,
    }),
    padding: "none",
  }),

  /** Ends a link, and forgets whoever joined by it without being confirmed. */
  cancelInvitation: endpoint({
    method: "POST",
    path: "/api/organisation/cancel-invitation",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ locatorHash: Hash }),
    output: Nothing,
    padding: "none",
  }),

  /** For whoever has the link. Unknown, used, cancelled and expired are one refusal: `not-found`. */
  readInvitation: endpoint({
    method: "POST",
    path: "/api/join/read",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ proof: Proof, locator: Locator }),
    output: z.strictObject({
      invitation: Signed,
      /** A founding coordinator's, sealed under the link; nobody else has one yet. */
      keyring: z.nullable(SealedKeyring),
    }),
    padding: "none",
  }),

  /** Uses the link up. Sending the same joining again is answered the same. */
  acceptInvitation: endpoint({
    method: "POST",
    path: "/api/join/accept",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ proof: Proof, locator: Locator, joining: Joining }),
    output: Nothing,
    padding: "none",
  }),

  /** The next roster and what follows from it, written together or not at all. */
  publishRoster: endpoint({
    method: "POST",
    path: "/api/organisation/roster",
    auth: "member",
    bodyLimitBytes: SUBMIT_BODY_BYTES,
    input: z.strictObject({
      roster: Signed,
      /** The one in use, or a newer one that the root key signed. */
      delegation: Signed,
      /** Whose joining this roster confirms, by the hash of the link's locator. */
      confirms: z.nullable(Hash),
      /** Cases that nobody would read any more, as far as the caller was told and agreed: refused when there are more. */
      unreadable: Count,
      /** `revocation` where somebody's membership ends, else `roster`. */
      audit: SignedAudit,
    }),
    output: z.strictObject({ version: z.int() }),
    padding: "none",
  }),
} as const;
