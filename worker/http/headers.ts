/**
 * Security headers on every answer the Worker gives, whatever it is an answer to. The asset layer sets the
 * same ones on the pages (the build writes them into `_headers`).
 */
import type { MiddlewareHandler } from "hono";
import { NO_STORE, SECURITY_HEADERS } from "../contract/headers.ts";

const HEADERS = Object.entries({ ...SECURITY_HEADERS, "Cache-Control": NO_STORE });

export function withSecurityHeaders(response: Response): Response {
  for (const [name, value] of HEADERS) response.headers.set(name, value);
  return response;
}

export const securityHeaders: MiddlewareHandler = async function securityHeaders(c, next) {
  await next();
  withSecurityHeaders(c.res);
};
