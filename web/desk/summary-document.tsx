/**
 * The summary of a case as a page to print: what is coded stands in both languages side by side, what somebody wrote
 * stands once, across both. Invariant: it is drawn from the summary and the two languages, and from nothing else.
 */
import type { DeskText } from "../i18n/index.ts";
import type { CaseSummary } from "../payload/case-summary.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useRef, type Child } from "../ui/dom.ts";
import { summaryParts, type InWords, type SummaryFact, type SummaryPart } from "./summary-parts.ts";
import { useDesk } from "./text.ts";

/** In the order in which they were chosen. */
export type TwoTexts = readonly [DeskText, DeskText];

export interface SummaryDocumentProps {
  readonly summary: CaseSummary;
  readonly hash: string;
  readonly texts: TwoTexts;
  readonly onBack: () => void;
}

/** The same words twice, each in its own language and direction. */
function Both({ words, texts }: { readonly words: InWords; readonly texts: TwoTexts }) {
  return (
    <>
      {texts.map((text) => (
        <span key={text.code} lang={text.code} dir={text.direction}>
          {words(text)}
        </span>
      ))}
    </>
  );
}

function Coded({ label, said, saidIn, texts }: SummaryFact & { kind: "coded"; texts: TwoTexts }) {
  return (
    <>
      {texts.map((text) => (
        <div key={text.code} lang={text.code} dir={text.direction}>
          <dt>{label(text)}</dt>
          <dd lang={saidIn?.(text)} dir={saidIn === undefined ? undefined : "auto"}>
            {said(text)}
          </dd>
        </div>
      ))}
    </>
  );
}

function Written(props: SummaryFact & { kind: "written"; texts: TwoTexts }) {
  const { label, words, language, texts } = props;
  return (
    <div class="summary-whole">
      <dt class="summary-pair">
        <Both words={label} texts={texts} />
        {language === null ? null : (
          <Both
            words={(text) => text.t("summary.language", { language: text.language(language) })}
            texts={texts}
          />
        )}
      </dt>
      <dd class="passage-text" lang={language ?? undefined} dir="auto">
        {words}
      </dd>
    </div>
  );
}

function Facts({ facts, texts }: { readonly facts: readonly SummaryFact[]; texts: TwoTexts }) {
  return (
    <dl class="summary-facts">
      {facts.map((fact, at) =>
        fact.kind === "coded" ? (
          <Coded key={at} {...fact} texts={texts} />
        ) : (
          <Written key={at} {...fact} texts={texts} />
        ),
      )}
    </dl>
  );
}

function Part({ part, texts }: { readonly part: SummaryPart; readonly texts: TwoTexts }) {
  return (
    <section class="summary-part" data-part={part.id} aria-labelledby={`summary-${part.id}`}>
      <h3 id={`summary-${part.id}`} class="summary-pair">
        <Both words={part.title} texts={texts} />
      </h3>
      {part.items.length === 0 ? (
        <p class="summary-pair">
          <Both words={({ t }) => t("summary.nothing")} texts={texts} />
        </p>
      ) : (
        part.items.map((facts, at): Child => <Facts key={at} facts={facts} texts={texts} />)
      )}
    </section>
  );
}

export function SummaryDocument({ summary, hash, texts, onBack }: SummaryDocumentProps) {
  const { t } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [first] = texts;
  return (
    <>
      <Actions>
        <Button onPress={() => window.print()}>{t("export.print-now")}</Button>
        <Button kind="secondary" onPress={onBack}>
          {t("export.back")}
        </Button>
      </Actions>
      <article
        class="export-document summary"
        aria-labelledby="summary-document"
        lang={first.code}
        dir={first.direction}
      >
        <h2 id="summary-document" class="summary-pair" tabindex={-1} ref={heading}>
          <Both words={(text) => text.t("summary.heading")} texts={texts} />
        </h2>
        <p class="summary-pair">
          <Both words={(text) => text.t("summary.own-language")} texts={texts} />
        </p>
        {summaryParts(summary).map((part) => (
          <Part key={part.id} part={part} texts={texts} />
        ))}
        <dl class="summary-facts">
          <Written
            kind="written"
            label={(text) => text.t("summary.hash")}
            words={hash}
            language={null}
            texts={texts}
          />
        </dl>
        <p class="summary-pair">
          <Both words={(text) => text.t("summary.proves")} texts={texts} />
        </p>
      </article>
    </>
  );
}
