/**
 * Every report of the collection from receipt to deletion, by real vaults and the real Worker: acknowledged, triaged,
 * closed, most of them challenged or opened again and closed once more, read by each of its readers to the last byte, and
 * then gone for all of them, also from a copy of the database that somebody kept.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { originHash } from "../../web/crypto/hash.ts";
import { Channel } from "../../web/payload/channels.ts";
import { openChallenge } from "../../web/payload/challenge.ts";
import type { CaseState } from "../../web/payload/case-state.ts";
import type { ChallengeOutcome } from "../../web/payload/entries/challenge.ts";
import type { Risk } from "../../web/payload/entries/triage.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import type { DeskAct } from "../../web/vault/interface.ts";
import { putBack, rowsNaming, takeCopy } from "../support/copy.ts";
import { opensOf, storedEnvelopes } from "../support/envelopes.ts";
import { foundHands, type Hands } from "../support/hands.ts";
import { keysOfCode } from "../support/insider.ts";
import {
  comeBack,
  sendCase,
  type ComeBack,
  type DeskHand,
  type ReportSite,
  type SentCase,
} from "../support/sent-case.ts";
import { startServer, type Server } from "../support/server.ts";
import { receivedOn } from "../support/shelves.ts";
import { SITE_ORIGIN, type DeskName, type MemberHandle } from "../support/site.ts";
import { call, freeProof, refused, today } from "./client.ts";
import { isDueNow, newShelf, PURGE } from "./purging.ts";

const PEOPLE = ["rowan", "linnet", "samira"] as const satisfies readonly MemberHandle[];
type Person = (typeof PEOPLE)[number];
const FROM_START = { conversation: 0, internal: 0 };
const language = "en";

const Collection = z.array(
  z.object({
    id: z.string(),
    channel: Channel,
    language: z.string(),
    urgency: z.enum(["immediate", "urgent", "standard"]),
    text: z.string(),
    expected: z.object({ risk_child: z.optional(z.enum(["H", "M", "L"])) }),
  }),
);

/** What becomes of a first closing. */
type Sequel = ChallengeOutcome | "reopened";
const SEQUELS: readonly Sequel[] = ["UPHELD", "NOT_UPHELD", "PARTLY_UPHELD", "reopened"];
const REOPENED: readonly Sequel[] = ["UPHELD", "PARTLY_UPHELD", "reopened"];

const RISK: Readonly<Record<"H" | "M" | "L", Risk>> = { H: "HIGH", M: "MEDIUM", L: "LOW" };
/** Who is taken out of the report that says that a team's head must not receive it. */
const TAKEN_OUT: Readonly<Record<string, readonly Person[]>> = { S18: ["rowan"] };

const file = readFileSync(join(import.meta.dirname, "../support/reports.json"), "utf8");
const fixtures = Collection.parse(JSON.parse(file)).map((report, at) => {
  const without = TAKEN_OUT[report.id] ?? [];
  return {
    ...report,
    risk: RISK[report.expected.risk_child ?? "M"],
    title: at % 3 === 0 ? "" : `${report.id} · ${report.language}`,
    without,
    readers: PEOPLE.filter((handle) => !without.includes(handle)),
    sequel: SEQUELS[at % SEQUELS.length] ?? "reopened",
  };
});
type Fixture = (typeof fixtures)[number];

let server: Server;
let people: Hands;
let site: ReportSite & { readonly desks: Readonly<Record<DeskName, string>> };
const lives = new Map<string, { readonly sent: SentCase; readonly own: ComeBack }>();

beforeAll(async () => {
  await loadSodiumWithArgon2();
  server = await startServer({ vars: { ORIGIN: SITE_ORIGIN } });
  people = await foundHands(server, PEOPLE);
  const { published, trust, roster } = people.founded;
  const desk = roster.desks[0]?.id ?? "";
  site = { server, published, trust, desks: { north: desk, south: desk } };
}, 120_000);
afterAll(() => server.close());

