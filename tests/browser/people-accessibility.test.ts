/** The pages for everybody: those who take people on, and somebody invited. */
import { inspectInEveryLanguage } from "./inspection.ts";
import { walkJoining } from "./people-screens.ts";

inspectInEveryLanguage([
  { name: "every screen of joining, on both sides,", walk: walkJoining, looks: 17 },
]);
