/**
 * A member signs, for whoever reported to keep, that a promise was kept or missed. Whose signature it is, and for which
 * case, is checked where the keys are, before an entry is known (web/vault/receipt-vetting.ts).
 */
import * as z from "zod/mini";
import type { PromiseStanding } from "../../../worker/contract/receipt.ts";
import { Signed } from "../../../worker/contract/roster.ts";
import { entryType } from "../entry-type.ts";
import { readReceipt, unsignedPromises } from "../promises.ts";

export const ReceiptEntry = z.strictObject({
  type: z.literal("receipt"),
  receipt: Signed,
});

function isAmong(standings: readonly PromiseStanding[], said: PromiseStanding): boolean {
  return standings.some(
    ({ promise, dueDay, metDay }) =>
      promise === said.promise && dueDay === said.dueDay && metDay === said.metDay,
  );
}

export const receipt = entryType({
  type: "receipt",
  lane: "conversation",
  by: ["member"],
  schema: ReceiptEntry,
  /** It says what the journal says on that day, and what no earlier receipt has said. */
  permits: (state, payload, { day }) => {
    const said = readReceipt(payload.receipt)?.promises ?? [];
    const unsigned = unsignedPromises(state, day);
    const told = new Set(said.map(({ promise, dueDay }) => `${promise} ${dueDay}`));
    const different = told.size === said.length;
    return said.length > 0 && different && said.every((standing) => isAmong(unsigned, standing));
  },
  reduce: (state, payload, { seq, day, author }) => ({
    ...state,
    receipts: [
      ...state.receipts,
      {
        seq,
        day,
        by: author.kind === "member" ? author.member : "",
        promises: readReceipt(payload.receipt)?.promises ?? [],
      },
    ],
  }),
});
