/** The pages built another way than the run's site: pinning other trust, or with a part of them replaced. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../web/command/run.ts";
import type { Trust } from "../../worker/contract/roster.ts";
import { PROJECT } from "./server.ts";

export interface Bundle {
  /** The folder of the built pages. */
  readonly pages: string;
  readonly remove: () => void;
}

/** @param config the build's own configuration, or one that extends it; a path from the project's root */
export async function buildBundle(trust: Trust, config = "web/vite.config.ts"): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), "tern-bundle-"));
  const trustFile = join(folder, "trust.json");
  const pages = join(folder, "dist");
  writeFileSync(trustFile, JSON.stringify(trust));
  const vite = join(PROJECT, "node_modules/vite/bin/vite.js");
  await run(process.execPath, [vite, "build", "--config", join(PROJECT, config)], {
    TERN_TRUST: trustFile,
    TERN_DIST: pages,
    NODE_ENV: "production",
  });
  return { pages, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
