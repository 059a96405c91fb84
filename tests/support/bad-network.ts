/** A network that loses requests and answers as it is told, between pages' own code and a server. */
import * as fc from "fast-check";
import { ApiFailure } from "../../web/api/failure.ts";
import type { Server } from "./server.ts";

export type Fate = "arrives" | "request-lost" | "answer-lost";

/** A network this bad is worse than any telephone's: an act that still fails is a fault of ours. */
const PATIENCE = 40;

/** What becomes of at most so many requests. */
export function weather(requests: number): fc.Arbitrary<readonly Fate[]> {
  const fate = fc.constantFrom<Fate>(
    "arrives",
    "arrives",
    "arrives",
    "request-lost",
    "answer-lost",
  );
  return fc.array(fate, { maxLength: requests, size: "max" });
}

export class BadNetwork {
  readonly #server: Server;
  readonly #network = globalThis.fetch;
  /** What becomes of requests, one after another; when it is used up everything arrives. */
  fates: Fate[] = [];

  constructor(server: Server) {
    this.#server = server;
  }

  /** A page asks its own origin by path; whoever asks by the whole address always arrives. */
  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const { method, headers, body } = init;
    const fate = path.startsWith("/") ? (this.fates.shift() ?? "arrives") : "arrives";
    if (fate === "request-lost") throw new TypeError("network");
    const network = this.#network;
    const response = await network(new URL(path, this.#server.url), {
      method: method ?? "GET",
      ...(headers !== undefined && { headers }),
      ...(body !== undefined && { body }),
    });
    if (fate === "arrives") return response;
    await response.arrayBuffer();
    throw new TypeError("network");
  };
}

/** As the page does: after a failure the same act again, on the reading from before it, until it is settled. */
export async function settled<Result>(tries: (again: boolean) => Promise<Result>): Promise<Result> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await tries(tried > 0);
    } catch (thrown) {
      const passing = thrown instanceof ApiFailure && ["offline", "conflict"].includes(thrown.code);
      if (!passing || tried === PATIENCE) throw thrown;
    }
  }
}
