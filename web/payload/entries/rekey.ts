/**
 * New keys of both lanes, for exactly those it lists. It is sealed under the old key and commits to the new
 * ones, so that no wrap can bring any other.
 */
import * as z from "zod/mini";
import { Hash, Id } from "../../../worker/contract/bytes.ts";
import { Epoch } from "../../../worker/contract/journal.ts";
import { READERS_MAX, readingAuthor } from "../access.ts";
import { entryType } from "../entry-type.ts";

export const Rekey = z.strictObject({
  type: z.literal("rekey"),
  /** The one it begins. */
  epoch: Epoch,
  recipients: z.array(Id).check(z.minLength(1), z.maxLength(READERS_MAX)),
  /** Lane key hashes, as entry headers carry them. */
  conversationKeyHash: Hash,
  internalKeyHash: Hash,
  notes: Hash,
});
export type Rekey = z.infer<typeof Rekey>;

export const rekey = entryType({
  type: "rekey",
  lane: "conversation",
  by: ["member"],
  schema: Rekey,
  /** The next epoch, for nobody who may not read already, and for its author too. */
  permits: ({ access, ...state }, { epoch, recipients }, place) => {
    const author = readingAuthor({ ...state, access }, place);
    return (
      author !== null &&
      epoch === access.epoch + 1 &&
      recipients.includes(author) &&
      new Set(recipients).size === recipients.length &&
      recipients.every((member) => access.readers.includes(member))
    );
  },
  reduce: (state, { epoch, recipients }, { day }) => {
    const { access } = state;
    const leftOut = access.readers.filter((member) => !recipients.includes(member));
    const former = leftOut.map((member) => ({ member, day, how: "left-out" }) as const);
    return {
      ...state,
      access: {
        ...access,
        epoch,
        readers: access.readers.filter((member) => recipients.includes(member)),
        holders: recipients,
        former: [...access.former, ...former],
      },
    };
  },
});
