/**
 * The one way a page talks to the server: a request built from the contract, an answer parsed by it.
 * Invariant: nothing the server says is believed before its schema has held.
 */
import * as z from "zod/mini";
import type { EndpointName, InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { isWireErrorCode, WireError } from "../../worker/contract/errors.ts";
import { REQUEST_STEP_BYTES } from "../../worker/contract/limits.ts";
import { ApiFailure } from "./failure.ts";

// Otherwise zod probes `new Function`, which the Content-Security-Policy reports and refuses.
z.config({ jitless: true });

/** Long enough for a full report over a slow telephone line. */
const PATIENCE_MILLISECONDS = 90_000;

export interface CallOptions {
  /** The bearer token of a reporter's or member's session. */
  readonly token?: string;
}

async function ask(path: string, init: RequestInit): Promise<{ status: number; json: unknown }> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      cache: "no-store",
      credentials: "omit",
      mode: "same-origin",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
  } catch (cause) {
    throw new ApiFailure("offline", { cause });
  }
  try {
    return { status: response.status, json: await response.json() };
  } catch (cause) {
    throw new ApiFailure("unreadable-answer", { cause });
  }
}

/** As much of a schema as parsing an answer needs. */
interface Parser<Output> {
  safeParse(
    json: unknown,
  ): { readonly success: true; readonly data: Output } | { readonly success: false };
}

/** Some of the contract's table, told apart by name: the answer to `name` is an OutputOf<name>. */
export type CalledEndpoints<Names extends EndpointName> = {
  readonly [Name in Names]: {
    readonly method: "GET" | "POST";
    readonly path: string;
    readonly output: Parser<OutputOf<Name>>;
  };
};

/** Rejects with an ApiFailure, and with nothing else. */
export type Call<Names extends EndpointName> = <Name extends Names>(
  name: Name,
  input: InputOf<Name>,
  options?: CallOptions,
) => Promise<OutputOf<Name>>;

function parse<Output>(parser: Parser<Output>, json: unknown): Output {
  const parsed = parser.safeParse(json);
  if (!parsed.success) throw new ApiFailure("unreadable-answer");
  return parsed.data;
}

/** For counting: a `true` is as long as a `false`, and every number as the longest there is. */
function evened(_key: string, value: unknown): unknown {
  if (typeof value === "boolean") return "yes";
  return typeof value === "number" ? "12345678" : value;
}

/**
 * White space after the JSON, up to the next step from what it could be at most: a `true` or a counter of one digit
 * less must not show in what an onlooker counts, wherever the steps fall.
 */
function padded(input: unknown): string {
  const json = JSON.stringify(input);
  const encoder = new TextEncoder();
  const most = encoder.encode(JSON.stringify(input, evened)).length;
  const { length } = encoder.encode(json);
  return json + " ".repeat(most + REQUEST_STEP_BYTES - (most % REQUEST_STEP_BYTES) - length);
}

/** @param endpoints all that the page calls: a page carries the schemas of no others. */
export function callsTo<Names extends EndpointName>(
  endpoints: CalledEndpoints<Names>,
): Call<Names> {
  return async (name, input, { token } = {}) => {
    const { method, path, output } = endpoints[name];
    const headers: Record<string, string> = {};
    if (method === "POST") headers["Content-Type"] = "application/json";
    if (token !== undefined) headers["Authorization"] = `Bearer ${token}`;
    const { status, json } = await ask(path, {
      method,
      headers,
      ...(method === "POST" ? { body: padded(input) } : {}),
    });
    if (status === 200) return parse(output, json);
    const { error, field } = parse(WireError, json);
    throw new ApiFailure(isWireErrorCode(error) ? error : "unreadable-answer", { field });
  };
}
