/** Random changes to requests that were valid: in their structure, in their values, in their very bytes. */
import * as fc from "fast-check";

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

type Path = readonly (string | number)[];

function pathsOf(json: Json, path: Path = []): readonly Path[] {
  if (json === null || typeof json !== "object") return [path];
  const children = Array.isArray(json) ? [...json.entries()] : Object.entries(json);
  return [path, ...children.flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

/** The same with what stands at that path changed; undefined takes it away. */
function changedAt(
  json: Json,
  path: Path,
  change: (json: Json) => Json | undefined,
): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return change(json);
  if (json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) {
    return json.flatMap((child: Json, at) => {
      const changed = at === key ? changedAt(child, rest, change) : child;
      return changed === undefined ? [] : [changed];
    });
  }
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, child]): [string, Json][] => {
      const changed = name === key ? changedAt(child, rest, change) : child;
      return changed === undefined ? [] : [[name, changed]];
    }),
  );
}

const ODD_KEYS = ["__proto__", "constructor", "toString", "", "length", "pad", "unheard"];
const ODD_VALUES: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  "",
  "A",
  "0",
  "\u0000",
  "\ud800",
  "=".repeat(22),
  // Not so long that it is refused for its length alone, which endpoints.test.ts asks of each endpoint.
  "A".repeat(2_000),
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
];

function oneCharacterChanged(text: string, at: number, by: string): string {
  const index = text.length === 0 ? 0 : at % text.length;
  return text.slice(0, index) + by + text.slice(index + 1);
}

/** What becomes of one value. */
const change: fc.Arbitrary<(json: Json) => Json | undefined> = fc.oneof(
  fc.constant(() => undefined),
  fc.constantFrom(...ODD_VALUES).map((value) => () => value),
  fc
    .constantFrom(...ODD_KEYS)
    .map(
      (key) => (json: Json) =>
        json !== null && typeof json === "object" && !Array.isArray(json)
          ? Object.fromEntries([...Object.entries(json), [key, 1]])
          : { [key]: json },
    ),
  fc.tuple(fc.nat(), fc.constantFrom("A", "B", "_", "-", "=", "+", " ", "é", "🙏")).map(
    ([at, by]) =>
      (json: Json) =>
        typeof json === "string" ? oneCharacterChanged(json, at, by) : [json],
  ),
  fc
    .nat()
    .map(
      (length) => (json: Json) =>
        typeof json === "string" ? json.slice(0, length % (json.length + 1)) : json,
    ),
  fc.constant((json: Json) => (typeof json === "string" ? json + json : json)),
  fc.constant((json: Json) => (Array.isArray(json) ? [...json, ...json] : json)),
  fc.constant((json: Json) => (Array.isArray(json) ? json.toReversed() : json)),
  fc.constant((json: Json) => JSON.stringify(json)),
);

/** Text for text: cut off, doubled, one byte out of place. */
const scar: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.nat().map((length) => (text: string) => text.slice(0, length % text.length)),
  fc.tuple(fc.nat(), fc.constantFrom("{", "}", '"', ",", "\\", "\u0000", "9")).map(
    ([at, by]) =>
      (text: string) =>
        oneCharacterChanged(text, at, by),
  ),
  fc.constant((text: string) => text + text),
  fc.constant((text: string) => text.replace(/:/u, ":[")),
);

/** One to three changes to a JSON value, as the text that is sent. */
export function mutationsOf(json: Json): fc.Arbitrary<string> {
  const structural = fc
    .array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const mutated = changes.reduce<Json>((current, [pick, apply]) => {
        const paths = pathsOf(current);
        return changedAt(current, paths[pick % paths.length] ?? [], apply) ?? null;
      }, json);
      return JSON.stringify(mutated);
    });
  const textual = scar.map((apply) => apply(JSON.stringify(json)));
  return fc
    .oneof({ weight: 4, arbitrary: structural }, { weight: 1, arbitrary: textual })
    .filter((text) => text !== JSON.stringify(json));
}
