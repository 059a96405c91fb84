/**
 * A step that cannot be taken back is written together with an entry of the audit log that names, by its hash, the
 * sealed entry that says why it serves the child: both or neither, and no hash but of what is written with it.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { AuditAct } from "../../worker/contract/audit.ts";
import { parseAuditText } from "../../worker/contract/audit.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { carryOut, type CaseAct } from "../../web/desk/case-act.ts";
import { readCase } from "../../web/desk/case-file.ts";
import type { DeskSession } from "../../web/desk/session.ts";
import { foundHands, sendTo, type Hands } from "../support/hands.ts";
import { startServer, type Server } from "../support/server.ts";
import { sessionFor } from "../support/sessions.ts";
import { SITE_ORIGIN } from "../support/site.ts";
import { call, refused, today } from "./client.ts";
import { auditEntry, foundOrganisation, signIn, type Organisation } from "./people.ts";
import { reasoned, Steps } from "./reasons.ts";
import { entryHash, randomText, sealReport } from "./sealed-bytes.ts";

type Append = InputOf<"appendToCase">;

/** Every entry of the log that is about that case. */
async function logged(server: Server, caseId: string): Promise<readonly AuditAct[]> {
  const { results } = await server.database
    .prepare("SELECT statement FROM audit_log ORDER BY seq")
    .all<{ statement: string }>();
  return results.flatMap(({ statement }) => {
    const said = parseAuditText(Buffer.from(statement, "base64url").toString("utf8"));
    return said !== null && "case" in said.act && said.act.case === caseId ? [said.act] : [];
  });
}

async function reasonsOf(server: Server, caseId: string): Promise<readonly string[]> {
  const acts = await logged(server, caseId);
  return acts.flatMap((act) => (act.kind === "best-interests" ? [act.entry] : []));
}

/** The hashes of the notes of a case, as the server has them, in their order. */
async function notesOf(server: Server, caseId: string): Promise<readonly string[]> {
  const { results } = await server.database
    .prepare("SELECT entry_hash FROM entries WHERE case_id = ? AND lane = 'internal' ORDER BY seq")
    .bind(caseId)
    .all<{ entry_hash: string }>();
  return results.map((row) => row.entry_hash);
}

