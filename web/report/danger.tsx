/**
 * Whom to call now, by country. Chosen in the page, from data the page already has: no request tells which.
 */
import { Select } from "../ui/choice.tsx";
import { useState, type Child } from "../ui/dom.ts";
import { FIRST_LINES, HELP_COUNTRIES, HELP_LINES_AS_OF, helpLinesOf } from "./help-lines.ts";
import { useReportText } from "./text.ts";

const NOT_CHOSEN = "";
const ELSEWHERE = "elsewhere";
const MILLISECONDS_A_DAY = 86_400_000;

function Line({ number, children }: { readonly number: string; readonly children: Child }) {
  return (
    <div class="help-line">
      <dt>{children}</dt>
      <dd>
        <a href={`tel:${number.replace(/[^0-9]/g, "")}`} class="help-number">
          <bdi>{number}</bdi>
        </a>
      </dd>
    </div>
  );
}

function FirstNumbers() {
  const text = useReportText();
  const nameOf = (place: (typeof FIRST_LINES)[number]["places"][number]): string =>
    place === "europe" ? text.t("danger.europe") : text.country(place);
  return (
    <div>
      <dl class="help-lines">
        {FIRST_LINES.map(({ places, number }) => (
          <Line key={number} number={number}>
            {text.list(places.map(nameOf))}
          </Line>
        ))}
      </dl>
      <p class="field-hint">{text.t("danger.elsewhere")}</p>
    </div>
  );
}

function Numbers({ country }: { readonly country: string }) {
  const text = useReportText();
  const { t } = text;
  const lines = helpLinesOf(country);
  if (lines.length === 0) return <p>{t("danger.unknown")}</p>;
  return (
    <div>
      <p class="help-country">{t("danger.numbers", { country: text.country(country) })}</p>
      <dl class="help-lines">
        {lines.map(({ kind, number, notEverywhere }) => (
          <Line key={number} number={number}>
            {t(`danger.${kind}`)}
            {notEverywhere === true ? (
              <span class="field-hint help-limit">{t("danger.not-everywhere")}</span>
            ) : null}
          </Line>
        ))}
      </dl>
      <p class="field-hint">
        {t("danger.checked", {
          day: text.day(Date.parse(HELP_LINES_AS_OF) / MILLISECONDS_A_DAY),
        })}
      </p>
    </div>
  );
}

export interface DangerHelpProps {
  /** Stands in the document once. */
  readonly id: string;
}

export function DangerHelp({ id }: DangerHelpProps) {
  const text = useReportText();
  const { t } = text;
  const [country, setCountry] = useState(NOT_CHOSEN);
  const countries = HELP_COUNTRIES.map((code) => ({ value: code, label: text.country(code) }));
  countries.sort((one, other) => one.label.localeCompare(other.label, text.code));
  return (
    <div class="danger-help">
      <Select
        id={id}
        label={t("danger.country")}
        value={country}
        options={[
          { value: NOT_CHOSEN, label: t("danger.choose") },
          ...countries,
          { value: ELSEWHERE, label: t("danger.other") },
        ]}
        onChange={setCountry}
      />
      <div role="status">
        {country === NOT_CHOSEN ? <FirstNumbers /> : <Numbers country={country} />}
      </div>
    </div>
  );
}
