/**
 * The first thing that happens to a request: what could tell who sent it, from where and with what is gone.
 * Invariant: everything after this sees method, path, body and the four headers named here, nothing else;
 * not the address, the country, the browser, the language, the page before, the query, nor `request.cf`.
 */

const KEPT_HEADERS = ["accept", "authorization", "content-length", "content-type"];

/** The same question, asked by nobody in particular. */
export function anonymous(request: Request): Request {
  const { origin, pathname } = new URL(request.url);
  const headers = new Headers();
  for (const name of KEPT_HEADERS) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const { method } = request;
  // A question that asks nothing has no body; one that carries it all the same is answered without it.
  const body = method === "GET" || method === "HEAD" ? null : request.body;
  return new Request(origin + pathname, { method, headers, body });
}
