/**
 * A server that lies to a member at the desk: about a case, about its card, about its keys. What does not hold
 * is not shown, is said in words, and nothing is written to the case.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { endpoints, type OutputOf } from "../../worker/contract/endpoints.ts";
import { entryHeaderOf } from "../../web/crypto/entry.ts";
import { laneKeyHashOf } from "../../web/crypto/keys.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { keysOf } from "../support/insider.ts";
import { Intermediary } from "../support/intermediary.ts";
import { Reviewer } from "../support/reviewer.ts";
import { deskHand, sendCase, type SentCase } from "../support/sent-case.ts";
import { startSite, type Site } from "../support/site.ts";
import {
  conversationOf,
  flipped,
  FORGED,
  serversWrap,
  withReply,
  type Liar,
  type ServedRecord,
} from "./forgery.ts";
import { FLIPS, RECORD_LIES, type RecordLie } from "./record-lie.ts";

type Page = OutputOf<"readCase">;
type Row = OutputOf<"inbox">["cases"][number];

const REPLY = "Thank you. Where is he now?";
const REFUSED = /Failed to load resource/;

let site: Site;
let server: Intermediary;
let browser: TestBrowser;
let sent: SentCase;
let unopened: SentCase;
let other: SentCase;
let liar: Liar;
let reviewer: Reviewer;
/** The first case as it is. */
let whole: ServedRecord;
beforeAll(async () => {
  site = await startSite(inject("site"));
  server = await Intermediary.before(site.server.url);
  browser = await openBrowser(server.url);
  sent = await sendCase(site, { desk: "north", title: "Opened", text: "The first case." });
  other = await sendCase(site, { desk: "north", title: "Another", text: "The other case." });
  unopened = await sendCase(site, { desk: "north", title: "Not opened", text: "A third case." });
  const rowan = await deskHand(site, "rowan");
  for (const { id } of [sent, other]) {
    await rowan.act(id, { kind: "acknowledge", text: "", language: "en" });
    await rowan.act(id, { kind: "reply", text: REPLY, language: "en" });
    await rowan.act(id, { kind: "note", text: "A note.", language: "en" });
  }
  const samira = await deskHand(site, "samira");
  whole = recordOf(await samira.read(sent.id));
  reviewer = await Reviewer.isAt(site, browser, "samira");
  reviewer.visit.expects(REFUSED);
  liar = {
    caseId: sent.id,
    other: recordOf(await samira.read(other.id)),
    reader: (await keysOf(site, "samira")).seal,
    reviewer: await keysOf(site, "rowan"),
    stranger: await keysOf(site, "ines"),
  };
});
afterEach(() => server.isHonest());
afterAll(async () => {
  await browser.endVisits();
  await browser.close();
  await server.close();
  await site.close();
});

function recordOf({ entries, wraps, plain }: Page): ServedRecord {
  return { entries, wraps, conversationSeq: plain.conversationSeq };
}

function changed(page: Page, { entries, wraps, conversationSeq }: ServedRecord): Page {
  const plain = { ...page.plain, conversationSeq };
  return { ...page, plain, entries: [...entries], wraps: [...wraps] };
}

function tells(tell: RecordLie["tell"], about: SentCase = sent): void {
  server.changes("readCase", (page) =>
    page.plain.case === about.id ? changed(page, tell(recordOf(page), liar)) : page,
  );
}

/** Nothing of the case but what held, if it is called that: what failed is said, and no act is offered. */
async function refuses(code: RecordLie["code"] | null): Promise<void> {
  const { common, desk } = reviewer.texts;
  const alert = reviewer.page.getByRole("alert").filter({ hasText: desk.t("case.broken-title") });
  await alert.waitFor();
  expect(await alert.textContent()).toContain(desk.t("case.broken"));
  if (code !== null) expect(await alert.textContent()).toContain(common.t(`error.${code}`));
  const shown = (await reviewer.page.getByRole("main").textContent()) ?? "";
  expect(shown).not.toContain(FORGED);
  if (!shown.includes(desk.t("case.broken-shown"))) {
    for (const words of [sent.text, REPLY]) expect(shown).not.toContain(words);
  }
  for (const act of [
    "acknowledge.submit",
    "conversation.write",
    "notes.write",
    "close.open",
  ] as const) {
    expect(await reviewer.button(desk.t(act)).count()).toBe(0);
  }
}

