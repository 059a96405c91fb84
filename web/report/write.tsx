/**
 * Writing a report, one question a screen, then sealing it. Every way back keeps what was answered.
 * Invariant: the draft leaves this component only into the vault.
 */
import { failureCode } from "../failure.ts";
import type { DeskView, TrackingCodeView } from "../vault/interface.ts";
import { useEffect, useRef, useState } from "../ui/dom.ts";
import { ChannelStep } from "./channel.tsx";
import { DeskStep } from "./desk-choice.tsx";
import {
  keepersOf,
  NEW_DRAFT,
  readersOf,
  stepAfter,
  stepBefore,
  type Draft,
  type Step,
} from "./draft.ts";
import { identityFaultOf } from "./identity-answers.tsx";
import { IdentityStep } from "./identity.tsx";
import { Intake } from "./intake.ts";
import type { Readiness } from "./readiness.ts";
import { ReadersStep } from "./readers.tsx";
import { Receipt } from "./receipt.tsx";
import { Review } from "./review.tsx";
import { Sending, type SendingState } from "./sending.tsx";
import { useReportText } from "./text.ts";
import { UrgentStep } from "./urgent.tsx";
import type { WayProps } from "./way.ts";
import { faultOf, WordsStep } from "./words.tsx";

type Place =
  | { readonly at: "asking"; readonly step: Step; readonly fromReview: boolean }
  | { readonly at: "sending"; readonly state: SendingState }
  | { readonly at: "sent"; readonly acknowledgeByDay: number; readonly code: TrackingCodeView };

export function Write({ active, surroundings, onBack, onLeave, keepEnd }: WayProps) {
  const { code: language } = useReportText();
  const [draft, setDraft] = useState<Draft>(NEW_DRAFT);
  const [place, setPlace] = useState<Place>({ at: "asking", step: "channel", fromReview: false });
  const [readiness, setReadiness] = useState<Readiness>({ kind: "loading" });
  const [readersChanged, setReadersChanged] = useState(false);
  const intake = useRef<Intake | null>(null);

  /** Opens the vault if there is none, and gets a list of readers that verifies. */
  async function prepare(): Promise<void> {
    setReadiness({ kind: "loading" });
    try {
      const open = intake.current ?? (await Intake.open(surroundings));
      if (intake.current === null) keepEnd(() => open.end());
      intake.current = open;
      setReadiness({ kind: "ready", roster: await open.roster(), build: open.build });
    } catch (thrown) {
      setReadiness({ kind: "refused", code: failureCode(thrown) });
    }
  }
  useEffect(() => void prepare(), []);

  const desks = readiness.kind === "ready" ? readiness.roster.desks : [];
  const desk = desks.find(({ id }) => id === draft.desk) ?? null;

  function goTo(step: Step, fromReview = false): void {
    setPlace({ at: "asking", step, fromReview });
  }

  async function send(open: Intake, sendingTo: DeskView): Promise<void> {
    setPlace({ at: "sending", state: { stage: "check", failure: null } });
    const delivery = await open.deliver(draft, sendingTo, language, (stage) =>
      setPlace({ at: "sending", state: { stage, failure: null } }),
    );
    if (delivery.kind === "failed") {
      setPlace({ at: "sending", state: { stage: delivery.stage, failure: delivery.code } });
      return;
    }
    try {
      const code = await open.trackingCode(language);
      setDraft(NEW_DRAFT);
      setPlace({ at: "sent", acknowledgeByDay: delivery.acknowledgeByDay, code });
    } catch {
      // The words of another language did not load. Trying again sends the same bytes, and asks again.
      setPlace({ at: "sending", state: { stage: "send", failure: "offline" } });
    }
  }

  function trySend(): void {
    if (intake.current !== null && desk !== null) void send(intake.current, desk);
  }

  if (!active) return null;
  switch (place.at) {
    case "asking": {
      const { step, fromReview } = place;
      const asked = {
        draft,
        onChange: (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part })),
        onBack: () => {
          const before = fromReview ? "review" : stepBefore(step, desk);
          if (before === null) onBack();
          else goTo(before);
        },
        onContinue: () => goTo(fromReview ? "review" : stepAfter(step, desk)),
      };
      const shown = answerable(step, draft, desk);
      switch (shown) {
        case "channel":
          return <ChannelStep key={shown} {...asked} />;
        case "urgent":
          return <UrgentStep key={shown} {...asked} />;
        case "text":
          return <WordsStep key={shown} {...asked} />;
        case "desk":
          return (
            <DeskStep
              key={`desk-${readiness.kind}`}
              {...asked}
              // Another desk has other readers: they are looked at before anything is sent.
              onContinue={() =>
                goTo(step === "desk" && !fromReview ? "urgent" : "readers", fromReview)
              }
              readiness={readiness}
              onRetry={() => void prepare()}
            />
          );
        case "identity":
          return desk === null ? null : <IdentityStep key={shown} {...asked} desk={desk} />;
        case "readers":
          return desk === null ? null : (
            <ReadersStep
              key={`${shown}-${desk.id}`}
              {...asked}
              desk={desk}
              desks={readiness.kind === "ready" ? readiness.roster.desks : []}
              changed={readersChanged}
              onOtherDesk={() => goTo("desk", fromReview)}
            />
          );
        case "review":
          return desk === null ? null : (
            <Review
              key={shown}
              draft={draft}
              desk={desk}
              onBack={() => goTo("readers")}
              onEdit={(part) => goTo(part, true)}
              onSend={trySend}
            />
          );
      }
    }
    case "sending":
      return (
        <Sending
          key="sending"
          state={place.state}
          onRetry={trySend}
          onBack={() => goTo("review")}
          onSeeReaders={() => {
            setReadersChanged(true);
            goTo("readers", true);
            void prepare();
          }}
        />
      );
    case "sent":
      return (
        <Receipt
          key="sent"
          acknowledgeByDay={place.acknowledgeByDay}
          code={place.code}
          codeIn={async (other) => (await intake.current?.trackingCode(other)) ?? place.code}
          check={async (at, typed) => (await intake.current?.checkWord(at, typed)) ?? false}
          onKept={() => intake.current?.end()}
          onFinish={onLeave}
        />
      );
  }
}

/** Whatever an answer further back took away is asked again before what depends on it. */
function answerable(step: Step, draft: Draft, desk: DeskView | null): Step {
  if (step !== "identity" && step !== "readers" && step !== "review") return step;
  if (desk === null) return "desk";
  if (step === "identity") return desk.custodians.length === 0 ? "readers" : step;
  if (step === "readers") return step;
  if (faultOf(draft) !== null) return "text";
  const { says, answers } = draft.identity;
  const unfinished = says === "yes" && identityFaultOf(answers) !== null;
  if (unfinished && keepersOf(draft, desk).length > 0) return "identity";
  return readersOf(draft, desk).length === 0 ? "readers" : step;
}
