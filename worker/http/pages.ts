/**
 * The paths the asset layer left to the Worker: no page is there, and that is what is said.
 */
import type { Context } from "hono";
import type { Bindings } from "../env.ts";
import { errorResponse } from "./errors.ts";

const NOT_FOUND_PAGE = "/404";

/** JSON under `/api/`, the build's page anywhere else; 404 both times. */
export async function notFound(c: Context<{ Bindings: Bindings }>): Promise<Response> {
  const url = new URL(c.req.url);
  if (url.pathname.startsWith("/api/")) return errorResponse("not-found");
  const page = await c.env.ASSETS.fetch(new URL(NOT_FOUND_PAGE, url.origin));
  return new Response(page.body, {
    status: 404,
    headers: { "Content-Type": page.headers.get("Content-Type") ?? "text/plain" },
  });
}
