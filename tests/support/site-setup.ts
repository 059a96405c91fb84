/** Before the browser suites: one organisation and one build of the pages for the whole run. */
import type { TestProject } from "vitest/node";
import { buildSite, type BuiltSite } from "./site.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly site: BuiltSite;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const { site, remove } = await buildSite();
  project.provide("site", site);
  return remove;
}
