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
export type Memory = Map<number, Remembered>;
const isolate: Memory = new Map();

function nameOf(shelf: number): string {
  return `shelves/${shelf}`;
}

async function decoded(bytes: Uint8Array<ArrayBuffer>): Promise<Shelf> {
  try {
    return await decodeShelf(bytes);
  } catch {
    throw new Refusal("key-lost");
  }
}

function isLost(error: unknown): boolean {
  return error instanceof Refusal && error.code === "key-lost";
}

function isDestroyed(error: unknown): boolean {
  return error instanceof Refusal && error.code === "not-found";
}

/** Whoever asks for what is on a shelf that is lost learns it then. */
function unlessLost(error: unknown): void {
  if (!isLost(error)) throw error;
}

/** @throws Refusal `key-lost` */
async function withoutLayer(key: CryptoKey, text: string): Promise<string> {
  try {
    return await removeLayer(key, text);
  } catch {
    throw new Refusal("key-lost");
  }
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

  /** Null when it is not there. @throws Refusal `keys-unavailable`; `key-lost` when what is there is no shelf */
  async #read(at: number): Promise<Shelf | null> {
    const known = this.#memory.get(at);
    if (known !== undefined && known.untilMs > Date.now()) return known.shelf;
    const bytes = await this.#fetch(at);
    return bytes === null ? null : this.#remember(at, await decoded(bytes));
  }

  /** What does not answer is not lost. */
  async #fetch(at: number): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const object = await this.#bucket.get(nameOf(at));
      return object === null ? null : new Uint8Array(await object.arrayBuffer());
    } catch {
      throw new Refusal("keys-unavailable");
    }
  }

  /** Whoever makes it first has made it for everybody. */
  async #readOrMake(at: number): Promise<Shelf> {
    const there = await this.#read(at);
    if (there !== null) return there;
    const made = encodeSecret(crypto.getRandomValues(new Uint8Array(SHRED_KEY_BYTES)));
    if (await this.#put(at, made)) return this.#remember(at, await decoded(made));
    const others = await this.#read(at);
    if (others === null) throw new Refusal("keys-unavailable");
    return others;
  }

  /** False when there is one already. */
  async #put(at: number, made: Uint8Array): Promise<boolean> {
    try {
      const onlyIf = { etagDoesNotMatch: "*" };
      return (await this.#bucket.put(nameOf(at), made, { onlyIf })) !== null;
    } catch {
      throw new Refusal("keys-unavailable");
    }
  }

  /** Null once it was destroyed. @throws Refusal `keys-unavailable` when nothing answers; `key-lost` */
  async #keyOf(
    { caseId, receivedDay }: CasePlace,
    absent: "is-made" | "is-lost",
  ): Promise<CryptoKey | null> {
    const at = shelfOf(receivedDay);
    const shelf = await (absent === "is-made" ? this.#readOrMake(at) : this.#read(at));
    if (shelf === null) throw new Refusal("key-lost");
    const raw = await shredKeyOn(shelf, caseId);
    return raw === null ? null : await importShredKey(raw);
  }

  /**
   * What is stored in the place of these keys of a case. Its shelf is made if it is the first on it.
   * @throws Refusal `keys-unavailable` when nothing answers; `key-lost` when the key is damaged or lost; `not-found`
   * when it was destroyed
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
      if (isLost(error) || isDestroyed(error)) return null;
      throw error;
    }
  }

  /**
   * What `cover` was given; what was stored before there was a layer comes back as it is.
   * @throws as `cover`
   */
  async uncover(place: CasePlace, stored: readonly string[]): Promise<string[]> {
    const uncovered = await Promise.all(stored.map((text) => this.#uncover({ ...place, text })));
    return uncovered.map((one) => {
      if (one.kind === "uncovered") return one.text;
      throw new Refusal(one.kind === "destroyed" ? "not-found" : "key-lost");
    });
  }

  /** In their order: one that is lost takes no other with it. @throws Refusal `keys-unavailable` */
  async uncoverEach(stored: readonly Covered[]): Promise<Uncovered[]> {
    await this.#readAhead(stored.filter(({ text }) => hasLayer(text)));
    return Promise.all(stored.map((one) => this.#uncover(one)));
  }

  async #uncover({ text, ...place }: Covered): Promise<Uncovered> {
    if (!hasLayer(text)) return { kind: "uncovered", text };
    try {
      const key = await this.#keyOf(place, "is-lost");
      if (key === null) return { kind: "destroyed" };
      return { kind: "uncovered", text: await withoutLayer(key, text) };
    } catch (error) {
      if (isLost(error)) return { kind: "lost" };
      throw error;
    }
  }

  /** Each shelf once, however many cases of a page lie on it. */
  async #readAhead(places: readonly CasePlace[]): Promise<void> {
    const shelves = new Set(places.map(({ receivedDay }) => shelfOf(receivedDay)));
    await Promise.all([...shelves].map((at) => this.#read(at).catch(unlessLost)));
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
