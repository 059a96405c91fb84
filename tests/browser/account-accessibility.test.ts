/** The pages for everybody: one's own account, and who may read. */
import { walkAccess } from "./access-screens.ts";
import { inspectInEveryLanguage } from "./inspection.ts";
import { walkAccount } from "./screens.ts";

inspectInEveryLanguage([
  { name: "the second proof, the account and the lock", walk: walkAccount, looks: 8 },
  {
    name: "every way of changing who reads a case, and of leaving",
    walk: walkAccess,
    looks: 13,
  },
]);
