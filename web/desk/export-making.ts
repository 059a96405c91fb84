/** Making a copy of a case from what this member has read: nothing is asked of the server, and nothing is kept. */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import {
  canonicalJson,
  EXPORT_FORMAT,
  exportDate,
  exportPart,
  manifestText,
  orderedParts,
  type CaseExport,
  type ManifestOf,
  type Naming,
} from "../payload/case-export.ts";
import type { Export, ExportPart } from "../payload/entries/export.ts";
import { cursorOf, type CaseFile } from "./case-file.ts";

/** What somebody chose before a copy is made. */
export interface ExportChoice {
  readonly form: Export["form"];
  readonly parts: readonly ExportPart[];
  readonly names: Export["names"];
  readonly recipient: string;
}

/** Whose words stand around the case. */
export interface ExportFrame {
  readonly origin: string;
  readonly organisation: string;
  readonly desk: string;
  readonly exportedBy: string;
  readonly language: string;
  /** What the copy can prove, and what it cannot. */
  readonly proves: string;
  readonly naming: Naming;
}

const encoder = new TextEncoder();

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** The hash of each part, and that of the manifest which lists them. */
export async function manifestOf<Part extends string>(
  parts: readonly { readonly part: Part; readonly content: unknown }[],
) {
  const hashes = await Promise.all(
    parts.map(async ({ part, content }) => {
      const bytes = encoder.encode(canonicalJson(content));
      return { part, bytes: bytes.length, hash: await sha256(bytes) };
    }),
  );
  const manifest = { algorithm: "SHA-256" as const, parts: hashes } satisfies ManifestOf<Part>;
  return { manifest, manifestHash: await sha256(encoder.encode(manifestText(manifest))) };
}

export interface MadeExport {
  readonly copy: CaseExport;
  /** Of the manifest; the entry that tells of this copy carries it. */
  readonly manifestHash: string;
}

export async function makeExport(
  { plain, view, day }: CaseFile,
  choice: ExportChoice,
  frame: ExportFrame,
): Promise<MadeExport> {
  const { naming, ...around } = frame;
  const chosen = orderedParts(choice.parts);
  const parts = Object.fromEntries(
    chosen.map((part) => [part, exportPart(part, view.items, naming)]),
  );
  const { manifest, manifestHash } = await manifestOf(
    chosen.map((part) => ({ part, content: parts[part] })),
  );
  return {
    copy: {
      format: EXPORT_FORMAT,
      ...around,
      case: plain.case,
      channel: view.state.report?.channel ?? null,
      standing: view.standing,
      receivedDate: exportDate(plain.receivedDay),
      exportedDate: exportDate(day),
      recipient: choice.recipient,
      covers: cursorOf(view.items),
      parts,
      manifest,
    },
    manifestHash,
  };
}
