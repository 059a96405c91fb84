/** Receipts: each promise kept or missed is signed once, and counts only as its author signed it for that case. */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { acknowledgeByDay, feedbackByDay } from "../../worker/contract/clocks.ts";
import type { Receipt } from "../../worker/contract/receipt.ts";
import type { FoundedMember } from "../../web/command/founding.ts";
import { checkReceiptFile } from "../../web/crypto/receipt-file.ts";
import { signReceipt } from "../../web/crypto/receipt.ts";
import { rosterHash } from "../../web/crypto/roster.ts";
import { writePayload } from "../../web/payload/journal.ts";
import { readReceipt } from "../../web/payload/promises.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { CaseView, DeskAct } from "../../web/vault/interface.ts";
import { foundOrganisation, ORIGIN, TODAY, type Organisation } from "../support/organisation.ts";
import { INTERNAL_NOTE, received, REPLY } from "./case-work.ts";
import { forgeNext, pageWith, recipientKey, reporterPageWith } from "./forgery.ts";
import type { ServedCase } from "./served-case.ts";
import { desk, returning } from "./signing-in.ts";

const ACKNOWLEDGE: DeskAct = { kind: "acknowledge", text: "", language: "en" };
const WORDS: DeskAct = { kind: "acknowledge", text: "Thank you.", language: "en" };
const DUE = acknowledgeByDay(TODAY);

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;
beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
});

/** The first reviewer acts, on that day. */
async function actOn(served: ServedCase, day: number, act: DeskAct): Promise<void> {
  await first.openCase(served.memberPage(organisation.people.first.id));
  served.append(await first.seal(act, day));
}

/** Each receipt of the conversation: who signed it, when, and what it says. */
function receiptsIn({ items }: CaseView) {
  return items.flatMap((item) =>
    item.kind === "known" && item.payload.type === "receipt"
      ? [{ day: item.day, promises: readReceipt(item.payload.receipt)?.promises }]
      : [],
  );
}

async function seen(served: ServedCase): Promise<CaseView> {
  return await second.openCase(served.memberPage(organisation.people.second.id));
}

function typesIn({ items }: CaseView): readonly string[] {
  return items
    .filter(({ lane }) => lane === "conversation")
    .map((item) => (item.kind === "known" ? item.payload.type : item.kind));
}

