/** Hexadecimal, in which the vectors give bytes that never travel as text. */

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** @throws RangeError when the text is not pairs of hexadecimal digits. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Buffer.from(text, "hex"));
  if (bytes.length * 2 !== text.length) throw new RangeError("hex: not hexadecimal");
  return bytes;
}
