/** The pages for everybody: whoever checks the log, keeps a piece of a key, or coordinates a team. */
import { inspect } from "./inspection.ts";
import { walkAudit, walkBoard, walkReleases } from "./office-screens.ts";

inspect([
  { name: "the log, whole and broken,", walk: walkAudit, language: "en", looks: 3 },
  {
    name: "every step of deciding who a reporter is told to",
    walk: walkReleases,
    language: "ar",
    looks: 6,
  },
  { name: "the board, counted and not to be had,", walk: walkBoard, language: "fr", looks: 3 },
]);
