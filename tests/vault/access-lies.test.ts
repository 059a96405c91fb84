/** Every change of who may read by the wrong party: by who has gone, by one alone, by the server, by the code's holder. */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { FoundedMember } from "../../web/command/founding.ts";
import { openCard } from "../../web/crypto/card.ts";
import { entryHash, openEntry } from "../../web/crypto/entry.ts";
import { laneKeyHashOf, newLaneKey, verifyKeyOf, type LaneKey } from "../../web/crypto/keys.ts";
import { notesPin } from "../../web/crypto/lane.ts";
import type { Payload } from "../../web/payload/entries/index.ts";
import type { Rekey } from "../../web/payload/entries/rekey.ts";
import { writePayload } from "../../web/payload/journal.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { foundOrganisation, TODAY, type Organisation } from "../support/organisation.ts";
import { breaksAt } from "./breaking.ts";
import {
  act,
  changeAccess,
  granting,
  INTERNAL_NOTE,
  received,
  RECUSAL,
  REKEY,
  removing,
  REPLY,
} from "./case-work.ts";
import {
  forgeNext,
  laneKeyFrom,
  NOTE,
  pageWith,
  reporterPageWith,
  wrapTo,
  type Forgery,
} from "./forgery.ts";
import type { ServedCase } from "./served-case.ts";
import { desk, returning } from "./signing-in.ts";

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;
let third: DeskVault;
let one: FoundedMember;
let two: FoundedMember;
let three: FoundedMember;

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
  third = await desk(organisation, "third");
  ({ first: one, second: two, third: three } = organisation.people);
});

/** Opened, noted in, replied in by the first; the second reads along. */
async function worked(change: Parameters<typeof received>[1] = {}) {
  const underway = await received(organisation, change);
  await act(first, underway.served, one.id, INTERNAL_NOTE, REPLY);
  return underway;
}

/** What that member could have kept: the lane's key of that epoch. */
function kept(
  served: ServedCase,
  lane: "conversation" | "internal",
  { id, seal }: FoundedMember,
  epoch = 0,
): LaneKey {
  const wraps = served.wrapsOf(id).filter((wrap) => wrap.epoch === epoch);
  return laneKeyFrom(wraps, served.id, lane, seal);
}

/** As an honest author would pin the next entry of the conversation. */
function pin(served: ServedCase, key: LaneKey): string {
  const last = served.lane("internal").at(-1);
  const head = last === undefined ? new Uint8Array(32) : entryHash(last);
  return toBase64Url(notesPin(key, served.lane("conversation").length + 1, head));
}

type Change = Extract<
  Payload,
  { readonly notes: string } | { readonly type: "exclusion-override" }
>;
type Unpinned = Change extends infer Each
  ? Each extends Change
    ? Omit<Each, "notes">
    : never
  : never;

/** A change of who may read, sealed and signed by that member outside any vault. */
function forgeChange(
  served: ServedCase,
  author: FoundedMember,
  payload: Unpinned,
  keys: { readonly conversation: LaneKey; readonly internal: LaneKey },
  header: Forgery["header"] = {},
) {
  const pinned = payload.type === "exclusion-override" ? {} : { notes: pin(served, keys.internal) };
  const json = JSON.stringify({ ...payload, ...pinned });
  return forgeNext(served, {
    key: keys.conversation,
    author,
    signer: author.signing,
    json,
    header,
  });
}

const WHY = { reason: "I say so.", language: "en" } as const;

function keysOf(served: ServedCase, member: FoundedMember, epoch = 0) {
  return {
    conversation: kept(served, "conversation", member, epoch),
    internal: kept(served, "internal", member, epoch),
  };
}

function rekeyOf(
  served: ServedCase,
  recipients: readonly string[],
  epoch = 1,
): Omit<Rekey, "notes"> {
  const caseId = fromBase64Url(served.id);
  return {
    type: "rekey",
    epoch,
    recipients: [...recipients],
    conversationKeyHash: toBase64Url(laneKeyHashOf(newLaneKey(), caseId)),
    internalKeyHash: toBase64Url(laneKeyHashOf(newLaneKey(), caseId)),
  };
}

