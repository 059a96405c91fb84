/** The pages for everybody: whoever checks the log, and whoever keeps a piece of a key. */
import { inspectInEveryLanguage } from "./inspection.ts";
import { walkAudit, walkReleases } from "./office-screens.ts";

inspectInEveryLanguage([
  { name: "the log, whole and broken,", walk: walkAudit, looks: 3 },
  { name: "every step of deciding who a reporter is told to", walk: walkReleases, looks: 6 },
]);
