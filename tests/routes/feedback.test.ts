/** Feedback on the real server: what is kept of it, who is handed it, what is refused, and when it goes. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { addMonths } from "../../worker/contract/clocks.ts";
import type { InputOf } from "../../worker/contract/endpoints.ts";
import { encodeFeedbackHeader, type FeedbackWrap } from "../../worker/contract/feedback.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import { FEEDBACK_PAGE, ID_BYTES, WRAP_BYTES } from "../../worker/contract/limits.ts";
import { keyIdOf } from "../../web/crypto/keys.ts";
import { isAtDesk } from "./asking.ts";
import { ask, call, freeProof, refused, today } from "./client.ts";
import { foundServer, type FoundedServer } from "./founded.ts";
import { feedbackInput, SAID } from "./giving-feedback.ts";
import { agePacket } from "./renewing.ts";
import { randomText } from "./sealed-bytes.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let site: FoundedServer;
beforeAll(async () => {
  site = await foundServer();
});
afterAll(() => site.server.close());

async function rows(table: "feedback" | "feedback_wraps") {
  const { results } = await site.server.database.prepare(`SELECT * FROM ${table}`).all();
  return results;
}

function wrapTo(member: string, change: Partial<FeedbackWrap> = {}): FeedbackWrap {
  return { member, key: randomText(ID_BYTES), wrap: randomText(WRAP_BYTES), ...change };
}

/** The same feedback with other wraps in its first slots. */
function withWraps(
  input: InputOf<"giveFeedback">,
  wraps: readonly FeedbackWrap[],
): InputOf<"giveFeedback"> {
  const slots = input.feedback.wraps.map(() => wrapTo(DUMMY_MEMBER));
  const filled = [...wraps, ...slots].slice(0, slots.length);
  return { ...input, feedback: { ...input.feedback, wraps: filled } };
}

describe("feedback that is given", () => {
  it("is kept under its month and a random id, and nothing beside it says whose or when", async () => {
    const { server } = site;
    const input = await feedbackInput(site);
    await call(server, "giveFeedback", input);
    const [row] = await rows("feedback");
    const { receivedMonth, ...rest } = { receivedMonth: Number(row?.["received_month"]), ...row };
    expect(new Date(receivedMonth * 86_400_000).getUTCDate()).toBe(1);
    expect(receivedMonth).toBeLessThanOrEqual(today());
    expect(receivedMonth).toBeGreaterThan(today() - 31);
    expect(Object.keys(rest).toSorted()).toEqual(
      ["body", "feedback_id", "header", "received_month"].toSorted(),
    );
    // One wrap a coordinator; the empty slots did their work on the way.
    const wraps = await rows("feedback_wraps");
    const coordinators = ["coordinator", "unlisted"] as const;
    expect(wraps.map((wrap) => String(wrap["member_id"])).toSorted()).toEqual(
      coordinators.map((handle) => site.person(handle).id).toSorted(),
    );
    expect(JSON.stringify([row, wraps])).not.toContain(SAID.text);
  });

  it("is handed to coordinators, who open it, and to nobody else", async () => {
    const { server } = site;
    await call(server, "giveFeedback", await feedbackInput(site, { text: "To be read." }));
    for (const handle of ["coordinator", "unlisted"] as const) {
      const { vault, token } = await isAtDesk(site, handle);
      const { feedback } = await call(server, "readFeedback", { after: null }, token);
      const said = await vault.openFeedback(feedback);
      expect(said.map((one) => one.said?.text)).toContain("To be read.");
    }
    for (const handle of ["first", "auditor"] as const) {
      const { token } = await isAtDesk(site, handle);
      await refused(server, "readFeedback", { after: null }, "forbidden", token);
    }
  });

  it("comes a page at a time, all of it once, in the order of random ids", async () => {
    const { server } = site;
    for (let at = 0; at < FEEDBACK_PAGE + 1; at += 1) {
      await call(server, "giveFeedback", await feedbackInput(site, { text: `Number ${at}` }));
    }
    const { token } = await isAtDesk(site, "coordinator");
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readPage>> = await readPage(after, token);
      ids.push(...page.feedback.map(({ feedback }) => feedback));
      after = page.next;
    } while (after !== null);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength((await rows("feedback")).length);
  });
  function readPage(after: string | null, token: string) {
    return call(site.server, "readFeedback", { after }, token);
  }

  it("sent again because the answer was lost is kept once; other bytes under its id are not", async () => {
    const { server } = site;
    const input = await feedbackInput(site);
    await call(server, "giveFeedback", input);
    const before = await rows("feedback");
    await call(server, "giveFeedback", input);
    expect(await rows("feedback")).toEqual(before);
    const other = await feedbackInput(site);
    const { header } = input.feedback;
    const lie = { ...other, feedback: { ...other.feedback, header } };
    expect(await refused(server, "giveFeedback", lie, "wrong-header")).toBe("feedback.header");
  });

  it("says nothing more with a token, which nobody looks at", async () => {
    const { server } = site;
    const response = await ask(server, "giveFeedback", await feedbackInput(site), "not-a-token");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({});
  });
});

