/** 1,000 reports and 1,000 posts that are none, on the real Worker, and then one more person. */
import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import {
  PROOF_BITS,
  PROOF_BITS_UNDER_LOAD,
  PROOF_ITERATIONS,
} from "../../worker/contract/limits.ts";
import { hasLeadingZeroBits, proofPassword } from "../../worker/contract/preimages.ts";
import type { Challenge } from "../../worker/contract/session.ts";
import { call, solve, today } from "../routes/client.ts";
import { foundOrganisation, type Organisation } from "../routes/people.ts";
import { sealReport, type Submission } from "../routes/sealed-bytes.ts";
import { readWorkerConfig, startServer, type Server } from "../support/server.ts";
import { flood, FLOOD_CLIENTS, malformedBodies, together } from "./flood.ts";

const VALID = 1_000;
/** So many are paid for with real work; the bench pays for all of them. */
const WORKED_FOR = 150;
const REPLAYED = 50;
const MALFORMED = 1_000;

/** As many challenges a minute as in production, before the price goes up. */
const FUSE =
  readWorkerConfig().ratelimits.find(({ name }) => name === "INTAKE_FUSE")?.simple.limit ?? 0;

let server: Server;
let organisation: Organisation;
beforeAll(async () => {
  server = await startServer({ fuse: FUSE });
  organisation = await foundOrganisation(server);
});
afterAll(() => server.close());

/** Sealed, with a proof that the server gave away for nothing. */
async function report(): Promise<Submission> {
  const ids = organisation.members.map(({ id }) => id);
  return (await sealReport(server, organisation.desk, ids)).submission;
}

const derive = promisify(pbkdf2);

/** The counter of a solution, found on Node's own threads so that several are sought at once. */
async function counterFor({ challenge, bits }: Challenge): Promise<number> {
  const salt = fromBase64Url(challenge);
  for (let counter = 0; ; counter += 1) {
    const derived = await derive(proofPassword(counter), salt, PROOF_ITERATIONS, 32, "sha256");
    if (hasLeadingZeroBits(derived, bits)) return counter;
  }
}

async function storedCases(): Promise<number> {
  const count = await server.database
    .prepare("SELECT count(*) AS held FROM cases")
    .first<number>("held");
  return count ?? 0;
}

/** Somebody who has nothing to do with all this gets a challenge, works, sends, once. */
async function anotherPerson(): Promise<number> {
  const { challenge, bits } = await call(server, "challenge", { action: "submit" });
  const submission = { ...(await report()), proof: solve(challenge, bits) };
  expect((await call(server, "submitReport", submission)).receivedDay).toBe(today());
  return bits;
}

describe("a flood", () => {
  it("of 1,000 posts that are no reports is refused, stores nothing, and raises nobody's price", async () => {
    const before = await storedCases();
    const answers = await flood(server, malformedBodies(await report(), MALFORMED));
    expect(Object.keys(answers).toSorted()).toEqual(["not-json", "unknown-key", "wrong-type"]);
    expect(Object.values(answers).reduce((sum, count) => sum + count)).toBe(MALFORMED);
    expect(await storedCases()).toBe(before);
    expect(await anotherPerson()).toBe(PROOF_BITS);
  });

  it("of 1,000 reports is received whole, and another person still gets through at once", async () => {
    const before = await storedCases();
    const worked = await together(
      FLOOD_CLIENTS,
      Array.from({ length: WORKED_FOR }, () => async () => {
        const challenge = await call(server, "challenge", { action: "submit" });
        expect(challenge.bits).toBe(PROOF_BITS);
        const { challenge: text } = challenge;
        const given = await report();
        const solved = solve(text, 0);
        return { ...given, proof: { ...solved, counter: await counterFor(challenge) } };
      }),
    );
    const given = await together(
      FLOOD_CLIENTS,
      Array.from({ length: VALID - WORKED_FOR }, () => report),
    );
    const reports = [...worked, ...given];
    const bodies = reports.map((submission) => JSON.stringify(submission));
    expect(await flood(server, bodies)).toEqual({ received: VALID });
    expect(await storedCases()).toBe(before + VALID);
    expect(await anotherPerson()).toBe(PROOF_BITS);

    const replays = await Promise.all(
      reports.slice(0, REPLAYED).map(async ({ proof }) => ({ ...(await report()), proof })),
    );
    const answers = await flood(
      server,
      replays.map((submission) => JSON.stringify(submission)),
    );
    expect(answers).toEqual({ "proof-used": REPLAYED });
    expect(await storedCases()).toBe(before + VALID + 1);
  });

  it("of challenges raises the price, refuses nobody, and at that price a report is received", async () => {
    // The fuse counts by the minute, and one may end while they are asked for.
    let raised: Challenge | undefined;
    for (let asked = 0; asked < 4 * FUSE && raised === undefined; asked += FLOOD_CLIENTS) {
      const given = await Promise.all(
        Array.from({ length: FLOOD_CLIENTS }, () =>
          call(server, "challenge", { action: "submit" }),
        ),
      );
      raised = given.find(({ bits }) => bits === PROOF_BITS_UNDER_LOAD);
    }
    if (raised === undefined) throw new Error("flood: the price never rose");
    const submission = { ...(await report()), proof: solve(raised.challenge, raised.bits) };
    expect((await call(server, "submitReport", submission)).receivedDay).toBe(today());
    await anotherPerson();
  });
});