describe("a receipt", () => {
  it("goes with the acknowledgement it is of, and again with the first words after it", async () => {
    const { served } = await received(organisation);
    await actOn(served, TODAY + 1, WORDS);
    await actOn(served, TODAY + 2, REPLY);
    await actOn(served, TODAY + 3, REPLY);
    const view = await seen(served);
    expect(typesIn(view).join(", ")).toBe(
      "report, acknowledgement, message, receipt, message, receipt, message",
    );
    const confirmed = { promise: "acknowledgement", dueDay: DUE, metDay: TODAY + 1 };
    const told = { promise: "feedback", metDay: TODAY + 2 };
    const dueDay = feedbackByDay(TODAY, TODAY + 1, null);
    expect(receiptsIn(view)).toEqual([
      { day: TODAY + 1, promises: [confirmed] },
      { day: TODAY + 2, promises: [{ ...told, dueDay }] },
    ]);
  });

  it("of both promises is one, where a case is closed at once", async () => {
    const { served } = await received(organisation);
    const bestInterests = { text: "She is safe.", language: "en" };
    const reason = "SAFE_CONFIRMED";
    await actOn(served, TODAY, { kind: "close", reason, text: "", language: "en", bestInterests });
    const [receipt, ...more] = receiptsIn(await seen(served));
    expect(receipt?.promises?.map(({ promise }) => promise)).toEqual([
      "acknowledgement",
      "feedback",
    ]);
    expect(more).toEqual([]);
  });

  it("of a missed day goes with whatever is done first afterwards, once", async () => {
    const { served } = await received(organisation);
    await actOn(served, DUE, INTERNAL_NOTE);
    expect(receiptsIn(await seen(served))).toEqual([]);
    await actOn(served, DUE + 1, INTERNAL_NOTE);
    await actOn(served, DUE + 2, INTERNAL_NOTE);
    await actOn(served, DUE + 3, ACKNOWLEDGE);
    const late = { promise: "acknowledgement", dueDay: DUE };
    expect(receiptsIn(await seen(served))).toEqual([
      { day: DUE + 1, promises: [{ ...late, metDay: null }] },
      { day: DUE + 3, promises: [{ ...late, metDay: DUE + 3 }] },
    ]);
  });

  it("of a missed day is not made by looking, nor for somebody who took their report back", async () => {
    const { served, vault } = await received(organisation);
    await actOn(served, DUE + 1, { kind: "open" });
    expect(receiptsIn(await seen(served))).toEqual([]);
    await vault.openCase(served.reporterPage());
    served.add(await vault.sealWithdrawal(DUE + 1));
    await actOn(served, DUE + 2, INTERNAL_NOTE);
    expect(receiptsIn(await seen(served))).toEqual([]);
  });

  it("can be kept as a file that holds against the root key alone", async () => {
    const { served, code } = await received(organisation);
    await actOn(served, DUE + 1, ACKNOWLEDGE);
    const reporter = await returning(organisation, code);
    const { items } = await reporter.openCase(served.reporterPage());
    const seq = items.findIndex((item) => item.kind === "known" && item.payload.type === "receipt");
    const text = await reporter.receiptFile(seq + 1);
    expect(checkReceiptFile(Buffer.from(text), organisation.trust)).toMatchObject({
      kind: "holds",
      organisation: "Example organisation",
      name: "First reviewer",
      receipt: { case: served.id, day: DUE + 1, promises: [{ dueDay: DUE, metDay: DUE + 1 }] },
    });
    expect(text).not.toContain("to be home");
    await expect(reporter.receiptFile(1)).rejects.toMatchObject({ code: "not-ready" });
  });
});

/** As the first reviewer's client would make it, of a case that was acknowledged on the day it came. */
function sound(served: ServedCase): Receipt {
  const { roster, published, people } = organisation;
  return {
    suite: "tern/1",
    origin: ORIGIN,
    case: served.id,
    member: people.first.id,
    day: TODAY,
    rosterVersion: roster.version,
    roster: toBase64Url(rosterHash(fromBase64Url(published.roster.statement))),
    promises: [{ promise: "acknowledgement", dueDay: DUE, metDay: TODAY }],
  };
}

/** A case that is acknowledged, and whose receipt is still to be written. */
async function acknowledged(): Promise<ServedCase> {
  const { served } = await received(organisation);
  const { first: author } = organisation.people;
  const key = recipientKey(served, "conversation", author);
  const json = writePayload({ type: "acknowledgement" });
  served.add(forgeNext(served, { key, author, signer: author.signing, json }));
  return served;
}

/** That receipt as the first reviewer's next entry, however it came to be signed. */
function written(served: ServedCase, receipt: Receipt, signer: FoundedMember, author = "first") {
  const by = author === "first" ? organisation.people.first : organisation.people.second;
  return forgeNext(served, {
    key: recipientKey(served, "conversation", by),
    author: by,
    signer: by.signing,
    json: writePayload({ type: "receipt", receipt: signReceipt(receipt, signer.signing) }),
  });
}

