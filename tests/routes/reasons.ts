/** Steps that cannot be taken back, as a member's client sends them: with why they serve the child. */
import type { InputOf } from "../../worker/contract/endpoints.ts";
import type { CasePlain, SealedEntry } from "../../worker/contract/journal.ts";
import { NO_MARKS } from "../support/no-marks.ts";
import type { Server } from "../support/server.ts";
import { call } from "./client.ts";
import { auditEntry, type TestMember } from "./people.ts";
import { entryHash, sealCard, sealEntry, wrapFor, type Submission } from "./sealed-bytes.ts";

type Append = InputOf<"appendToCase">;

/** @param note the one of its entries that holds the reason */
export async function reasoned(
  server: Server,
  [member, token]: readonly [TestMember, string],
  append: Append,
  note: SealedEntry,
): Promise<Append> {
  const act = { kind: "best-interests", case: append.case, entry: entryHash(note) } as const;
  return { ...append, audit: await auditEntry(server, member, act, token) };
}

/** What one member writes to a case that nobody else writes to: each time a word to the reporter, and a note. */
export class Steps {
  readonly #server: Server;
  readonly #by: readonly [TestMember, string];
  readonly #caseId: string;
  readonly #recipients: readonly string[];
  /** The last of each lane. */
  #said: SealedEntry;
  #note: SealedEntry | null = null;
  #taken = 0;

  constructor(
    server: Server,
    by: readonly [TestMember, string],
    { case: caseId, entry }: Submission,
    recipients: readonly string[],
  ) {
    this.#server = server;
    this.#by = by;
    this.#caseId = caseId;
    this.#said = entry;
    this.#recipients = recipients;
  }

  /** The next append and its note; nothing is sent, and no reason is said. */
  made(marks: Partial<Append> = {}): { readonly append: Append; readonly note: SealedEntry } {
    const place = { caseId: this.#caseId, author: this.#by[0].id };
    const seq = this.#taken + 1;
    const before = this.#note === null ? {} : { prev: entryHash(this.#note) };
    const note = sealEntry(this.#server, { ...place, lane: "internal", seq, ...before });
    const said = { ...place, seq: seq + 1, prev: entryHash(this.#said) };
    const covers = { coversConversation: seq + 1, coversInternal: seq };
    const append: Append = {
      case: this.#caseId,
      entries: [sealEntry(this.#server, said), note],
      wraps: this.#taken > 0 ? [] : this.#recipients.map((id) => wrapFor(id, "internal")),
      card: sealCard(this.#server, { ...place, lane: "internal", ...covers }),
      ...NO_MARKS,
      ...marks,
    };
    return { append, note };
  }

  /** Must be taken; a closing says its reason. */
  async take(marks: Partial<Append> = {}): Promise<CasePlain> {
    const { append, note } = this.made(marks);
    const sent = append.closed ? await reasoned(this.#server, this.#by, append, note) : append;
    const { plain } = await call(this.#server, "appendToCase", sent, this.#by[1]);
    this.#said = append.entries[0] ?? note;
    this.#note = note;
    this.#taken += 1;
    return plain;
  }
}
