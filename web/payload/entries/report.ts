/** The first entry of every case: what somebody came to say, and whom they sealed it to. */
import * as z from "zod/mini";
import { bytesOf, Id } from "../../../worker/contract/bytes.ts";
import { XWING_KEY_BYTES } from "../../../worker/contract/limits.ts";
import { firstAccess } from "../access.ts";
import { Channel } from "../channels.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Text, Title } from "../text.ts";
import { ReportIdentity } from "./identity.ts";

const MemberIds = z.array(Id).check(
  z.maxLength(64),
  z.refine((ids) => new Set(ids).size === ids.length),
);

export const Report = z.strictObject({
  type: z.literal("report"),
  /**
   * What the reporter chose, sealed besides being told to the server: a reader sees when it was changed. Every
   * client writes both; the oldest frozen vectors of the suite have neither.
   */
  desk: z.optional(Id),
  urgent: z.optional(z.boolean()),
  channel: Channel,
  language: LanguageTag,
  /** May be empty: only the text is asked for. */
  title: Title,
  text: Text,
  /** Member ids the conversation key was wrapped to. The first reviewer gives the internal lane to exactly these. */
  recipients: MemberIds.check(z.minLength(1)),
  /** Member ids the reporter took out: no key of theirs unless two readers sign for it. */
  excluded: MemberIds,
  /** The reporter's X-Wing public key, sealed here so that the server cannot put another in its place. */
  reporterKey: bytesOf(XWING_KEY_BYTES),
  /** Of the envelope beside it; absent where the desk has no custodian. */
  identity: z.optional(ReportIdentity),
});
export type Report = z.infer<typeof Report>;

export const report = entryType({
  type: "report",
  lane: "conversation",
  by: ["reporter"],
  schema: Report,
  reduce: (state, payload, { seq, day }) => {
    if (seq !== 1 || state.report !== null) return state;
    const { identity } = payload;
    return {
      ...state,
      report: payload,
      receivedDay: day,
      access: firstAccess(payload.recipients),
      identity: identity === undefined ? null : { ...identity, seq, day },
    };
  },
});
