/** What a message to a member is made of: nothing but its kind's words, all of one size; sealed as the RFCs say. */
import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../web/i18n/index.ts";
import { CODE_PLACE, NOTIFICATION_WORDS } from "../../worker/contract/notification-words.ts";
import {
  EMAIL_TEXT_BYTES,
  isPublicUrl,
  NOTIFICATION_KINDS,
  NOTIFICATION_LANGUAGES,
  WEBHOOK_BODY_BYTES,
} from "../../worker/contract/notifications.ts";
import { addressCode, messageId } from "../../worker/domain/notification.ts";
import { emailWords } from "../../worker/notifications/email.ts";
import { sealPush } from "../../worker/notifications/push-sealing.ts";
import { webhookBody } from "../../worker/notifications/webhook.ts";

const everyMessage = NOTIFICATION_LANGUAGES.flatMap((language) =>
  NOTIFICATION_KINDS.map((kind) => ({
    id: "A".repeat(43),
    kind,
    language,
    code: kind === "code" ? "12345678" : null,
  })),
);

describe("a message", () => {
  it("is written in every language of the pages", () => {
    expect(NOTIFICATION_LANGUAGES).toEqual(LANGUAGES.map(({ code }) => code));
  });

  it.each(everyMessage)(
    "$kind in $language is of the one size, and holds no number or link",
    (message) => {
      const { subject, text } = emailWords(message);
      const { daily } = NOTIFICATION_WORDS[message.language];
      expect(Buffer.byteLength(text)).toBe(EMAIL_TEXT_BYTES);
      expect(Buffer.byteLength(subject)).toBe(Buffer.byteLength(daily.subject));
      expect(webhookBody(message)).toHaveLength(WEBHOOK_BODY_BYTES);
      const words = `${subject} ${text}`.replace("12345678", "");
      expect(words).not.toMatch(/\d|https?:|@|\{|\}/u);
    },
  );

  it("has a place for a code in one kind, and for nothing else in any", () => {
    const holes = everyMessage.flatMap(({ kind, language }) =>
      [...NOTIFICATION_WORDS[language][kind].text.matchAll(/\{[^}]*\}/gu)].map(([hole]) => [
        kind,
        hole,
      ]),
    );
    expect(holes).toEqual(NOTIFICATION_LANGUAGES.map(() => ["code", CODE_PLACE]));
  });

  it("is named by what it is: the same each time, and another for another place, kind, day or number", async () => {
    const message = {
      destinationId: "A".repeat(22),
      kind: "daily",
      day: 20_000,
      number: 0,
    } as const;
    const others = [
      message,
      { ...message, destinationId: `${"B".repeat(21)}A` },
      { ...message, kind: "alert" as const },
      { ...message, day: 20_001 },
      { ...message, number: 1 },
    ];
    const ids = await Promise.all(others.map(messageId));
    expect(new Set(ids).size).toBe(others.length);
    expect(await messageId(message)).toBe(ids[0]);
    const preimage = Buffer.concat([
      Buffer.from("tern/1 notification\0"),
      Buffer.alloc(16),
      Buffer.from([0, 0, 0, 1]),
      Buffer.from([0, 0, 0x4e, 0x20]),
      Buffer.alloc(4),
    ]);
    const hash = createHash("sha512").update(preimage).digest().subarray(0, 32);
    expect(ids[0]).toBe(hash.toString("base64url"));
  });
});

describe("the code of an address", () => {
  it("is eight digits of a keyed hash of the place and of the address as it is stored", async () => {
    const raw = Buffer.alloc(32, 9);
    const HMAC = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", raw, HMAC, false, ["sign"]);
    const id = "A".repeat(22);
    const mac = createHmac("sha256", raw).update("tern/1 address code\0");
    const stored = Buffer.alloc(48, 7);
    mac.update(Buffer.alloc(16)).update(stored);
    const number = mac.digest().readBigUInt64BE() % 100_000_000n;
    const text = stored.toString("base64url");
    const code = await addressCode(key, id, text);
    expect(code).toBe(String(number).padStart(8, "0"));
    expect(await addressCode(key, `${"B".repeat(21)}A`, text)).not.toBe(code);
    // Another address under the same id, which its member may choose.
    const other = Buffer.alloc(48, 8).toString("base64url");
    expect(await addressCode(key, id, other)).not.toBe(code);
  });
});

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text, "base64url"));

describe("sealing to a browser", () => {
  it("gives the bytes of RFC 8291's own example (section 5)", async () => {
    const point =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    const P256 = { name: "ECDH", namedCurve: "P-256" };
    const jwk = {
      kty: "EC",
      crv: "P-256",
      x: Buffer.from(point, "base64url").subarray(1, 33).toString("base64url"),
      y: Buffer.from(point, "base64url").subarray(33).toString("base64url"),
      d: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
    };
    const privateKey = await crypto.subtle.importKey("jwk", jwk, P256, false, ["deriveBits"]);
    const sealed = await sealPush(
      {
        key: bytes(
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        ),
        auth: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
      },
      new TextEncoder().encode("When I grow up, I want to be a watermelon"),
      { pair: { privateKey, publicKey: bytes(point) }, salt: bytes("DGv6ra1nlYgDCS1FRnbzlw") },
    );
    expect(Buffer.from(sealed).toString("base64url")).toBe(
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
    );
  });
});

describe("a public address", () => {
  it.each([
    "https://hooks.example/a?b=c",
    "https://fcm.googleapis.com/fcm/send/x",
    "https://1.2.3.com/",
  ])("is %s", (url) => {
    expect(isPublicUrl(url)).toBe(true);
  });

  it.each([
    "https://10.0.0.1/",
    "https://010.0.0.1/",
    "https://0x0a000001/",
    "https://[fd00::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://nas/",
    "https://a.LOCAL/",
    "https://router.home.arpa/",
    "ftp://hooks.example/",
    "javascript:alert(1)",
    "",
  ])("is not %s", (url) => {
    expect(isPublicUrl(url)).toBe(false);
  });
});
