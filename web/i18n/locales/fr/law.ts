/** The part of the members’ texts that is about countries and their law, in French. */
import type { LawMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const law = {
  "country.choose": "Choisissez un pays",
  "country.none": "Aucun pays",
} as const satisfies Translation<LawMessages>;
