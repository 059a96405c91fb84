/**
 * Where messages to members arrive in tests: real HTTP receivers on this machine. The Worker believes that they are
 * hosts of the internet; the test's own entry leads what it sends to them here, as a name server would.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Receiver {
  readonly port: number;
  readonly received: Received[];
  /** What it answers from now on. */
  answers: number;
  readonly close: () => Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const http = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      received.push({
        host: String(request.headers["x-asked-for"]),
        path: request.url ?? "",
        headers: Object.fromEntries(headers),
        body: Buffer.concat(parts),
      });
      response.writeHead(receiver.answers, { location: "https://elsewhere.example/" });
      response.end("an answer nobody reads");
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port }: Pick<AddressInfo, "port"> = asAddress(http.address());
  const receiver: Receiver = {
    port,
    received,
    answers: 200,
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return receiver;
}

function asAddress(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("receivers: no port");
  return address;
}
