/** The host's own mail binding, as it is simulated on this machine: it takes what is sent as it is sent. */
import { afterEach, expect, it } from "vitest";
import { startServer, type Server } from "../support/server.ts";
import { call } from "./client.ts";
import { EVERYTHING, SENDER, wants } from "./notified.ts";
import { foundOrganisation, signIn } from "./people.ts";

const started: Server[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.close();
});

async function start(mailFrom?: string) {
  const mail = mailFrom === undefined ? {} : { mailFrom };
  const server = await startServer({ ...mail, vars: { NOTIFICATION_SENDER: SENDER } });
  started.push(server);
  const { members } = await foundOrganisation(server);
  return { server, person: { member: members[0], token: await signIn(server, members[0]) } };
}

it.each([
  { what: "takes a code from the sender it is set up for", mailFrom: SENDER, delivered: 1 },
  { what: "takes none from another", mailFrom: "other@mail.example", delivered: 0 },
])("$what", async ({ mailFrom, delivered }) => {
  const { server, person } = await start(mailFrom);
  const to = { by: "email", address: "somebody@post.example" } as const;
  await wants({ server }, person, EVERYTHING, to);
  expect((await server.runCron("* * * * *", new Date())).outcome).toBe("ok");
  const { results } = await server.database
    .prepare("SELECT attempts, delivered FROM outbox WHERE kind = 'code'")
    .all();
  expect(results).toEqual([{ attempts: 1, delivered }]);
});

it("is offered only where it is there", async () => {
  const { server, person } = await start();
  const { offered } = await call(server, "notifications", {}, person.token);
  expect(offered).toEqual(["webhook"]);
});
