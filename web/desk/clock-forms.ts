/** The forms about clocks: one is started, one stands still, one takes longer. */
import type { DeskText } from "../i18n/index.ts";
import { STARTED_CLOCK_CODES } from "../payload/clock-table.ts";
import type { TeamClock } from "../payload/clocks.ts";
import { HOLIDAY_COUNTRIES, HOLIDAYS_AS_OF_DAY } from "../payload/holidays.ts";
import { asked, optional, type CaseworkField, type FormSurroundings } from "./casework-fields.ts";

/** What tells two clocks of one kind apart: the day they run from. */
export function clockName({ t, day }: DeskText, { code, fromDay }: TeamClock): string {
  return t("work.clock-of", { name: t(`clock.${code}`), day: day(fromDay) });
}

/** Which countries' holidays are known, as they were on which day; elsewhere only weekends are left out. */
function holidaysHint({ t, day, list, country }: DeskText): string {
  return t("work.clock.country-hint", {
    countries: list(HOLIDAY_COUNTRIES.map((code) => country(code))),
    day: day(HOLIDAYS_AS_OF_DAY),
  });
}

export function clockFields(
  form: "clock" | "clock-pause" | "clock-extension",
  { text, clocks, country }: FormSurroundings,
): readonly CaseworkField[] {
  const { t } = text;
  const which: CaseworkField = {
    ...asked("clock", t("work.clock.which")),
    kind: "entry",
    options: clocks,
  };
  switch (form) {
    case "clock":
      return [
        {
          ...asked("code", t("work.clock.code")),
          kind: "select",
          options: STARTED_CLOCK_CODES.map((value) => ({ value, label: t(`clock.${value}`) })),
        },
        {
          ...asked("fromDay", t("work.clock.from-day")),
          hint: t("work.clock.from-day-hint"),
          kind: "day",
        },
        {
          ...optional("country", t("work.clock.country")),
          hint: holidaysHint(text),
          initial: country,
          kind: "country",
        },
        {
          ...optional("ownDay", t("work.clock.own-day")),
          hint: t("work.clock.own-day-hint"),
          kind: "day",
        },
        { ...optional("text", t("work.clock.text")), kind: "text" },
      ];
    case "clock-pause":
      return [
        which,
        { ...asked("reason", t("work.clock.pause-reason")), kind: "text" },
        {
          ...optional("untilDay", t("work.clock.until-day")),
          hint: t("work.clock.until-day-hint"),
          kind: "day",
        },
      ];
    case "clock-extension":
      return [
        which,
        {
          ...optional("toDay", t("work.clock.to-day")),
          hint: t("work.clock.to-day-hint"),
          kind: "day",
        },
        { ...asked("reason", t("work.clock.extension-reason")), kind: "text" },
      ];
  }
}
