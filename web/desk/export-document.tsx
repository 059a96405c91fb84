/** A copy of a case as a page to print: the chosen parts, whom it is for, and the hash by which it is known again. */
import { itemsOfPart, type CaseExport } from "../payload/case-export.ts";
import { EXPORT_PARTS, type ExportPart } from "../payload/entries/export.ts";
import type { Casework } from "../payload/casework.ts";
import type { DeskText } from "../i18n/index.ts";
import { isCasework } from "../payload/entries/index.ts";
import type { JournalItem } from "../payload/journal.ts";
import { isStaying, leftOutOf, takenOutIn, travellingCasework } from "../payload/never-travels.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useRef, type Child } from "../ui/dom.ts";
import { Passage } from "../ui/passage.tsx";
import { useCommon } from "../ui/text.ts";
import type { RosterView } from "../vault/interface.ts";
import type { CaseFile } from "./case-file.ts";
import { CaseworkRecord } from "./casework-record.tsx";
import { authorName, entrySentence } from "./entry-words.ts";
import { EntrySaid } from "./said.tsx";
import { useDesk } from "./text.ts";

export interface ExportDocumentProps {
  readonly file: CaseFile;
  readonly copy: CaseExport;
  readonly hash: string;
  /** With or without the names of those who work on the case. */
  readonly roster: RosterView;
  readonly onBack: () => void;
}

/** Whose sentence on the page quotes what a copy leaves out, and says less here. */
const SAYS_LESS = ["grant", "removal", "link"] as const;

interface EntryProps {
  readonly item: JournalItem;
  readonly roster: RosterView;
  readonly casework: Casework;
  /** Member ids. */
  readonly takenOut: readonly string[];
}

function Entry({ item, roster, casework, takenOut }: EntryProps) {
  const common = useCommon();
  const desk = useDesk();
  const payload = item.kind === "known" ? item.payload : null;
  const leftOut = payload === null ? [] : leftOutOf(payload, takenOut);
  const less =
    payload === null || leftOut.length === 0
      ? undefined
      : SAYS_LESS.find((type) => type === payload.type);
  const words = payload !== null && "text" in payload && payload.text !== "" ? payload : null;
  return (
    <li>
      <p>
        {desk.day(item.day)} ·{" "}
        {less === undefined
          ? entrySentence(item, roster, { common, desk })
          : desk.t(`export.entry.${less}`, { name: authorName(roster, desk, item) })}
      </p>
      {payload?.type !== "report" || payload.title === "" ? null : (
        <Passage text={payload.title} language={payload.language} />
      )}
      {payload !== null && isCasework(payload) ? (
        <EntrySaid payload={payload} roster={roster} casework={casework} but={leftOut} />
      ) : words === null ? null : (
        <Passage text={words.text} language={words.language} />
      )}
    </li>
  );
}

function typeWords(item: JournalItem, { t }: DeskText): Child {
  if (item.kind !== "known") {
    return isStaying(item.type) ? t("export.type.entry") : <bdi>{item.type}</bdi>;
  }
  const { type } = item.payload;
  return t(`export.type.${isStaying(type) ? "entry" : type}`);
}

/** When, who, and what kind of entry: the file has the same. The sentences of the page would quote what was written. */
function Line({ item, roster }: { readonly item: JournalItem; readonly roster: RosterView }) {
  const desk = useDesk();
  return (
    <li>
      {desk.day(item.day)} · <bdi>{authorName(roster, desk, item)}</bdi> · {typeWords(item, desk)}
    </li>
  );
}

function Part({
  part,
  file,
  roster,
}: Pick<ExportDocumentProps, "file" | "roster"> & { part: ExportPart }) {
  const { t } = useDesk();
  const items = itemsOfPart(part, file.view.items);
  const takenOut = takenOutIn(file.view.items);
  const casework = travellingCasework(file.view.state.casework);
  return (
    <section>
      <h3>{t(`export.part.${part}`)}</h3>
      {items.length === 0 ? <p>{t("export.nothing")}</p> : null}
      {part === "work" && items.length > 0 ? (
        <CaseworkRecord
          casework={{ ...casework, translations: [] }}
          roster={roster}
          acts="shut"
          busy={false}
          act={() => undefined}
        />
      ) : null}
      {items.length === 0 ? null : (
        <ol class="export-entries">
          {items.map((item) =>
            part === "history" ? (
              <Line key={`${item.lane}-${item.seq}`} item={item} roster={roster} />
            ) : (
              <Entry
                key={`${item.lane}-${item.seq}`}
                item={item}
                roster={roster}
                casework={casework}
                takenOut={takenOut}
              />
            ),
          )}
        </ol>
      )}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

export function ExportDocument({ file, copy, hash, roster, onBack }: ExportDocumentProps) {
  const { t, day } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const parts = EXPORT_PARTS.filter((part) => copy.parts[part] !== undefined);
  return (
    <>
      <Actions>
        <Button onPress={() => window.print()}>{t("export.print-now")}</Button>
        <Button kind="secondary" onPress={onBack}>
          {t("export.back")}
        </Button>
      </Actions>
      <article class="export-document" aria-labelledby="export-document">
        <h2 id="export-document" tabindex={-1} ref={heading}>
          {t("export.heading")}
        </h2>
        <dl class="case-facts">
          <Fact name={t("case.number")}>{copy.case}</Fact>
          <Fact name={t("export.organisation")}>{copy.organisation}</Fact>
          <Fact name={t("case.desk")}>{copy.desk}</Fact>
          <Fact name={t("case.standing")}>{t(`standing.${copy.standing}`)}</Fact>
          <Fact name={t("export.received")}>{day(file.plain.receivedDay)}</Fact>
          <Fact name={t("export.on")}>{day(file.day)}</Fact>
          <Fact name={t("export.by")}>{copy.exportedBy}</Fact>
          <Fact name={t("export.for")}>{copy.recipient}</Fact>
          <Fact name={t("export.hash")}>{hash}</Fact>
        </dl>
        <p>{copy.proves}</p>
        {parts.map((part) => (
          <Part key={part} part={part} file={file} roster={roster} />
        ))}
      </article>
    </>
  );
}