describe("somebody who was taken out", () => {
  it("opens nothing written after, with every key they ever had and everything stored", async () => {
    const { served } = await worked();
    const had = keysOf(served, two);
    const before = { conversation: served.lane("conversation"), internal: served.lane("internal") };
    await changeAccess(first, served, one.id, removing(two.id));
    await act(first, served, one.id, INTERNAL_NOTE, REPLY);
    const author = verifyKeyOf(one.signing);
    for (const lane of ["conversation", "internal"] as const) {
      // The removal and the rekey themselves are the last they can open.
      const told = lane === "conversation" ? 2 : 0;
      const later = served.lane(lane).slice(before[lane].length + told);
      expect(later.length).toBeGreaterThan(0);
      for (const entry of later) {
        expect(() => openEntry(entry, had[lane], author)).toThrow("entry-invalid");
      }
      // The keys are the right ones for what came before.
      const [last] = before[lane].slice(-1);
      if (last === undefined) throw new Error("an empty lane");
      expect(openEntry(last, had[lane], author).payload).not.toBe("");
    }
    expect(() => openCard(served.card, had.internal, author)).toThrow("card-invalid");
    await expect(second.openCase(served.memberPage(two.id))).rejects.toMatchObject({
      code: "wrap-invalid",
    });
    const lent = { ...served.memberPage(two.id), wraps: served.wrapsOf(one.id) };
    await expect(second.openCase(lent)).rejects.toMatchObject({ code: "wrap-invalid" });
  });

  it("writes nothing more that anybody believes, under the old key or the new", async () => {
    const { served, code } = await worked();
    const had = keysOf(served, two);
    await changeAccess(first, served, one.id, removing(two.id));
    const now = keysOf(served, one, 1);
    const at = served.lane("conversation").length + 1;
    for (const [key, epoch, refusal] of [
      [had.conversation, 0, "entry-order"],
      [now.conversation, 1, "entry-signature"],
    ] as const) {
      const entry = forgeNext(served, { key, author: two, signer: two.signing, header: { epoch } });
      const broken = { lane: "conversation", seq: at, code: refusal } as const;
      await breaksAt(first.openCase(pageWith(served, one, entry)), broken);
      const reporter = await returning(organisation, code);
      await breaksAt(reporter.openCase(reporterPageWith(served, entry)), broken);
    }
    const seq = served.lane("internal").length + 1;
    for (const [key, epoch, refusal] of [
      [had.internal, 0, "entry-order"],
      [now.internal, 1, "entry-signature"],
    ] as const) {
      const header = { epoch };
      const forgery = { key, author: two, signer: two.signing, json: NOTE, header };
      const entry = forgeNext(served, { ...forgery, lane: "internal" });
      await breaksAt(first.openCase(pageWith(served, one, entry)), {
        lane: "internal",
        seq,
        code: refusal,
      });
      // Of somebody who may, the same entry stands under the new key alone.
      const honest = forgeNext(served, {
        ...forgery,
        lane: "internal",
        author: one,
        signer: one.signing,
      });
      const view = await first.openCase(pageWith(served, one, honest));
      expect(view.broken === null).toBe(epoch === 1);
    }
  });

  it("slips no note in before their removal, though the server would make room for it", async () => {
    const { served } = await worked();
    const note = forgeNext(served, {
      key: kept(served, "internal", two),
      author: two,
      signer: two.signing,
      json: NOTE,
      lane: "internal",
    });
    const at = served.lane("internal").length + 1;
    await changeAccess(first, served, one.id, removing(two.id));
    // To somebody who never read the case the server serves the note where the notes ended.
    const fresh = await desk(organisation, "first");
    await breaksAt(fresh.openCase(pageWith(served, one, note)), {
      lane: "internal",
      seq: at,
      code: "entry-order",
    });
  });

  it("lets nobody in, and takes nobody out", async () => {
    const { served } = await worked();
    await changeAccess(second, served, two.id, RECUSAL);
    // Until the next keys they still have these, and with the server's help can write under them.
    const had = keysOf(served, one);
    const seq = served.lane("conversation").length + 1;
    for (const payload of [
      { type: "grant", member: three.id, ...WHY },
      { type: "removal", member: one.id, ...WHY },
      { type: "recusal", ...WHY },
      rekeyOf(served, [one.id, two.id]),
    ] satisfies Unpinned[]) {
      const entry = forgeChange(served, two, payload, had);
      await breaksAt(first.openCase(pageWith(served, one, entry)), {
        lane: "conversation",
        seq,
        code: "entry-signature",
      });
    }
  });
});

