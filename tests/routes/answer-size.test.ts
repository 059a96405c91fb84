/** Sizes on the wire, counted as an onlooker counts them: after whatever the host does to an answer on its way. */
import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { REPORTER_ANSWER_BUCKETS_BYTES } from "../../worker/contract/limits.ts";
import { startServer, type Server } from "../support/server.ts";
import { call } from "./client.ts";
import { comeBack, foundOrganisation, type Organisation } from "./people.ts";
import { sealReport } from "./sealed-bytes.ts";

let server: Server;
let organisation: Organisation;
beforeAll(async () => {
  server = await startServer();
  organisation = await foundOrganisation(server);
});
afterAll(() => server.close());

interface Seen {
  readonly status: number;
  readonly encoding: string | undefined;
  readonly bytes: number;
}

/** `fetch` would undo a compression and hide it. */
function seen(path: string, token: string, body: string): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, server.url),
      {
        method: "POST",
        headers: {
          "accept-encoding": "br, gzip",
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
        },
      },
      (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        answer.on("end", () => {
          resolve({
            status: answer.statusCode ?? 0,
            encoding: answer.headers["content-encoding"],
            bytes,
          });
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

it("an answer to a reporter is as long on the wire with entries as without", async () => {
  const { desk, members } = organisation;
  const { submission, reporter } = await sealReport(
    server,
    desk,
    members.map(({ id }) => id),
  );
  await call(server, "submitReport", submission);
  const token = await comeBack(server, reporter);
  const read = (conversation: number): Promise<Seen> =>
    seen(
      endpoints.reporterRead.path,
      token,
      JSON.stringify({ after: { conversation, internal: 0 } }),
    );
  const [bucket] = REPORTER_ANSWER_BUCKETS_BYTES;
  const expected = { status: 200, encoding: undefined, bytes: bucket };
  expect(await read(0)).toEqual(expected);
  expect(await read(1)).toEqual(expected);
});
