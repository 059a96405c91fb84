/** The team's clocks on a case: what each asks for, how it stands, and what can be said of it with one press. */
import { CLOCKS, needsCountry } from "../payload/clock-table.ts";
import { dueDayOfClock, isOpen, type TeamClock } from "../payload/clocks.ts";
import type { CaseworkPayload } from "../payload/entries/index.ts";
import { hasHolidays } from "../payload/holidays.ts";
import type { DeskText } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import type { FieldOption } from "./casework-forms.ts";
import { clockName } from "./clock-forms.ts";
import { useDesk } from "./text.ts";
import { WorkActs } from "./work-list.tsx";

export interface ClockListProps {
  readonly clocks: readonly TeamClock[];
  /** Clocks that a review of a measure meets once it is signed off, and no press, by their seq. */
  readonly reviewed: readonly (number | null)[];
  readonly acts: "open" | "shut";
  readonly busy: boolean;
  readonly act: (payload: CaseworkPayload) => void;
}

/** Those a pause, or an extension, can be about. */
export function clockOptions(
  text: DeskText,
  clocks: readonly TeamClock[],
  form: "clock-pause" | "clock-extension",
): readonly FieldOption[] {
  return clocks
    .filter((clock) => {
      const { pause, extension } = CLOCKS[clock.code];
      if (form === "clock-pause") return clock.state === "running" && pause === "with-reason";
      if (!isOpen(clock)) return false;
      return extension === "later-day" || (extension !== "none" && !clock.extended);
    })
    .map((clock) => ({ value: String(clock.seq), label: clockName(text, clock) }));
}

/** How it stands, as a sentence. */
function standingWords({ t, day, country }: DeskText, clock: TeamClock): string {
  const dueDay = dueDayOfClock(clock);
  const counted =
    clock.country === null || !needsCountry(clock.code)
      ? ""
      : t(hasHolidays(clock.country) ? "work.clock-counted" : "work.clock-weekends-only", {
          country: country(clock.country),
        });
  switch (clock.state) {
    case "running":
      return `${t("work.clock-due", { day: day(dueDay ?? clock.lastDay) })} ${counted}`;
    case "paused":
      return dueDay === null
        ? t("work.clock-paused", { day: day(clock.pausedDay ?? clock.fromDay) })
        : t("work.clock-paused-until", {
            day: day(clock.pausedDay ?? clock.fromDay),
            until: day(dueDay),
          });
    case "met":
      return t("work.clock-met");
    case "ended":
      return t("work.clock-ended");
  }
}

function ClockActs({
  clock,
  reviewed,
  busy,
  act,
}: Omit<ClockListProps, "clocks" | "acts"> & { clock: TeamClock }) {
  const text = useDesk();
  const { t, code: language } = text;
  const name = clockName(text, clock);
  const end = (outcome: "MET" | "NOT_APPLICABLE") =>
    act({ type: "clock-end", clock: clock.seq, outcome, text: "", language });
  return (
    <WorkActs>
      {clock.state !== "paused" ? null : (
        <Button
          kind="quiet"
          busy={busy}
          label={t("work.clock-resume-of", { name })}
          onPress={() => act({ type: "clock-resume", clock: clock.seq })}
        >
          {t("work.clock-resume")}
        </Button>
      )}
      {reviewed.includes(clock.seq) ? null : (
        <Button
          kind="quiet"
          busy={busy}
          label={t("work.clock-meet-of", { name })}
          onPress={() => end("MET")}
        >
          {t("work.clock-meet")}
        </Button>
      )}
      <Button
        kind="quiet"
        busy={busy}
        label={t("work.clock-end-of", { name })}
        onPress={() => end("NOT_APPLICABLE")}
      >
        {t("work.clock-end")}
      </Button>
    </WorkActs>
  );
}

export function ClockList({ clocks, reviewed, acts, busy, act }: ClockListProps) {
  const text = useDesk();
  const { t } = text;
  if (clocks.length === 0) return null;
  return (
    <>
      <h3>{t("work.clocks")}</h3>
      <ul class="work-list">
        {clocks.map((clock) => {
          const { source } = CLOCKS[clock.code];
          return (
            <li key={clock.seq} data-clock={clock.state}>
              <strong>{clockName(text, clock)}</strong> {standingWords(text, clock)}{" "}
              <span class="field-hint">
                {source === null ? t("work.clock-house") : <bdi dir="ltr">{source}</bdi>}
              </span>{" "}
              {acts === "shut" || !isOpen(clock) ? null : (
                <ClockActs clock={clock} reviewed={reviewed} busy={busy} act={act} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
