/**
 * The way from a link to the list of people, one screen after the other. Invariant: what was shown to be written
 * down lives in this part only, and its vault ends with it.
 */
import { failureCode, type FailureCode } from "../failure.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import type { JoinerKeys } from "../vault/joining.ts";
import {
  isConfirmed,
  openLink,
  sendJoining,
  type OpenedLink,
  type Surroundings,
} from "./joining.ts";
import { Offer } from "./offer.tsx";
import { Passphrase, PassphraseCheck } from "./passphrase.tsx";
import { Refused, type Refusal } from "./refused.tsx";
import { useJoin } from "./text.ts";
import { Done, Waiting } from "./waiting.tsx";

export interface WayProps {
  /** What stood behind the # of the address; empty when nothing did. */
  readonly secret: string;
  readonly surroundings: Surroundings;
}

type Place =
  | { readonly at: "opening" }
  | { readonly at: "refused"; readonly refusal: Refusal }
  | { readonly at: "offer"; readonly link: OpenedLink }
  | {
      readonly at: "passphrase" | "check" | "words" | "done";
      readonly link: OpenedLink;
      readonly keys: JoinerKeys;
    };

export function Way({ secret, surroundings }: WayProps) {
  const { t } = useJoin();
  const [place, setPlace] = useState<Place>(
    secret === "" ? { at: "refused", refusal: { kind: "no-link" } } : { at: "opening" },
  );
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);

  useEffect(() => {
    if (secret === "") return undefined;
    let left = false;
    let end = (): void => undefined;
    const leave = (): void => {
      left = true;
      end();
    };
    const open = async (): Promise<void> => {
      try {
        const link = await openLink(secret, surroundings);
        end = link.end;
        if (left) end();
        else setPlace({ at: "offer", link });
      } catch (thrown) {
        const refusal = { kind: "failed", code: failureCode(thrown) } as const;
        if (!left) setPlace({ at: "refused", refusal });
      }
    };
    void open();
    // A page kept for the browser's way back must not keep keys.
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  /** One thing at a time; what failed is said where it was asked. */
  async function work(task: () => Promise<Place>): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      setPlace(await task());
    } catch (thrown) {
      setFailure(failureCode(thrown));
    } finally {
      setBusy(false);
    }
  }

  switch (place.at) {
    case "opening":
      return (
        <Screen key="opening" name="join-opening" title={t("opening.title")} takesFocus={false}>
          <StatusLine text={t("opening.step")} />
        </Screen>
      );
    case "refused":
      return <Refused key="refused" refusal={place.refusal} />;
    case "offer": {
      const { link } = place;
      const accept = async (): Promise<Place> => ({
        at: "passphrase",
        link,
        keys: await link.vault.makeKeys(),
      });
      return (
        <Offer
          key="offer"
          offer={link.offer}
          busy={busy}
          failure={failure}
          onAccept={() => void work(accept)}
        />
      );
    }
    case "passphrase":
      return (
        <Passphrase
          key="passphrase"
          words={place.keys.passphrase}
          handle={place.link.offer.handle}
          onContinue={() => setPlace({ ...place, at: "check" })}
        />
      );
    case "check": {
      const { link } = place;
      const send = async (): Promise<Place> => {
        await sendJoining(link);
        return { ...place, at: link.offer.kind === "founding" ? "done" : "words" };
      };
      return (
        <PassphraseCheck
          key="check"
          check={(position, typed) => link.vault.checkWord(position, typed)}
          busy={busy}
          failure={failure}
          onShow={() => setPlace({ ...place, at: "passphrase" })}
          onKept={() => void work(send)}
        />
      );
    }
    case "words":
      return (
        <Waiting
          key="words"
          words={place.keys.fingerprint}
          name={place.link.offer.invitedBy}
          look={async () => isConfirmed(place.link, surroundings)}
          onConfirmed={() => setPlace({ ...place, at: "done" })}
        />
      );
    case "done":
      return <Done key="done" handle={place.link.offer.handle} />;
  }
}