describe("feedback is refused", () => {
  it("when it is sealed to somebody who is no coordinator, to nobody, or to one of them twice", async () => {
    const { server } = site;
    const input = await feedbackInput(site);
    const coordinator = site.person("coordinator").id;
    const attempts = [
      ["unknown-recipient", [wrapTo(site.person("first").id)]],
      ["unknown-recipient", [wrapTo(coordinator), wrapTo(site.person("auditor").id)]],
      ["unknown-recipient", [wrapTo(randomText(ID_BYTES))]],
      ["unknown-recipient", []],
      ["wrong-header", [wrapTo(coordinator), wrapTo(coordinator)]],
    ] as const;
    const before = await rows("feedback");
    for (const [code, wraps] of attempts) {
      const field = await refused(server, "giveFeedback", withWraps(input, wraps), code);
      expect(field).toBe("feedback.wraps");
    }
    expect(await rows("feedback")).toEqual(before);
    await call(server, "giveFeedback", input);
  });

  it("for another organisation, or with a header that is none", async () => {
    const { server } = site;
    const input = await feedbackInput(site);
    const foreign = encodeFeedbackHeader({
      origin: randomBytes(32),
      feedbackId: randomBytes(ID_BYTES),
      rosterHash: randomBytes(32),
    });
    const unknown = fromBase64Url(input.feedback.header);
    unknown[0] = 9;
    for (const header of [foreign, unknown].map(toBase64Url)) {
      const lie = { ...input, feedback: { ...input.feedback, header } };
      await refused(server, "giveFeedback", lie, "wrong-header");
    }
  });

  it("without work of its own: a proof counts once, and for this alone", async () => {
    const { server } = site;
    const { proof, ...first } = await feedbackInput(site);
    await call(server, "giveFeedback", { proof, ...first });
    const second = { ...(await feedbackInput(site)), proof };
    await refused(server, "giveFeedback", second, "proof-used");
    const elsewhere = { ...second, proof: await freeProof(server, "reporter-append") };
    await refused(server, "giveFeedback", elsewhere, "proof-wrong");
    const { bits } = await call(server, "challenge", { action: "feedback" });
    expect(bits).toBeGreaterThan(0);
  });
});

describe("a coordinator's new key of the month", () => {
  it("takes the keys of feedback along; the old one is kept until then", async () => {
    const { server } = site;
    const member = site.person("unlisted");
    await agePacket(site, member, 40);
    const given = (await rows("feedback")).length;
    const desk = await isAtDesk(site, "unlisted");
    const old = toBase64Url(keyIdOf(member.seal.publicKey));
    await desk.publish();
    await desk.verify(2);
    const early = { key: old, keyring: await desk.vault.retireKey(old) };
    expect(await refused(server, "retireKey", early, "conflict", desk.token)).toBe("key");
    for (;;) {
      const { pieces } = await call(server, "myPieces", { key: old }, desk.token);
      if (pieces.length === 0) break;
      expect(new Set(pieces.map(({ kind }) => kind))).toEqual(new Set(["feedback"]));
      const moved = await desk.vault.movePieces(old, pieces);
      await call(server, "replacePieces", moved, desk.token);
    }
    await desk.retire(old);
    await desk.verify();
    // Opened under the new key alone.
    let opened = 0;
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(after, desk.token);
      const views = await desk.vault.openFeedback(page.feedback);
      opened += views.filter(({ said }) => said !== null).length;
      after = page.next;
    } while (after !== null);
    expect(opened).toBe(given);
    // What is sealed to the forgotten key would be open to nobody.
    const stale = withWraps(await feedbackInput(site), [wrapTo(member.id, { key: old })]);
    await refused(server, "giveFeedback", stale, "unknown-recipient");
  });
  function pageOf(after: string | null, token: string) {
    return call(site.server, "readFeedback", { after }, token);
  }
});

describe("the sweep", () => {
  it("deletes feedback before it is older than a year, with its keys, and leaves the rest", async () => {
    const { server } = site;
    const [kept, gone] = await rows("feedback");
    const place = async (id: unknown, month: number) =>
      server.database
        .prepare("UPDATE feedback SET received_month = ? WHERE feedback_id = ?")
        .bind(month, id)
        .run();
    const yearAgo = addMonths(today(), -12);
    await place(kept?.["feedback_id"], yearAgo);
    await place(gone?.["feedback_id"], yearAgo - 1);
    const before = (await rows("feedback")).length;
    expect((await server.runCron("17 3 * * *", new Date())).outcome).toBe("ok");
    const ids = (await rows("feedback")).map((row) => row["feedback_id"]);
    expect(ids).toHaveLength(before - 1);
    expect(ids).not.toContain(gone?.["feedback_id"]);
    const wrapped = new Set((await rows("feedback_wraps")).map((row) => row["feedback_id"]));
    expect(wrapped).toEqual(new Set(ids));
  });
});