function hand(handle: Person): DeskHand {
  const found = people.hands.get(handle);
  if (found === undefined) throw new Error(`fixtures: ${handle} has no vault`);
  return found;
}

function lifeOf(id: string) {
  const life = lives.get(id);
  if (life === undefined) throw new Error(`fixtures: ${id} was never sent`);
  return life;
}

/** The readers in turn: whoever decides first, and whoever looks at it again. */
function handsOf({ readers }: Fixture): readonly [DeskHand, DeskHand] {
  const [first, second] = readers;
  if (first === undefined || second === undefined) throw new Error("fixtures: too few readers");
  return [hand(first), hand(second)];
}

async function readBy(handle: Person, caseId: string): Promise<CaseState> {
  const { vault, read } = hand(handle);
  const { state, broken, items } = await vault.openCase(await read(caseId));
  expect(broken).toBeNull();
  expect(items.filter(({ kind }) => kind !== "known")).toEqual([]);
  return state;
}

async function readByReporter({ vault, read }: ComeBack): Promise<CaseState> {
  const { state, broken } = await vault.openCase(await read());
  expect(broken).toBeNull();
  return state;
}

function expectSame(state: CaseState, { text, title, channel }: Fixture): void {
  expect(Buffer.from(state.report?.text ?? "").equals(Buffer.from(text))).toBe(true);
  expect(state.report).toMatchObject({ title, channel });
}

function closing(reason: "NOT_CONFIRMED" | "SAFE_CONFIRMED"): DeskAct {
  const bestInterests = { text: "Everybody who could be asked was asked.", language };
  return { kind: "close", reason, text: "This is what we did.", language, bestInterests };
}

async function challenges({ vault, token }: ComeBack): Promise<void> {
  await call(
    server,
    "reporterAppend",
    {
      proof: await freeProof(server, "reporter-append"),
      entry: await vault.sealChallenge("Nobody asked the aunt.", language, today()),
      identity: await vault.emptyEnvelope(),
      withdraw: false,
      challenge: true,
      forgetIdentity: false,
    },
    token,
  );
}

/** Answered by whoever did not take the decision; or a colleague opens it again unasked. */
async function goesOn(
  { sequel }: Fixture,
  { sent, own }: { readonly sent: SentCase; readonly own: ComeBack },
  second: DeskHand,
): Promise<void> {
  if (sequel === "reopened") {
    const reason = "NEW_INFORMATION";
    const again = { kind: "reopen", reason, text: "The school called.", language } as const;
    await second.act(sent.id, { ...again, stage: "ASSESS" });
    return;
  }
  await readByReporter(own);
  await challenges(own);
  const { state } = await second.vault.openCase(await second.read(sent.id));
  await second.act(sent.id, {
    kind: "decide-challenge",
    challenge: openChallenge(state)?.seq ?? 0,
    outcome: sequel,
    text: "We have asked her now.",
    language,
    reopenedAt: sequel === "NOT_UPHELD" ? null : "ASSESS",
  });
}

