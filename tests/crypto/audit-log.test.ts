import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { StoredAudit } from "../../worker/contract/audit.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { AuditLog } from "../../web/crypto/audit-log.ts";
import { outOfOrder } from "../../web/crypto/out-of-order.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import {
  found,
  logPerson,
  LOG_ORIGIN,
  makeLog,
  membersOf,
  reworded,
  signedBy,
  type MadeLog,
} from "../support/audit-log.ts";

const LENGTH = 20;
/** Places of the log, from 1: the first, some in the middle, the last but one. */
const PLACES = [1, 2, 7, 8, 13, LENGTH - 1];

let log: MadeLog;
beforeAll(async () => {
  await loadSodium();
  log = makeLog(LENGTH);
});

function without(place: number): StoredAudit[] {
  return log.entries.toSpliced(place - 1, 1);
}

function replaced(place: number, entry: StoredAudit): StoredAudit[] {
  return log.entries.toSpliced(place - 1, 1, entry);
}

function at(place: number): StoredAudit {
  const entry = log.entries[place - 1];
  if (entry === undefined) throw new Error("no such place");
  return entry;
}

function headBefore(place: number) {
  const head = log.heads[place - 1];
  if (head === undefined) throw new Error("no such place");
  return head;
}

describe("a log as it was written", () => {
  it("is whole, whatever was seen of it before", () => {
    expect(found(log, log.entries)).toEqual([]);
    for (const head of log.heads) expect(found(log, log.entries, [head])).toEqual([]);
    expect(found(log, [])).toEqual([]);
  });

  it("is read a page at a time or at once, to the same end", () => {
    const paged = new AuditLog({ origin: LOG_ORIGIN, members: log.members });
    paged.read(log.entries.slice(0, 7));
    paged.read(log.entries.slice(7));
    expect(paged.findings([])).toEqual([]);
    expect(paged.head).toEqual(log.heads.at(-1));
  });
});

