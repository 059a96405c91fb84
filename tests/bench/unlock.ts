/**
 * `unlock.overRaw`: from a passphrase to a keyring that opens cases, by its slot as most members' are, over the one
 * Argon2id call it takes. The rest is a self-test, the slot, the keyring and its pairs.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { StoredKeyring } from "../../worker/contract/session.ts";
import { utf8 } from "../../web/crypto/bytes.ts";
import { sodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import { openDeskVault, type Organisation } from "./organisation.ts";
import { compare } from "./timing.ts";

const OVER_RAW_MAX = 1.5;
const ROUNDS = { warmUps: 2, rounds: 12 } as const;
const PASSPHRASE = "otter lantern gravel violin meadow cabin harbour";

export function unlockMeasure(organisation: Organisation): Measure {
  return {
    name: "unlock",
    run: async (): Promise<readonly Measurement[]> => {
      const { vault: first, member } = await openDeskVault(organisation);
      await first.newRecoveryKey("en");
      const { replacesVersion, keyring, slots, passphrase } = await first.replacePassphrase(
        PASSPHRASE,
        [],
        "renewed",
      );
      const { parameters } = passphrase;
      const stored: StoredKeyring = {
        member: member.id,
        keyring,
        keyringVersion: replacesVersion + 1,
        slots,
      };
      const vault = new DeskVault(organisation.founded.trust);
      await vault.start();
      const { crypto_pwhash, crypto_pwhash_ALG_ARGON2ID13: argon2id13 } = sodiumWithArgon2();
      const password = utf8(PASSPHRASE);
      const salt = fromBase64Url(parameters.salt);
      const { passes, memoryKiB } = parameters;
      const { ratio, spread, leftMilliseconds, rightMilliseconds } = await compare(
        async () => {
          await vault.stretch(PASSPHRASE, parameters);
          await vault.unlock(stored);
        },
        () => {
          const root = crypto_pwhash(32, password, salt, passes, memoryKiB * 1_024, argon2id13);
          if (toBase64Url(root).length === 0) throw new Error("bench: Argon2id gave nothing");
        },
        ROUNDS,
      );
      return [
        {
          name: "unlock.overRaw",
          value: ratio,
          unit: "times",
          bound: atMost(OVER_RAW_MAX),
          spread,
          detail: {
            unit: `DeskVault.stretch and unlock, ${slots.length} slots, over one Argon2id`,
            milliseconds: leftMilliseconds,
            rawMilliseconds: rightMilliseconds,
          },
        },
      ];
    },
  };
}
