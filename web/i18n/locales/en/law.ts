/** The part of the members’ texts that is about countries and their law, in English. */
import type { Messages } from "../../message.ts";

export const law = {
  "country.choose": "Choose a country",
  "country.none": "No country",
} as const satisfies Messages;
