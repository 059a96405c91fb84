/** The pages for everybody: those who take people on, and somebody invited. */
import { inspect } from "./inspection.ts";
import { walkJoining } from "./people-screens.ts";

inspect([
  { name: "every screen of joining, on both sides,", walk: walkJoining, language: "fr", looks: 17 },
]);
