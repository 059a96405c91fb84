/** A browser's side of a push subscription, with Node's own code: what is sealed to it is opened by RFC 8291. */
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** A new subscription at that push service. */
export function newPushBrowser(host: string) {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  return {
    to: {
      by: "push" as const,
      url: `https://${host}/send/${randomBytes(12).toString("base64url")}`,
      key: pair.getPublicKey("base64url"),
      auth: auth.toString("base64url"),
    },
    /** RFC 8291, section 3.4. */
    opens: (body: Buffer): Buffer => {
      const salt = body.subarray(0, 16);
      const theirs = body.subarray(21, 21 + 65);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), theirs]);
      const secret = Buffer.from(hkdfSync("sha256", pair.computeSecret(theirs), auth, info, 32));
      const derive = (name: string, length: number): Buffer =>
        Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${name}\0`, length));
      const opening = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
      opening.setAuthTag(body.subarray(-16));
      return Buffer.concat([opening.update(body.subarray(86, -16)), opening.final()]);
    },
  };
}
