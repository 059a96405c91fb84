/**
 * A case that is closed, challenged, answered, opened again, handed around and taken back by several people at once, over
 * a network that loses requests and answers at random: the page's own code, real vaults, the real Worker. All come to the
 * same case, nothing that was kept is lost or written twice, and what a case refuses, it refuses whoever was quicker.
 */
import { setTimeout as delay } from "node:timers/promises";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { parseAuditText, type AuditAct } from "../../worker/contract/audit.ts";
import type { CasePlain } from "../../worker/contract/journal.ts";
import type { Founded } from "../../web/command/founding.ts";
import { ApiFailure } from "../../web/api/failure.ts";
import { AuditLog } from "../../web/crypto/audit-log.ts";
import { verifyKeyOf } from "../../web/crypto/keys.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { carryOut, type CaseAct } from "../../web/desk/case-act.ts";
import { readCase, type CaseFile } from "../../web/desk/case-file.ts";
import type { DeskSession } from "../../web/desk/session.ts";
import type { CaseState } from "../../web/payload/case-state.ts";
import { openChallenge } from "../../web/payload/challenge.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import type { JournalItem } from "../../web/payload/journal.ts";
import { VaultFailure } from "../../web/vault/failure.ts";
import type { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { BadNetwork, settled, weather, type Fate } from "../support/bad-network.ts";
import { foundHands, sendTo } from "../support/hands.ts";
import { startServer, type Server } from "../support/server.ts";
import { sessionFor } from "../support/sessions.ts";
import { SITE_ORIGIN, type MemberHandle } from "../support/site.ts";
import { attempt, call, freeProof, refused, today } from "./client.ts";

const PEOPLE = ["rowan", "linnet", "samira"] as const satisfies readonly MemberHandle[];
type Person = (typeof PEOPLE)[number];
const RUNS = 12;
const LOOKS_AGAIN_MS = 60;
const language = "en";

let server: Server;
let network: BadNetwork;
let founded: Founded;
let reporter: ReporterVault;
const sessions = new Map<Person, DeskSession>();

beforeAll(async () => {
  await loadSodiumWithArgon2();
  server = await startServer({ vars: { ORIGIN: SITE_ORIGIN } });
  network = new BadNetwork(server);
  const organisation = await foundHands(server, PEOPLE);
  ({ founded, reporter } = organisation);
  await reporter.verifyRoster(founded.published, today(), SITE_ORIGIN);
  for (const handle of PEOPLE) {
    const hand = organisation.hands.get(handle);
    if (hand === undefined) throw new Error(`lives: ${handle} has no vault`);
    sessions.set(handle, await sessionFor(handle, hand, founded.published));
  }
}, 120_000);
afterEach(() => vi.unstubAllGlobals());
afterAll(() => server.close());

function sessionOf(handle: Person): DeskSession {
  const session = sessions.get(handle);
  if (session === undefined) throw new Error(`lives: ${handle} is not signed in`);
  return session;
}

const idOf = (handle: Person): string => sessionOf(handle).self.id;

/** `go-on`: whatever the case waits for, as its page asks for it. */
type Step = { readonly looks: "first" | "not" } & (
  | { readonly kind: "go-on" | "close" | "reopen" | "note" | "reply" | "recusal" }
  | { readonly kind: "grant" | "removal"; readonly whom: Person }
);
type Told = "says" | "challenges" | "withdraws";

const somebody = fc.constantFrom(...PEOPLE);
const looks = fc.constantFrom("first" as const, "first" as const, "not" as const);
const plainStep = (kind: "go-on" | "close" | "reopen" | "note" | "reply" | "recusal") =>
  fc.record({ kind: fc.constant(kind), looks });
const changeOf = (kind: "grant" | "removal") =>
  fc.record({ kind: fc.constant(kind), whom: somebody, looks });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: plainStep("go-on") },
  { weight: 2, arbitrary: plainStep("close") },
  { weight: 2, arbitrary: plainStep("reopen") },
  { weight: 1, arbitrary: plainStep("note") },
  { weight: 1, arbitrary: plainStep("reply") },
  { weight: 3, arbitrary: changeOf("removal") },
  { weight: 7, arbitrary: changeOf("grant") },
  { weight: 1, arbitrary: plainStep("recusal") },
);
const weeks: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 3, maxLength: 6 });
const told: fc.Arbitrary<readonly Told[]> = fc
  .tuple(
    fc.array(fc.constantFrom<Told>("challenges", "challenges", "says"), {
      minLength: 2,
      maxLength: 5,
    }),
    fc.constantFrom("ends", "stays", "stays"),
  )
  .map(([said, end]) => (end === "ends" ? [...said, "withdraws"] : said));

function closing(text: string): CaseAct {
  const bestInterests = { text: `Why ${text}`, language };
  return { kind: "close", reason: "NOT_CONFIRMED", text, language, bestInterests };
}

