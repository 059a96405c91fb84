/** The part of the members’ texts that is about countries and their law, in Arabic. */
import type { LawMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const law = {
  "country.choose": "اختيار بلد",
  "country.none": "من دون بلد",
} as const satisfies Translation<LawMessages>;
