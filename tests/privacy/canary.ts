/**
 * Secrets to look for, in every shape they could have leaked in: as text in three encodings, as hexadecimal, as
 * base64 and base64url at each of the three offsets.
 */
import { randomInt } from "node:crypto";

export interface Canary {
  readonly name: string;
  /** Each of them tells it. */
  readonly forms: readonly Buffer[];
}

export interface Haystack {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Characters of base64 that also carry bits of what stands before: at offsets 0, 1 and 2. */
const SHARED_CHARACTERS = [0, 2, 3] as const;

/** The characters that these bytes and no others decide, wherever they stand in something larger. */
function base64Forms(bytes: Buffer, encoding: "base64" | "base64url"): readonly string[] {
  return SHARED_CHARACTERS.map((shared, offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const decided = Math.floor((whole.length * 8) / 6);
    return whole.toString(encoding).slice(shared, decided);
  });
}

function formsOfBytes(bytes: Buffer): readonly Buffer[] {
  const texts = [
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    ...base64Forms(bytes, "base64"),
    ...base64Forms(bytes, "base64url"),
  ];
  return [bytes, ...texts.map((text) => Buffer.from(text, "latin1"))];
}

function formsOfText(text: string): readonly Buffer[] {
  const little = Buffer.from(text, "utf16le");
  const big = Buffer.from(little).swap16();
  return [Buffer.from(text, "utf8"), little, big].flatMap(formsOfBytes);
}

function distinct(forms: readonly Buffer[]): readonly Buffer[] {
  return [...new Map(forms.map((form) => [form.toString("latin1"), form])).values()];
}

export function canaryOfText(name: string, ...texts: readonly string[]): Canary {
  return { name, forms: distinct(texts.flatMap(formsOfText)) };
}

export function canaryOfBytes(name: string, bytes: Uint8Array): Canary {
  return { name, forms: distinct(formsOfBytes(Buffer.from(bytes))) };
}

/** A word that nobody ever wrote. */
export function randomWord(): string {
  return Array.from({ length: 24 }, () => String.fromCharCode(97 + randomInt(26))).join("");
}

/** Ways a list of words or numbers may be put together. */
const JOINTS = [" ", "-", "", ",", "\n", "%20", "+", '","'];

export function canaryOfGroups(name: string, groups: readonly string[]): Canary {
  const joined = JOINTS.map((joint) => groups.join(joint));
  return canaryOfText(name, ...joined, ...joined.map((text) => text.toUpperCase()));
}

/** `canary in haystack`, for each that is there. */
export function sightings(
  canaries: readonly Canary[],
  haystacks: readonly Haystack[],
): readonly string[] {
  return canaries.flatMap(({ name, forms }) =>
    haystacks
      .filter(({ bytes }) => forms.some((form) => bytes.includes(form)))
      .map((haystack) => `${name} in ${haystack.name}`),
  );
}