describe("an append that says in the audit log why its step serves the child", () => {
  let server: Server;
  let organisation: Organisation;
  let token: string;
  let other: string;
  beforeAll(async () => {
    server = await startServer();
    organisation = await foundOrganisation(server);
    token = await signIn(server, organisation.members[0]);
    other = await signIn(server, organisation.members[1]);
  });
  afterAll(() => server.close());

  const by = () => [organisation.members[0], token] as const;

  /** A case with notes, and the next append to it. */
  async function underway() {
    const ids = organisation.members.map(({ id }) => id);
    const { submission } = await sealReport(server, organisation.desk, ids);
    await call(server, "submitReport", submission);
    const steps = new Steps(server, by(), submission, ids);
    await steps.take({ acknowledged: true });
    const [earlier = ""] = await notesOf(server, submission.case);
    return { caseId: submission.case, steps, earlier };
  }

  const CLOSING = { feedback: true, closed: true };

  async function everything(): Promise<string> {
    const tables = await server.database.batch(
      ["cases", "entries", "audit_log", "wraps"].map((table) =>
        server.database.prepare(`SELECT * FROM ${table}`),
      ),
    );
    return JSON.stringify(tables.map(({ results }) => results));
  }

  async function refusesAll(
    inputs: readonly Append[],
    code: "wrong-audit" | "conflict",
  ): Promise<void> {
    const before = await everything();
    for (const input of inputs) {
      expect(await refused(server, "appendToCase", input, code, token)).toBe("audit");
    }
    expect(await everything()).toBe(before);
  }

  const entryOf = (caseId: string, entry: string) =>
    auditEntry(
      server,
      organisation.members[0],
      { kind: "best-interests", case: caseId, entry },
      token,
    );

  it("stands in the log with the hash of the note that was written with it", async () => {
    const { caseId, steps } = await underway();
    expect(await reasonsOf(server, caseId)).toEqual([]);
    const plain = await steps.take(CLOSING);
    expect(plain.closedDay).toBe(today());
    const notes = await notesOf(server, caseId);
    expect(notes).toHaveLength(2);
    expect(await reasonsOf(server, caseId)).toEqual([notes[1]]);
  });

  it("says nothing of the step: a closing and any other leave the same behind", async () => {
    const closing = await underway();
    await closing.steps.take(CLOSING);
    const another = await underway();
    const { append, note } = another.steps.made();
    await call(server, "appendToCase", await reasoned(server, by(), append, note), token);
    const shapes = await Promise.all(
      [closing, another].map(async ({ caseId }) => {
        const acts = await logged(server, caseId);
        return acts.map((act) => Object.keys(act));
      }),
    );
    expect(shapes[0]).toEqual([["kind", "case", "entry"]]);
    expect(shapes[1]).toEqual(shapes[0]);
  });

  it("is asked for before anything is closed, by whichever door", async () => {
    const { caseId, steps } = await underway();
    const { append, note } = steps.made(CLOSING);
    await refusesAll([append], "wrong-audit");
    const exporting = { kind: "export", case: caseId } as const;
    const audit = await auditEntry(server, organisation.members[0], exporting, token);
    const before = await everything();
    await refused(server, "exportCase", { ...append, audit }, "wrong-audit", token);
    expect(await everything()).toBe(before);
    // The controls: the same closes nothing without, and closes with.
    const open = await underway();
    const { closedDay } = await open.steps.take({ feedback: true });
    expect(closedDay).toBeNull();
    const reason = await reasoned(server, by(), append, note);
    expect((await call(server, "appendToCase", reason, token)).plain.closedDay).toBe(today());
  });

  it("is refused with the hash of anything but a note it comes with, and nothing is written", async () => {
    const { caseId, steps, earlier } = await underway();
    const foreign = await underway();
    const { append, note } = steps.made(CLOSING);
    const [said = note] = append.entries;
    const there = foreign.steps.made().note;
    const hashes: Readonly<Record<string, string>> = {
      "no entry": randomText(32),
      "a note of another case": foreign.earlier,
      "a note nobody has sent": entryHash(there),
      "an earlier note of the same case": earlier,
      "what the reporter reads": entryHash(said),
    };
    for (const entry of Object.values(hashes)) {
      await refusesAll([{ ...append, audit: await entryOf(caseId, entry) }], "wrong-audit");
    }
    // Named rightly, in the name of another case, of another member, or as another act.
    const own = entryHash(note);
    const [, second] = organisation.members;
    const act = { kind: "best-interests", case: caseId, entry: own } as const;
    await refusesAll(
      [
        { ...append, audit: await entryOf(foreign.caseId, own) },
        { ...append, audit: await auditEntry(server, second, act, other) },
        {
          ...append,
          audit: await auditEntry(
            server,
            organisation.members[0],
            { kind: "export", case: caseId },
            token,
          ),
        },
      ],
      "wrong-audit",
    );
    // The control.
    await call(server, "appendToCase", { ...append, audit: await entryOf(caseId, own) }, token);
    expect(await reasonsOf(server, caseId)).toEqual([own]);
  });

  it("is written with its entry or not at all, whichever of the two was overtaken", async () => {
    const { caseId, steps } = await underway();
    const { append, note } = steps.made(CLOSING);
    const late = await reasoned(server, by(), append, note);
    // The log goes on: signed anew, the same is taken.
    await openedBySomebody(caseId);
    await refusesAll([late], "conflict");
    // The journal goes on: no entry of the log tells of what was not written.
    await steps.take();
    const before = await everything();
    const anew = await reasoned(server, by(), append, note);
    expect(await refused(server, "appendToCase", anew, "conflict", token)).toBe("entries");
    // Both.
    await openedBySomebody(caseId);
    expect(await refused(server, "appendToCase", anew, "conflict", token)).toBe("entries");
    expect(await reasonsOf(server, caseId)).toEqual([]);
    expect((await everything()).length).toBeGreaterThan(before.length);
    await steps.take(CLOSING);
    expect(await reasonsOf(server, caseId)).toHaveLength(1);
  });

  it("of many at once is written as often as it stands in the log", async () => {
    const cases = await Promise.all([underway(), underway(), underway()]);
    const sent = await Promise.all(
      cases.map(async ({ steps }) => {
        const { append, note } = steps.made(CLOSING);
        return reasoned(server, by(), append, note);
      }),
    );
    // All signed as the same entry of the log: one can stand.
    const answers = await Promise.all(
      sent.map(async (input) => {
        const response = await server.fetch("/api/case/append", {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify(input),
        });
        return response.status;
      }),
    );
    expect(answers.toSorted((one, two) => one - two)).toEqual([200, 409, 409]);
    for (const [at, { caseId }] of cases.entries()) {
      const taken = answers[at] === 200 ? 1 : 0;
      expect(await reasonsOf(server, caseId)).toHaveLength(taken);
      expect(await notesOf(server, caseId)).toHaveLength(1 + taken);
    }
  });

  async function openedBySomebody(caseId: string): Promise<void> {
    const [, second] = organisation.members;
    const audit = await auditEntry(server, second, { kind: "case-opened", case: caseId }, other);
    const after = { conversation: 0, internal: 0 };
    await call(server, "readCase", { case: caseId, after, audit }, other);
  }
});

