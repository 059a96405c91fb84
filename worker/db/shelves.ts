/**
 * Shred keys, on shelves in a bucket of their own: R2 keeps no history, so what is destroyed there is gone.
 * Invariant: a shelf is made once, never removed, and never rewritten but from the state that was read. So a shelf that
 * is not there is lost, and an error; a key that is not on its shelf was destroyed. One that is lost is never made
 * again: cases that come after it go to a later shelf of the same days, under a name that was never there.
 */
import {
  decodeShelf,
  encodeKeys,
  encodeSecret,
  keysWithout,
  shredKeyOn,
  SHRED_KEY_BYTES,
  type Shelf,
} from "../domain/shelf.ts";
import { Refusal } from "../domain/refusal.ts";
import { shelfOf } from "../domain/retention.ts";
import {
  addLayer,
  hasLayer,
  importShredKey,
  LATER_NAME_BYTES,
  laterShelfOf,
  removeLayer,
  SHRED_NONCE_BYTES,
} from "../domain/shredding.ts";
import { toBase64Url } from "../contract/bytes.ts";
import type { Database } from "./open.ts";
import { findLayers, isAnyOnShelf } from "./shelved-cases.ts";

/** Whose key it is. */
export interface CasePlace {
  readonly caseId: string;
  readonly receivedDay: number;
}

/** One key of a case, as it comes or as it is stored. */
export interface Covered extends CasePlace {
  readonly text: string;
}

/** What became of one stored key. */
export type Uncovered =
  | { readonly kind: "uncovered"; readonly text: string }
  /** By the end of its case: a database that was restored may name it again. */
  | { readonly kind: "destroyed" }
  /** It is damaged, or what it lies under is damaged or lost: trying again does not help. */
  | { readonly kind: "lost" };

/** How long an isolate goes by a shelf it has read: as long may it remember a key that was destroyed. */
const REMEMBERED_MS = 60_000;
/** Of a few thousand cases each. */
const REMEMBERED_SHELVES = 24;
/** A shelf may be written once a second; whoever lost that many races comes back later. */
const TRIES = 5;

interface Remembered {
  readonly shelf: Shelf;
  readonly untilMs: number;
}

/** Shelves an isolate has read, oldest first. Values only: what is still being read belongs to the request that reads it. */
export type Memory = Map<string, Remembered>;
const isolate: Memory = new Map();

/** A shelf, and by which name the keys that are covered under it say so: null for the first of its days. */
interface Standing {
  readonly shelf: Shelf;
  readonly later: string | null;
}

/** @param at which shelf, by day of receipt */
function nameOf(at: number, later: string | null): string {
  return later === null ? `shelves/${at}` : `shelves/${at}/${later}`;
}

function shelfNameOf({ receivedDay, text }: Covered): string {
  return nameOf(shelfOf(receivedDay), laterShelfOf(text));
}

/** @param shelf null: it is lost */
async function uncoverOn(shelf: Shelf | null, { caseId, text }: Covered): Promise<Uncovered> {
  if (!hasLayer(text)) return { kind: "uncovered", text };
  if (shelf === null) return { kind: "lost" };
  const raw = await shredKeyOn(shelf, caseId);
  if (raw === null) return { kind: "destroyed" };
  const opened = await removeLayer(await importShredKey(raw), text).catch(() => null);
  return opened === null ? { kind: "lost" } : { kind: "uncovered", text: opened };
}

/** What does not answer is not lost. @throws Refusal `keys-unavailable` */
async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch {
    throw new Refusal("keys-unavailable");
  }
}

/** Reasons why one case's key cannot be had, and that say nothing of any other's. */
const OF_ONE_CASE: ReadonlySet<string> = new Set(["key-lost", "not-found"]);

/** Stored keys of cases, covered and uncovered. */
export class ShredKeys {
  readonly #bucket: R2Bucket;
  readonly #db: Database;
  readonly #memory: Memory;
  constructor(bucket: R2Bucket, db: Database, memory: Memory = isolate) {
    this.#bucket = bucket;
    this.#db = db;
    this.#memory = memory;
  }

