/** The pages for everybody: one's own account, and who may read. */
import { walkAccess } from "./access-screens.ts";
import { walkWork } from "./work-screens.ts";
import { inspect } from "./inspection.ts";
import { walkAccount } from "./screens.ts";

inspect([
  {
    name: "the second proof, the account and the lock",
    walk: walkAccount,
    language: "fr",
    looks: 8,
  },
  {
    name: "every way of changing who reads a case, and of leaving",
    walk: walkAccess,
    language: "ar",
    looks: 13,
  },
  { name: "work on a case, written down,", walk: walkWork, language: "ar", looks: 5 },
]);
