/**
 * Whoever sits between a browser and the Worker: it writes down every request as it came, byte for byte, and
 * answers with what the Worker says, unless a test makes it lie.
 * Invariant: a lie stands until it is taken back, and everything that is no lie is the Worker's own answer.
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type * as z from "zod/mini";
import {
  endpoints,
  type EndpointName,
  type Endpoints,
  type OutputOf,
} from "../../worker/contract/endpoints.ts";
import { WIRE_ERRORS, type WireErrorCode } from "../../worker/contract/errors.ts";

export interface TakenRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Names and values as they came, in turn. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

type Lie =
  | { readonly kind: "refuse"; readonly code: WireErrorCode }
  | { readonly kind: "change"; readonly change: (json: unknown) => unknown };

const outputs: {
  readonly [Name in EndpointName]: Omit<Endpoints[Name], "output"> & {
    readonly output: z.ZodMiniType<OutputOf<Name>>;
  };
} = endpoints;

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

interface Answer {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

export interface GivenAnswer extends Answer {
  /** Path and query that was asked for. */
  readonly path: string;
}

/** The same headers but for those that say how long the body is or how it is packed. */
function withoutFraming(headers: readonly string[]): readonly string[] {
  const framing = ["content-length", "content-encoding", "transfer-encoding"];
  return headers.filter((_, at) => !framing.includes(headers[at - (at % 2)]?.toLowerCase() ?? ""));
}

export class Intermediary {
  readonly #server = createServer((incoming, response) => {
    this.#serve(incoming, response).catch(() => response.destroy());
  });
  readonly #worker: URL;
  readonly #lies = new Map<string, Lie>();
  readonly taken: TakenRequest[] = [];
  /** In the order they were given. */
  readonly given: GivenAnswer[] = [];

  private constructor(workerUrl: string) {
    this.#worker = new URL(workerUrl);
  }

  /** @param workerUrl where the real Worker listens */
  static async before(workerUrl: string): Promise<Intermediary> {
    const intermediary = new Intermediary(workerUrl);
    const server = intermediary.#server;
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    return intermediary;
  }

  get url(): string {
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("intermediary: no port");
    return `http://127.0.0.1:${address.port}`;
  }

  /** From now on that endpoint's answers are changed; refusals stay what they are. */
  changes<Name extends EndpointName>(
    name: Name,
    change: (answer: OutputOf<Name>) => OutputOf<Name>,
  ): void {
    const { path, output } = outputs[name];
    this.#lies.set(path, { kind: "change", change: (json) => change(output.parse(json)) });
  }

  /** From now on that endpoint is refused with a code, and the Worker never hears of it. */
  refuses(name: EndpointName, code: WireErrorCode): void {
    this.#lies.set(endpoints[name].path, { kind: "refuse", code });
  }

  /** Every answer is the Worker's own again. */
  isHonest(): void {
    this.#lies.clear();
  }

  /** How often an endpoint was asked so far. */
  asked(...names: readonly EndpointName[]): number {
    const paths: readonly string[] = names.map((name) => endpoints[name].path);
    return this.taken.filter(({ path }) => paths.includes(path)).length;
  }

  /** The bodies sent to an endpoint so far, as text. */
  bodies(name: EndpointName): readonly string[] {
    return this.taken
      .filter(({ path }) => path === endpoints[name].path)
      .map(({ body }) => body.toString("utf8"));
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url: path = "/", rawHeaders: headers } = incoming;
    const body = await readAll(incoming);
    this.taken.push({ method, path, headers, body });
    const lie = this.#lies.get(path);
    if (lie?.kind === "refuse") {
      const json = Buffer.from(JSON.stringify({ error: lie.code }));
      const type = ["Content-Type", "application/json"];
      this.#give(response, { path, status: WIRE_ERRORS[lie.code], headers: type, body: json });
      return;
    }
    const answer = await this.#ask({ method, path, headers, body });
    if (lie === undefined || answer.status !== 200) {
      this.#give(response, { path, ...answer });
      return;
    }
    const changed = JSON.stringify(lie.change(JSON.parse(answer.body.toString("utf8"))));
    this.#give(response, {
      path,
      status: 200,
      headers: withoutFraming(answer.headers),
      body: Buffer.from(changed),
    });
  }

  #give(response: ServerResponse, answer: GivenAnswer): void {
    this.given.push(answer);
    response.writeHead(answer.status, [...answer.headers]);
    response.end(answer.body);
  }

  async #ask({ method, path, headers, body }: TakenRequest): Promise<Answer> {
    // Changed answers are read here, so they must come unpacked.
    const plain = headers.filter(
      (_, at) => headers[at - (at % 2)]?.toLowerCase() !== "accept-encoding",
    );
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const { hostname, port } = this.#worker;
      const asking = request({ hostname, port, method, path, headers: plain }, resolve);
      asking.once("error", reject);
      asking.end(body);
    });
    return {
      status: answer.statusCode ?? 500,
      headers: withoutFraming(answer.rawHeaders),
      body: await readAll(answer),
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
