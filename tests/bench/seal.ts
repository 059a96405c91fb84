/**
 * `seal.overRaw`: a whole report sealed by the reporter's vault, over the libsodium calls it takes.
 * From the draft to the submission as JSON would carry it: code, keys, wraps, entry, card, base64url.
 */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import { SEAL_OVERHEAD_BYTES } from "../../worker/contract/limits.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { atMost, type Bound, type Measure, type Measurement } from "./measure.ts";
import { draftOf, openReporterVault, type Organisation } from "./organisation.ts";
import { rawSealReport } from "./raw-seal.ts";
import { compare } from "./timing.ts";

const OVER_RAW_MAX = 1.3;
/** A page of text, which is what most people write. */
const TEXT_CHARACTERS = 2_000;
/** Close to the longest there is. */
const LONG_TEXT_CHARACTERS = 60_000;
const ROUNDS = { warmUps: 60, rounds: 300 } as const;

async function compareSealing(organisation: Organisation, characters: number) {
  const vault = await openReporterVault(organisation);
  // The members' build was loaded to found the organisation; reporters have the smaller one.
  await loadSodium();
  const draft = draftOf(organisation, characters);
  const sealed = await vault.sealReport(draft);
  const bucketBytes = fromBase64Url(sealed.entry.body).length - SEAL_OVERHEAD_BYTES;
  const dummies = sealed.wraps.filter(({ member }) => member === DUMMY_MEMBER).length;
  const recipients = organisation.recipients.map(({ seal }) => seal.publicKey);
  const comparison = await compare(
    async () => {
      await vault.sealReport(draft);
    },
    () => {
      rawSealReport({ bucketBytes, recipients, dummies });
    },
    ROUNDS,
  );
  return { sizes: { characters, bucketBytes, recipients: recipients.length, dummies }, comparison };
}

function measurementOf(
  name: string,
  bound: Bound | null,
  { sizes, comparison }: Awaited<ReturnType<typeof compareSealing>>,
): Measurement {
  const { ratio, spread, leftMilliseconds, rightMilliseconds } = comparison;
  return {
    name,
    value: ratio,
    unit: "times",
    bound,
    spread,
    detail: {
      unit: "one report by ReporterVault.sealReport",
      ...sizes,
      milliseconds: leftMilliseconds,
      rawMilliseconds: rightMilliseconds,
    },
  };
}

export function sealMeasure(organisation: Organisation): Measure {
  return {
    name: "seal",
    run: async (): Promise<readonly Measurement[]> => {
      const page = await compareSealing(organisation, TEXT_CHARACTERS);
      const long = await compareSealing(organisation, LONG_TEXT_CHARACTERS);
      return [
        measurementOf("seal.overRaw", atMost(OVER_RAW_MAX), page),
        measurementOf("seal.overRaw.longText", null, long),
      ];
    },
  };
}
