/** A reporter leaves who they are in an envelope of its own, and may take it back. Neither entry says who. */
import * as z from "zod/mini";
import { Hash, Id } from "../../../worker/contract/bytes.ts";
import { entryType } from "../entry-type.ts";

/** Which envelope it is, and who must agree before it is opened: of these, that many. */
const Named = {
  envelope: Hash,
  threshold: z.int().check(z.gte(1), z.lte(64)),
  custodians: z.array(Id).check(
    z.minLength(1),
    z.maxLength(64),
    z.refine((ids) => new Set(ids).size === ids.length),
  ),
};

/**
 * In a report, which always has an envelope where there are custodians. The two words are equally long, so that the
 * sealed report is as long with a name left as without.
 */
export const ReportIdentity = z.strictObject({ standing: z.enum(["left", "none"]), ...Named });
export type ReportIdentity = z.infer<typeof ReportIdentity>;

export const IdentityLeft = z.strictObject({ type: z.literal("identity-left"), ...Named });
export const IdentityWithdrawn = z.strictObject({ type: z.literal("identity-withdrawn") });

export const identityLeft = entryType({
  type: "identity-left",
  lane: "conversation",
  by: ["reporter"],
  schema: IdentityLeft,
  reduce: (state, { type: _type, ...named }, { seq, day }) => ({
    ...state,
    identity: { standing: "left", seq, day, ...named },
  }),
});

export const identityWithdrawn = entryType({
  type: "identity-withdrawn",
  lane: "conversation",
  by: ["reporter"],
  schema: IdentityWithdrawn,
  reduce: (state, _payload, { day }) =>
    state.identity === null
      ? state
      : { ...state, identity: { ...state.identity, standing: "withdrawn", day } },
});
