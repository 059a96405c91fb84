/** Cards in an inbox that a dishonest server fills: what does not belong shows as a row that did not open. */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { CardHeader } from "../../worker/contract/entry-header.ts";
import { REPORTER_AUTHOR } from "../../worker/contract/entry-header.ts";
import { cardHeaderOf, sealCard } from "../../web/crypto/card.ts";
import type { SigningSeed } from "../../web/crypto/keys.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { triageGroupOf } from "../../web/desk/triage.ts";
import type { CardView, DeskAct } from "../../web/vault/interface.ts";
import { foundOrganisation, TODAY, type Organisation } from "../support/organisation.ts";
import { act, answered, INTERNAL_NOTE, received, REPLY } from "./case-work.ts";
import { recipientKey } from "./forgery.ts";
import type { ServedCase } from "./served-case.ts";
import { desk } from "./signing-in.ts";

let organisation: Organisation;
let first: DeskVault;
let member: string;

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  member = organisation.people.first.id;
});

type Row = OutputOf<"inbox">["cases"][number];

async function reading(row: Row): Promise<CardView | undefined> {
  const [view] = await first.openCards([row]);
  return view;
}

const FORGED_CARD = {
  title: "Nothing to see",
  channel: "trafficking",
  language: "en",
  standing: "closed",
};
const FORGED = JSON.stringify(FORGED_CARD);

/** A card of that case with those fields, by somebody who holds its internal key. */
function forgedCard(served: ServedCase, fields: Partial<CardHeader>, signer: SigningSeed | null) {
  const key = recipientKey(served, "internal", organisation.people.second);
  return sealCard({ ...cardHeaderOf(served.card), ...fields }, FORGED, key, signer);
}

