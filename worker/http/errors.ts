/**
 * From what was thrown to what is said: a Refusal's code and field, or `server-error` for all the rest.
 * The one file that may write to the console, and it writes a code: never a message, path, header or value.
 */
import { WIRE_ERRORS, type WireError, type WireErrorCode } from "../contract/errors.ts";
import { Refusal } from "../domain/refusal.ts";

export function errorResponse(code: WireErrorCode, field: string | null = null): Response {
  const body: WireError = field === null ? { error: code } : { error: code, field };
  return Response.json(body, { status: WIRE_ERRORS[code] });
}

export function thrownResponse(thrown: unknown): Response {
  if (thrown instanceof Refusal) return errorResponse(thrown.code, thrown.field);
  const code = "server-error";
  console.error(code);
  return errorResponse(code);
}
