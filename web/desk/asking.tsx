/**
 * The second factor as a screen that stands where the sign-in stood. Invariant: whoever leaves it gives up, and the
 * sign-in that waits for an answer always gets one.
 */
import { useEffect, useState, type Child } from "../ui/dom.ts";
import { Screen } from "../ui/screen.tsx";
import { SecondFactorForm, type SecondFactorFormProps } from "./second-factor-form.tsx";
import type { AskSecondFactor } from "./signing-in.ts";
import { useDesk } from "./text.ts";

export interface Asking {
  /** To be shown instead of everything else while it is not null. */
  readonly screen: Child | null;
  readonly ask: AskSecondFactor;
}

export function useAsking(): Asking {
  const { t } = useDesk();
  const [asked, setAsked] = useState<SecondFactorFormProps | null>(null);
  const [now] = useState<{ here: boolean; giveUp: (() => void) | null }>(() => ({
    here: true,
    giveUp: null,
  }));
  useEffect(
    () => () => {
      now.here = false;
      now.giveUp?.();
    },
    [],
  );

  const ask: AskSecondFactor = async (factor, earlier) =>
    await new Promise((resolve) => {
      if (!now.here) return resolve(null);
      now.giveUp = () => resolve(null);
      setAsked({
        asked: factor,
        earlier,
        onProof: (proof) => {
          setAsked(null);
          resolve(proof);
        },
      });
    });

  return {
    ask,
    screen:
      asked === null ? null : (
        <Screen key="second-factor" name="second-factor" title={t("second-factor.title")}>
          <SecondFactorForm {...asked} />
        </Screen>
      ),
  };
}
