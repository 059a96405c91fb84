import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { isMemberEndpoint, mayCall } from "../../worker/contract/powers.ts";
import { ROLES } from "../../worker/contract/roster.ts";
import { startServer, type Server } from "../support/server.ts";
import { today } from "./client.ts";
import { addMember, foundOrganisation, publishRoster, signIn } from "./people.ts";

let server: Server;
/** By role; `nothing` is somebody the newest roster no longer lists. */
let tokens: ReadonlyMap<string, string>;

beforeAll(async () => {
  server = await startServer();
  const { desk, members } = await foundOrganisation(server);
  const people = await Promise.all(
    ROLES.map(async (role) => ({ role, member: await addMember(server, role) })),
  );
  const gone = await addMember(server, "gone");
  const listed = {
    expiresDay: today() + 30,
    listings: Object.fromEntries(people.map(({ role, member }) => [member.id, { roles: [role] }])),
  };
  const ids = people.map(({ member }) => member.id);
  const recipients = [members[0].id];
  const withAll = { ...listed, version: 2, elsewhere: [...ids, gone.id] };
  await publishRoster(server, desk, recipients, withAll);
  const found = new Map<string, string>();
  for (const { role, member } of people) found.set(role, await signIn(server, member));
  found.set("nothing", await signIn(server, gone));
  await publishRoster(server, desk, recipients, { ...listed, version: 3, elsewhere: ids });
  tokens = found;
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
    const answered = await answers(name, tokens.get(role) ?? "");
    if (allowed) expect(answered).not.toEqual({ error: "forbidden" });
    else expect(answered).toEqual({ error: "forbidden" });
  });
});

it("tries endpoints that let some in and some not", () => {
  const refusing = names.filter((name) => !ROLES.every((role) => mayCall([role], name)));
  expect(refusing.length).toBeGreaterThan(0);
  expect(names.length).toBeGreaterThan(refusing.length);
});
