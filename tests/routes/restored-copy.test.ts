/**
 * A copy of the database from before a case was deleted, as its host keeps one for 30 days, in the hands of somebody who
 * has the keys of everybody who ever read it. It opens nothing. Beside it the same copy with the shred keys of that
 * time, which opens to all of them: so it is the shred keys that do it.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { originHash } from "../../web/crypto/hash.ts";
import { shelfOf } from "../../worker/domain/retention.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { putBack, takeCopy, type Copy } from "../support/copy.ts";
import { opensOf, storedEnvelopes } from "../support/envelopes.ts";
import { keysOfCode } from "../support/insider.ts";
import { receivedOn } from "../support/shelves.ts";
import { call, freeProof, refused, today } from "./client.ts";
import { entryBy, foundServer, ORIGIN, type FoundedServer } from "./founded.ts";
import { isDueNow, newShelf, PURGE } from "./purging.ts";

const FROM_START = { conversation: 0, internal: 0 };

let organisation: FoundedServer;
let caseId: string;
let code: readonly string[];
let token: string;
let copy: Copy;
/** The shelf of the case as it was before. */
let shelf: ArrayBuffer;
let shelfName: string;

beforeAll(async () => {
  organisation = await foundServer();
  const { server, founded, person, desk } = organisation;
  const reporter = new ReporterVault(founded.trust);
  await reporter.start();
  await reporter.verifyRoster(founded.published, today(), ORIGIN);
  const report = await reporter.sealReport({
    desk,
    urgent: false,
    excluded: [],
    identity: { name: "Robin Invented", reach: "", contact: "", language: "en" },
    channel: "trafficking",
    language: "en",
    title: "Invented",
    text: "An invented report",
    day: today(),
  });
  caseId = report.case;
  await call(server, "submitReport", { ...report, proof: await freeProof(server, "submit") });
  ({ words: code } = await reporter.trackingCode("en"));
  token = await organisation.token("first");
  const { id, keyring, passphrase, parameters } = person("first");
  const vault = new DeskVault(founded.trust);
  await vault.start();
  await vault.stretch(passphrase, parameters);
  await vault.unlock({ member: id, keyring, keyringVersion: 1, slots: [] });
  await vault.verifyRoster(founded.published, today(), ORIGIN);
  const audit = await entryBy(server, person("first"), { kind: "case-opened", case: caseId });
  const opening = { case: caseId, after: FROM_START, audit };
  await vault.openCase(await call(server, "readCase", opening, token));
  const said = { kind: "reply", text: "Invented", language: "en" } as const;
  const { interests: _none, ...reply } = await vault.seal(said, today());
  await call(server, "appendToCase", reply, token);
  const received = newShelf();
  await receivedOn(server, caseId, received);
  await isDueNow(server, caseId);
  shelfName = `shelves/${shelfOf(received)}`;
  shelf = (await (await server.shredKeys.get(shelfName))?.arrayBuffer()) ?? new ArrayBuffer();
  copy = await takeCopy(server.database);
}, 60_000);
afterAll(() => organisation.server.close());

/** What everybody's keys, the reporter's among them, open of what lies in the database now. */
async function opens(covering: "uncovered" | "as-stored") {
  const { server, person } = organisation;
  const stored = await storedEnvelopes(server, caseId, covering);
  const pairs = [person("first").seal, person("second").seal, keysOfCode(code).seal];
  return { stored, opened: opensOf(stored, pairs, originHash(ORIGIN)) };
}

describe("a database restored to before a case was deleted", () => {
  it("opens to its readers and its reporter while the shred key is there, and never without it", async () => {
    const { stored, opened } = await opens("uncovered");
    // First and second in both lanes, and the reporter.
    expect(opened).toEqual({ wraps: 5, envelopes: stored.entries.length + stored.cards.length });
    expect(stored.entries.length).toBeGreaterThan(2);
    expect((await opens("as-stored")).opened).toEqual({ wraps: 0, envelopes: 0 });
  });

  it("opens to nobody once it was deleted, though every row is back", async () => {
    const { server } = organisation;
    expect((await server.runCron(PURGE, new Date())).outcome).toBe("ok");
    expect((await storedEnvelopes(server, caseId)).entries).toEqual([]);
    await putBack(server.database, copy);
    const { stored, opened } = await opens("as-stored");
    expect(stored.entries.length).toBeGreaterThan(2);
    expect(stored.wraps).toHaveLength(5);
    expect(opened).toEqual({ wraps: 0, envelopes: 0 });
    await expect(opens("uncovered")).rejects.toThrow("not-found");
    // Nor does the Worker hand it out: to readers it is a case that is not there.
    await refused(
      server,
      "readCase",
      { case: caseId, after: FROM_START, audit: null },
      "not-found",
      token,
    );
    const { cases } = await call(server, "inbox", { after: null }, token);
    expect(cases.map(({ plain }) => plain.case)).not.toContain(caseId);
  });

  it("opens to all of them again where somebody had kept a copy of the shelf: so nobody may", async () => {
    const { server } = organisation;
    const left =
      (await (await server.shredKeys.get(shelfName))?.arrayBuffer()) ?? new ArrayBuffer();
    await server.shredKeys.put(shelfName, shelf);
    const { stored, opened } = await opens("uncovered");
    expect(opened).toEqual({ wraps: 5, envelopes: stored.entries.length + stored.cards.length });
    await server.shredKeys.put(shelfName, left);
  });

  it("is deleted again by the next run", async () => {
    const { server } = organisation;
    expect((await server.runCron(PURGE, new Date())).outcome).toBe("ok");
    const stored = await storedEnvelopes(server, caseId);
    expect({ ...stored }).toEqual({ wraps: [], entries: [], cards: [] });
  });
});
