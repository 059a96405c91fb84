/**
 * An endpoint's input, parsed: what does not fit the contract is refused by the name of the field.
 */
import * as z from "zod/mini";
import { Refusal } from "../domain/refusal.ts";

z.config({ jitless: true });

/** @throws Refusal `unknown-key`, `wrong-size`, `proof-missing` or `wrong-type` */
export function parseInput<Input>(schema: z.ZodMiniType<Input>, input: unknown): Input {
  // With its input an issue tells what is absent from what is of the wrong type; it goes no further than here.
  const parsed = z.safeParse(schema, input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw new Refusal("wrong-type");
  throw refusalOf(issue);
}

function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const field = issue.path.length === 0 ? null : issue.path.join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return new Refusal("unknown-key", field);
    case "too_big":
    case "too_small":
      return new Refusal(
        issue.origin === "string" || issue.origin === "array" ? "wrong-size" : "wrong-type",
        field,
      );
    case "invalid_type":
      return new Refusal(
        field === "proof" && issue.input === undefined ? "proof-missing" : "wrong-type",
        field,
      );
    case "custom":
    case "invalid_element":
    case "invalid_format":
    case "invalid_key":
    case "invalid_union":
    case "invalid_value":
    case "not_multiple_of":
      return new Refusal("wrong-type", field);
  }
}
