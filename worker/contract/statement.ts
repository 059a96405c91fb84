/** What a signed statement says, whoever signed it: for routing and for showing, never for believing. */
import type * as z from "zod/mini";
import { fromBase64Url } from "./bytes.ts";
import type { Signed } from "./roster.ts";

/** Null when it is no JSON of that schema. */
export function readStatement<Statement>(
  schema: z.ZodMiniType<Statement>,
  { statement }: Pick<Signed, "statement">,
): Statement | null {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const parsed = schema.safeParse(JSON.parse(decoder.decode(fromBase64Url(statement))));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