describe("every report of the collection", () => {
  it.each(fixtures)(
    "$id is received, acknowledged, triaged, closed, and what follows: $sequel",
    async (report) => {
      const sent = await sendCase(site, {
        desk: "north",
        title: report.title,
        text: report.text,
        change: {
          channel: report.channel,
          language: report.language,
          urgent: report.urgency === "immediate",
          excluded: report.without.map((handle) => people.person(handle).id),
        },
      });
      const [first, second] = handsOf(report);
      await first.act(sent.id, { kind: "acknowledge", text: "We have it.", language });
      const risks = { riskChild: report.risk, riskReporter: "LOW" } as const;
      const triage = { type: "triage", decision: "ACCEPT", ...risks, text: "", language } as const;
      await first.act(sent.id, { kind: "casework", payload: triage });
      const own = await comeBack(site, sent.words);
      lives.set(report.id, { sent, own });
      const acknowledged = await readByReporter(own);
      expect(acknowledged.acknowledgedDay).toBe(today());
      const signed = acknowledged.receipts.flatMap(({ promises }) => promises);
      expect(signed).toMatchObject([{ promise: "acknowledgement", metDay: today() }]);

      await first.act(sent.id, closing("NOT_CONFIRMED"));
      await goesOn(report, { sent, own }, second);
      const reopens = REOPENED.includes(report.sequel);
      const between = await readByReporter(own);
      expect({
        closed: between.closure !== null,
        reopened: between.reopenedDay !== null,
        answers: between.challenges.map(({ decision }) => decision?.outcome),
      }).toEqual({
        closed: !reopens,
        reopened: reopens,
        answers: report.sequel === "reopened" ? [] : [report.sequel],
      });
      if (reopens) await second.act(sent.id, closing("SAFE_CONFIRMED"));

      for (const handle of report.readers) {
        const state = await readBy(handle, sent.id);
        expectSame(state, report);
        expect(state.closure?.reason).toBe(reopens ? "SAFE_CONFIRMED" : "NOT_CONFIRMED");
        expect(state.casework.triage).toMatchObject(risks);
      }
      expectSame(await readByReporter(own), report);
      for (const handle of report.without) {
        const input = { case: sent.id, after: FROM_START, audit: null };
        await refused(server, "readCase", input, "not-found", hand(handle).token);
      }
    },
  );

  it("goes every way there is", () => {
    expect(fixtures).toHaveLength(12);
    expect(lives.size).toBe(fixtures.length);
    for (const sequel of SEQUELS) {
      expect(fixtures.filter((report) => report.sequel === sequel)).toHaveLength(3);
    }
  });

  it("is deleted when its time has come, for its readers, its reporter and whoever kept the database", async () => {
    const received = newShelf();
    for (const { sent } of lives.values()) {
      await receivedOn(server, sent.id, received);
      await isDueNow(server, sent.id);
    }
    const copy = await takeCopy(server.database);
    const keys = (report: Fixture) => [
      ...report.readers.map((handle) => people.person(handle).seal),
      keysOfCode(lifeOf(report.id).sent.words).seal,
    ];
    /** What everybody's keys open of each, with the shred keys as they are then; null where those are gone. */
    const opened = async (report: Fixture, covering: "uncovered" | "as-stored") => {
      const stored = await storedEnvelopes(server, lifeOf(report.id).sent.id, covering);
      const held = stored.entries.length + stored.cards.length;
      return { held, ...opensOf(stored, keys(report), originHash(SITE_ORIGIN)) };
    };
    // The control: before, they open all of it.
    for (const report of fixtures) {
      const { held, envelopes } = await opened(report, "uncovered");
      expect(held).toBeGreaterThan(6);
      expect(envelopes).toBe(held);
    }

    expect((await server.runCron(PURGE, new Date())).outcome).toBe("ok");

    const left = await takeCopy(server.database);
    for (const report of fixtures) {
      const { sent, own } = lifeOf(report.id);
      expect([...rowsNaming(left, sent.id).keys()]).toEqual(["deletions"]);
      const input = { case: sent.id, after: FROM_START, audit: null };
      for (const handle of report.readers) {
        await refused(server, "readCase", input, "not-found", hand(handle).token);
      }
      const proof = await freeProof(server, "reporter-sign-in");
      const signed = await own.vault.signIn({ challenge: proof.challenge, bits: 0, day: today() });
      await refused(server, "reporterSignIn", { proof, ...signed }, "unauthorised");
    }
    for (const handle of PEOPLE) {
      expect((await call(server, "inbox", { after: null }, hand(handle).token)).cases).toEqual([]);
    }

    await putBack(server.database, copy);
    for (const report of fixtures) {
      const { held, wraps, envelopes } = await opened(report, "as-stored");
      expect(held).toBeGreaterThan(6);
      expect({ wraps, envelopes }).toEqual({ wraps: 0, envelopes: 0 });
      await expect(opened(report, "uncovered")).rejects.toThrow("not-found");
    }
  });
});
