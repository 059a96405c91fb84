/**
 * The journal against a server that deals its entries dishonestly: the reviewer's client and the reporter's
 * refuse, and seal nothing on it.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import type { CryptoErrorCode } from "../../web/crypto/suite.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import { failureCodeOf } from "../../web/vault/failure.ts";
import type { CaseView } from "../../web/vault/interface.ts";
import { foundOrganisation, TODAY, type Organisation } from "../support/organisation.ts";
import { breaksAt } from "./breaking.ts";
import { answered, REPLY, type Underway } from "./case-work.ts";
import { laneAndSeq } from "./served-case.ts";
import { desk, returning } from "./signing-in.ts";

let organisation: Organisation;
let first: DeskVault;
let second: DeskVault;
let member: string;
let served: Underway["served"];
let code: string;
let other: Underway["served"];
/** What there is to read. */
let genuine: CaseView["items"];

beforeAll(async () => {
  organisation = await foundOrganisation();
  first = await desk(organisation, "first");
  second = await desk(organisation, "second");
  member = organisation.people.second.id;
  ({ served, code } = await answered(organisation, first, organisation.people.first.id));
  ({ served: other } = await answered(organisation, first, organisation.people.first.id));
  genuine = (await second.openCase(served.memberPage(member))).items;
});

function at(entries: readonly SealedEntry[], seq: number): SealedEntry {
  const found = entries.find((entry) => laneAndSeq(entry).seq === seq);
  if (found === undefined) throw new Error("no entry with that seq");
  return found;
}

function flipped(text: string, position: number): string {
  const bytes = fromBase64Url(text);
  bytes[position] = (bytes[position] ?? 0) ^ 1;
  return toBase64Url(bytes);
}

interface Dealing {
  readonly what: string;
  readonly code: CryptoErrorCode;
  /** The first seq that does not hold; null where not even the report does, or the end is missing. */
  readonly seq: number | null;
  /** The conversation as it is served instead of how it was written. */
  readonly deal: (conversation: readonly SealedEntry[]) => SealedEntry[];
}

const DEALINGS: readonly Dealing[] = [
  {
    what: "two entries swapped",
    code: "entry-order",
    seq: 2,
    deal: (all) => [at(all, 1), at(all, 3), at(all, 2), at(all, 4), at(all, 5)],
  },
  {
    what: "the whole told backwards",
    code: "entry-order",
    seq: null,
    deal: (all) => all.toReversed(),
  },
  { what: "an entry told twice", code: "entry-order", seq: 8, deal: (all) => [...all, at(all, 7)] },
  {
    what: "an old entry told again in a new one's place",
    code: "entry-order",
    seq: 5,
    deal: (all) => [...all.slice(0, 4), at(all, 3)],
  },
  {
    what: "one dropped in the middle",
    code: "entry-order",
    seq: 3,
    deal: (all) => all.filter((entry) => entry !== at(all, 3)),
  },
  { what: "the report dropped", code: "entry-order", seq: null, deal: (all) => all.slice(1) },
  {
    what: "the last dropped",
    code: "journal-truncated",
    seq: null,
    deal: (all) => all.slice(0, -1),
  },
  {
    what: "all but the report dropped",
    code: "journal-truncated",
    seq: null,
    deal: (all) => all.slice(0, 1),
  },
  { what: "nothing served at all", code: "entry-order", seq: null, deal: () => [] },
  {
    what: "an entry of another case of the same reviewers",
    code: "entry-order",
    seq: 5,
    deal: (all) => [...all.slice(0, 4), at(other.lane("conversation"), 5)],
  },
  {
    what: "another case's whole conversation",
    code: "entry-order",
    seq: null,
    deal: () => [...other.lane("conversation")],
  },
  {
    what: "an entry of the internal lane in the conversation",
    code: "entry-order",
    seq: 2,
    deal: (all) => all.with(1, relabelled(at(served.lane("internal"), 2))),
  },
  {
    what: "a body from another entry",
    code: "entry-invalid",
    seq: 3,
    deal: (all) => all.with(2, { ...at(all, 3), body: at(all, 5).body }),
  },
  {
    what: "a byte of a header's day turned",
    code: "entry-invalid",
    seq: 5,
    deal: (all) => all.with(4, { ...at(all, 5), header: flipped(at(all, 5).header, 109) }),
  },
  {
    what: "a byte of a header's previous hash turned",
    code: "entry-order",
    seq: 5,
    deal: (all) => all.with(4, { ...at(all, 5), header: flipped(at(all, 5).header, 60) }),
  },
  {
    what: "a byte of a body turned",
    code: "entry-invalid",
    seq: 3,
    deal: (all) => all.with(2, { ...at(all, 3), body: flipped(at(all, 3).body, 500) }),
  },
  {
    what: "a byte of the report turned",
    code: "entry-invalid",
    seq: null,
    deal: (all) => all.with(0, { ...at(all, 1), body: flipped(at(all, 1).body, 30) }),
  },
];

