import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { isMemberEndpoint, mayCall } from "../../worker/contract/powers.ts";
import { ROLES, type Role } from "../../worker/contract/roster.ts";
import { startServer, type Server } from "../support/server.ts";
import { today } from "./client.ts";
import { addMember, foundOrganisation, publishRoster, signIn } from "./people.ts";

let server: Server;
let tokens: Readonly<Record<Role | "nothing", string>>;

async function tokenOf(handle: string): Promise<{ readonly id: string; readonly token: string }> {
  const member = await addMember(server, handle);
  return { id: member.id, token: await signIn(server, member) };
}

beforeAll(async () => {
  server = await startServer();
  const { desk, members } = await foundOrganisation(server);
  const people = await Promise.all(ROLES.map(async (role) => [role, await tokenOf(role)] as const));
  const nothing = await tokenOf("unlisted");
  await publishRoster(server, desk, [members[0].id], {
    version: 2,
    expiresDay: today() + 30,
    elsewhere: people.map(([, { id }]) => id),
    listings: Object.fromEntries(people.map(([role, { id }]) => [id, { roles: [role] }])),
  });
  tokens = {
    ...people.reduce((found, [role, { token }]) => ({ ...found, [role]: token }), {
      reviewer: "",
      coordinator: "",
      custodian: "",
      auditor: "",
    }),
    nothing: nothing.token,
  };
});
afterAll(() => server.close());

const names = Object.keys(endpoints).filter(isMemberEndpoint);

/** What an endpoint says of a body no endpoint takes: `forbidden` comes before it is looked at. */
async function answers(name: (typeof names)[number], token: string): Promise<unknown> {
  const { path, method } = endpoints[name];
  const response = await server.fetch(path, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(method === "GET" ? {} : { body: '"none"' }),
  });
  const json: unknown = await response.json();
  return json;
}

describe.each(["nothing", ...ROLES] as const)("somebody who is %s", (role) => {
  it.each(names)("is let in to %s exactly as the table says", async (name) => {
    const allowed = mayCall(role === "nothing" ? [] : [role], name);
    const answered = await answers(name, tokens[role]);
    if (allowed) expect(answered).not.toEqual({ error: "forbidden" });
    else expect(answered).toEqual({ error: "forbidden" });
  });
});

it("tries endpoints that let some in and some not", () => {
  const refusing = names.filter((name) => !ROLES.every((role) => mayCall([role], name)));
  expect(refusing.length).toBeGreaterThan(0);
  expect(names.length).toBeGreaterThan(refusing.length);
});
