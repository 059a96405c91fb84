/** Web Push to a service and a browser of the test's own: it checks the signature and opens what came, with Node's own code. */
import { createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { PUSH_PLAINTEXT_BYTES, PushNote } from "../../worker/contract/notifications.ts";
import { newPushBrowser } from "../support/push-browser.ts";
import type { Received } from "../support/receivers.ts";
import { call } from "./client.ts";
import { EVERYTHING, startNotified, wants, type Notified } from "./notified.ts";
import { sealReport } from "./sealed-bytes.ts";

let notified: Notified;
beforeAll(async () => {
  notified = await startNotified();
});
afterAll(() => notified.close());

const Claims = z.strictObject({ aud: z.string(), exp: z.number(), sub: z.string() });

/** What a push service checks, RFC 8292; throws where it does not hold. */
function claimsOf({ headers }: Received): z.infer<typeof Claims> {
  const [, head = "", claims = "", signature = "", key = ""] =
    /^vapid t=([^.]+)\.([^.]+)\.([^,]+), k=(.+)$/u.exec(headers["authorization"] ?? "") ?? [];
  expect(key).toBe(notified.vapid.publicKey);
  const point = Buffer.from(key, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const publicKey = {
    key: createPublicKey({ key: jwk, format: "jwk" }),
    dsaEncoding: "ieee-p1363",
  } as const;
  const signed = Buffer.from(`${head}.${claims}`);
  expect(verify("sha256", signed, publicKey, Buffer.from(signature, "base64url"))).toBe(true);
  const changed = Buffer.from(`${head}.${claims}A`);
  expect(verify("sha256", changed, publicKey, Buffer.from(signature, "base64url"))).toBe(false);
  return Claims.parse(JSON.parse(Buffer.from(claims, "base64url").toString()));
}

describe("what is pushed", () => {
  it("is signed for its push service, sealed to its browser, and says which sentence to show", async () => {
    const [first] = notified.people;
    const { server, organisation } = notified;
    const browser = newPushBrowser("push.example");
    await wants(notified, first, { ...EVERYTHING, language: "ar" }, browser.to);
    await notified.run({ at: "daily-hour" });
    const { submission } = await sealReport(server, organisation.desk, [first.member.id]);
    await call(server, "submitReport", { ...submission, urgent: true });
    await notified.run({ at: "noon" });
    const arrived = notified.arrived();
    const notes = arrived.map((received) => {
      const claims = claimsOf(received);
      expect(claims).toMatchObject({ aud: "https://push.example", sub: server.origin });
      const plaintext = browser.opens(received.body);
      expect(plaintext).toHaveLength(PUSH_PLAINTEXT_BYTES + 1);
      return PushNote.parse(JSON.parse(plaintext.subarray(0, -1).toString()));
    });
    expect(notes).toEqual([
      { kind: "daily", language: "ar" },
      { kind: "alert", language: "ar" },
    ]);
    // To whoever carries them the two are alike: the same headers, the same size.
    const seen = arrived.map(({ headers, body }) => [
      { ...headers, authorization: headers["authorization"]?.length },
      body.length,
    ]);
    expect(seen[1]).toEqual(seen[0]);
    expect(() =>
      newPushBrowser("push.example").opens(arrived[0]?.body ?? Buffer.alloc(200)),
    ).toThrow();
  });

  it.each([404, 410])("ends where the push service knows no such browser (%i)", async (status) => {
    const [, second] = notified.people;
    const { server, receiver } = notified;
    const id = await wants(notified, second, EVERYTHING, newPushBrowser("push.example").to);
    await call(server, "testDestination", { destination: id }, second.token);
    receiver.answers = status;
    await notified.run({ at: "noon" });
    receiver.answers = 200;
    const { destinations } = await call(server, "notifications", {}, second.token);
    expect(destinations).toEqual([]);
  });
});