/** What chance may leave out: one is taken out and let in again, and what a colleague closed meanwhile is opened. */
const CERTAIN: [
  readonly Step[],
  readonly Step[],
  readonly Step[],
  readonly Told[],
  readonly Fate[],
] = [
  [
    { kind: "removal", whom: "samira", looks: "first" },
    { kind: "grant", whom: "samira", looks: "first" },
    { kind: "reopen", looks: "first" },
  ],
  [{ kind: "close", looks: "first" }],
  [],
  ["says"],
  [],
];

/** The act on the case as they last saw it; null where their page offers none. `mark` is found again in what it wrote. */
function actOf(taken: Step, { view }: CaseFile, mark: string): CaseAct | null {
  const open = openChallenge(view.state);
  switch (taken.kind) {
    case "go-on": {
      if (open !== null) {
        const answers = { outcome: "UPHELD", reopenedAt: "ASSESS" } as const;
        return { kind: "decide-challenge", challenge: open.seq, text: mark, language, ...answers };
      }
      // A closed case waits for whoever reported, and nobody else.
      return view.state.closure === null ? closing(mark) : null;
    }
    case "close":
      return closing(mark);
    case "reopen":
      return {
        kind: "reopen",
        reason: "NEW_INFORMATION",
        text: mark,
        language,
        stage: "ASSESS",
      };
    case "note":
    case "reply":
      return { kind: taken.kind, text: mark, language };
    case "recusal":
      return { kind: "recusal", reason: mark, language };
    case "grant": {
      const { readers } = view.state.access;
      const out = PEOPLE.find((handle) => !readers.includes(idOf(handle)));
      // A page that has just looked offers nobody who is there.
      if (out === undefined && taken.looks === "first") return null;
      return { kind: "grant", member: idOf(out ?? taken.whom), reason: mark, language };
    }
    case "removal":
      return { kind: "removal", member: idOf(taken.whom), reason: mark, language };
  }
}

/** `out`: they could not read on, so it may have been written before that, or not. */
type Outcome = "kept" | "overtaken" | "not-permitted" | "out";

interface Done {
  readonly by: Person;
  readonly kind: CaseAct["kind"];
  readonly mark: string;
  readonly outcome: Outcome;
}

const REFUSALS = ["not-permitted", "sole-holder"];

function isOut(thrown: unknown): boolean {
  return thrown instanceof ApiFailure && thrown.code === "not-found";
}

/** Null for somebody who does not read it now. */
async function readBy(handle: Person, caseId: string): Promise<CaseFile | null> {
  try {
    return await settled(() => readCase(sessionOf(handle), caseId));
  } catch (thrown) {
    if (isOut(thrown)) return null;
    throw thrown;
  }
}

/** One person's weeks at the case: act upon act, each on the case as they last saw it; who was taken out looks again. */
async function works(
  handle: Person,
  caseId: string,
  steps: readonly Step[],
): Promise<readonly Done[]> {
  const session = sessionOf(handle);
  const done: Done[] = [];
  let file = await readBy(handle, caseId);
  for (const [at, taken] of steps.entries()) {
    if (file === null || taken.looks === "first") file = await readBy(handle, caseId);
    const before = file;
    const mark = `${taken.kind} ${at} of ${handle}`;
    const act = before === null ? null : actOf(taken, before, mark);
    if (before === null || act === null) continue;
    const tell = (outcome: Outcome) => done.push({ by: handle, kind: act.kind, mark, outcome });
    try {
      const outcome = await settled((again) =>
        carryOut(session, before, act, again ? "unsure" : "just-read"),
      );
      tell(outcome.kind === "gone" ? "kept" : outcome.kind);
      file = outcome.kind === "gone" ? null : outcome.file;
    } catch (thrown) {
      if (isOut(thrown)) {
        tell("out");
        file = null;
      } else if (thrown instanceof VaultFailure && REFUSALS.includes(thrown.code)) {
        tell("not-permitted");
        // They look at what became of it.
        file = await readBy(handle, caseId);
      } else throw thrown;
    }
  }
  return done;
}

interface Tale {
  readonly said: readonly string[];
  readonly challenged: readonly string[];
  /** Null once their code has ended. */
  readonly code: string | null;
}

