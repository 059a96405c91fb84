/**
 * From the Authorization header to an actor. Whose a token is, its authenticator says.
 * Invariant: a token that is absent, malformed, foreign, expired or ended answers `unauthorised`, all alike.
 */
import type { Auth } from "../contract/endpoint.ts";
import type { Actor, Member, Reporter } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";

/** Finds the actor behind a token, or null. */
export interface Authenticators {
  readonly reporter: (token: string) => Promise<Reporter | null>;
  readonly member: (token: string) => Promise<Member | null>;
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,171})$/;

/** @throws Refusal `unauthorised` */
export async function authenticate(
  auth: Auth,
  authorization: string | null,
  authenticators: Authenticators,
): Promise<Actor> {
  if (auth === "nobody") return { kind: "nobody" };
  const token = BEARER.exec(authorization ?? "")?.[1];
  const actor = token === undefined ? null : await authenticators[auth](token);
  if (actor === null) throw new Refusal("unauthorised");
  return actor;
}
