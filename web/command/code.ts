/**
 * `npm run code -- HANDLE`: what the authenticator of a demonstration member shows now. A real member's
 * authenticator is on a device of theirs.
 */
import { TOTP } from "otpauth";
import { CODE_STEP_SECONDS } from "../../worker/contract/second-factor.ts";
import { complain, say } from "./output.ts";
import { passphrasesIn } from "./workplace.ts";

try {
  const handle = process.argv[2] ?? "";
  const found = passphrasesIn(".tern").find((member) => member.handle === handle);
  if (found?.authenticator === undefined) {
    throw new Error(`Nobody in .tern/ has the name "${handle}" and an authenticator`);
  }
  const totp = new TOTP({ secret: found.authenticator });
  const left = CODE_STEP_SECONDS - Math.floor((Date.now() / 1_000) % CODE_STEP_SECONDS);
  say(`${totp.generate()}  (for ${left} more seconds; each code works once)`);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
