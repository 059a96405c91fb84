/**
 * Which instruments may apply between a child's countries, and whom to ask.
 * Invariant: what is picked stands in this part alone: it is sent nowhere, in no address and no draft, and is gone with it.
 */
import { COUNTRIES } from "../payload/countries.ts";
import {
  BOUND,
  INSTRUMENTS,
  isStale,
  LIMIT_CODES,
  LIMITS,
  STALE_AFTER_DAYS,
  type Instrument,
} from "../payload/instruments.ts";
import {
  mayApply,
  PLACES,
  whichLaw,
  type Between,
  type Places,
  type WhichLaw as Answer,
} from "../payload/which-law.ts";
import type { DeskText } from "../i18n/index.ts";
import { CountrySelect } from "../ui/country-select.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { provisionWords } from "./law-notes.tsx";
import { useDesk } from "./text.ts";

const NOWHERE: Places = { home: null, now: null, heading: null };

function betweenWords({ t, country, list }: DeskText, between: Between): string {
  const { instrument: code, standing } = between;
  const instrument = t(`instrument.${code}`);
  const countries = list(between.because.map((one) => country(one)));
  switch (standing) {
    case "applies":
    case "objected":
      return t(`which-law.${standing}`, { instrument });
    case "accession":
      return code === "HAGUE_1980"
        ? t("which-law.accession.HAGUE_1980", { instrument, countries })
        : t("which-law.accession.HAGUE_1996", { instrument, countries });
    case "outside":
    case "unknown":
      return t(`which-law.${standing}`, { instrument, countries });
  }
}

/** What it is for, what keeps it from applying, and how old its list of countries is. */
export function InstrumentSaid({
  code,
  today,
}: {
  readonly code: Instrument;
  readonly today: number;
}) {
  const text = useDesk();
  const { t, day } = text;
  const { asOfDay, source } = BOUND[code];
  return (
    <section class="law-instrument" data-instrument={code}>
      <h4>{t(`instrument.${code}`)}</h4>
      <p class="field-hint">{t(`instrument-title.${code}`)}</p>
      <p>{t(`instrument-for.${code}`)}</p>
      <ul>
        {LIMIT_CODES.filter((limit) => LIMITS[limit].instrument === code).map((limit) => (
          <li key={limit}>
            {t(`limit.${limit}`)}{" "}
            <span class="field-hint">{provisionWords(text, LIMITS[limit])}</span>
          </li>
        ))}
      </ul>
      <p class="field-hint">{t("which-law.as-of", { day: day(asOfDay), source })}</p>
      {isStale(asOfDay, today) ? (
        <Notice kind="caution">
          <p>{t("which-law.stale", { count: STALE_AFTER_DAYS })}</p>
        </Notice>
      ) : null}
    </section>
  );
}

export interface WhichLawProps {
  /** The server's day. */
  readonly today: number;
}

function AnswerSaid({ answer, today }: WhichLawProps & { readonly answer: Answer }) {
  const text = useDesk();
  const { t, country } = text;
  const { pairs, asks, here } = answer;
  return (
    <>
      <h3>{t("which-law.answer")}</h3>
      {pairs.map(({ one, other, between }) => (
        <section key={`${one}-${other}`} data-pair={`${one} ${other}`}>
          <h4>{t("which-law.between", { one: country(one), other: country(other) })}</h4>
          <ul>
            {between.map((how) => (
              <li key={how.instrument} data-standing={how.standing}>
                {betweenWords(text, how)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h3>{t("which-law.ask")}</h3>
      <ol class="law-asks">
        {asks.map((ask) => (
          <li key={ask.asking} data-asking={ask.asking}>
            {t(`asking.${ask.asking}`, { country: country(ask.country) })}{" "}
            <span class="field-hint">{provisionWords(text, ask.provision)}</span>
          </li>
        ))}
        {here === null ? null : <li>{t("which-law.here", { country: country(here) })}</li>}
      </ol>
      <h3>{t("which-law.instruments")}</h3>
      {INSTRUMENTS.map((code) => (
        <InstrumentSaid key={code} code={code} today={today} />
      ))}
    </>
  );
}

/** All of it in a sentence; nothing while there is nothing to say. */
function verdictWords({ t, list }: DeskText, { pairs }: Answer): string {
  if (pairs.length === 0) return "";
  const may = INSTRUMENTS.filter((code) =>
    pairs.some(({ between }) => between.some((how) => how.instrument === code && mayApply(how))),
  );
  if (may.length === 0) return t("which-law.none");
  return t("which-law.may", { instruments: list(may.map((code) => t(`instrument.${code}`))) });
}

export function WhichLaw({ today }: WhichLawProps) {
  const text = useDesk();
  const { t } = text;
  const [places, setPlaces] = useState(NOWHERE);
  const answer = whichLaw(places);
  const hints = {
    home: t("which-law.home-hint"),
    now: t("which-law.now-hint"),
    heading: undefined,
  };
  return (
    <details class="law" data-part="which-law">
      <summary>{t("which-law.open")}</summary>
      <p class="field-hint">{t("which-law.lead")}</p>
      {PLACES.map((place) => (
        <CountrySelect
          key={place}
          id={`which-law-${place}`}
          label={t(`which-law.${place}`)}
          {...(hints[place] !== undefined && { hint: hints[place] })}
          countries={COUNTRIES}
          none={t("country.choose")}
          value={places[place] ?? ""}
          onChange={(code) => setPlaces({ ...places, [place]: code === "" ? null : code })}
        />
      ))}
      <p class="law-verdict" role="status">
        {verdictWords(text, answer)}
      </p>
      {answer.pairs.length === 0 ? null : <AnswerSaid answer={answer} today={today} />}
    </details>
  );
}