/** The same bytes, called an entry of the conversation. */
function relabelled(entry: SealedEntry): SealedEntry {
  const header = fromBase64Url(entry.header);
  header[49] = 1;
  return { ...entry, header: toBase64Url(header) };
}

describe("a journal as it was written", () => {
  it("is read whole by every recipient, and by the reporter without the internal lane", async () => {
    const read = await second.openCase(served.memberPage(member));
    expect(read.items.map(({ kind, lane, seq }) => `${kind} ${lane} ${seq}`)).toEqual([
      "known conversation 1",
      "known conversation 2",
      "known conversation 3",
      "known conversation 4",
      "known conversation 5",
      "known conversation 6",
      "known conversation 7",
      "known internal 1",
      "known internal 2",
    ]);
    expect(read.standing).toBe("acknowledged");
    const vault = await returning(organisation, code);
    const mine = await vault.openCase(served.reporterPage());
    expect(mine.items).toEqual(read.items.filter(({ lane }) => lane === "conversation"));
  });
});

describe("a journal dealt dishonestly is refused", () => {
  // Who has read it to its end knows of nine entries, and is shown all of them or nothing.
  it.each(DEALINGS)("by a reviewer: $what ($code)", async ({ code: expected, deal }) => {
    const page = served.memberPage(member);
    const entries = [...deal(served.lane("conversation")), ...served.lane("internal")];
    const [refusal, shown] = await second.openCase({ ...page, entries }).then(
      ({ broken, items }) => [broken?.code, items] as const,
      (failure: unknown) => [failureCodeOf(failure), null] as const,
    );
    expect(refusal).toBe(expected);
    if (shown !== null) expect(shown).toEqual(genuine);
    await expect(second.seal(REPLY, TODAY)).rejects.toMatchObject({ code: "not-ready" });
  });

  it.each(DEALINGS)("by the reporter: $what ($code)", async ({ code: expected, seq, deal }) => {
    const vault = await returning(organisation, code);
    const page = served.reporterPage();
    const entries = deal(served.lane("conversation"));
    const asked = vault.openCase({ ...page, entries });
    if (seq === null) {
      await expect(asked).rejects.toMatchObject({ code: expected });
    } else {
      const view = await breaksAt(asked, { lane: "conversation", seq, code: expected });
      expect(view.items.length).toBe(seq - 1);
    }
    await expect(vault.sealMessage("hello", "en", TODAY)).rejects.toMatchObject({
      code: "not-ready",
    });
  });

  it("by a reviewer: the internal lane dropped, shortened or another case's", async () => {
    const conversation = served.lane("conversation");
    const internal = served.lane("internal");
    const page = served.memberPage(member);
    for (const [entries, expected] of [
      [[...conversation], "journal-truncated"],
      [[...conversation, ...internal.slice(0, 1)], "journal-truncated"],
      [[...conversation, ...internal.toReversed()], "entry-order"],
      [[...conversation, ...other.lane("internal")], "entry-order"],
    ] as const) {
      await expect(second.openCase({ ...page, entries: [...entries] })).rejects.toMatchObject({
        code: expected,
      });
    }
  });

  it("by a reviewer: shorter than its card says, though the server counts less", async () => {
    const page = served.memberPage(member);
    const fresh = await desk(organisation, "second");
    for (const end of [
      { conversation: 3, internal: 2 },
      { conversation: 7, internal: 1 },
    ]) {
      const entries = [...served.before(end)];
      const plain = {
        ...page.plain,
        conversationSeq: end.conversation,
        internalSeq: end.internal,
      };
      await expect(fresh.openCase({ ...page, plain, entries })).rejects.toMatchObject({
        code: "journal-truncated",
      });
    }
  });

  it("by a reviewer: under another case's id", async () => {
    const page = served.memberPage(member);
    const plain = { ...page.plain, case: other.id };
    await expect(second.openCase({ ...page, plain })).rejects.toMatchObject({
      code: "wrap-invalid",
    });
    const wraps = other.wrapsOf(member);
    await expect(second.openCase({ ...page, plain, wraps })).rejects.toMatchObject({
      code: "entry-order",
    });
  });

  it("by a reviewer: every byte of the reporter's last words, one at a time", async () => {
    const entries = [...served.lane("conversation"), ...served.lane("internal")];
    const last = at(served.lane("conversation"), 5);
    const page = served.memberPage(member);
    const length = fromBase64Url(last.body).length;
    expect(length).toBe(1_064);
    for (let position = 0; position < length; position += 7) {
      const changed = entries.map((entry) =>
        entry === last ? { ...entry, body: flipped(entry.body, position) } : entry,
      );
      await expect(second.openCase({ ...page, entries: changed })).rejects.toMatchObject({
        code: "entry-invalid",
      });
    }
    await expect(second.openCase(page)).resolves.toMatchObject({ standing: "acknowledged" });
  });
});
