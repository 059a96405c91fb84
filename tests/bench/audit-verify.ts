/**
 * `auditVerify.overRaw`: a log of 10,000 entries verified, over its Ed25519 checks alone on the same bytes.
 * From the entries as the server sends them to the findings: base64url, statements, hashes, chain, days, order.
 */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { auditPreimage } from "../../worker/contract/preimages.ts";
import { AuditLog } from "../../web/crypto/audit-log.ts";
import { loadSodiumWithArgon2, sodium } from "../../web/crypto/sodium.ts";
import { LOG_ORIGIN, makeLog, type MadeLog } from "../support/audit-log.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import { compare } from "./timing.ts";

const OVER_RAW_MAX = 1.3;
const ENTRIES = 10_000;
/** As the page verifies it: a page of the log at a time. */
const PAGE_ENTRIES = 500;
const ROUNDS = { warmUps: 1, rounds: 9 } as const;

interface RawCheck {
  readonly signature: Uint8Array;
  readonly message: Uint8Array;
  readonly key: Uint8Array;
}

function rawChecks({ entries, people, members }: MadeLog): readonly RawCheck[] {
  return entries.map(({ statement, signature }, at) => {
    const key = members.get(people[at % people.length]?.id ?? "")?.key;
    if (key === undefined) throw new Error("bench: an entry of nobody");
    const message = auditPreimage(fromBase64Url(statement));
    return { signature: fromBase64Url(signature), message, key };
  });
}

function verify({ entries, members, heads }: MadeLog): void {
  const log = new AuditLog({ origin: LOG_ORIGIN, members });
  for (let at = 0; at < entries.length; at += PAGE_ENTRIES) {
    log.read(entries.slice(at, at + PAGE_ENTRIES));
  }
  const end = heads.at(-1);
  const found = log.findings(end === undefined ? [] : [end]);
  if (found.length > 0 || log.length !== ENTRIES) throw new Error("bench: a log that is not whole");
}

function check(checks: readonly RawCheck[]): void {
  const lib = sodium();
  for (const { signature, message, key } of checks) {
    if (!lib.crypto_sign_verify_detached(signature, message, key)) {
      throw new Error("bench: a signature that does not hold");
    }
  }
}

export function auditVerifyMeasure(): Measure {
  return {
    name: "auditVerify",
    run: async (): Promise<readonly Measurement[]> => {
      // The members' build, as on the auditor's page.
      await loadSodiumWithArgon2();
      const log = makeLog(ENTRIES, 40);
      const checks = rawChecks(log);
      const { ratio, spread, leftMilliseconds, rightMilliseconds } = await compare(
        () => verify(log),
        () => check(checks),
        ROUNDS,
      );
      return [
        {
          name: "auditVerify.overRaw",
          value: ratio,
          unit: "times",
          bound: atMost(OVER_RAW_MAX),
          spread,
          detail: {
            unit: "one log by AuditLog, a page at a time",
            entries: ENTRIES,
            milliseconds: leftMilliseconds,
            rawMilliseconds: rightMilliseconds,
          },
        },
      ];
    },
  };
}
