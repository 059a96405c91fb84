/** A kept receipt against whoever would change it, borrow it or make one up; and each time what nobody touched. */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { Receipt, ReceiptFile } from "../../worker/contract/receipt.ts";
import type { PublishedRoster, Roster } from "../../worker/contract/roster.ts";
import type { FoundedMember } from "../../web/command/founding.ts";
import {
  checkReceiptFile,
  receiptFileBytes,
  type ReceiptFault,
} from "../../web/crypto/receipt-file.ts";
import { signReceipt } from "../../web/crypto/receipt.ts";
import { rosterHash } from "../../web/crypto/roster.ts";
import { readReceipt } from "../../web/payload/promises.ts";
import {
  alteredDelegation,
  alteredRoster,
  foundOrganisation,
  ORIGIN,
  PLAN,
  signedDelegation,
  signedRoster,
  TODAY,
  VALID_DAYS,
  type Organisation,
} from "../support/organisation.ts";

const CASE = `${"C".repeat(21)}A`;
const DUE = TODAY + 7;

let organisation: Organisation;
let foreign: Organisation;
beforeAll(async () => {
  organisation = await foundOrganisation();
  foreign = await foundOrganisation({ ...PLAN, organisation: "Another organisation" });
});

function hashOf({ roster }: PublishedRoster): string {
  return toBase64Url(rosterHash(fromBase64Url(roster.statement)));
}

function receiptUnder(
  { published, roster, people }: Organisation,
  change: Partial<Receipt> = {},
): Receipt {
  return {
    suite: "tern/1",
    origin: ORIGIN,
    case: CASE,
    member: people.first.id,
    day: TODAY + 9,
    rosterVersion: roster.version,
    roster: hashOf(published),
    promises: [{ promise: "acknowledgement", dueDay: DUE, metDay: TODAY + 9 }],
    ...change,
  };
}

interface Made {
  readonly receipt?: Partial<Receipt>;
  readonly published?: PublishedRoster;
  readonly signer?: FoundedMember;
}

/** A file as its owner's page would save it, but for what is given. */
function fileOf(given: Made = {}, of: Organisation = organisation): ReceiptFile {
  const { published: full = of.published, signer: by = of.people.first } = given;
  const { delegation, signer, roster } = full;
  return {
    suite: "tern/1",
    kind: "receipt",
    receipt: signReceipt(receiptUnder(of, given.receipt), by.signing),
    published: { delegation, signer, roster },
  };
}

function check(file: ReceiptFile) {
  return checkReceiptFile(receiptFileBytes(file), organisation.trust);
}

function refused(fault: ReceiptFault) {
  return { kind: "refused", fault };
}

/** The next list, by whoever may sign it. */
function nextRoster(change: (roster: Roster) => Partial<Roster> = () => ({})): PublishedRoster {
  const { published } = organisation;
  return signedRoster(organisation, (roster) => ({
    ...roster,
    version: roster.version + 1,
    previous: hashOf(published),
    issuedDay: TODAY + 20,
    ...change(roster),
  }));
}

describe("a kept receipt", () => {
  it("says who signed which days, of which organisation", () => {
    expect(check(fileOf())).toEqual({
      kind: "holds",
      receipt: receiptUnder(organisation),
      organisation: "Example organisation",
      name: "First reviewer",
    });
  });

  it("holds as well with a later list of people, and after its signer has left", () => {
    const { first } = organisation.people;
    const left = nextRoster(({ members }) => ({
      members: members.map((member) =>
        member.id === first.id ? { ...member, revokedDay: TODAY + 15 } : member,
      ),
    }));
    // Somebody else has to review at their desk.
    expect(check(fileOf({ published: left }))).toMatchObject({ kind: "holds" });
    const after = fileOf({ published: left, receipt: { day: TODAY + 16 } });
    expect(check(after)).toEqual(refused("not-a-member"));
  });

  it("does not mind a line's end after it, and nothing else around it", () => {
    const bytes = Buffer.from(receiptFileBytes(fileOf())).toString("utf8");
    const read = (text: string) => checkReceiptFile(Buffer.from(text), organisation.trust).kind;
    expect(read(`${bytes}\r\n`)).toBe("holds");
    for (const text of [`\ufeff${bytes}`, `${bytes}x`, JSON.stringify(JSON.parse(bytes), null, 1)])
      expect(read(text)).toBe("refused");
  });

  it("is refused with any byte of it turned, though the days could still be read", () => {
    const bytes = receiptFileBytes(fileOf());
    const believed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of [0x01, 0x20]) {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ bit;
        if (checkReceiptFile(changed, organisation.trust).kind === "holds") believed.push(at);
      }
    }
    expect(believed).toEqual([]);
    expect(bytes.length).toBeGreaterThan(1_000);
    expect(checkReceiptFile(bytes, organisation.trust).kind).toBe("holds");
  });

  it("is refused cut short anywhere, empty, or as something else", () => {
    const bytes = receiptFileBytes(fileOf());
    for (let length = 0; length < bytes.length; length += 97)
      expect(checkReceiptFile(bytes.slice(0, length), organisation.trust)).toEqual(
        refused("not-a-receipt"),
      );
    const others = ["{}", "[]", "null", "1", '{"suite":"tern/1"}', "\u0000"];
    for (const other of others)
      expect(checkReceiptFile(Buffer.from(other), organisation.trust)).toEqual(
        refused("not-a-receipt"),
      );
    const notText = Uint8Array.of(0xff, 0xfe);
    expect(checkReceiptFile(notText, organisation.trust)).toEqual(refused("not-a-receipt"));
  });
});