describe("a receipt that its author may not give", () => {
  it.each<{
    readonly what: string;
    readonly change?: (right: Receipt) => Receipt;
    readonly signer?: "first" | "second";
    readonly author?: "first" | "second";
  }>([
    { what: "is signed by somebody else", signer: "second" },
    { what: "is a colleague's, and carried in by another", author: "second" },
    { what: "is of another case", change: (right) => ({ ...right, case: right.member }) },
    {
      what: "is of another organisation",
      change: (right) => ({ ...right, origin: "https://else.example" }),
    },
    { what: "is of another day", change: (right) => ({ ...right, day: TODAY - 1 }) },
    {
      what: "gives the promise more time",
      change: (right) => ({
        ...right,
        promises: [{ promise: "acknowledgement", dueDay: DUE + 1, metDay: TODAY }],
      }),
    },
    {
      what: "says another day it was kept on",
      change: (right) => ({
        ...right,
        promises: [{ promise: "acknowledgement", dueDay: DUE, metDay: TODAY - 1 }],
      }),
    },
    {
      what: "is of a promise that is not kept",
      change: (right) => ({
        ...right,
        promises: [
          { promise: "feedback", dueDay: feedbackByDay(TODAY, TODAY, null), metDay: TODAY },
        ],
      }),
    },
    {
      what: "calls missed what still has time",
      change: (right) => ({
        ...right,
        promises: [
          { promise: "feedback", dueDay: feedbackByDay(TODAY, TODAY, null), metDay: null },
        ],
      }),
    },
    {
      what: "says one thing twice",
      change: (right) => ({ ...right, promises: [...right.promises, ...right.promises] }),
    },
  ])("and that $what, is shown as refused to everybody", async (attack) => {
    const { change = (right: Receipt) => right, signer = "first", author = "first" } = attack;
    const served = await acknowledged();
    const { people } = organisation;
    const entry = written(served, change(sound(served)), people[signer], author);
    const view = await second.openCase(pageWith(served, people.second, entry));
    expect(view.broken).toBeNull();
    expect(view.items.at(-1)).toMatchObject({ kind: "refused", type: "receipt" });
    expect(view.state.receipts).toEqual([]);
    // The one that nothing was done to is believed.
    const elsewhere = await acknowledged();
    const right = written(elsewhere, sound(elsewhere), people.first);
    const honest = await second.openCase(pageWith(elsewhere, people.second, right));
    expect(honest.items.at(-1)).toMatchObject({ kind: "known" });
    expect(honest.state.receipts).toHaveLength(1);
  });

  it("and that was given before, is refused the second time", async () => {
    const served = await acknowledged();
    const { people } = organisation;
    served.add(written(served, sound(served), people.first));
    const again = written(served, sound(served), people.first);
    const view = await second.openCase(pageWith(served, people.second, again));
    expect(view.items.slice(-2).map(({ kind }) => kind)).toEqual(["known", "refused"]);
    expect(view.state.receipts).toHaveLength(1);
  });
});

describe("a server that meddles with receipts", () => {
  it("adds none, and leaves none out of the middle, without the reporter's page seeing it", async () => {
    const { served, code } = await received(organisation);
    await actOn(served, TODAY + 1, ACKNOWLEDGE);
    await actOn(served, TODAY + 2, REPLY);
    const page = served.reporterPage();
    const at = 2;
    const isReceipt = (view: CaseView) => receiptsIn(view).length > 0;
    const whole = await (await returning(organisation, code)).openCase(page);
    expect(isReceipt(whole)).toBe(true);
    const without = { ...page, entries: page.entries.toSpliced(at, 1) };
    const gap = await (await returning(organisation, code)).openCase(without);
    expect(gap.broken).toEqual({ lane: "conversation", seq: at + 1, code: "entry-order" });
    // The server has a key to no lane; the nearest it has is somebody's code, and still no member's signature.
    const { first: author } = organisation.people;
    const key = recipientKey(served, "conversation", author);
    const json = writePayload({
      type: "receipt",
      receipt: signReceipt(sound(served), organisation.people.third.signing),
    });
    const forged = forgeNext(served, { key, author, signer: null, json });
    const added = await (
      await returning(organisation, code)
    ).openCase(reporterPageWith(served, forged));
    expect(added.broken?.code).toBe("entry-signature");
  });

  it("moves none from one case to another", async () => {
    const here = await received(organisation);
    const there = await received(organisation);
    await actOn(here.served, TODAY + 1, ACKNOWLEDGE);
    await actOn(there.served, TODAY + 1, ACKNOWLEDGE);
    const page = here.served.reporterPage();
    const [, , other] = there.served.reporterPage().entries;
    if (other === undefined) throw new Error("no receipt there");
    const swapped = { ...page, entries: page.entries.with(2, other) };
    const view = await (await returning(organisation, here.code)).openCase(swapped);
    expect(view.broken).toMatchObject({ seq: 3, code: "entry-order" });
    expect(receiptsIn(view)).toEqual([]);
  });
});
