/**
 * Thousands of requests, each nearly one that the Worker has already taken: none breaks it, none stores
 * anything, each is answered by the contract or refused by one of its codes.
 */
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { endpoints, type EndpointName } from "../../worker/contract/endpoints.ts";
import { isWireErrorCode, WIRE_ERRORS, WireError } from "../../worker/contract/errors.ts";
import { ask, call, today } from "../routes/client.ts";
import {
  addMember,
  arrive,
  auditEntry,
  comeBack,
  foundOrganisation,
  memberSignInInput,
  publishRoster,
  reporterSignInInput,
  signIn,
} from "../routes/people.ts";
import {
  addition,
  entryHash,
  hashText,
  randomText,
  sealCard,
  sealEntry,
  sealReport,
  wrapFor,
} from "../routes/sealed-bytes.ts";
import { startServer, type Server } from "../support/server.ts";
import { together } from "./flood.ts";
import { mutationsOf, type Json } from "./mutation.ts";

const MUTATIONS_EACH = 255;
const SEED = 20_261_123;
const CLIENTS = 8;

const Value: z.ZodMiniType<Json> = z.json();

interface Taken {
  readonly input: Json;
  readonly token: string | undefined;
}

/** Asked by nobody in particular, with bodies near an empty one: their own suites ask them rightly. */
const GUESSED = [
  "memberSecondFactor",
  "ownKeyring",
  "replacePassphrase",
  "secondFactors",
  "addAuthenticator",
  "passkeyTicket",
  "addPasskey",
  "removeSecondFactor",
  "sessions",
  "endSession",
  "endAllSessions",
  "publishPacket",
  "myWraps",
  "replaceWraps",
  "retireKey",
  "invite",
  "invitations",
  "cancelInvitation",
  "readInvitation",
  "acceptInvitation",
  "publishRoster",
  "changeAccess",
  "holdings",
  "leave",
  "requestRelease",
  "openRelease",
  "releaseRequests",
  "myPieces",
  "replacePieces",
  "decideRelease",
  "releaseShares",
] as const satisfies readonly EndpointName[];

let server: Server;
/** For each endpoint a request that was taken, and would change nothing if it came again. */
const taken = new Map<EndpointName, Taken>();

async function take(name: EndpointName, input: unknown, token?: string): Promise<void> {
  const response = await ask(server, name, input, token);
  expect({ name, status: response.status, text: await response.text() }).toMatchObject({
    status: 200,
  });
  taken.set(name, { input: Value.parse(JSON.parse(JSON.stringify(input))), token });
}

beforeAll(async () => {
  server = await startServer();
  const { desk, members } = await foundOrganisation(server);
  const [first] = members;
  const ids = members.map(({ id }) => id);
  const { submission, reporter } = await sealReport(server, desk, ids);
  await take("submitReport", submission);
  const caseId = submission.case;
  await take("reporterSignIn", await reporterSignInInput(server, reporter));
  const reporterToken = await comeBack(server, reporter);
  const after = { conversation: 0, internal: 0 };
  await take("reporterRead", { after }, reporterToken);
  const added = sealEntry(server, { caseId, seq: 2, prev: entryHash(submission.entry) });
  await take("reporterAppend", await addition(server, added), reporterToken);

  await take("memberSignIn", await memberSignInInput(server, first));
  const token = await signIn(server, first);
  await take("challenge", { action: "submit" });
  await take("memberParameters", { handle: first.handle });
  await take("inbox", { after: null }, token);
  await take("auditHead", {}, token);
  await take("rosterHistory", { afterVersion: 0 }, token);
  const again = await arrive(server, first);
  const signedIn = await auditEntry(server, first, { kind: "sign-in" }, again);
  await take("appendAudit", { audit: signedIn }, again);
  const act = { kind: "case-opened", case: caseId } as const;
  const audit = await auditEntry(server, first, act, token);
  await take("readCase", { case: caseId, after, audit }, token);
  const author = first.id;
  const laneKeyHash = fromHash(hashText(new Uint8Array(1)));
  const opening = sealEntry(server, { caseId, author, lane: "internal", laneKeyHash });
  await take(
    "appendToCase",
    {
      case: caseId,
      entries: [opening],
      wraps: ids.map((id) => wrapFor(id, "internal")),
      card: sealCard(server, {
        caseId,
        author,
        lane: "internal",
        coversConversation: 2,
        coversInternal: 1,
      }),
      acknowledged: false,
      feedback: false,
      closed: false,
    },
    token,
  );
  const auditor = await addMember(server, "auditor");
  await publishRoster(server, desk, ids, {
    version: 2,
    expiresDay: today() + 30,
    elsewhere: [auditor.id],
    listings: { [auditor.id]: { roles: ["auditor"] } },
  });
  const auditing = await signIn(server, auditor);
  await take("readAudit", { after: 0 }, auditing);
  await take("refusedActs", {}, auditing);
  await take("caseCounts", {}, auditing);
  const keyring = randomText(4_136);
  await take("saveKeyring", { replacesVersion: 1, keyring }, token);
  // Far from any number a change is likely to come upon.
  for (let version = 2; version < 40; version += 1) {
    const next = { replacesVersion: version, keyring: randomText(4_136) };
    await call(server, "saveKeyring", next, token);
  }
  // Not taken yet: its only valid form would end the session the others need.
  taken.set("memberSignOut", { input: {}, token });
  for (const name of GUESSED) taken.set(name, { input: {}, token: undefined });
});
afterAll(() => server.close());

function fromHash(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "base64url"));
}

/** The note of what was refused: it grows by what these tests do, and by nothing that is in it. */
const NOTE = "refused_acts";

async function everyRow(): Promise<string> {
  const { results } = await server.database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all<{ name: string }>();
  const rows = [];
  const kept = results.filter(({ name }) => !name.startsWith("_cf") && name !== NOTE);
  for (const { name } of kept) {
    rows.push((await server.database.prepare(`SELECT * FROM "${name}"`).all()).results);
  }
  return JSON.stringify(rows);
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
  it("is made of every endpoint that takes one, more than 3,000 times", () => {
    expect([...taken.keys()].toSorted()).toEqual(posts.toSorted());
    expect(posts.length * MUTATIONS_EACH).toBeGreaterThan(3_000);
  });

  it.each(posts)(
    "to %s is answered or refused by the contract, and stores nothing",
    async (name) => {
      const { input, token } = taken.get(name) ?? { input: {}, token: undefined };
      const { path, method } = endpoints[name];
      const before = await everyRow();
      const bodies = fc.sample(mutationsOf(input), { seed: SEED, numRuns: MUTATIONS_EACH });
      const answers = await together(
        CLIENTS,
        bodies.map((body) => async () => {
          const response = await server.fetch(path, {
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
      expect(await everyRow()).toBe(before);
    },
  );
});