describe("a card", () => {
  it("shows the reporter's title, then what a reviewer made of the case", async () => {
    const { served } = await received(organisation);
    expect(await reading(served.row(member))).toMatchObject({
      card: { title: "Not brought back", standing: "received" },
      news: false,
    });
    await act(first, served, member, REPLY);
    expect(await reading(served.row(member))).toMatchObject({
      card: { title: "Not brought back", standing: "acknowledged" },
      news: false,
    });
  });

  it("says that there is news when the conversation has gone on", async () => {
    const { served, vault } = await received(organisation);
    await act(first, served, member, REPLY);
    await vault.openCase(served.reporterPage());
    served.add(await vault.sealMessage("There is more.", "en", TODAY));
    expect(await reading(served.row(member))).toMatchObject({ news: true });
  });

  it("says to every colleague that the reporter waits for an answer, whatever is noted, until there is one", async () => {
    const { served, vault } = await received(organisation);
    const colleague = await desk(organisation, "second");
    const other = organisation.people.second.id;
    /** Where the colleague finds the case, and where they would without what the card says of it. */
    async function groups() {
      const row = served.row(other);
      const plain = { ...row.plain, acknowledgedDay: TODAY };
      const [view] = await colleague.openCards([{ ...row, plain }]);
      if (view === undefined || view.card === null) throw new Error("the card did not open");
      const { unansweredSince: _since, ...without } = view.card;
      return [view, { ...view, card: without }].map((one) => triageGroupOf(one, TODAY, other));
    }
    await act(first, served, member, REPLY);
    expect(await groups()).toEqual(["nobodys", "nobodys"]);
    await vault.openCase(served.reporterPage());
    served.add(await vault.sealMessage("There is more.", "en", TODAY));
    expect(await groups()).toEqual(["news", "news"]);
    await act(first, served, member, INTERNAL_NOTE);
    expect(await groups()).toEqual(["news", "nobodys"]);
    await act(first, served, member, REPLY);
    expect(await groups()).toEqual(["nobodys", "nobodys"]);
  });

  it("that is stale says so: an old card beside the true count", async () => {
    const { served } = await received(organisation);
    await act(first, served, member, REPLY);
    const { card } = served;
    await act(first, served, member, REPLY);
    expect(await reading({ ...served.row(member), card })).toMatchObject({
      card: { standing: "acknowledged" },
      news: true,
    });
  });

  it("of before a reopening is not believed again once this session has seen a newer one or read the case, and is in a session that has seen neither", async () => {
    const closing: DeskAct = {
      kind: "close",
      reason: "SAFE_CONFIRMED",
      language: "en",
      text: "Done.",
      bestInterests: { text: "He is with his mother.", language: "en" },
    };
    const reopening: DeskAct = {
      kind: "reopen",
      reason: "NEW_INFORMATION",
      stage: "ASSESS",
      language: "en",
      text: "There is more.",
    };
    const [bySight, byReading, unknowing] = await Promise.all([
      desk(organisation, "second"),
      desk(organisation, "second"),
      desk(organisation, "second"),
    ]);
    const colleague = organisation.people.second.id;
    const { served } = await received(organisation);
    await act(first, served, member, closing);
    const replayed = served.row(colleague);
    const closed = { card: { standing: "closed" }, unopened: null };
    expect((await unknowing.openCards([replayed]))[0]).toMatchObject(closed);
    await act(first, served, member, reopening);
    const now = served.row(colleague);
    expect((await bySight.openCards([now]))[0]).toMatchObject({
      card: { standing: "acknowledged" },
    });
    await byReading.openCase(served.memberPage(colleague));
    for (const vault of [bySight, byReading]) {
      // The old counts come with it, so that nothing on the row contradicts it.
      expect((await vault.openCards([replayed]))[0]).toMatchObject({
        card: null,
        unopened: "older",
      });
      expect((await vault.openCards([now]))[0]).toMatchObject({ unopened: null });
      const { conversationSeq } = now.plain;
      const besideTrueCount = { ...replayed, plain: { ...replayed.plain, conversationSeq } };
      expect((await vault.openCards([besideTrueCount]))[0]).toMatchObject({ unopened: "older" });
    }
    // What cannot be told without a memory.
    expect((await unknowing.openCards([replayed]))[0]).toMatchObject(closed);
  });

  it("that the reporter wrote past is as new as it ever was", async () => {
    const { served, vault } = await received(organisation);
    await act(first, served, member, REPLY);
    await vault.openCase(served.reporterPage());
    served.add(await vault.sealMessage("There is more.", "en", TODAY));
    await first.openCase(served.memberPage(member));
    expect(await reading(served.row(member))).toMatchObject({ unopened: null, news: true });
  });

  it("of a reporter is the one that came with the report, and says that it was received", async () => {
    const { served, vault, report } = await received(organisation);
    await vault.openCase(served.reporterPage());
    served.add(await vault.sealMessage("There is more.", "en", TODAY));
    const row = served.row(member);
    // Nobody signs it: whoever has the lane key, and the server with them, could file the case away.
    const key = recipientKey(served, "conversation", organisation.people.second);
    const forged = (json: string, fields: Partial<CardHeader> = {}) =>
      sealCard({ ...cardHeaderOf(report.card), ...fields }, json, key, null);
    const asReceived = JSON.stringify({ ...FORGED_CARD, standing: "received" });
    const worked = { stage: "RECEIVE", labels: [] };
    const withWork = JSON.stringify({ ...FORGED_CARD, standing: "received", casework: worked });
    const unanswered = JSON.stringify({
      ...FORGED_CARD,
      standing: "received",
      unansweredSince: TODAY,
    });
    for (const [card, opens] of [
      [forged(FORGED), false],
      [forged(withWork), false],
      [forged(unanswered), false],
      [forged(asReceived, { coversConversation: 2 }), false],
      [forged(asReceived, { coversInternal: 1 }), false],
      [forged(asReceived), true],
      [report.card, true],
    ] as const) {
      expect((await reading({ ...row, card }))?.card !== null).toBe(opens);
    }
    expect(await reading(row)).toMatchObject({ card: { standing: "received" }, news: true });
    // Once a member has opened the case, its card is a member's.
    await act(first, served, member, REPLY);
    const [wrap] = served.wrapsOf(member);
    if (wrap === undefined) throw new Error("no wrap");
    const late = { ...served.row(member), card: report.card, wrap };
    expect(await reading(late)).toMatchObject({ card: null });
    expect(await reading({ ...late, plain: row.plain })).toMatchObject({ news: true });
  });

  it("that covers more than there is does not open", async () => {
    const { served } = await answered(organisation, first, member);
    const row = served.row(member);
    const plain = { ...row.plain, conversationSeq: 3 };
    expect(await reading({ ...row, plain })).toMatchObject({ card: null });
    expect((await reading(row))?.card).not.toBeNull();
  });

  it("of another case, lane or epoch does not open, and hides no other row", async () => {
    const { served, report } = await answered(organisation, first, member);
    const { served: other } = await answered(organisation, first, member);
    const row = served.row(member);
    const [conversationWrap] = served.wrapsOf(member);
    if (conversationWrap === undefined) throw new Error("no wrap");
    const rows: Row[] = [
      { ...row, card: other.card },
      { ...row, card: other.card, wrap: other.row(member).wrap },
      { ...row, plain: { ...row.plain, case: other.id } },
      { ...row, card: report.card },
      { ...row, wrap: conversationWrap },
      { ...row, wrap: { ...row.wrap, epoch: 1 } },
      { ...row, wrap: served.row(organisation.people.second.id).wrap },
      row,
    ];
    const views = await first.openCards(rows);
    expect(views.map(({ card }) => card === null)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it("whose key the server has lost is told from one that does not verify, and hides no other row", async () => {
    const { served } = await answered(organisation, first, member);
    const row = served.row(member);
    const views = await first.openCards([
      { ...row, wrap: null },
      { ...row, wrap: { ...row.wrap, epoch: 1 } },
      row,
    ]);
    expect(views.map(({ card, unopened }) => [card === null, unopened])).toEqual([
      [true, "key-lost"],
      [true, "unverified"],
      [false, null],
    ]);
  });

  it("with any byte turned does not open", async () => {
    const { served } = await answered(organisation, first, member);
    const row = served.row(member);
    const rows = (["header", "body"] as const).flatMap((part) => {
      const bytes = fromBase64Url(row.card[part]);
      return Array.from({ length: Math.ceil(bytes.length / 5) }, (_, at): Row => {
        const changed = bytes.slice();
        changed[at * 5] = (changed[at * 5] ?? 0) ^ 4;
        return { ...row, card: { ...row.card, [part]: toBase64Url(changed) } };
      });
    });
    const views = await first.openCards(rows);
    expect(views.length).toBeGreaterThan(200);
    expect(views.filter(({ card }) => card !== null)).toEqual([]);
  });

  it("is a reviewer's only with their signature, and a reporter's never in the internal lane", async () => {
    const { served } = await answered(organisation, first, member);
    const { second, third } = organisation.people;
    const row = served.row(member);
    const author = fromBase64Url(second.id);
    for (const [card, opens] of [
      [forgedCard(served, { author }, null), false],
      [forgedCard(served, { author }, third.signing), false],
      [forgedCard(served, { author: REPORTER_AUTHOR }, null), false],
      [forgedCard(served, { author: new Uint8Array(16).fill(9) }, second.signing), false],
      // Signed and sealed by a recipient, but called another case's, lane's or epoch's.
      [forgedCard(served, { author, caseId: new Uint8Array(16).fill(9) }, second.signing), false],
      [forgedCard(served, { author, origin: new Uint8Array(32).fill(9) }, second.signing), false],
      [forgedCard(served, { author, lane: "conversation" }, second.signing), false],
      [forgedCard(served, { author: REPORTER_AUTHOR, lane: "conversation" }, null), false],
      [forgedCard(served, { author, epoch: 1 }, second.signing), false],
      [forgedCard(served, { author }, second.signing), true],
    ] as const) {
      expect((await reading({ ...row, card }))?.card !== null).toBe(opens);
    }
  });

  it("that says more than the journal holds stops the case from opening", async () => {
    const { served } = await received(organisation);
    await act(first, served, member, INTERNAL_NOTE);
    const author = fromBase64Url(organisation.people.second.id);
    const card = forgedCard(
      served,
      { author, coversInternal: 9 },
      organisation.people.second.signing,
    );
    const page = served.memberPage(member);
    await expect(first.openCase({ ...page, card })).rejects.toMatchObject({
      code: "journal-truncated",
    });
    await expect(first.openCase(page)).resolves.toMatchObject({ broken: null });
  });
});
