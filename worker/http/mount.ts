/**
 * One endpoint of the contract -> one Hono route: method, actor, power, body, input, handler, padding, in that order.
 * Invariant: a handler runs only for an actor its endpoint lets in, on input its schema has parsed.
 */
import type { Hono } from "hono";
import type * as z from "zod/mini";
import {
  endpoints,
  type EndpointName,
  type Endpoints,
  type InputOf,
  type OutputOf,
} from "../contract/endpoints.ts";
import {
  factorSuffices,
  isMemberEndpoint,
  mayCall,
  needsLoggedSession,
} from "../contract/powers.ts";
import type { Actor, Member } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Bindings } from "../env.ts";
import { authenticate, type Authenticators } from "./auth.ts";
import { readJson } from "./body.ts";
import { errorResponse } from "./errors.ts";
import { parseInput } from "./input.ts";
import { padded } from "./padding.ts";

/** What a handler answers: the endpoint's output, but for the padding, which is put on here. */
export type AnswerOf<Name extends EndpointName> = Omit<OutputOf<Name>, "pad">;

export type Handler<Name extends EndpointName, Context> = (
  input: InputOf<Name>,
  context: Context,
  actor: Actor,
) => Promise<AnswerOf<Name>>;

export type Handlers<Context> = { readonly [Name in EndpointName]: Handler<Name, Context> };

/** Everything behind the HTTP surface. */
export interface Service<Context> {
  /** @throws Error when the bindings are not sound */
  readonly open: (bindings: Bindings) => Promise<Context>;
  readonly authenticators: (context: Context) => Authenticators;
  readonly handlers: Handlers<Context>;
  /** Told of every refusal; `actor` is null where nobody was let in. */
  readonly noteRefusal: (
    context: Context,
    name: EndpointName,
    actor: Actor | null,
    refusal: Refusal,
  ) => Promise<void>;
}

/** The contract with each name's input type in reach of a generic name. */
type Contract = {
  readonly [Name in EndpointName]: Omit<Endpoints[Name], "input"> & {
    readonly input: z.ZodMiniType<InputOf<Name>>;
  };
};
const contract: Contract = endpoints;

/**
 * What padded answers call themselves, though they are JSON: a host compresses what says that it is text, and
 * the size of what is left would tell how much of it was padding.
 */
const OPAQUE_TYPE = "application/octet-stream";

export type Application = Hono<{ Bindings: Bindings }>;

export function mount<Context>(app: Application, service: Service<Context>): void {
  for (const name of Object.keys(endpoints)) {
    if (isEndpointName(name)) mountOne(app, name, service);
  }
}

function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name);
}

/** What an endpoint does with a body, once it is known who sent it. */
function answering<Name extends EndpointName, Context>(
  name: Name,
  handlers: Handlers<Context>,
): (body: unknown, context: Context, actor: Actor) => Promise<AnswerOf<Name>> {
  const handler: Handler<Name, Context> = handlers[name];
  const schema = contract[name].input;
  return async (body, context, actor) => handler(parseInput(schema, body), context, actor);
}

/** @throws Refusal `unauthorised` before the sign-in stands in the audit log, `forbidden`, `second-factor-required` */
function checkPower(name: EndpointName, { roles, secondFactor, logged }: Member): void {
  if (!isMemberEndpoint(name)) throw new Refusal("forbidden");
  if (!logged && needsLoggedSession(name)) throw new Refusal("unauthorised");
  if (!mayCall(roles, name)) throw new Refusal("forbidden");
  if (!factorSuffices(roles, secondFactor, name)) throw new Refusal("second-factor-required");
}

function mountOne<Context>(app: Application, name: EndpointName, service: Service<Context>): void {
  const { method, path, auth, bodyLimitBytes, padding } = endpoints[name];
  const answer = answering(name, service.handlers);
  // `all`, because Hono answers a HEAD with the GET route; here every other method is refused by name.
  app.all(path, async (c) => {
    const request = c.req.raw;
    if (request.method !== method) {
      const response = errorResponse("wrong-method");
      response.headers.set("Allow", method);
      return response;
    }
    const context = await service.open(c.env);
    let actor: Actor | null = null;
    let answered: object;
    try {
      actor = await authenticate(
        auth,
        request.headers.get("authorization"),
        service.authenticators(context),
      );
      if (actor.kind === "member") checkPower(name, actor);
      const body = method === "GET" ? {} : await readJson(request, bodyLimitBytes);
      answered = await answer(body, context, actor);
    } catch (thrown) {
      if (thrown instanceof Refusal) await service.noteRefusal(context, name, actor, thrown);
      throw thrown;
    }
    return padding === "reporter"
      ? new Response(padded(answered), { headers: { "Content-Type": OPAQUE_TYPE } })
      : Response.json(answered);
  });
}
