/**
 * Plain headers field by field: every one of a fixed length, integers big-endian. Whose fields they are is said by
 * the codecs that use this.
 */

/** The only suite there is: `tern/1`. */
export const SUITE = 1;

export class Writer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #at = 0;
  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
  }
  u8(value: number): void {
    this.#view.setUint8(this.#at, value);
    this.#at += 1;
  }
  u32(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
      throw new RangeError("header: not an unsigned 32-bit integer");
    }
    this.#view.setUint32(this.#at, value);
    this.#at += 4;
  }
  fixed(value: Uint8Array, length: number): void {
    if (value.length !== length) throw new RangeError("header: field of the wrong length");
    this.bytes.set(value, this.#at);
    this.#at += length;
  }
}

export class Reader {
  #bytes: Uint8Array;
  #view: DataView;
  #at = 0;
  constructor(bytes: Uint8Array, length: number) {
    if (bytes.length !== length) throw new RangeError("header: wrong length");
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  u8(): number {
    const value = this.#view.getUint8(this.#at);
    this.#at += 1;
    return value;
  }
  u32(): number {
    const value = this.#view.getUint32(this.#at);
    this.#at += 4;
    return value;
  }
  fixed(length: number): Uint8Array<ArrayBuffer> {
    const value = new Uint8Array(this.#bytes.slice(this.#at, this.#at + length));
    this.#at += length;
    return value;
  }
  suite(): void {
    if (this.u8() !== SUITE) throw new RangeError("header: unknown suite");
  }
}