describe.each(PLACES)("entry %i", (place) => {
  it("deleted is missing", () => {
    expect(found(log, without(place))).toEqual([`missing ${place}`]);
  });

  it("deleted with the next is missing with it", () => {
    if (place + 1 === LENGTH) return;
    const entries = log.entries.toSpliced(place - 1, 2);
    expect(found(log, entries)).toEqual([`missing ${place}-${place + 1}`]);
  });

  it("moved to another place is reordered, and no other is", () => {
    const entries = without(place).toSpliced(place === 13 ? 2 : 13, 0, at(place));
    expect(found(log, entries)).toEqual([`reordered ${place}`]);
  });

  it("changed places with the next: one of the two is reordered", () => {
    const entries = log.entries.toSpliced(place - 1, 2, at(place + 1), at(place));
    expect([[`reordered ${place}`], [`reordered ${place + 1}`]]).toContainEqual(
      found(log, entries),
    );
  });

  it("repeated elsewhere is inserted", () => {
    for (const where of [0, 5, LENGTH]) {
      const entries = log.entries.toSpliced(where, 0, at(place));
      expect(found(log, entries)).toEqual([`inserted ${place}`]);
    }
  });

  it("followed by one that nobody signed: that one is inserted", () => {
    const forged = reworded(at(place), (json) => json.replace("sign-in", "recovered"));
    const unsigned = { ...forged, signature: toBase64Url(new Uint8Array(64)) };
    const entries = log.entries.toSpliced(place, 0, unsigned);
    expect(found(log, entries)).toEqual([`inserted ${place + 1}`]);
  });

  it("of another act is changed", () => {
    const other = reworded(at(place), (json) =>
      json.includes("sign-in")
        ? json.replace("sign-in", "recovered")
        : json.replace("opened", "closed"),
    );
    expect(found(log, replaced(place, other))).toEqual([`changed ${place}`]);
  });

  it("of another member is changed", () => {
    const [one, two, three] = log.people;
    const { id } = place % 3 === 1 ? (two ?? logPerson(9)) : (one ?? logPerson(9));
    const other = reworded(at(place), (json) =>
      json.replace(/"member":"[^"]+"/, `"member":"${id}"`),
    );
    expect(found(log, replaced(place, other))).toEqual([`changed ${place}`]);
    expect(three).toBeDefined();
  });

  it("of somebody no roster ever listed is changed", () => {
    const stranger = signedBy(
      logPerson(9),
      { kind: "sign-in" },
      headBefore(place),
      20_500 + Math.floor((place - 1) / 3),
    );
    expect(found(log, replaced(place, stranger.audit))).toEqual([`changed ${place}`]);
  });

  it("with another signature is changed", () => {
    const other = { ...at(place), signature: toBase64Url(new Uint8Array(64).fill(3)) };
    expect(found(log, replaced(place, other))).toEqual([`changed ${place}`]);
  });

  it("exchanged for another that its author also signed is changed", () => {
    const person = log.people[(place - 1) % log.people.length];
    const day = 20_500 + Math.floor((place - 1) / 3);
    const other = signedBy(person, { kind: "left" }, headBefore(place), day);
    expect(found(log, replaced(place, other.audit))).toEqual([`changed ${place}`]);
  });

  it("that is no entry at all is changed", () => {
    for (const statement of [
      "",
      "no base64url!",
      "AAAA",
      Buffer.from("{}").toString("base64url"),
    ]) {
      expect(found(log, replaced(place, { ...at(place), statement }))).toEqual([
        `changed ${place}`,
      ]);
    }
  });

  it("spelled otherwise is changed, though it says the same", () => {
    const spelled = reworded(at(place), (json) => ` ${json}`);
    expect(found(log, replaced(place, spelled))).toEqual([`changed ${place}`]);
  });

  it("dated back is changed, and back-dated wherever an earlier one has a later day", () => {
    const other = reworded(at(place), (json) => json.replace(/"day":\d+/, '"day":20400'));
    const named = found(log, replaced(place, other));
    const both = [`changed ${place}`, `back-dated ${place}`];
    expect(named.toSorted()).toEqual((place === 1 ? [`changed ${place}`] : both).toSorted());
  });

  it("dated back by an author who helps is back-dated", () => {
    const rest = makeDatedBack(place);
    expect(found(log, rest)).toEqual(place === 1 ? [] : [`back-dated ${place}`]);
  });

  it("cut off with all after it is truncated, for whoever saw the end", () => {
    const entries = log.entries.slice(0, place - 1);
    const seen = log.heads.at(-1);
    expect(found(log, entries)).toEqual([]);
    expect(found(log, entries, seen === undefined ? [] : [seen])).toEqual([
      `truncated ${place}-${LENGTH}`,
    ]);
  });

  it("written anew with all after it, by authors who help, is changed for whoever saw it", () => {
    const rest = makeDatedBack(place);
    const seen = log.heads[place];
    expect(found(log, rest, seen === undefined ? [] : [seen])).toContain(`changed ${place}`);
  });
});

/** The log up to that place, then one dated back, then the rest signed anew upon it. */
function makeDatedBack(place: number): StoredAudit[] {
  const entries = log.entries.slice(0, place - 1);
  let head = headBefore(place);
  for (let seq = place; seq <= LENGTH; seq += 1) {
    const day = seq === place ? 20_499 : 20_500 + Math.floor((seq - 1) / 3);
    const made = signedBy(log.people[(seq - 1) % 3], { kind: "sign-in" }, head, day);
    entries.push(made.audit);
    ({ head } = made);
  }
  return entries;
}

