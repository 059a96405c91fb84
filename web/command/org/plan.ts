/** What `create` was asked for, checked before a passphrase is asked for or a key is made. */
import { Handle } from "../../../worker/contract/session.ts";
import { isCountry } from "../../payload/countries.ts";
import type { FoundingPlan } from "../founding.ts";
import { Complaint } from "./command.ts";
import { daysOf } from "./day.ts";

/** As many as a trust file may list. */
const ORIGINS_MAX = 8;
const LANGUAGES_MAX = 40;
/** As long as a roster allows. */
const NAME_CHARACTERS_MAX = 120;
export const DAYS = 180;

export interface CreateOptions {
  readonly name?: string | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly desk?: readonly string[] | undefined;
  readonly country?: string | undefined;
  readonly languages?: string | undefined;
  readonly oversight?: boolean | undefined;
  readonly "coordinator-name"?: string | undefined;
  readonly "coordinator-handle"?: string | undefined;
  readonly days?: string | undefined;
}

function textOf(option: string, value: string | undefined): string {
  const text = value?.normalize("NFC").trim() ?? "";
  if (text === "") throw new Complaint(`--${option} is missing. --help says what there is.`);
  if (text.length > NAME_CHARACTERS_MAX || /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text)) {
    throw new Complaint(`--${option} is one line of at most ${NAME_CHARACTERS_MAX} characters.`);
  }
  return text;
}

/** Where a browser has its cryptography, and the Worker believes that it is: over TLS, or on the machine itself. */
function isSecure({ protocol, hostname }: URL): boolean {
  if (protocol === "https:") return true;
  return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.origin !== text || !isSecure(url)) {
    throw new Complaint(
      `"${text}" is no origin: https, a host, perhaps a port, and no slash after it.`,
    );
  }
  return text;
}

function originsOf(given: readonly string[]): readonly string[] {
  const origins = [...new Set(given.map(originOf))];
  if (origins.length === 0) throw new Complaint("--origin is missing. --help says what there is.");
  if (origins.length > ORIGINS_MAX) throw new Complaint(`--origin: at most ${ORIGINS_MAX}.`);
  return origins;
}

function languagesOf(text: string | undefined): readonly [string, ...string[]] {
  const [first, ...more] = new Set(
    textOf("languages", text)
      .split(",")
      .map((code) => code.trim()),
  );
  const all = [first ?? "", ...more] as const;
  if (all.length > LANGUAGES_MAX || !all.every((code) => /^[a-z]{2,3}$/u.test(code))) {
    throw new Complaint("--languages is a list such as en,fr: two or three small letters each.");
  }
  return all;
}

function countryOf(text: string | undefined): string {
  const country = textOf("country", text).toUpperCase();
  if (!isCountry(country)) {
    throw new Complaint(`--country: "${country}" is no country's two letters (ISO 3166-1).`);
  }
  return country;
}

/** `Name` is in the desk's first language, `fr=Nom` in another of its languages. */
function deskNamesOf(
  given: readonly string[],
  languages: readonly [string, ...string[]],
): Readonly<Record<string, string>> {
  const names = new Map<string, string>();
  for (const text of given) {
    const [, language = languages[0], name = text] = /^([a-z]{2,3})=(.+)$/u.exec(text) ?? [];
    if (!languages.includes(language)) {
      throw new Complaint(`--desk: "${language}" is none of its languages.`);
    }
    if (names.has(language)) throw new Complaint(`--desk: two names in "${language}".`);
    names.set(language, textOf("desk", name));
  }
  if (names.size === 0) throw new Complaint("--desk is missing. --help says what there is.");
  return Object.fromEntries(names);
}

function handleOf(text: string | undefined): string {
  const handle = Handle.safeParse(textOf("coordinator-handle", text));
  if (!handle.success) {
    throw new Complaint(
      "--coordinator-handle: 2 to 48 small letters, digits, dots and dashes, the first no dot or dash.",
    );
  }
  return handle.data;
}

/** One desk, and one person: coordinator, so that they can take others on, and reviewer, so that it has a reader. */
export function planOf(options: CreateOptions, today: number): FoundingPlan {
  const languages = languagesOf(options.languages);
  const handle = handleOf(options["coordinator-handle"]);
  return {
    organisation: textOf("name", options.name),
    origins: originsOf(options.origin ?? []),
    today,
    validDays: daysOf(options.days, DAYS),
    signer: handle,
    members: [
      {
        handle,
        name: textOf("coordinator-name", options["coordinator-name"]),
        roles: ["coordinator", "reviewer"],
      },
    ],
    desks: [
      {
        names: deskNamesOf(options.desk ?? [], languages),
        country: countryOf(options.country),
        languages,
        members: [handle],
        custodians: [],
        ...(options.oversight === true ? { oversight: true as const } : {}),
      },
    ],
  };
}
