/** A site of which everything is seen: what it is asked, what its server writes on disk, what it logs. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Intermediary } from "../support/intermediary.ts";
import { filesIn } from "../support/profile.ts";
import { startSite, type BuiltSite, type Site } from "../support/site.ts";
import type { Haystack } from "./canary.ts";

/** Everything a server of these tests writes goes under a folder of its own. */
export interface WatchedSite {
  readonly site: Site;
  readonly server: Intermediary;
  readonly written: () => readonly Haystack[];
  readonly requests: () => readonly Haystack[];
  readonly logs: () => readonly Haystack[];
  readonly close: () => Promise<void>;
}

export async function watch(built: BuiltSite): Promise<WatchedSite> {
  const folder = mkdtempSync(join(tmpdir(), "tern-watched-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  const site = await startSite(built);
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
  const server = await Intermediary.before(site.server.url);
  return {
    site,
    server,
    written: () => filesIn(folder).map(({ path, bytes }) => ({ name: path, bytes })),
    requests: () =>
      server.taken.map(({ method, path, headers, body }) => ({
        name: `${method} ${path}`,
        bytes: Buffer.concat([Buffer.from(`${path}\n${headers.join("\n")}\n`), body]),
      })),
    logs: () => [{ name: "logs", bytes: Buffer.from(site.server.logs()) }],
    close: async () => {
      await server.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
