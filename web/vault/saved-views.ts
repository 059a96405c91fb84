/**
 * A member's saved views in the vault. Invariant: within a session no version older than the newest seen is believed,
 * so that a server cannot bring back views that were deleted.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { SavedViews, ViewsSave } from "../../worker/contract/saved-views.ts";
import type { Keyring } from "../crypto/keyring.ts";
import { openViews, sealViews } from "../crypto/saved-views.ts";
import { CryptoError } from "../crypto/suite.ts";

/** What a page asks of the vault about saved views; their text is the page's own to read. */
export interface SavedViewsVault {
  /** Null is what a server says that has none. Rejects with `views-invalid` for anything but this member's newest. */
  openViews(stored: SavedViews | null): Promise<string | null>;
  /** In the place of the version last opened. Rejects with `text-too-long` when they do not fit. */
  sealViews(text: string): Promise<ViewsSave>;
}

export class ViewsRoom implements SavedViewsVault {
  readonly #keyring: () => Keyring;
  readonly #origin: () => Uint8Array;
  /** The newest version opened in this session; 0 before any. */
  #newest = 0;

  constructor(keyring: () => Keyring, origin: () => Uint8Array) {
    this.#keyring = keyring;
    this.#origin = origin;
  }

  async openViews(stored: SavedViews | null): Promise<string | null> {
    const version = stored?.version ?? 0;
    if (version < this.#newest) throw new CryptoError("views-invalid");
    if (stored === null) return null;
    const sealed = fromBase64Url(stored.sealed);
    const text = openViews(sealed, this.#keyring(), this.#origin(), version);
    this.#newest = version;
    return text;
  }

  async sealViews(text: string): Promise<ViewsSave> {
    const version = this.#newest + 1;
    const sealed = sealViews(text, this.#keyring(), this.#origin(), version);
    return { replacesVersion: this.#newest, sealed: toBase64Url(sealed) };
  }
}
