/**
 * What happens to a request, top to bottom: it becomes anonymous, its answer is given the security headers
 * whatever it turns out to be, its endpoint answers it, and what was thrown is said in a wire code.
 * There is no CORS: nothing but this origin's own pages has business here.
 */
import { Hono } from "hono";
import type { Bindings } from "../env.ts";
import { thrownResponse } from "./errors.ts";
import { securityHeaders, withSecurityHeaders } from "./headers.ts";
import { mount, type Service } from "./mount.ts";
import { notFound } from "./pages.ts";
import { anonymous } from "./privacy.ts";

export interface App {
  readonly fetch: (request: Request, bindings: Bindings) => Promise<Response>;
}

export function createApp<Context>(service: Service<Context>): App {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(securityHeaders);
  mount(app, service);
  app.notFound(notFound);
  app.onError(thrownResponse);
  return {
    // Outside Hono, so that no route, middleware or error handler ever holds the request as it came.
    fetch: async (request, bindings) => {
      try {
        return await app.fetch(anonymous(request), bindings);
      } catch (thrown) {
        return withSecurityHeaders(thrownResponse(thrown));
      }
    },
  };
}
