/** A challenged decision and feedback, for everybody. */
import { walkChallenge } from "./challenge-screens.ts";
import { inspectInEveryLanguage } from "./inspection.ts";

inspectInEveryLanguage([
  { name: "challenging, answering and saying how it was", walk: walkChallenge, looks: 9 },
]);