/** Whoever reported, meanwhile: on what they last read, and where somebody was quicker they read on. */
async function tells(all: readonly Told[], isOver: () => boolean): Promise<Tale> {
  const proof = await freeProof(server, "reporter-sign-in");
  const signed = await reporter.signIn({ challenge: proof.challenge, bits: 0, day: today() });
  const { token } = await call(server, "reporterSignIn", { proof, ...signed });
  const said: string[] = [];
  const challenged: string[] = [];
  for (const [at, kind] of all.entries()) {
    const text = `${kind} ${at}`;
    for (let outcome: unknown = "conflict"; outcome === "conflict";) {
      await reportersState(token);
      const sealed = await sealedAs(kind, text);
      if (sealed === null) {
        // There is nothing to challenge now; they look again as long as anybody works on it.
        if (isOver()) break;
        await delay(LOOKS_AGAIN_MS);
        continue;
      }
      outcome = await attempt(
        server,
        "reporterAppend",
        {
          proof: await freeProof(server, "reporter-append"),
          entry: sealed,
          identity: await reporter.emptyEnvelope(),
          withdraw: kind === "withdraws",
          challenge: kind === "challenges",
          forgetIdentity: false,
        },
        token,
      );
      if (outcome === "conflict") continue;
      if (kind === "withdraws") return { said, challenged, code: null };
      (kind === "says" ? said : challenged).push(text);
    }
  }
  return { said, challenged, code: token };
}

async function sealedAs(kind: Told, text: string) {
  switch (kind) {
    case "says":
      return await reporter.sealMessage(text, language, today());
    case "withdraws":
      return await reporter.sealWithdrawal(today());
    case "challenges":
      try {
        return await reporter.sealChallenge(text, language, today());
      } catch (thrown) {
        if (thrown instanceof VaultFailure && thrown.code === "not-permitted") return null;
        throw thrown;
      }
  }
}

async function reportersState(token: string) {
  for (let conversation = 0; ;) {
    const after = { conversation, internal: 0 };
    const page = await call(server, "reporterRead", { after }, token);
    const view = await reporter.openCase(page);
    expect(view.broken).toBeNull();
    if (!page.more) return { view, plain: page.case };
    conversation = view.items.length;
  }
}

const SAID = [
  "closure",
  "challenge",
  "challenge-decision",
  "reopening",
  "note",
  "message",
] as const;
const CHANGES = ["grant", "removal", "recusal"] as const;

function isSaid(payload: Payload): payload is Extract<Payload, { type: (typeof SAID)[number] }> {
  return SAID.some((type) => type === payload.type);
}

function isChange(
  payload: Payload,
): payload is Extract<Payload, { type: (typeof CHANGES)[number] }> {
  return CHANGES.some((type) => type === payload.type);
}

/** The words by which an act is found again, of each entry that carries some. */
function marksIn(items: readonly JournalItem[]): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind !== "known") return [];
    const { payload } = item;
    // With an answered challenge comes a reopening that says nothing of its own.
    if (isSaid(payload)) return payload.text === "" ? [] : [payload.text];
    return isChange(payload) ? [payload.reason] : [];
  });
}

/** What the team alone knows. */
function shared({ casework: _casework, recipients: _recipients, ...state }: CaseState) {
  return state;
}

function expectPlainStands(plain: CasePlain, state: CaseState): void {
  expect({
    closed: plain.closedDay !== null,
    reopened: plain.reopenedDay !== null,
    withdrawn: plain.withdrawnDay !== null,
    challenged: plain.challengedDay !== null && plain.challengeDecidedDay === null,
  }).toEqual({
    closed: state.closure !== null,
    reopened: state.reopenedDay !== null,
    withdrawn: state.withdrawnDay !== null,
    challenged: state.challenges.some(({ decision }) => decision === null),
  });
}

/** What a closed, an open and a withdrawn case must not take. */
async function expectRefuses(handle: Person, file: CaseFile): Promise<void> {
  const { state } = file.view;
  const tries = async (taken: Step): Promise<unknown> => {
    const act = actOf(taken, file, "too late");
    if (act === null) return null;
    try {
      return (await carryOut(sessionOf(handle), file, act, "unsure")).kind;
    } catch (thrown) {
      if (thrown instanceof VaultFailure) return thrown.code;
      throw thrown;
    }
  };
  const none = ["overtaken", "not-permitted", null];
  const late = { looks: "not" } as const;
  if (state.closure !== null) expect(none).toContain(await tries({ kind: "close", ...late }));
  const reopens = state.closure !== null && state.withdrawnDay === null;
  if (!reopens) expect(none).toContain(await tries({ kind: "reopen", ...late }));
  if (state.withdrawnDay !== null) {
    expect(none).toContain(await tries({ kind: "reply", ...late }));
  }
  const now = await readCase(sessionOf(handle), file.plain.case);
  expect(now.plain).toEqual(file.plain);
}

async function loggedOf(caseId: string): Promise<readonly AuditAct[]> {
  const { results } = await server.database
    .prepare("SELECT statement, signature FROM audit_log ORDER BY seq")
    .all<{ statement: string; signature: string }>();
  const members = new Map(
    founded.members.map(({ id, signing }) => [id, { key: verifyKeyOf(signing), revokedDay: null }]),
  );
  const log = new AuditLog({ origin: SITE_ORIGIN, members });
  log.read(results);
  expect(log.findings([])).toEqual([]);
  return results.flatMap(({ statement }) => {
    const said = parseAuditText(Buffer.from(statement, "base64url").toString("utf8"));
    return said !== null && "case" in said.act && said.act.case === caseId ? [said.act] : [];
  });
}

