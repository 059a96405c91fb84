/**
 * Coming back with a code. Invariant: what did not verify is never shown, and a record with any such part is
 * never added to.
 */
import { failureCode, type FailureCode } from "../failure.ts";
import { useRef, useState } from "../ui/dom.ts";
import { Broken, isBroken } from "./broken.tsx";
import { CaseScreen } from "./case-screen.tsx";
import { BrokenRecord, Correspondence, type Reading } from "./correspondence.ts";
import { Challenge } from "./challenge.tsx";
import { EnterCode } from "./enter-code.tsx";
import { TellIdentity } from "./tell-identity.tsx";
import { Feedback } from "./feedback.tsx";
import { useReportText } from "./text.ts";
import type { WayProps } from "./way.ts";
import { Withdraw, Withdrawn } from "./withdraw.tsx";

type Place =
  | { readonly at: "enter" }
  | { readonly at: "case" | "challenge" | "withdraw" | "tell-identity"; readonly reading: Reading }
  | { readonly at: "broken"; readonly code: FailureCode; readonly reading: Reading | null }
  | { readonly at: "feedback"; readonly reading: Reading | null }
  | { readonly at: "withdrawn" };

export function Return({ active, surroundings, onBack, onLeave, keepEnd }: WayProps) {
  const { code: language } = useReportText();
  const [place, setPlace] = useState<Place>({ at: "enter" });
  // Here, because a record that does not hold takes its screen away, and the words must outlive it.
  const [addition, setAddition] = useState("");
  const [objection, setObjection] = useState("");
  const correspondence = useRef<Correspondence | null>(null);

  /** @throws VaultFailure when the vault does not start. */
  async function opened(): Promise<Correspondence> {
    const open = correspondence.current ?? (await Correspondence.open(surroundings));
    if (correspondence.current === null) keepEnd(() => open.end());
    correspondence.current = open;
    return open;
  }

  /** What breaks the record changes the screen; anything else is for the part that asked. */
  async function guarded(act: () => Promise<Reading>): Promise<void> {
    try {
      const reading = await act();
      setPlace({ at: "case", reading });
    } catch (thrown) {
      const code = failureCode(thrown);
      if (!isBroken(code)) throw thrown;
      setPlace({
        at: "broken",
        code,
        reading: thrown instanceof BrokenRecord ? thrown.reading : null,
      });
    }
  }

  async function read(): Promise<void> {
    const open = await opened();
    await guarded(() => open.read());
  }

  function forget(): void {
    correspondence.current?.end();
    correspondence.current = null;
    setAddition("");
    setObjection("");
    setPlace({ at: "enter" });
  }

  if (!active) return null;
  switch (place.at) {
    case "enter":
      return (
        <EnterCode
          key="enter"
          enter={async (text) => (await opened()).enterCode(text)}
          open={async () => {
            const open = await opened();
            await open.signIn();
            await read();
          }}
          onBack={onBack}
        />
      );
    case "case":
      return (
        <CaseScreen
          key="case"
          reading={place.reading}
          onRefresh={read}
          receiptFile={async (seq) => (await opened()).receiptFile(seq)}
          addition={addition}
          onAddition={setAddition}
          onAdd={async (text) => {
            const open = await opened();
            await guarded(async () => {
              const reading = await open.addMessage(text, language);
              setAddition((now) => (now === text ? "" : now));
              return reading;
            });
          }}
          onChallenge={() => setPlace({ at: "challenge", reading: place.reading })}
          onFeedback={() => setPlace({ at: "feedback", reading: place.reading })}
          onTellIdentity={() => setPlace({ at: "tell-identity", reading: place.reading })}
          onTakeIdentityBack={async () => {
            const open = await opened();
            await guarded(() => open.takeIdentityBack());
          }}
          onWithdraw={() => setPlace({ at: "withdraw", reading: place.reading })}
          onFinish={onLeave}
        />
      );
    case "challenge":
      return (
        <Challenge
          key="challenge"
          reading={place.reading}
          typed={objection}
          onTyped={setObjection}
          onChallenge={async (text) => {
            const open = await opened();
            await guarded(async () => {
              const reading = await open.challenge(text, language);
              setObjection((now) => (now === text ? "" : now));
              return reading;
            });
          }}
          onBack={() => setPlace({ at: "case", reading: place.reading })}
        />
      );
    case "tell-identity":
      return (
        <TellIdentity
          key="tell-identity"
          reading={place.reading}
          onTell={async (answers) => {
            const open = await opened();
            await guarded(() => open.tellIdentity({ ...answers, language }));
          }}
          onBack={() => setPlace({ at: "case", reading: place.reading })}
        />
      );
    case "withdraw":
      return (
        <Withdraw
          key="withdraw"
          withdraw={async () => (await opened()).withdraw()}
          onKeep={() => setPlace({ at: "case", reading: place.reading })}
          onWithdrawn={() => setPlace({ at: "withdrawn" })}
        />
      );
    case "broken":
      return (
        <Broken
          key="broken"
          code={place.code}
          reading={place.reading}
          onRetry={read}
          onBack={forget}
        />
      );
    case "withdrawn":
      return (
        <Withdrawn
          key="withdrawn"
          onFeedback={() => setPlace({ at: "feedback", reading: null })}
          onFinish={onLeave}
        />
      );
    case "feedback": {
      const { reading } = place;
      return (
        <Feedback
          key="feedback"
          surroundings={surroundings}
          keepEnd={keepEnd}
          caseId={reading?.plain.case ?? null}
          onBack={() => setPlace(reading === null ? { at: "withdrawn" } : { at: "case", reading })}
          onFinish={onLeave}
        />
      );
    }
  }
}
