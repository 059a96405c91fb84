/**
 * A client of the wire for the bench: asks by the contract, solves proofs, posts bodies made beforehand.
 * Invariant: an answer that is not the expected success is an error, so that a fast refusal never counts.
 */
import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import type * as z from "zod/mini";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import {
  endpoints,
  type EndpointName,
  type InputOf,
  type OutputOf,
} from "../../worker/contract/endpoints.ts";
import { PROOF_ITERATIONS } from "../../worker/contract/limits.ts";
import { hasLeadingZeroBits, proofPassword } from "../../worker/contract/preimages.ts";
import type { Action, Challenge, Proof } from "../../worker/contract/session.ts";

const outputs: {
  readonly [Name in EndpointName]: { readonly output: z.ZodMiniType<OutputOf<Name>> };
} = endpoints;

/** An HTTP request to an endpoint, its body as it will be sent. */
export async function post(url: string, body: string, token?: string): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body,
  });
}

/** Posts, and reads the answer to its end. @throws Error unless it is a 200. */
export async function postOk(url: string, body: string, token?: string): Promise<string> {
  const response = await post(url, body, token);
  const text = await response.text();
  if (response.status !== 200)
    throw new Error(`bench: ${url} answered ${response.status}: ${text}`);
  return text;
}

/** The answer to a POST endpoint, parsed by the contract. @throws Error unless it is a success. */
export async function call<Name extends EndpointName>(
  origin: string,
  name: Name,
  input: InputOf<Name>,
  token?: string,
): Promise<OutputOf<Name>> {
  const text = await postOk(origin + endpoints[name].path, JSON.stringify(input), token);
  return outputs[name].output.parse(JSON.parse(text));
}

const derive = promisify(pbkdf2);

/** Does the work a challenge asks for, on Node's own threads. */
export async function solve({ challenge, bits }: Challenge): Promise<Proof> {
  const salt = fromBase64Url(challenge);
  for (let counter = 0; ; counter += 1) {
    if (bits === 0) return { challenge, counter };
    const derived = await derive(proofPassword(counter), salt, PROOF_ITERATIONS, 32, "sha256");
    if (hasLeadingZeroBits(derived, bits)) return { challenge, counter };
  }
}

export async function freshProof(origin: string, action: Action): Promise<Proof> {
  return solve(await call(origin, "challenge", { action }));
}

/** Runs every task, that many at a time. */
export async function concurrently(
  clients: number,
  tasks: readonly (() => Promise<void>)[],
): Promise<void> {
  const waiting = [...tasks];
  async function work(): Promise<void> {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  }
  await Promise.all(Array.from({ length: clients }, work));
}
