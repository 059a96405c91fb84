/** A server that holds the bench's organisation: the real Worker, or another entry around it. */
import { startServer, type Server } from "../support/server.ts";
import { endpoints, type EndpointName } from "../../worker/contract/endpoints.ts";
import { call } from "./client.ts";
import { arrivedDeskVault, unlockDeskVault, type Organisation } from "./organisation.ts";

/** @param main the Worker's own entry unless another is named. */
export async function startOrganisationServer(
  { rows, origin }: Organisation,
  main?: string,
): Promise<Server> {
  const server = await startServer({
    vars: { ORIGIN: origin },
    ...(main !== undefined && { main }),
  });
  await server.database.batch(rows.map((row) => server.database.prepare(row)));
  return server;
}

export function urlOf(server: Server, name: EndpointName): string {
  return server.url + endpoints[name].path;
}

/** The bearer token of the desk's first recipient, who signs in as a browser would. */
export async function signInMember(server: Server, organisation: Organisation): Promise<string> {
  const { vault, member } = await arrivedDeskVault(organisation);
  const challenge = await call(server.url, "challenge", { action: "member-sign-in" });
  const { signature } = await vault.signIn(challenge);
  const answer = await call(server.url, "memberSignIn", {
    proof: { challenge: challenge.challenge, counter: 0 },
    handle: member.handle,
    way: "passphrase",
    signature,
  });
  if (answer.kind !== "signed-in") throw new Error("bench: a recipient with a second factor");
  const { token } = answer;
  await unlockDeskVault(vault, member, organisation);
  const { head, day } = await call(server.url, "auditHead", {}, token);
  const { audit } = await vault.signAudit({ kind: "sign-in" }, head, day);
  await call(server.url, "appendAudit", { audit }, token);
  return token;
}
