/** The published schema of a copy of a case (docs/case-export.schema.json), made from the one the pages use. */
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import * as z from "zod/mini";
import { CaseExport } from "../payload/case-export.ts";

const INDENT = 2;

/** JSON Schema, draft 2020-12, as the file holds it. */
export function exportSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(CaseExport), null, INDENT)}\n`;
}

const [, script = ""] = argv;
if (import.meta.url === pathToFileURL(script).href) {
  writeFileSync("docs/case-export.schema.json", exportSchema());
}
