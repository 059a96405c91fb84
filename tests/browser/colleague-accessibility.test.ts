/** The pages for everybody: being brought back by colleagues, on both sides. */
import { walkAsking, walkRecovery } from "./colleague-screens.ts";
import { inspect } from "./inspection.ts";

inspect([
  { name: "every screen of asking colleagues", walk: walkAsking, language: "en", looks: 2 },
  {
    name: "every screen of coming back by them, on both sides,",
    walk: walkRecovery,
    language: "fr",
    looks: 10,
  },
]);
