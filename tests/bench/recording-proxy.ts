/**
 * Stands between a browser and the server and writes down every answer, so that nothing the browser fetches, from
 * whatever thread, goes uncounted. Answers pass through uncompressed and unchanged.
 */
import { createServer, request as ask } from "node:http";
import { brotliCompressSync, constants } from "node:zlib";

export interface Fetched {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly bytes: number;
  /** The body by Brotli at quality 11, as a host that compresses beforehand would send it. */
  readonly brotliBytes: number;
}

export interface RecordingProxy {
  readonly url: string;
  /**
   * What was fetched since it was last asked, in the order the answers ended.
   * @throws Error when a request was lost on its way to the server: then this is not all there was.
   */
  readonly take: () => readonly Fetched[];
  readonly close: () => Promise<void>;
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
/** Longer than any pause between two requests of one browser. */
const KEEP_ALIVE_MILLISECONDS = 60_000;

/** By content: a file that is fetched again is not compressed again. */
const known = new Map<string, number>();

function brotliBytesOf(body: Buffer): number {
  if (body.length === 0) return 0;
  const key = body.toString("latin1");
  const bytes = known.get(key) ?? brotliCompressSync(body, BROTLI).length;
  known.set(key, bytes);
  return bytes;
}

interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: Buffer;
}

export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  let answered: Answered[] = [];
  const lost: string[] = [];
  const { hostname, port } = new URL(target);
  const proxy = createServer((incoming, outgoing) => {
    const { method = "", url: path = "" } = incoming;
    const headers = { ...incoming.headers, "accept-encoding": "identity" };
    // A connection for each request: one kept open may be closed by the server just as it is used again.
    const onward = ask({ agent: false, hostname, port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        outgoing.write(chunk);
      });
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        answered.push({ method, path, status: answer.statusCode ?? 502, body });
        outgoing.end();
      });
    });
    onward.on("error", (error) => {
      // The browser itself may leave before the answer has come.
      if (!incoming.destroyed) lost.push(`${method} ${path}: ${error.message}`);
      outgoing.destroy();
    });
    incoming.pipe(onward);
  });
  proxy.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("bench: no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    take: () => {
      if (lost.length > 0) throw new Error(`bench: lost ${lost.join(", ")}`);
      const taken = answered.map(({ method, path, status, body }) => ({
        method,
        path,
        status,
        bytes: body.length,
        brotliBytes: brotliBytesOf(body),
      }));
      answered = [];
      return taken;
    },
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
