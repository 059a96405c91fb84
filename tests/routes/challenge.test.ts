import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { PROOF_BITS, PROOF_BITS_UNDER_LOAD } from "../../worker/contract/limits.ts";
import { startServer, type Server } from "../support/server.ts";
import { ask, call, refused, solve, today } from "./client.ts";
import { foundOrganisation, makeReporter, type Organisation } from "./people.ts";
import { randomText, sealReport } from "./sealed-bytes.ts";

const FUSE = 20;
let server: Server;
let organisation: Organisation;
beforeAll(async () => {
  server = await startServer({ fuse: FUSE });
  organisation = await foundOrganisation(server);
});
afterAll(() => server.close());

describe("a challenge", () => {
  it("says its version, action, price, day and expiry as session.ts lays them out", async () => {
    const { challenge, bits, day } = await call(server, "challenge", {
      action: "reporter-sign-in",
    });
    const bytes = fromBase64Url(challenge);
    const view = new DataView(bytes.buffer);
    expect([...bytes.subarray(0, 3)]).toEqual([1, 2, bits]);
    expect(view.getUint32(3)).toBe(day);
    const lifetime = view.getUint32(7) - Date.now() / 1_000;
    expect(lifetime).toBeGreaterThan(100);
    expect(lifetime).toBeLessThan(121);
  });

  it("is another one each time", async () => {
    const one = await call(server, "challenge", { action: "reporter-sign-in" });
    const two = await call(server, "challenge", { action: "reporter-sign-in" });
    expect(one.challenge).not.toBe(two.challenge);
  });

  it("costs a reporter who comes back no work", async () => {
    const { bits } = await call(server, "challenge", { action: "reporter-sign-in" });
    expect(bits).toBe(0);
  });
});

describe("a flood", () => {
  it("of malformed requests costs nobody anything", async () => {
    for (let at = 0; at < FUSE * 2; at += 1) {
      await refused(server, "challenge", { action: "flood" }, "wrong-type");
    }
    expect((await call(server, "challenge", { action: "submit" })).bits).toBe(PROOF_BITS);
  });

  it("raises the price of a report and refuses nobody: at that price it is received", async () => {
    const statuses = new Set<number>();
    for (let at = 0; at < FUSE; at += 1) {
      statuses.add((await ask(server, "challenge", { action: "submit" })).status);
    }
    expect([...statuses]).toEqual([200]);
    const { challenge, bits } = await call(server, "challenge", { action: "submit" });
    expect(bits).toBe(PROOF_BITS_UNDER_LOAD);
    const ids = organisation.members.map(({ id }) => id);
    const { submission } = await sealReport(server, organisation.desk, ids);
    const cheap = { challenge, counter: 0 };
    await refused(server, "submitReport", { ...submission, proof: cheap }, "proof-wrong");
    const proof = solve(challenge, bits);
    const { receivedDay } = await call(server, "submitReport", { ...submission, proof });
    expect(receivedDay).toBe(today());
  });

  it("of sign-ins asks for work, and still lets the right code in", async () => {
    const { desk, members } = organisation;
    const { submission, reporter } = await sealReport(server, desk, [members[0].id]);
    await call(server, "submitReport", submission);
    for (let at = 0; at <= FUSE; at += 1) {
      await call(server, "challenge", { action: "reporter-sign-in" });
    }
    const { challenge, bits } = await call(server, "challenge", { action: "reporter-sign-in" });
    expect(bits).toBe(PROOF_BITS);
    const proof = solve(challenge, bits);
    const signature = await reporter.sign(server, challenge);
    const input = { proof, locator: reporter.locator, signature };
    expect((await call(server, "reporterSignIn", input)).token).not.toBe("");
    const stranger = await makeReporter();
    const wrong = { proof, locator: stranger.locator, signature: randomText(64) };
    await refused(server, "reporterSignIn", wrong, "unauthorised");
  });
});
