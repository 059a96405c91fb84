/** The pages for everybody: being brought back by colleagues, on both sides. */
import { walkAsking, walkRecovery } from "./colleague-screens.ts";
import { inspectInEveryLanguage } from "./inspection.ts";

inspectInEveryLanguage([
  { name: "every screen of asking colleagues", walk: walkAsking, looks: 2 },
  { name: "every screen of coming back by them, on both sides,", walk: walkRecovery, looks: 10 },
]);
