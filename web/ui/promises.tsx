/** What a reporter was promised, in sentences: the same ones wherever a receipt is read. */
import type { PromisesText } from "../i18n/index.ts";
import { createContext, useContext } from "./dom.ts";

export const PromisesTextContext = createContext<PromisesText | null>(null);

/** @throws when no root provides the texts. */
export function usePromises(): PromisesText {
  const text = useContext(PromisesTextContext);
  if (text === null) throw new Error("ui: no PromisesTextContext above this part");
  return text;
}

/** Days since 1970-01-01, UTC. */
export interface Promised {
  readonly promise: "acknowledgement" | "feedback" | "challenge-decision";
  readonly dueDay: number;
  /** Null while it is not kept. */
  readonly metDay: number | null;
}

/** How it was kept by the days it gives. */
export function fateOf({ dueDay, metDay }: Promised): "kept" | "late" | "missed" {
  if (metDay === null) return "missed";
  return metDay > dueDay ? "late" : "kept";
}

export function promiseSentence({ t, day }: PromisesText, promised: Promised): string {
  const { promise, dueDay, metDay } = promised;
  const due = day(dueDay);
  const fate = fateOf(promised);
  return metDay === null || fate === "missed"
    ? t(`promise.${promise}-missed`, { due })
    : t(`promise.${promise}-${fate}`, { due, met: day(metDay) });
}

export function PromiseLines({ promises }: { readonly promises: readonly Promised[] }) {
  const text = usePromises();
  return (
    <>
      {promises.map((promised) => (
        <p key={`${promised.promise} ${promised.dueDay}`} data-fate={fateOf(promised)}>
          {promiseSentence(text, promised)}
        </p>
      ))}
    </>
  );
}