describe("an exclusion", () => {
  it("is not lifted by one reader who signs both, nor by the one who was excluded", async () => {
    const { served, code } = await worked({ excluded: [two.id] });
    await changeAccess(first, served, one.id, granting(three.id));
    const keys = keysOf(served, one);
    const member = two.id;
    served.add(forgeChange(served, one, { type: "exclusion-override", member, ...WHY }, keys));
    served.add(forgeChange(served, one, { type: "grant", member, ...WHY }, keys));
    for (const view of [
      await third.openCase(served.memberPage(three.id)),
      await (await returning(organisation, code)).openCase(served.reporterPage()),
    ]) {
      expect(view.items.filter(({ lane }) => lane === "conversation").at(-1)).toMatchObject({
        kind: "refused",
        type: "grant",
      });
      expect(view).toMatchObject({
        broken: null,
        state: { access: { readers: [one.id, three.id] } },
      });
    }
    const own = forgeChange(served, two, { type: "exclusion-override", member, ...WHY }, keys);
    await breaksAt(third.openCase(pageWith(served, three, own)), {
      lane: "conversation",
      seq: served.lane("conversation").length + 1,
      code: "entry-signature",
    });
    // The same grant by the other reader is what it takes.
    served.add(forgeChange(served, three, { type: "grant", member, ...WHY }, keys));
    const view = await third.openCase(served.memberPage(three.id));
    expect(view.state.access.readers).toEqual([one.id, three.id, two.id]);
  });

  it("is not spoken against by the holder of the code", async () => {
    const { served } = await worked({ excluded: [two.id] });
    const key = kept(served, "conversation", one);
    const json = writePayload({ type: "exclusion-override", member: two.id, ...WHY });
    served.add(forgeNext(served, { key, author: null, signer: null, json }));
    const view = await first.openCase(served.memberPage(one.id));
    expect(view.items).toContainEqual(expect.objectContaining({ kind: "refused" }));
    expect(view.state.access.overrides).toEqual([]);
  });
});