describe("a page whose step cannot be taken back", () => {
  const language = "en";
  const INTERESTS = { text: "She is with her aunt, and safe there.", language };
  const CLOSE: CaseAct = {
    kind: "close",
    reason: "SAFE_CONFIRMED",
    text: "",
    language,
    bestInterests: INTERESTS,
  };
  const HAND_OVER: CaseAct = {
    kind: "casework",
    payload: {
      type: "hand-over",
      form: "REFERRAL",
      recipient: "Harbour clinic",
      country: "FR",
      consent: null,
      withoutConsent: "Nobody could be asked in time.",
      withheld: "",
      interests: INTERESTS.text,
      language,
    },
  };
  let server: Server;
  let organisation: Hands;
  let rowan: DeskSession;
  let linnet: DeskSession;

  /** What a colleague does just before each append arrives, one after another. */
  let meanwhile: (() => Promise<void>)[] = [];
  const network = globalThis.fetch;
  async function fetchBehind(path: string, init: RequestInit): Promise<Response> {
    const { method, headers, body } = init;
    if (path.endsWith("/case/append")) await meanwhile.shift()?.();
    return await network(new URL(path, server.url), {
      method: method ?? "GET",
      ...(headers !== undefined && { headers }),
      ...(body !== undefined && { body }),
    });
  }

  beforeAll(async () => {
    await loadSodiumWithArgon2();
    server = await startServer({ vars: { ORIGIN: SITE_ORIGIN } });
    organisation = await foundHands(server, ["rowan", "linnet"]);
    const { hands, founded, reporter } = organisation;
    await reporter.verifyRoster(founded.published, today(), SITE_ORIGIN);
    const session = async (handle: "rowan" | "linnet"): Promise<DeskSession> => {
      const hand = hands.get(handle);
      if (hand === undefined) throw new Error(`interests: ${handle} has no vault`);
      return await sessionFor(handle, hand, founded.published);
    };
    [rowan, linnet] = [await session("rowan"), await session("linnet")];
  }, 120_000);
  beforeEach(() => void vi.stubGlobal("fetch", fetchBehind));
  afterEach(() => vi.unstubAllGlobals());
  afterAll(() => server.close());

  const sent = () =>
    sendTo(server, organisation.reporter, organisation.founded.roster.desks[0]?.id ?? "");

  /** What the notes say, in their order. */
  async function notesRead(caseId: string): Promise<readonly string[]> {
    const { view } = await readCase(rowan, caseId);
    expect(view.broken).toBeNull();
    return view.items.flatMap((item) =>
      item.lane === "internal" && item.kind === "known" ? [item.payload.type] : [],
    );
  }

  it.each([
    ["best-interests", CLOSE],
    ["hand-over", HAND_OVER],
  ])("names the %s it wrote, and none of any other act", async (type, act) => {
    const caseId = await sent();
    const note: CaseAct = { kind: "note", text: "Rung up.", language };
    const first = await carryOut(rowan, await readCase(rowan, caseId), note, "just-read");
    expect(await reasonsOf(server, caseId)).toEqual([]);
    if (first.kind !== "kept") throw new Error("interests: not kept");
    await carryOut(rowan, first.file, act, "just-read");
    const notes = await notesOf(server, caseId);
    const at = (await notesRead(caseId)).indexOf(type);
    expect(at).toBeGreaterThan(0);
    expect(await reasonsOf(server, caseId)).toEqual([notes[at]]);
  });

  it("signs and seals anew, where colleagues wrote to the log, to the case, or to both before it arrived", async () => {
    const [caseId, another] = [await sent(), await sent()];
    const file = await readCase(rowan, caseId);
    const theLog = async (): Promise<void> => {
      // A session opens a case once: another session's opening is another entry.
      linnet.openedCases.delete(another);
      await readCase(linnet, another);
    };
    let said = 0;
    const theCase = async (): Promise<void> => {
      const theirs = await readCase(linnet, caseId);
      said += 1;
      const text = `Rung up ${said}.`;
      // Their own append arrives at once.
      meanwhile.unshift(async () => undefined);
      await carryOut(linnet, theirs, { kind: "note", text, language }, "just-read");
    };
    const both = async (): Promise<void> => {
      await theLog();
      await theCase();
    };
    meanwhile = [theLog, theCase, theLog, both];
    const outcome = await carryOut(rowan, file, CLOSE, "just-read");
    expect(outcome.kind).toBe("kept");
    expect(meanwhile).toEqual([]);
    const notes = await notesOf(server, caseId);
    const read = await notesRead(caseId);
    expect(read).toEqual(["opening", "note", "note", "best-interests"]);
    expect(await reasonsOf(server, caseId)).toEqual([notes[3]]);
    // And the log goes on from what stands in it.
    await theLog();
  });
});