interface Attack {
  readonly what: string;
  readonly fault: ReceiptFault;
  readonly make: () => ReceiptFile;
}

const ATTACKS: readonly Attack[] = [
  {
    what: "signed by another member in the first one's name",
    fault: "not-signed",
    make: () => fileOf({ signer: organisation.people.second }),
  },
  {
    what: "the days changed under the signature",
    fault: "not-signed",
    make: () => withStatement((said) => said.replace(`"metDay":${TODAY + 9}`, `"metDay":${DUE}`)),
  },
  {
    what: "the case changed under the signature",
    fault: "not-signed",
    make: () => withStatement((said) => said.replace(CASE, `${"D".repeat(21)}A`)),
  },
  {
    what: "the signature of another receipt of the same member",
    fault: "not-signed",
    make: () => {
      const { receipt } = fileOf({ receipt: { case: `${"D".repeat(21)}A` } });
      const right = fileOf();
      return { ...right, receipt: { ...right.receipt, signature: receipt.signature } };
    },
  },
  {
    what: "a receipt of another organisation, whole",
    fault: "not-delegated",
    make: () => fileOf({}, foreign),
  },
  {
    what: "another organisation's receipt under this one's list of people",
    fault: "not-a-member",
    make: () => ({ ...fileOf({}, foreign), published: fileOf().published }),
  },
  {
    what: "said to be of another organisation by its own member",
    fault: "other-organisation",
    make: () => fileOf({ receipt: { origin: "https://else.example" } }),
  },
  {
    what: "with a list that has a stranger's key in the member's place",
    fault: "list-not-signed",
    make: () =>
      fileOf({
        published: alteredRoster(organisation, (roster) => ({
          ...roster,
          members: roster.members.map((member) => ({
            ...member,
            key: foreign.roster.members[0]?.key ?? member.key,
          })),
        })),
      }),
  },
  {
    what: "with a list that a reviewer signed, whom nobody let",
    fault: "list-not-signed",
    make: () =>
      fileOf({
        published: signedRoster(
          organisation,
          (roster) => roster,
          organisation.people.second.signing,
        ),
      }),
  },
  {
    what: "with an earlier list than its signer had seen",
    fault: "list-older",
    make: () => fileOf({ receipt: { rosterVersion: organisation.roster.version + 1 } }),
  },
  {
    what: "with another list of the same number",
    fault: "list-older",
    make: () =>
      fileOf({
        published: signedRoster(organisation, (roster) => ({ ...roster, organisation: "Other" })),
      }),
  },
  {
    what: "of a day after the list's last",
    fault: "list-expired",
    make: () =>
      fileOf({
        receipt: { day: TODAY + VALID_DAYS + 1, promises: [missedOn(TODAY + VALID_DAYS)] },
      }),
  },
  {
    what: "with a list issued after the power to sign it had ended",
    fault: "list-expired",
    make: () => {
      const short = signedDelegation(organisation, (delegation) => ({
        ...delegation,
        expiresDay: TODAY + 15,
      }));
      return fileOf({ published: { ...nextRoster(), delegation: short.delegation } });
    },
  },
  {
    what: "with a delegation that gives itself more days",
    fault: "not-delegated",
    make: () =>
      fileOf({
        published: alteredDelegation(organisation, (delegation) => ({
          ...delegation,
          expiresDay: TODAY + 10_000,
        })),
      }),
  },
  {
    what: "of somebody the list does not know",
    fault: "not-a-member",
    make: () => fileOf({ receipt: { member: foreign.people.first.id } }),
  },
  {
    what: "that calls missed what still had time",
    fault: "no-sense",
    make: () => fileOf({ receipt: { promises: [missedOn(TODAY + 9)] } }),
  },
  {
    what: "of a day that was still to come when it was signed",
    fault: "no-sense",
    make: () =>
      fileOf({
        receipt: { promises: [{ promise: "feedback", dueDay: DUE, metDay: TODAY + 10 }] },
      }),
  },
];

function missedOn(dueDay: number) {
  return { promise: "acknowledgement", dueDay, metDay: null } as const;
}

function withStatement(change: (said: string) => string): ReceiptFile {
  const right = fileOf();
  const said = Buffer.from(right.receipt.statement, "base64url").toString("utf8");
  const statement = Buffer.from(change(said)).toString("base64url");
  return { ...right, receipt: { ...right.receipt, statement } };
}

describe("a file that proves nothing", () => {
  it.each(ATTACKS)("is refused: $what ($fault)", ({ fault, make }) => {
    const file = make();
    // Whoever only reads it would be told all the same.
    expect(readReceipt(file.receipt)?.promises).toHaveLength(1);
    expect(check(file)).toEqual(refused(fault));
    expect(check(fileOf())).toMatchObject({ kind: "holds" });
  });

  it("is refused once the trust file ends the delegation under it, and not by the floor for lists", () => {
    const bytes = receiptFileBytes(fileOf());
    const { trust, delegation } = organisation;
    const ended = { ...trust, delegationFloor: delegation.issuedDay + 1 };
    expect(checkReceiptFile(bytes, ended)).toEqual(refused("list-older"));
    expect(checkReceiptFile(bytes, { ...trust, rosterFloor: 9 }).kind).toBe("holds");
  });
});