describe("a case that is not true", () => {
  it.each(RECORD_LIES)("with $what is refused, and nothing is written", async (lie) => {
    const before = server.asked("appendToCase");
    tells(lie.tell);
    await reviewer.press(sent.title);
    await refuses(lie.code);
    expect(server.asked("appendToCase")).toBe(before);
    await reviewer.goesBackToInbox();
  });

  it("with one bit turned anywhere is refused", async () => {
    const before = server.asked("appendToCase");
    for (const [at, { part, byte }] of FLIPS.entries()) {
      tells((record) => flipped(record, at % 2 === 0 ? 3 : 0, part, byte));
      await reviewer.press(sent.title);
      await refuses(null);
      await reviewer.goesBackToInbox();
    }
    expect(server.asked("appendToCase")).toBe(before);
  });

  it("whose end is cut off, number and all, is refused for what its card has taken in", async () => {
    tells((record) => ({
      ...record,
      entries: record.entries.filter((entry) => {
        const { lane, seq } = entryHeaderOf(entry);
        return lane !== "conversation" || seq < 3;
      }),
      conversationSeq: 2,
    }));
    await reviewer.press(sent.title);
    await refuses("journal-truncated");
    await reviewer.goesBackToInbox();
  });

  it("is not this one: served as it is, it opens and its reply stands there", async () => {
    tells((record) => record);
    await reviewer.opens(sent.title);
    expect(await reviewer.readsReport()).toBe(sent.text);
    expect(await reviewer.conversation.textContent()).toContain(REPLY);
    await reviewer.goesBackToInbox();
  });

  it("and was when it was opened keeps what was being written, and sends none of it", async () => {
    const { t } = reviewer.texts.desk;
    await reviewer.opens(sent.title);
    await reviewer.writesReply("Words that must not be lost.");
    // Somebody was quicker, says the server, and what it then shows was never signed by them.
    server.refuses("appendToCase", "conflict");
    server.changes("readCase", (page) => {
      const record = { ...recordOf(page), entries: whole.entries, conversationSeq: 5 };
      return changed(page, withReply(record, liar, liar.reviewer, null));
    });
    const before = server.asked("appendToCase");
    await reviewer.press(t("reply.send"));
    await reviewer.reads(t("case.broken-title"));
    expect(server.asked("appendToCase")).toBe(before + 1);
    expect(await reviewer.page.getByRole("main").textContent()).not.toContain(FORGED);
    server.isHonest();
    await reviewer.goesBackToInbox();
    await reviewer.opens(sent.title);
    await reviewer.press(t("conversation.write"));
    expect(await reviewer.field(t("reply.label")).inputValue()).toBe(
      "Words that must not be lost.",
    );
    await reviewer.goesBackToInbox();
  });
});

describe("a card that is not true", () => {
  function tellsCards(change: (rows: readonly Row[]) => readonly Row[]): void {
    server.changes("inbox", (inbox) => ({ ...inbox, cases: [...change(inbox.cases)] }));
  }
  const mine = ({ plain }: Row): boolean => plain.case === sent.id;

  async function showsNoCard(): Promise<void> {
    const { t } = reviewer.texts.desk;
    await reviewer.looksForNewCases();
    await reviewer.row(t("inbox.unopened")).waitFor();
    expect(await reviewer.button(sent.title).count()).toBe(0);
    server.isHonest();
    await reviewer.looksForNewCases();
    await reviewer.button(sent.title).waitFor();
  }

  it("because it is another case's is not shown as this one's", async () => {
    tellsCards((rows) => {
      const foreign = rows.find(({ plain }) => plain.case === other.id);
      return rows.map((row) => (mine(row) ? { ...row, card: foreign?.card ?? row.card } : row));
    });
    await showsNoCard();
  });

  it.each(["header", "body"] as const)("in any byte of its %s is not shown", async (part) => {
    tellsCards((rows) =>
      rows.map((row) => {
        if (!mine(row)) return row;
        const bytes = fromBase64Url(row.card[part]);
        bytes[40] = (bytes[40] ?? 0) ^ 1;
        return { ...row, card: { ...row.card, [part]: toBase64Url(bytes) } };
      }),
    );
    await showsNoCard();
  });

  it("because its key is the server's own is not shown", async () => {
    tellsCards((rows) =>
      rows.map((row) =>
        mine(row)
          ? { ...row, wrap: serversWrap(sent.id, "internal", liar.reader.publicKey).wrap }
          : row,
      ),
    );
    await showsNoCard();
  });
});

describe("a key of the server's own for notes that nobody has opened yet", () => {
  it("opens nothing: the member's page makes a key of its own, and refuses to hold both", async () => {
    const planted = serversWrap(unopened.id, "internal", liar.reader.publicKey);
    const before = server.bodies("appendToCase").length;
    tells((record) => ({ ...record, wraps: [...record.wraps, planted.wrap] }), unopened);
    await reviewer.press(unopened.title);
    await reviewer.reads(reviewer.texts.desk.t("case.broken-title"));
    const bodies = server.bodies("appendToCase").slice(before);
    const opening = endpoints.appendToCase.input.parse(JSON.parse(bodies[0] ?? ""));
    expect(bodies).toHaveLength(1);
    const [entry] = opening.entries;
    if (entry === undefined) throw new Error("desk: nothing was opened");
    const { laneKeyHash } = entryHeaderOf(entry);
    const planned = laneKeyHashOf(planted.key, fromBase64Url(unopened.id));
    expect(toBase64Url(laneKeyHash)).not.toBe(toBase64Url(planned));
    await reviewer.goesBackToInbox();
    server.isHonest();
    await reviewer.opens(unopened.title);
    expect(await reviewer.readsReport()).toBe(unopened.text);
    await reviewer.takesNote("A note under the member's own key.");
    await reviewer.goesBackToInbox();
  });
});

describe("a reply in a reviewer's name", () => {
  it("is shown when they really signed it, so that the refusals above are the signature's doing", async () => {
    tells((record) => withReply(record, liar, liar.reviewer, liar.reviewer.signing));
    await reviewer.opens(sent.title);
    expect(await reviewer.conversation.textContent()).toContain(FORGED);
    await reviewer.goesBackToInbox();
  });
});

describe("the records of these tests", () => {
  it("have a conversation of three entries, two receipts and notes of two, so that every lie above has something to change", () => {
    expect(conversationOf(whole)).toHaveLength(5);
    expect(whole.entries.length - conversationOf(whole).length).toBe(2);
  });
});