/** Each closing has its line, by the hash of a note that stands in the journal; so has each change of who reads. */
async function expectLogged(caseId: string, items: readonly JournalItem[]): Promise<void> {
  const acts = await loggedOf(caseId);
  const typed = (type: string) =>
    items.filter((item) => item.kind === "known" && item.payload.type === type);
  const reasons = acts.flatMap((act) => (act.kind === "best-interests" ? [act.entry] : []));
  const { results } = await server.database
    .prepare("SELECT seq, entry_hash FROM entries WHERE case_id = ? AND lane = 'internal'")
    .bind(caseId)
    .all<{ seq: number; entry_hash: string }>();
  const notes = typed("best-interests").map(
    ({ seq }) => results.find((row) => row.seq === seq)?.entry_hash ?? "",
  );
  expect(reasons.toSorted()).toEqual(notes.toSorted());
  expect(typed("closure")).toHaveLength(notes.length);
  const changes = acts.filter(({ kind }) => kind === "grant" || kind === "removal");
  const entries = [...typed("grant"), ...typed("removal"), ...typed("recusal")];
  expect(changes).toHaveLength(entries.length);
}

describe("three people and the reporter at one case, over a bad network", () => {
  it("close, challenge, answer, reopen, let in, take out and take back, and come to the same case", async () => {
    const outcomes: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        weeks,
        weeks,
        weeks,
        told,
        weather(200),
        async (one, two, three, more, lost) => {
          const caseId = await sendTo(server, reporter, founded.roster.desks[0]?.id ?? "");
          vi.stubGlobal("fetch", network.fetch);
          const first = await readCase(sessionOf("rowan"), caseId);
          await carryOut(sessionOf("rowan"), first, { kind: "open" }, "just-read");
          network.fates = [...lost];
          let over = false;
          const [done, tale] = await Promise.all([
            Promise.all([
              works("rowan", caseId, one),
              works("linnet", caseId, two),
              works("samira", caseId, three),
            ]).finally(() => {
              over = true;
            }),
            tells(more, () => over),
          ]);
          network.fates = [];
          // From here on everything arrives.
          const files = new Map<Person, CaseFile>();
          for (const handle of PEOPLE) {
            const file = await readBy(handle, caseId);
            if (file !== null) files.set(handle, file);
          }
          const [last] = files;
          if (last === undefined) throw new Error("lives: nobody reads it any more");
          const [reader, { plain, view }] = last;
          const { state, items } = view;
          expect(state.access.readers.toSorted()).toEqual([...files.keys()].map(idOf).toSorted());
          for (const file of files.values()) {
            expect(file.view.broken).toBeNull();
            expect(file.view.state).toEqual(state);
            expect(file.plain).toEqual(plain);
          }
          expect(items.filter(({ kind }) => kind !== "known")).toEqual([]);
          expectPlainStands(plain, state);
          if (tale.code === null) {
            const input = { after: { conversation: 0, internal: 0 } };
            expect(state.withdrawnDay).not.toBeNull();
            await refused(server, "reporterRead", input, "unauthorised");
          } else {
            const own = await reportersState(tale.code);
            expect(shared(own.view.state)).toEqual(shared(state));
          }
          const all = marksIn(items);
          const marked = done.flat().filter(({ outcome }) => outcome === "kept");
          const unsure = done
            .flat()
            .flatMap(({ outcome, mark }) => (outcome === "out" ? [mark] : []));
          const certain = all.filter((mark) => !unsure.includes(mark));
          const wanted = [...marked.map(({ mark }) => mark), ...tale.said, ...tale.challenged];
          expect(certain.toSorted()).toEqual(wanted.toSorted());
          expect(new Set(all).size).toBe(all.length);
          for (const { decider, decision } of state.challenges) {
            expect(decision?.by).not.toBe(decider);
          }
          await expectLogged(caseId, items);
          await expectRefuses(reader, { ...last[1] });
          outcomes.push(...done.flat().map(({ kind, outcome }) => `${kind} ${outcome}`));
          outcomes.push(...tale.challenged.map(() => "challenged"));
        },
      ),
      { numRuns: RUNS, endOnFailure: true, examples: [CERTAIN] },
    );
    // All of it happened at least once, or nothing was tried here.
    expect(outcomes).toEqual(
      expect.arrayContaining([
        "close kept",
        "reopen kept",
        "decide-challenge kept",
        "removal kept",
        "grant kept",
        "challenged",
      ]),
    );
  }, 280_000);
});
