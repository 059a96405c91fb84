/**
 * The organisation's statements as a server or a file has them: read, and believed of nothing yet.
 * Invariant: the network is touched for one thing, `--url`, and only at an origin the trust file names.
 */
import * as z from "zod/mini";
import { fromBase64Url } from "../../../worker/contract/bytes.ts";
import {
  Delegation,
  KeyPacket,
  PublishedRoster,
  Roster,
  type Signed,
  type Trust,
} from "../../../worker/contract/roster.ts";
import { fromUtf8 } from "../../crypto/bytes.ts";
import { Complaint } from "./command.ts";
import { asJson, readBytes } from "./files.ts";

const ANSWER_WITHIN_MS = 30_000;

/** @throws Complaint when it is none of the trust file's origins, or does not answer with a roster. */
export async function fetchPublished(url: string, trust: Trust): Promise<PublishedRoster> {
  const origin = url.replace(/\/$/u, "");
  if (!trust.origins.includes(origin)) {
    throw new Complaint(
      `${url} is none of this organisation's origins: ${trust.origins.join(", ")}`,
    );
  }
  const answer = await answerOf(`${origin}/api/roster`);
  const published = PublishedRoster.safeParse(asJson(answer));
  if (!published.success) throw new Complaint(`What ${origin} answers is no roster.`);
  return published.data;
}

async function answerOf(url: string): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const response = await fetch(url, { redirect: "error", signal });
    if (!response.ok) throw new Complaint(`${url} answers ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (cause instanceof Complaint) throw cause;
    throw new Complaint(`${url} does not answer.`, { cause });
  }
}

/** @throws Complaint when the file is no published roster. */
export function readPublished(path: string): PublishedRoster {
  const published = PublishedRoster.safeParse(asJson(readBytes(path)));
  if (!published.success) throw new Complaint(`${path} is no published roster.`);
  return published.data;
}

/** @throws Complaint unless exactly one of the two is given. */
export async function publishedFrom(
  file: string | undefined,
  url: string | undefined,
  trust: Trust,
): Promise<PublishedRoster> {
  if ((file === undefined) === (url === undefined)) {
    throw new Complaint("Where is the roster? Give either a file or --url, and not both.");
  }
  if (url !== undefined) return await fetchPublished(url, trust);
  return readPublished(file ?? "");
}

/** What a statement says, whoever signed it. Null when it is none of that schema. */
function said<Schema extends z.ZodMiniType>(
  schema: Schema,
  { statement }: Signed,
): z.infer<Schema> | null {
  try {
    const parsed = z.safeParse(schema, JSON.parse(fromUtf8(fromBase64Url(statement))));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export type Said =
  | { readonly kind: "delegation"; readonly delegation: Delegation }
  | { readonly kind: "roster"; readonly roster: Roster }
  | { readonly kind: "packet"; readonly packet: KeyPacket };

/** For showing alone: nothing here has been checked. */
export function unverified(signed: Signed): Said | null {
  const delegation = said(Delegation, signed);
  if (delegation !== null) return { kind: "delegation", delegation };
  const roster = said(Roster, signed);
  if (roster !== null) return { kind: "roster", roster };
  const packet = said(KeyPacket, signed);
  return packet === null ? null : { kind: "packet", packet };
}
