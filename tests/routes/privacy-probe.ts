/**
 * A Worker that answers with everything a handler could learn from the request it is given.
 */
import { anonymous } from "../../worker/http/privacy.ts";

// A Worker is what its entry exports by default.
// oxlint-disable-next-line import/no-default-export
export default {
  async fetch(request: Request): Promise<Response> {
    const seen = anonymous(request);
    return Response.json({
      method: seen.method,
      url: seen.url,
      headers: Object.fromEntries(seen.headers),
      cf: "cf" in seen ? (seen.cf ?? null) : null,
      referrer: "referrer" in seen ? seen.referrer : null,
      body: await seen.text(),
    });
  },
};
