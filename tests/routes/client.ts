/**
 * A client of the wire and nothing more: it asks by the contract and holds every answer against it.
 */
import { pbkdf2Sync } from "node:crypto";
import { expect } from "vitest";
import type * as z from "zod/mini";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import {
  endpoints,
  type EndpointName,
  type InputOf,
  type OutputOf,
} from "../../worker/contract/endpoints.ts";
import { WIRE_ERRORS, WireError, type WireErrorCode } from "../../worker/contract/errors.ts";
import { PROOF_ITERATIONS } from "../../worker/contract/limits.ts";
import { hasLeadingZeroBits, proofPassword } from "../../worker/contract/preimages.ts";
import type { Action, Proof } from "../../worker/contract/session.ts";
import { issueChallenge } from "../../worker/domain/challenge.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { readConfig } from "../../worker/env.ts";
import { TEST_SECRET, type Server } from "../support/server.ts";

export function today(): number {
  return dayOf(Date.now());
}

/** An HTTP request to an endpoint, with a body that may be anything. */
export async function ask(
  server: Server,
  name: EndpointName,
  input: unknown,
  token?: string,
): Promise<Response> {
  const { method, path } = endpoints[name];
  return server.fetch(path, {
    method,
    headers: {
      ...(method === "POST" && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(method === "POST" && { body: JSON.stringify(input) }),
  });
}

/** The answer to a request that must succeed, parsed by the contract. */
export async function call<Name extends EndpointName>(
  server: Server,
  name: Name,
  input: InputOf<Name>,
  token?: string,
): Promise<OutputOf<Name>> {
  return await answerOf(name, await ask(server, name, input, token));
}

async function answerOf<Name extends EndpointName>(
  name: Name,
  response: Response,
): Promise<OutputOf<Name>> {
  const body: unknown = await response.json();
  expect({ status: response.status, body }).toMatchObject({ status: 200 });
  const outputs: { readonly [N in EndpointName]: { readonly output: z.ZodMiniType<OutputOf<N>> } } =
    endpoints;
  return outputs[name].output.parse(body);
}

/** The same, where somebody else may have been quicker: then `conflict`. */
export async function attempt<Name extends EndpointName>(
  server: Server,
  name: Name,
  input: InputOf<Name>,
  token?: string,
): Promise<OutputOf<Name> | "conflict"> {
  const response = await ask(server, name, input, token);
  return response.status === 409 ? "conflict" : await answerOf(name, response);
}

/** Asks for something that must be refused with that code and its status; answers the field at fault. */
export async function refused(
  server: Server,
  name: EndpointName,
  input: unknown,
  code: WireErrorCode,
  token?: string,
): Promise<string | undefined> {
  const response = await ask(server, name, input, token);
  const body = WireError.parse(await response.json());
  expect({ code: body.error, status: response.status }).toEqual({
    code,
    status: WIRE_ERRORS[code],
  });
  return body.field;
}

export interface Terms {
  readonly bits?: number;
  readonly nowSeconds?: number;
  readonly secret?: string;
}

/** A challenge under the test server's own secret, on any terms: by default one that costs no work. */
export async function challengeOn(
  server: Server,
  action: Action,
  { bits = 0, nowSeconds = Math.floor(Date.now() / 1_000), secret = TEST_SECRET }: Terms = {},
): Promise<string> {
  const { keys } = await readConfig({ SERVER_SECRET: secret, ORIGIN: server.origin });
  const random = crypto.getRandomValues(new Uint8Array(16));
  return issueChallenge(keys.challenge, action, bits, today(), nowSeconds, random);
}

export async function freeProof(server: Server, action: Action): Promise<Proof> {
  return { challenge: await challengeOn(server, action), counter: 0 };
}

/** Does the work, as a browser would. */
export function solve(challenge: string, bits: number): Proof {
  const salt = fromBase64Url(challenge);
  for (let counter = 0; ; counter += 1) {
    const derived = pbkdf2Sync(proofPassword(counter), salt, PROOF_ITERATIONS, 32, "sha256");
    if (hasLeadingZeroBits(derived, bits)) return { challenge, counter };
  }
}
