/** The pages for everybody: whoever checks the log, keeps a piece of a key, or coordinates a team. */
import { inspectInEveryLanguage } from "./inspection.ts";
import { walkAudit, walkBoard, walkReleases } from "./office-screens.ts";

inspectInEveryLanguage([
  { name: "the log, whole and broken,", walk: walkAudit, looks: 3 },
  { name: "every step of deciding who a reporter is told to", walk: walkReleases, looks: 6 },
  { name: "the board, counted and not to be had,", walk: walkBoard, looks: 3 },
]);
