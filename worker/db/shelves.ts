/**
 * Shred keys, on shelves in a bucket of their own: R2 keeps no history, so what is destroyed there is gone.
 * Invariant: a shelf is made once, never removed, and never rewritten but from the state that was read. So a shelf that
 * is not there is lost, and an error; a key that is not on its shelf was destroyed.
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
  removeLayer,
  SHRED_NONCE_BYTES,
} from "../domain/shredding.ts";

/** Whose key it is. */
export interface CasePlace {
  readonly caseId: string;
  readonly receivedDay: number;
}

/** One key of a case, as it comes or as it is stored. */
export interface Covered extends CasePlace {
  readonly text: string;
}

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
export type Memory = Map<number, Remembered>;
const isolate: Memory = new Map();

function nameOf(shelf: number): string {
  return `shelves/${shelf}`;
}

/** Stored keys of cases, covered and uncovered. */
export class ShredKeys {
  readonly #bucket: R2Bucket;
  readonly #memory: Memory;
  constructor(bucket: R2Bucket, memory: Memory = isolate) {
    this.#bucket = bucket;
    this.#memory = memory;
  }

  #remember(at: number, shelf: Shelf): Shelf {
    this.#memory.delete(at);
    const [oldest] = this.#memory.keys();
    if (this.#memory.size >= REMEMBERED_SHELVES && oldest !== undefined) {
      this.#memory.delete(oldest);
    }
    this.#memory.set(at, { shelf, untilMs: Date.now() + REMEMBERED_MS });
    return shelf;
  }

  async #read(at: number): Promise<Shelf | null> {
    const known = this.#memory.get(at);
    if (known !== undefined && known.untilMs > Date.now()) return known.shelf;
    const object = await this.#bucket.get(nameOf(at));
    if (object === null) return null;
    return this.#remember(at, await decodeShelf(new Uint8Array(await object.arrayBuffer())));
  }

  /** Whoever makes it first has made it for everybody. */
  async #readOrMake(at: number): Promise<Shelf> {
    const there = await this.#read(at);
    if (there !== null) return there;
    const made = encodeSecret(crypto.getRandomValues(new Uint8Array(SHRED_KEY_BYTES)));
    const onlyIf = { etagDoesNotMatch: "*" };
    if ((await this.#bucket.put(nameOf(at), made, { onlyIf })) !== null) {
      return this.#remember(at, await decodeShelf(made));
    }
    const others = await this.#read(at);
    if (others === null) throw new Error("shelves: made, and gone");
    return others;
  }

  /** Null once it was destroyed. @throws Refusal `keys-unavailable` when the shelf cannot be read */
  async #keyOf(
    { caseId, receivedDay }: CasePlace,
    absent: "is-made" | "is-lost",
  ): Promise<CryptoKey | null> {
    const at = shelfOf(receivedDay);
    try {
      const shelf = await (absent === "is-made" ? this.#readOrMake(at) : this.#read(at));
      if (shelf === null) throw new Error("shelves: lost");
      const raw = await shredKeyOn(shelf, caseId);
      return raw === null ? null : await importShredKey(raw);
    } catch {
      throw new Refusal("keys-unavailable");
    }
  }

  /**
   * What is stored in the place of these keys of a case. Its shelf is made if it is the first on it.
   * @throws Refusal `keys-unavailable`; `not-found` when the case's key was destroyed
   */
  async cover(place: CasePlace, sealed: readonly string[]): Promise<string[]> {
    if (sealed.length === 0) return [];
    const key = await this.#keyOf(place, "is-made");
    if (key === null) throw new Refusal("not-found");
    return Promise.all(
      sealed.map((text) =>
        addLayer(key, text, crypto.getRandomValues(new Uint8Array(SHRED_NONCE_BYTES))),
      ),
    );
  }

  /** The same for one of each of many cases; in their order. */
  async coverEach(stored: readonly Covered[]): Promise<string[]> {
    // One after the other: the first to need a shelf reads it for all.
    const covered: string[] = [];
    for (const { text, ...place } of stored) covered.push(...(await this.cover(place, [text])));
    return covered;
  }

  /**
   * What `cover` was given; what was stored before there was a layer comes back as it is.
   * @throws as `cover`
   */
  async uncover(place: CasePlace, stored: readonly string[]): Promise<string[]> {
    const uncovered = await this.#uncover(place, stored);
    if (uncovered === null) throw new Refusal("not-found");
    return uncovered;
  }

  /** Null where the case's key was destroyed: a database that was restored may name it again. */
  async uncoverEach(stored: readonly Covered[]): Promise<(string | null)[]> {
    await this.#readAhead(stored.filter(({ text }) => hasLayer(text)));
    return Promise.all(
      stored.map(async ({ text, ...place }) => {
        const [uncovered = null] = (await this.#uncover(place, [text])) ?? [];
        return uncovered;
      }),
    );
  }

  async #uncover(place: CasePlace, stored: readonly string[]): Promise<string[] | null> {
    if (!stored.some(hasLayer)) return [...stored];
    const key = await this.#keyOf(place, "is-lost");
    if (key === null) return null;
    try {
      return await Promise.all(
        stored.map(async (text) => (hasLayer(text) ? removeLayer(key, text) : text)),
      );
    } catch {
      throw new Refusal("keys-unavailable");
    }
  }

  /** Each shelf once, however many cases of a page lie on it. */
  async #readAhead(places: readonly CasePlace[]): Promise<void> {
    const shelves = new Set(places.map(({ receivedDay }) => shelfOf(receivedDay)));
    try {
      await Promise.all([...shelves].map((at) => this.#read(at)));
    } catch {
      throw new Refusal("keys-unavailable");
    }
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
    for (let tries = 0; tries < TRIES; tries += 1) {
      this.#memory.delete(at);
      const object = await this.#bucket.get(nameOf(at));
      if (object === null) return;
      const shelf = await decodeShelf(new Uint8Array(await object.arrayBuffer()));
      const gone = shelf.kind === "parted" && ![...caseIds].some((id) => shelf.keys.has(id));
      if (gone) return;
      const left = await keysWithout(shelf, caseIds, shelf.kind === "whole" ? await others() : []);
      const onlyIf = { etagMatches: object.etag };
      const put = await this.#bucket.put(nameOf(at), encodeKeys(left), { onlyIf });
      this.#memory.delete(at);
      if (put !== null) return;
    }
    throw new Error("shelves: others kept writing");
  }
}
