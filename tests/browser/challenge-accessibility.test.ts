/** A challenged decision and feedback, for everybody. */
import { walkChallenge } from "./challenge-screens.ts";
import { inspect } from "./inspection.ts";

inspect([
  {
    name: "challenging, answering and saying how it was",
    walk: walkChallenge,
    language: "ar",
    looks: 10,
  },
]);
