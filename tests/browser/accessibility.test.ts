/** The pages for everybody: what a reporter meets, what a reviewer meets in a case, and both ways in. */
import { inspect } from "./inspection.ts";
import {
  walkBrokenCase,
  walkCase,
  walkRefusal,
  walkReport,
  walkReturn,
  walkSignIn,
  walkWaysIn,
} from "./screens.ts";

inspect([
  {
    name: "every screen of the reporter's page and of the desk",
    walk: async (walk) => {
      const code = await walkReport(walk);
      await walkRefusal(walk);
      const reviewer = await walkSignIn(walk);
      await walkBrokenCase(walk, reviewer);
      await walkCase(walk, reviewer);
      await walkReturn(walk, code);
      await walkWaysIn(walk);
    },
    language: "en",
    looks: 56,
  },
]);
