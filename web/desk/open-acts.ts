/** What can be done with a case as it stands, by whoever reads it. */
import { isReader, type CaseFile } from "./case-file.ts";
import type { HeldCase } from "./use-case.ts";

/** Which acts a case still takes. */
export function openActs({ view }: CaseFile, held: HeldCase, self: string) {
  const { standing, state, internal } = view;
  const sound =
    held.trouble?.kind !== "broken" && internal !== "not-sealed-to-you" && isReader(view, self);
  return {
    acknowledge: sound && standing === "received",
    reply: sound && state.withdrawnDay === null,
    note: sound && internal === "open",
    close: sound && state.closure === null,
    reopen: sound && internal === "open" && state.closure !== null && state.withdrawnDay === null,
    ask: sound && state.withdrawnDay === null,
    access: sound && internal === "open",
  };
}
