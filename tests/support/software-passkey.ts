/**
 * A passkey in software, byte by byte from WebAuthn (section 6.1) and COSE: an authenticator that a test may have sign
 * anything, for any page, with any count.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { PasskeyAssertion, PasskeyCreation } from "../../worker/contract/second-factor.ts";

export interface Ceremony {
  /** What the server gave out to be signed. */
  readonly ticket: string;
  /** The page it happens on. */
  readonly origin: string;
  /** The host the authenticator believes to be on; the page's unless a test lies. */
  readonly host?: string;
  readonly counter?: number;
}

const PRESENT = 0x01;
const WITH_KEY = 0x40;
const CREDENTIAL_BYTES = 32;

function clientData(
  type: "webauthn.create" | "webauthn.get",
  { ticket, origin }: Ceremony,
): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge: ticket, origin, crossOrigin: false }));
}

function authenticatorData(ceremony: Ceremony, flags: number, key: Buffer): Buffer {
  const { origin, host = new URL(origin).hostname, counter = 0 } = ceremony;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const rpIdHash = createHash("sha256").update(host).digest();
  return Buffer.concat([rpIdHash, Buffer.of(flags), count, key]);
}

export class SoftwarePasskey {
  readonly id = randomBytes(CREDENTIAL_BYTES).toString("base64url");
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  /** COSE_Key: EC2, ES256, P-256. */
  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    return Buffer.concat([
      Buffer.from("a50102032620012158 20".replace(" ", ""), "hex"),
      Buffer.from(x, "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(y, "base64url"),
    ]);
  }

  create(ceremony: Ceremony): PasskeyCreation {
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.of(0, CREDENTIAL_BYTES),
      Buffer.from(this.id, "base64url"),
      this.#coseKey(),
    ]);
    const data = authenticatorData(ceremony, PRESENT | WITH_KEY, attested);
    const attestation = Buffer.concat([
      Buffer.of(0xa3, 0x63),
      Buffer.from("fmt"),
      Buffer.of(0x64),
      Buffer.from("none"),
      Buffer.of(0x67),
      Buffer.from("attStmt"),
      Buffer.of(0xa0, 0x68),
      Buffer.from("authData"),
      Buffer.of(0x58, data.length),
      data,
    ]);
    return {
      id: this.id,
      clientData: clientData("webauthn.create", ceremony).toString("base64url"),
      attestation: attestation.toString("base64url"),
      prf: false,
    };
  }

  assert(ceremony: Ceremony): PasskeyAssertion {
    const client = clientData("webauthn.get", ceremony);
    const data = authenticatorData(ceremony, PRESENT, Buffer.alloc(0));
    const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
    return {
      id: this.id,
      clientData: client.toString("base64url"),
      authenticatorData: data.toString("base64url"),
      signature: sign("sha256", signed, this.#keys.privateKey).toString("base64url"),
    };
  }
}
