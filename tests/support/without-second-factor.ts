/** The Worker but for one rule: it believes every session to have been opened with a second factor. For controls. */
import type { Bindings } from "../../worker/env.ts";
import { createApp } from "../../worker/http/app.ts";
import { service } from "../../worker/routes/index.ts";

const app = createApp({
  ...service,
  authenticators: (context) => {
    const { reporter, member } = service.authenticators(context);
    return {
      reporter,
      member: async (token) => {
        const found = await member(token);
        return found === null ? null : { ...found, secondFactor: "passkey" };
      },
    };
  },
});

export default {
  fetch: (request: Request, bindings: Bindings) => app.fetch(request, bindings),
};