describe("the last entry", () => {
  it("deleted is truncated for whoever saw it, and for nobody else", () => {
    const seen = log.heads.at(-1);
    expect(found(log, without(LENGTH))).toEqual([]);
    expect(found(log, without(LENGTH), seen === undefined ? [] : [seen])).toEqual([
      `truncated ${LENGTH}`,
    ]);
  });

  it("made up is unsigned, and changed for whoever saw what stood there", () => {
    const other = reworded(at(LENGTH), (json) => json.replace("opened", "closed"));
    expect(found(log, replaced(LENGTH, other))).toEqual([`unsigned ${LENGTH}`]);
    const seen = log.heads.at(-1);
    expect(found(log, replaced(LENGTH, other), seen === undefined ? [] : [seen])).toContain(
      `changed ${LENGTH}`,
    );
  });

  it("of somebody no roster ever listed is named so", () => {
    const stranger = signedBy(logPerson(9), { kind: "sign-in" }, headBefore(LENGTH), 20_506);
    expect(found(log, replaced(LENGTH, stranger.audit))).toEqual([`unknown-member ${LENGTH}`]);
  });

  it("of somebody who had been removed the day before is named so, on that day not", () => {
    for (const [revokedDay, findings] of [
      [20_505, [`unknown-member ${LENGTH}`]],
      [20_506, []],
    ] as const) {
      const [, author] = log.people;
      const members = new Map(membersOf(log.people));
      const member = members.get(author?.id ?? "");
      if (author !== undefined && member !== undefined) {
        members.set(author.id, { ...member, revokedDay });
      }
      expect(found({ members }, log.entries).filter((one) => one.endsWith(` ${LENGTH}`))).toEqual(
        findings,
      );
    }
  });

  it("signed for another organisation is unsigned here", () => {
    const [person] = log.people;
    const { audit } = signedBy(
      person,
      { kind: "sign-in" },
      headBefore(LENGTH),
      20_506,
      "https://else.example",
    );
    expect(found(log, replaced(LENGTH, audit))).toEqual([`unsigned ${LENGTH}`]);
  });
});

it("without its checks would let any of it through: what they look at is all there is", () => {
  const everybody = new AuditLog({ origin: LOG_ORIGIN, members: new Map() });
  const read = everybody.read(log.entries);
  expect(new Set(read.map(({ author }) => author))).toEqual(new Set(["unknown"]));
  expect(everybody.findings([])).toEqual([{ fault: "unknown-member", seq: 1, through: LENGTH }]);
});

it("finds whatever is done to any few entries of any log", () => {
  const change = fc.record({
    place: fc.integer({ min: 0, max: LENGTH - 2 }),
    kind: fc.constantFrom("delete", "move", "repeat", "bend"),
    to: fc.integer({ min: 0, max: LENGTH - 2 }),
    bit: fc.integer({ min: 0, max: 255 }),
  });
  const seen = [log.heads.at(-1) ?? { seq: 0, hash: "" }];
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      let entries = [...log.entries];
      for (const { place, kind, to, bit } of changes) {
        const entry = entries[place];
        if (entry === undefined) continue;
        if (kind === "delete") entries = entries.toSpliced(place, 1);
        if (kind === "move") entries = entries.toSpliced(place, 1).toSpliced(to, 0, entry);
        if (kind === "repeat") entries = entries.toSpliced(to, 0, entry);
        if (kind === "bend") {
          const bytes = Buffer.from(entry.signature, "base64url");
          bytes[bit % 64] = (bytes[bit % 64] ?? 0) ^ (1 << (bit >> 6));
          const signature = bytes.toString("base64url");
          entries = entries.toSpliced(place, 1, { ...entry, signature });
        }
      }
      const same = JSON.stringify(entries) === JSON.stringify(log.entries);
      expect(found(log, entries, seen).length === 0).toBe(same);
    }),
    { numRuns: 300 },
  );
});

describe("numbers out of order", () => {
  it("are as few as explain it", () => {
    expect(outOfOrder([1, 2, 3])).toEqual([]);
    expect(outOfOrder([10, 1, 2, 3])).toEqual([10]);
    expect(outOfOrder([1, 2, 9, 3, 4])).toEqual([9]);
    expect(outOfOrder([4, 1, 2, 3, 0])).toEqual([4, 0]);
    expect(outOfOrder([])).toEqual([]);
  });
});
