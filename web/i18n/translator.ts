/**
 * Texts, days, lists and names in one language. Days only, never times, and always UTC: a local time zone
 * would say where somebody is.
 */
import type { Direction, Language } from "./languages.ts";
import type { Message, Messages, Translation, Values } from "./message.ts";

export interface Translator<English extends Messages> {
  readonly code: string;
  readonly direction: Direction;
  readonly t: <Key extends keyof English>(key: Key, ...values: Values<English[Key]>) => string;
  /** `day` is days since 1970-01-01, UTC. */
  readonly day: (day: number) => string;
  readonly number: (value: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** The name of an ISO 3166-1 alpha-2 country, or the code where the browser knows none. */
  readonly country: (code: string) => string;
  /** The name of a language, by its BCP 47 tag. */
  readonly language: (tag: string) => string;
  /** From texts by language: the one of this page, else English, else the first there is. */
  readonly pick: (texts: Readonly<Record<string, string>>) => {
    readonly text: string;
    readonly language: string;
  };
}

const MILLISECONDS_A_DAY = 86_400_000;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** Made once a language: making one takes longer than asking it a thousand times. */
function namer(locale: string, type: "region" | "language"): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}

export function translator<English extends Messages>(
  { code, direction }: Pick<Language, "code" | "direction">,
  messages: Translation<English>,
): Translator<English> {
  const plurals = new Intl.PluralRules(code);
  const numbers = new Intl.NumberFormat(code);
  const days = new Intl.DateTimeFormat(code, { dateStyle: "long", timeZone: "UTC" });
  const lists = new Intl.ListFormat(code, { type: "conjunction" });
  const country = namer(code, "region");
  const language = namer(code, "language");

  /** Keeps a name or a code in the other direction from reordering the sentence around it. */
  function isolate(text: string): string {
    const mixed = direction === "rtl" || RIGHT_TO_LEFT.test(text);
    return mixed ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
  }

  function fill(message: Message, values: Readonly<Record<string, string | number>>): string {
    const { count } = values;
    const text =
      typeof message === "string"
        ? message
        : (message[plurals.select(Number(count))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`message: no value for ${name}`);
      return typeof value === "number" ? numbers.format(value) : isolate(value);
    });
  }

  return {
    code,
    direction,
    t: (key, ...values) => fill(messages[key], values[0] ?? {}),
    day: (day) => days.format(day * MILLISECONDS_A_DAY),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items.map(isolate)),
    country,
    language,
    pick(texts) {
      const found =
        [code, "en", ...Object.keys(texts)].find((tag) => texts[tag] !== undefined) ?? code;
      return { text: texts[found] ?? "", language: found };
    },
  };
}