  #remember(name: string, shelf: Shelf): Shelf {
    this.#memory.delete(name);
    const [oldest] = this.#memory.keys();
    if (this.#memory.size >= REMEMBERED_SHELVES && oldest !== undefined) {
      this.#memory.delete(oldest);
    }
    this.#memory.set(name, { shelf, untilMs: Date.now() + REMEMBERED_MS });
    return shelf;
  }

  /** Null when it is not there, or is no shelf: it is lost. @throws Refusal `keys-unavailable` */
  async #read(name: string): Promise<Shelf | null> {
    const known = this.#memory.get(name);
    if (known !== undefined && known.untilMs > Date.now()) return known.shelf;
    const object = await answered(this.#bucket.get(name));
    if (object === null) return null;
    const bytes = new Uint8Array(await answered(object.arrayBuffer()));
    const shelf = await decodeShelf(bytes).catch(() => null);
    return shelf === null ? null : this.#remember(name, shelf);
  }

  /** Whoever makes it first has made it for everybody. Null when what is there is no shelf. */
  async #make(name: string): Promise<Shelf | null> {
    const made = encodeSecret(crypto.getRandomValues(new Uint8Array(SHRED_KEY_BYTES)));
    const onlyIf = { etagDoesNotMatch: "*" };
    const put = await answered(this.#bucket.put(name, made, { onlyIf }));
    return put === null ? this.#read(name) : this.#remember(name, await decodeShelf(made));
  }

  /** The names of the later shelves of those days. */
  async #listLater(at: number): Promise<string[]> {
    const prefix = nameOf(at, "");
    const { objects } = await answered(this.#bucket.list({ prefix }));
    return objects.map(({ key }) => key.slice(prefix.length));
  }

  /** The one that cases received that day go to. */
  async #standing(at: number): Promise<Standing> {
    const first = nameOf(at, null);
    const there = await this.#read(first);
    if (there !== null) return { shelf: there, later: null };
    // Read again where a case is: whoever stored it had made the shelf before.
    const wasMade = await isAnyOnShelf(this.#db, at);
    const shelf = await (wasMade ? this.#read(first) : this.#make(first));
    return shelf === null ? this.#later(at) : { shelf, later: null };
  }

  /** One that is there, or a new one. */
  async #later(at: number): Promise<Standing> {
    for (const later of await this.#listLater(at)) {
      const shelf = await this.#read(nameOf(at, later));
      if (shelf !== null) return { shelf, later };
    }
    const later = toBase64Url(crypto.getRandomValues(new Uint8Array(LATER_NAME_BYTES)));
    const shelf = await this.#make(nameOf(at, later));
    if (shelf === null) throw new Refusal("keys-unavailable");
    return { shelf, later };
  }

  /** The one that a stored case is on. @throws Refusal `key-lost` */
  async #standingOf(place: CasePlace): Promise<Standing> {
    const at = shelfOf(place.receivedDay);
    const first = await this.#read(nameOf(at, null));
    if (first !== null) return { shelf: first, later: null };
    const stored = await findLayers(this.#db, place);
    for (const later of stored) {
      const shelf = later === null ? null : await this.#read(nameOf(at, later));
      if (shelf !== null) return { shelf, later };
    }
    // Of before there was a layer: nothing of it is lost.
    if (stored.length === 0) return this.#standing(at);
    throw new Refusal("key-lost");
  }

  /** @throws Refusal `not-found` when the case's key was destroyed */
  async #coverUnder(
    { shelf, later }: Standing,
    caseId: string,
    sealed: readonly string[],
  ): Promise<string[]> {
    const raw = await shredKeyOn(shelf, caseId);
    if (raw === null) throw new Refusal("not-found");
    const key = await importShredKey(raw);
    return Promise.all(
      sealed.map((text) =>
        addLayer(key, later, text, crypto.getRandomValues(new Uint8Array(SHRED_NONCE_BYTES))),
      ),
    );
  }

  /**
   * What is stored in the place of the keys of a case that is new. Its shelf is made if it is the first on it.
   * @throws Refusal `keys-unavailable` when nothing answers
   */
  async coverNew({ caseId, receivedDay }: CasePlace, sealed: readonly string[]): Promise<string[]> {
    return this.#coverUnder(await this.#standing(shelfOf(receivedDay)), caseId, sealed);
  }

  /**
   * What is stored in the place of more keys of a case that is stored already.
   * @throws Refusal `keys-unavailable` when nothing answers; `key-lost` when its shelf is lost; `not-found` when its
   * key was destroyed
   */
  async cover(place: CasePlace, sealed: readonly string[]): Promise<string[]> {
    if (sealed.length === 0) return [];
    return this.#coverUnder(await this.#standingOf(place), place.caseId, sealed);
  }

  /** The same for one of each of many cases, in their order; null for one whose key is destroyed or lost. */
  async coverEach(stored: readonly Covered[]): Promise<(string | null)[]> {
    // One after the other: the first to need a shelf reads it for all.
    const covered: (string | null)[] = [];
    for (const { text, ...place } of stored) covered.push(await this.#coverOne(place, text));
    return covered;
  }

  async #coverOne(place: CasePlace, text: string): Promise<string | null> {
    try {
      const [covered = null] = await this.cover(place, [text]);
      return covered;
    } catch (error) {
      if (error instanceof Refusal && OF_ONE_CASE.has(error.code)) return null;
      throw error;
    }
  }

  /**
   * What `cover` was given; what was stored before there was a layer comes back as it is.
   * @throws as `cover`
   */
  async uncover(place: CasePlace, stored: readonly string[]): Promise<string[]> {
    return (await this.uncoverEach(stored.map((text) => ({ ...place, text })))).map((one) => {
      if (one.kind === "uncovered") return one.text;
      throw new Refusal(one.kind === "destroyed" ? "not-found" : "key-lost");
    });
  }

  /** In their order: one that is lost takes no other with it. @throws Refusal `keys-unavailable` */
  async uncoverEach(stored: readonly Covered[]): Promise<Uncovered[]> {
    const shelves = await this.#readEach(stored.filter(({ text }) => hasLayer(text)));
    return Promise.all(stored.map((one) => uncoverOn(shelves.get(shelfNameOf(one)) ?? null, one)));
  }

  /** Each shelf once, however many cases of a page lie on it. */
  async #readEach(stored: readonly Covered[]): Promise<ReadonlyMap<string, Shelf | null>> {
    const names = [...new Set(stored.map(shelfNameOf))];
    return new Map(
      await Promise.all(names.map(async (name) => [name, await this.#read(name)] as const)),
    );
  }

  /**
   * Destroys the keys of these cases of one shelf, once and for all; again is as good as once.
   * @param others every other case received in its days, asked for at most once in a shelf's life
   * @throws Error when others kept writing to the shelf
   */
  async destroy(
    at: number,
    caseIds: ReadonlySet<string>,
    others: () => Promise<readonly string[]>,
  ): Promise<void> {
    const later = await this.#listLater(at);
    for (const one of [null, ...later]) await this.#destroyOn(nameOf(at, one), caseIds, others);
  }

  async #destroyOn(
    name: string,
    caseIds: ReadonlySet<string>,
    others: () => Promise<readonly string[]>,
  ): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      this.#memory.delete(name);
      const object = await this.#bucket.get(name);
      if (object === null) return;
      const shelf = await decodeShelf(new Uint8Array(await object.arrayBuffer()));
      const gone = shelf.kind === "parted" && ![...caseIds].some((id) => shelf.keys.has(id));
      if (gone) return;
      const left = await keysWithout(shelf, caseIds, shelf.kind === "whole" ? await others() : []);
      const onlyIf = { etagMatches: object.etag };
      const put = await this.#bucket.put(name, encodeKeys(left), { onlyIf });
      this.#memory.delete(name);
      if (put !== null) return;
    }
    throw new Error("shelves: others kept writing");
  }
}
