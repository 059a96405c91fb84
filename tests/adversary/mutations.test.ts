/**
 * More than a thousand requests, each nearly one that the Worker has already taken from whoever sends it: none breaks it, none
 * stores anything, each is answered by the contract or refused by one of its codes.
 */
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { endpoints, type EndpointName } from "../../worker/contract/endpoints.ts";
import { isWireErrorCode, WIRE_ERRORS, WireError } from "../../worker/contract/errors.ts";
import { foundWithThreshold } from "../routes/asking.ts";
import { ask } from "../routes/client.ts";
import { foundServer, ORIGIN, type FoundedServer } from "../routes/founded.ts";
import { startServer, type Server } from "../support/server.ts";
import { together } from "./flood.ts";
import { mutationsOf } from "./mutation.ts";
import { takeAccounts } from "./taken-accounts.ts";
import { takeColleagues } from "./taken-colleagues.ts";
import { takeCases } from "./taken-cases.ts";
import { takeFeedback } from "./taken-feedback.ts";
import { takeOrganisation } from "./taken-organisation.ts";
import { TakenRequests, type Taken } from "./taken.ts";

vi.setConfig({ hookTimeout: 180_000 });

const MUTATIONS_EACH = 32;
const SEED = 20_261_123;
const CLIENTS = 8;

let server: Server;
let site: FoundedServer;
/** Where colleagues bring somebody back: another list than the one that is taken above. */
let recovering: FoundedServer;
/** By server: the session of a reviewer who asked nothing of it. */
const colleagues = new Map<Server, string>();
const taken = new TakenRequests();

beforeAll(async () => {
  server = await startServer({ vars: { ORIGIN } });
  site = await foundServer();
  const desk = await takeCases(server, taken);
  colleagues.set(server, desk.colleague);
  await takeAccounts(server, taken, desk);
  await takeOrganisation(site, taken);
  colleagues.set(site.server, await site.token("first"));
  recovering = await foundWithThreshold(2);
  await takeColleagues(recovering, taken);
  await takeFeedback(recovering, taken);
  colleagues.set(recovering.server, await recovering.token("unlisted"));
});
afterAll(async () => {
  await recovering.server.close();
  await site.server.close();
  await server.close();
});

function takenFrom(name: EndpointName): Taken {
  const found = taken.all.get(name);
  if (found === undefined) throw new Error(`mutations: ${name} was never taken`);
  return found;
}

/** The note of what was refused: it grows by what these tests do, and by nothing that is in it. */
const NOTE = "refused_acts";

async function everyRow({ database }: Server): Promise<string> {
  const { results } = await database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all<{ name: string }>();
  const kept = results.filter(({ name }) => !name.startsWith("_cf") && name !== NOTE);
  // One question instead of one a table: this is asked twice for each endpoint.
  const tables = await database.batch(
    kept.map(({ name }) => database.prepare(`SELECT * FROM "${name}"`)),
  );
  return JSON.stringify(tables.map((table) => table.results));
}

function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name);
}
const posts = Object.keys(endpoints)
  .filter(isEndpointName)
  .filter((name) => endpoints[name].method === "POST");

/** What is wrong with an answer, or null. */
function complaint(status: number, text: string): string | null {
  if (status === 200) return null;
  const parsed = WireError.safeParse(JSON.parse(text));
  if (!parsed.success || !isWireErrorCode(parsed.data.error)) return `${status} ${text}`;
  const { error } = parsed.data;
  return WIRE_ERRORS[error] === status && status < 500 ? null : `${status} ${text}`;
}

describe("a request that is nearly right", () => {
  it("is made of every endpoint that takes one, more than 1,500 times", () => {
    expect([...taken.all.keys()].toSorted()).toEqual(posts.toSorted());
    expect(posts.length * MUTATIONS_EACH).toBeGreaterThan(1_500);
  });

  it.each(posts)(
    "to %s is answered or refused by the contract, and stores nothing",
    async (name) => {
      const { server: at, input, token } = takenFrom(name);
      const { path, method } = endpoints[name];
      const before = await everyRow(at);
      const bodies = fc.sample(mutationsOf(input), { seed: SEED, numRuns: MUTATIONS_EACH });
      const answers = await together(
        CLIENTS,
        bodies.map((body) => async () => {
          const response = await at.fetch(path, {
            method,
            headers: {
              "content-type": "application/json",
              ...(token !== undefined && { authorization: `Bearer ${token}` }),
            },
            body,
          });
          const wrong = complaint(response.status, await response.text());
          return {
            status: response.status,
            wrong: wrong === null ? null : [wrong, body.slice(0, 400)],
          };
        }),
      );
      expect(answers.flatMap(({ wrong }) => (wrong === null ? [] : [wrong]))).toEqual([]);
      const refused = answers.filter(({ status }) => status !== 200).length;
      expect(refused).toBeGreaterThan(MUTATIONS_EACH / 2);
      expect(await everyRow(at)).toBe(before);
    },
  );
});

/** As they stand these are anybody's to send: they end their own session or membership, or save their own keyring or views. */
const ABOUT_ONESELF: readonly EndpointName[] = [
  "memberSignOut",
  "endAllSessions",
  "leave",
  "saveKeyring",
  "saveViews",
];
const repeated = posts.filter(
  (name) => endpoints[name].auth === "member" && !ABOUT_ONESELF.includes(name),
);

describe("a request that was taken", () => {
  it("comes with a session wherever one is asked for", () => {
    for (const name of posts) {
      expect({ name, session: takenFrom(name).token !== undefined }).toEqual({
        name,
        session: endpoints[name].auth !== "nobody",
      });
    }
  });

  it.each(repeated)(
    "to %s stores nothing when it comes again, stale, or from somebody else",
    async (name) => {
      const { server: at, input, token } = takenFrom(name);
      const before = await everyRow(at);
      for (const bearer of [token, colleagues.get(at), undefined]) {
        const response = await ask(at, name, input, bearer);
        expect(complaint(response.status, await response.text())).toBeNull();
      }
      expect(await everyRow(at)).toBe(before);
    },
  );
});
