/**
 * Thousands of requests, each nearly one that the Worker has already taken: none breaks it, none stores
 * anything, each is answered by the contract or refused by one of its codes.
 */
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { endpoints, type EndpointName } from "../../worker/contract/endpoints.ts";
import { isWireErrorCode, WIRE_ERRORS, WireError } from "../../worker/contract/errors.ts";
import { isMemberEndpoint, rolesFor } from "../../worker/contract/powers.ts";
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
  type TestMember,
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

const MUTATIONS_EACH = 120;
const SEED = 20_261_123;
const CLIENTS = 8;

const Value: z.ZodMiniType<Json> = z.json();

interface Taken {
  readonly input: Json;
  readonly token: string | undefined;
}

/** With bodies near an empty one, in a session of a role that may ask them: their own suites ask them rightly. */
const GUESSED = [
  "memberSecondFactor",
  "publishPacket",
  "replaceWraps",
  "invite",
  "cancelInvitation",
  "readInvitation",
  "acceptInvitation",
  "publishRoster",
  "changeAccess",
  "leave",
  "heldBy",
  "requestRelease",
  "openRelease",
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
  await takeReads(token);
  const custodian = await addMember(server, "custodian");
  const coordinator = await addMember(server, "coordinator");
  const changer = await addMember(server, "changer");
  await publishRoster(server, desk, ids, {
    version: 3,
    expiresDay: today() + 30,
    elsewhere: [auditor.id, custodian.id, coordinator.id, changer.id],
    listings: {
      [auditor.id]: { roles: ["auditor"] },
      [custodian.id]: { roles: ["custodian"] },
      [coordinator.id]: { roles: ["coordinator"] },
    },
  });
  const custodying = await signIn(server, custodian);
  await take("releaseRequests", {}, custodying);
  const coordinating = await signIn(server, coordinator);
  await take("invitations", {}, coordinating);
  await takeKeyringChanges(changer);
  setUntaken(token);
  const unsigned = { statement: randomText(200), signature: randomText(64) };
  const reset = { member: first.id, audit: unsigned };
  taken.set("resetSecondFactor", { input: reset, token: coordinating });
  const sessions = { reviewer: token, auditor: auditing, custodian: custodying };
  const byRole = { ...sessions, coordinator: coordinating };
  for (const name of GUESSED) {
    const [role = "reviewer"] = isMemberEndpoint(name) ? rolesFor(name) : [];
    taken.set(name, { input: {}, token: isMemberEndpoint(name) ? byRole[role] : undefined });
  }
});
afterAll(() => server.close());

/** What a member may ask as often as they like. */
async function takeReads(token: string): Promise<void> {
  await take("ownKeyring", {}, token);
  await take("secondFactors", {}, token);
  await take("sessions", {}, token);
  await take("passkeyTicket", {}, token);
  await take("holdings", { after: null }, token);
  await take("myWraps", { key: randomText(16), after: null }, token);
  await take("myPieces", { key: randomText(16) }, token);
}

/** Each with its entry of the audit log. Sent again they answer the same; changed, they come too late. */
async function takeKeyringChanges(member: TestMember): Promise<void> {
  const token = await signIn(server, member);
  const slotOf = (kind: "passphrase" | "recovery") => ({
    kind,
    id: "A".repeat(22),
    publicKey: randomText(1_216),
    sealed: randomText(1_168),
    signInKey: null,
  });
  const slots = [slotOf("passphrase"), slotOf("recovery")];
  const change = { kind: "recovery-key" } as const;
  const made = await auditEntry(server, member, change, token);
  const first = { replacesVersion: 1, keyring: randomText(4_136), slots, change, audit: made };
  await take("changeWayIn", first, token);
  const changed = await auditEntry(server, member, { kind: "passphrase-changed" }, token);
  const parameters = { salt: randomText(16), passes: 3, memoryKiB: 65_536 };
  const second = {
    replacesVersion: 2,
    keyring: randomText(4_136),
    slots,
    passphrase: { signInKey: randomText(32), parameters },
    because: "changed",
    audit: changed,
  };
  await take("replacePassphrase", second, token);
}

/** Of the right form, by somebody let in, and not taken: a valid one would end a session that the others need. */
function setUntaken(token: string): void {
  const audit = { statement: randomText(200), signature: randomText(64) };
  const creation = { id: randomText(32), clientData: randomText(90), attestation: randomText(200) };
  const keyring = { replacesVersion: 1, keyring: randomText(4_136), slots: [] };
  const untaken: Partial<Record<EndpointName, Json>> = {
    memberSignOut: {},
    endAllSessions: {},
    endSession: { session: randomText(32) },
    addAuthenticator: { secret: randomText(20), code: "000000", audit },
    addPasskey: { ticket: randomText(68), creation: { ...creation, prf: true }, audit },
    removeSecondFactor: { factor: { kind: "passkey", id: randomText(32) }, audit },
    retireKey: { key: randomText(16), keyring },
  };
  for (const name of posts) {
    const input = untaken[name];
    if (input !== undefined) taken.set(name, { input, token });
  }
}

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
