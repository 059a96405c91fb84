/** Saved views: of one size, each member's own, and two browsers do not overwrite each other. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { SAVED_VIEWS_BYTES, SEAL_OVERHEAD_BYTES } from "../../worker/contract/limits.ts";
import { startServer, type Server } from "../support/server.ts";
import { call, refused, today } from "./client.ts";
import { addMember, publishRoster, signIn } from "./people.ts";
import { randomText } from "./sealed-bytes.ts";

const HANDLES = ["keeper", "other", "twice", "size"] as const;

let server: Server;
let tokens: ReadonlyMap<string, string>;
beforeAll(async () => {
  server = await startServer({ vars: { ORIGIN: "https://tern.example" } });
  const members = [];
  for (const handle of HANDLES) members.push(await addMember(server, handle));
  const listed = members.map(({ id }) => id);
  await publishRoster(server, randomText(16), listed, { version: 1, expiresDay: today() + 30 });
  const found = new Map<string, string>();
  for (const member of members) found.set(member.handle, await signIn(server, member));
  tokens = found;
});
afterAll(() => server.close());

const sealed = (): string => randomText(SAVED_VIEWS_BYTES + SEAL_OVERHEAD_BYTES);

it("are none, then what was saved last, for whoever saved them and nobody else", async () => {
  const token = tokens.get("keeper") ?? "";
  const other = tokens.get("other") ?? "";
  expect(await call(server, "ownViews", {}, token)).toEqual({ views: null });
  const first = sealed();
  expect(await call(server, "saveViews", { replacesVersion: 0, sealed: first }, token)).toEqual({
    version: 1,
  });
  const second = sealed();
  await call(server, "saveViews", { replacesVersion: 1, sealed: second }, token);
  expect(await call(server, "ownViews", {}, token)).toEqual({
    views: { version: 2, sealed: second },
  });
  expect(await call(server, "ownViews", {}, other)).toEqual({ views: null });
});

it("are not overwritten by a browser that has not seen the newest; sent again they answer the same", async () => {
  const token = tokens.get("twice") ?? "";
  const save = { replacesVersion: 0, sealed: sealed() };
  await call(server, "saveViews", save, token);
  expect(await call(server, "saveViews", save, token)).toEqual({ version: 1 });
  await refused(server, "saveViews", { ...save, sealed: sealed() }, "conflict", token);
  await refused(server, "saveViews", { replacesVersion: 7, sealed: sealed() }, "conflict", token);
  const both = await Promise.allSettled(
    [sealed(), sealed()].map((body) =>
      call(server, "saveViews", { replacesVersion: 1, sealed: body }, token),
    ),
  );
  expect(both.filter(({ status }) => status === "fulfilled").length).toBe(1);
  const { views } = await call(server, "ownViews", {}, token);
  expect(views?.version).toBe(2);
});

it("of any other size are refused", async () => {
  const token = tokens.get("size") ?? "";
  for (const bytes of [SAVED_VIEWS_BYTES, SAVED_VIEWS_BYTES + SEAL_OVERHEAD_BYTES + 1, 0]) {
    const save = { replacesVersion: 0, sealed: randomText(bytes) };
    await refused(server, "saveViews", save, "wrong-type", token);
  }
});
