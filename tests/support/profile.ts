/**
 * A browser as people really have one: with a profile on disk, which outlives it and can be looked into.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { chromium } from "playwright-core";
import { contextOptions, launchOptions, Visit, type TestBrowser } from "./browser.ts";

export interface FoundFile {
  /** From the folder that was looked through. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Every file there, at any depth. */
export function filesIn(folder: string): readonly FoundFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)
    .map((path) => ({ path: relative(folder, path), bytes: readFileSync(path) }));
}

/** One person's browser over a profile in that folder; every visit is another window of it. */
export async function openProfile(serverUrl: string, folder: string): Promise<TestBrowser> {
  const context = await chromium.launchPersistentContext(folder, {
    ...contextOptions({}),
    ...launchOptions(serverUrl, { whole: true }),
  });
  const visits: Visit[] = [];
  return {
    visit: async () => {
      const visit = await Visit.within(context, serverUrl);
      visits.push(visit);
      return visit;
    },
    // All windows share what is kept, and one of them ends it all.
    endVisits: async () => {
      await visits.splice(0).at(-1)?.end();
    },
    close: () => context.close(),
  };
}