describe("new keys", () => {
  it("are not believed for an outsider, of another epoch, without their author, or by the code's holder", async () => {
    const { served, code } = await worked();
    const keys = keysOf(served, one);
    const seq = served.lane("conversation").length + 1;
    const invalid = { lane: "conversation", seq, code: "access-invalid" } as const;
    for (const payload of [
      rekeyOf(served, [one.id, two.id, three.id]),
      rekeyOf(served, [one.id, one.id]),
      rekeyOf(served, [two.id]),
      rekeyOf(served, [one.id, two.id], 2),
    ]) {
      const entry = forgeChange(served, one, payload, keys);
      await breaksAt(second.openCase(pageWith(served, two, entry)), invalid);
      const reporter = await returning(organisation, code);
      await breaksAt(reporter.openCase(reporterPageWith(served, entry)), invalid);
    }
    const json = JSON.stringify({
      ...rekeyOf(served, [one.id]),
      notes: pin(served, keys.internal),
    });
    const byCode = forgeNext(served, { key: keys.conversation, author: null, signer: null, json });
    const shown = await second.openCase(pageWith(served, two, byCode));
    expect(shown).toMatchObject({ broken: null, state: { access: { epoch: 0 } } });
    expect(shown.items).toContainEqual(expect.objectContaining({ kind: "refused", type: "rekey" }));
    const honest = forgeChange(served, one, rekeyOf(served, [one.id, two.id]), keys);
    const fresh = await desk(organisation, "second");
    expect((await fresh.openCase(pageWith(served, two, honest))).broken).toBeNull();
  });

  it("that only the server wrapped open nothing and are never written under", async () => {
    const { served, code } = await worked();
    await changeAccess(second, served, two.id, RECUSAL);
    await changeAccess(first, served, one.id, REKEY);
    await act(first, served, one.id, REPLY);
    const serverKey = newLaneKey();
    const page = served.memberPage(one.id);
    const swapped = page.wraps.map((wrap) =>
      wrap.epoch === 1
        ? wrapTo(serverKey, one.seal.publicKey, served.id, readLane(wrap.lane), 1)
        : wrap,
    );
    const fresh = await desk(organisation, "first");
    // The reply under the new key, and the receipt after it.
    const at = served.lane("conversation").length - 1;
    await breaksAt(fresh.openCase({ ...page, wraps: swapped }), {
      lane: "conversation",
      seq: at,
      code: "wrap-invalid",
    });
    await expect(fresh.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
    // Beside the real ones they change nothing.
    const both = { ...page, wraps: [...swapped, ...page.wraps] };
    const view = await (await desk(organisation, "first")).openCase(both);
    expect(view.broken).toBeNull();
    const reporter = await returning(organisation, code);
    const told = served.reporterPage();
    const theirs = told.wraps.map((wrap) =>
      wrap.epoch === 1
        ? {
            ...wrap,
            wrap: wrapTo(serverKey, one.seal.publicKey, served.id, "conversation", 1).wrap,
          }
        : wrap,
    );
    await breaksAt(reporter.openCase({ ...told, wraps: theirs }), {
      lane: "conversation",
      seq: at,
      code: "wrap-invalid",
    });
  });

  it("end the old ones for everybody, the reporter too", async () => {
    const { served } = await worked();
    const old = kept(served, "conversation", one);
    await changeAccess(first, served, one.id, removing(two.id));
    const seq = served.lane("conversation").length + 1;
    for (const forgery of [
      { author: one, signer: one.signing },
      { author: null, signer: null },
    ]) {
      const entry = forgeNext(served, { key: old, ...forgery });
      await breaksAt(first.openCase(pageWith(served, one, entry)), {
        lane: "conversation",
        seq,
        code: "entry-order",
      });
    }
  });
});

describe("a change pinned to notes that nobody has", () => {
  it("breaks the notes and leaves the conversation to be read", async () => {
    const { served, code } = await worked();
    const keys = keysOf(served, one);
    const json = writePayload({
      type: "grant",
      member: three.id,
      ...WHY,
      notes: toBase64Url(new Uint8Array(32).fill(7)),
    });
    const entry = forgeNext(served, {
      key: keys.conversation,
      author: one,
      signer: one.signing,
      json,
    });
    await breaksAt(second.openCase(pageWith(served, two, entry)), {
      lane: "internal",
      seq: served.lane("internal").length + 1,
      code: "journal-truncated",
    });
    // The reporter has no notes to compare it with.
    const reporter = await returning(organisation, code);
    expect((await reporter.openCase(reporterPageWith(served, entry))).broken).toBeNull();
  });

  it("shows notes whose end the server keeps back from somebody who reads for the first time", async () => {
    const { served } = await worked();
    const older = served.card;
    await act(first, served, one.id, { kind: "note", text: "Not to be seen.", language: "en" });
    await changeAccess(first, served, one.id, granting(three.id));
    const page = served.memberPage(three.id);
    const shown = served.lane("internal").slice(0, -1);
    const hidden = [...served.lane("conversation"), ...shown];
    const plain = { ...page.plain, internalSeq: shown.length };
    const cut = { ...page, plain, entries: hidden };
    await expect(third.openCase(cut)).rejects.toMatchObject({ code: "journal-truncated" });
    // An older card would not tell; the change does.
    await breaksAt(third.openCase({ ...cut, card: older }), {
      lane: "internal",
      seq: shown.length + 1,
      code: "journal-truncated",
    });
  });
});

function readLane(name: string): "conversation" | "internal" {
  return name === "internal" ? "internal" : "conversation";
}
