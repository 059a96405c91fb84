/**
 * `npm run bench [-- --json FILE] [--only NAME]...`: measures, prints a table, writes JSON. A bound that is missed
 * is marked in both and is no failure; only what could not be measured ends it with 1.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { complain, say } from "../../web/command/output.ts";
import { QUIET_WRANGLER } from "../../web/command/run.ts";
import type { Measure, Measurement } from "./measure.ts";
import { FOR_SCALE, jsonOf, tableOf } from "./table.ts";

// Before anything is loaded that starts a server: wrangler reads these.
Object.assign(process.env, QUIET_WRANGLER, { WRANGLER_LOG: "error" });
const { openMeasures } = await import("./measures.ts");

/** @throws when nothing is called one of these names. */
function chosen(all: readonly Measure[], names: readonly string[]): readonly Measure[] {
  const unknown = names.find((name) => !all.some((measure) => measure.name === name));
  if (unknown !== undefined) {
    const known = all.map(({ name }) => name).join(", ");
    throw new Error(`There is no measure "${unknown}". There are: ${known}`);
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "string" }, only: { type: "string", multiple: true } },
  });
  const measured: Measurement[] = [];
  for (const measure of chosen(await openMeasures(), values.only ?? [])) {
    const from = performance.now();
    try {
      measured.push(...(await measure.run()));
      say(`${measure.name}: ${Math.round((performance.now() - from) / 1_000)} s`);
    } catch (error) {
      complain(`${measure.name} could not be measured`);
      complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exitCode = 1;
    }
  }
  say("");
  for (const line of tableOf(measured)) say(line);
  say("");
  for (const line of FOR_SCALE) say(line);
  if (values.json !== undefined) writeFileSync(values.json, jsonOf(measured));
}

try {
  await bench();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// A measure that broke off may have left a server behind, which would keep this process waiting.
process.exit();
