/** The journal of a report as sentences, oldest first. What this page does not understand is shown as that. */
import type { Signed } from "../../worker/contract/roster.ts";
import { isCasework } from "../payload/entries/index.ts";
import { readDecision, readRequest } from "../payload/release.ts";
import type { JournalItem } from "../payload/journal.ts";
import type { RosterView } from "../vault/interface.ts";
import type { Child } from "../ui/dom.ts";
import { Passage } from "../ui/passage.tsx";
import { useCommon } from "../ui/text.ts";
import { noticeSentence } from "../ui/notice-words.ts";
import { usePromises } from "../ui/promises.tsx";
import { ReceiptBody } from "./receipt-body.tsx";
import { useReportText, useReturningText } from "./text.ts";

export interface TimelineProps {
  readonly items: readonly JournalItem[];
  readonly roster: RosterView;
  /** The receipt at that seq as the text of a file; null where nothing can be kept of this record. */
  readonly receiptFile: ((seq: number) => Promise<string>) | null;
}

interface Line {
  readonly sentence: string;
  readonly body?: Child;
}

/** Those the reporter took out before sealing. */
function excludedIn(items: readonly JournalItem[]): readonly string[] {
  const [first] = items;
  return first?.kind === "known" && first.payload.type === "report" ? first.payload.excluded : [];
}

function useLine({ items, roster, receiptFile }: TimelineProps): (item: JournalItem) => Line {
  const { t } = useReportText();
  const returning = useReturningText();
  const common = useCommon();
  const promises = usePromises();
  const excluded = excludedIn(items);
  function memberOf(member: string): string {
    return roster.members.find(({ id }) => id === member)?.name ?? t("case.somebody");
  }
  function nameOf({ author }: JournalItem): string {
    return author.kind === "reporter" ? t("case.you") : memberOf(author.member);
  }
  /** What was decided about who reads, and why: the reason as it was written. */
  function reasoned(lead: readonly string[], reason: string, language: string): Child {
    return (
      <>
        {lead.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <Passage text={reason} language={language} />
      </>
    );
  }
  /** Signed by the custodian it names, whoever carried it here. */
  function decisionLine(signed: Signed): Line {
    const decision = readDecision(signed);
    const custodian = roster.members.find(({ id }) => id === decision?.custodian);
    const name = custodian?.name ?? t("case.somebody");
    return decision === null || decision.answer === "approved"
      ? { sentence: t("case.release-approved", { name }) }
      : {
          sentence: t("case.release-refused", { name }),
          body: <p>{common.t(`release.${decision.answer}`)}</p>,
        };
  }
  return (item) => {
    if (item.kind === "unknown") return { sentence: t("case.unknown", { type: item.type }) };
    if (item.kind === "refused") return { sentence: t("case.refused", { type: item.type }) };
    const { payload } = item;
    // No reporter's client counts it: it has no place in the lane they read.
    if (isCasework(payload)) return { sentence: t("case.refused", { type: payload.type }) };
    const name = nameOf(item);
    const own = item.author.kind === "reporter";
    switch (payload.type) {
      case "report":
        return {
          sentence: t("case.you-report"),
          body: (
            <>
              <Passage text={payload.text} language={payload.language} />
              {payload.identity?.standing === "left" ? <p>{t("case.you-left-with")}</p> : null}
            </>
          ),
        };
      case "identity-left":
        return { sentence: t("case.you-left-identity") };
      case "identity-withdrawn":
        return { sentence: t("case.you-withdrew-identity") };
      case "release-request": {
        const request = readRequest(payload.request);
        return {
          sentence: t("case.release-request", { name }),
          body:
            request === null ? null : (
              <>
                <p>{t("case.release-reason")}</p>
                <Passage text={request.reason} language={request.language} />
              </>
            ),
        };
      }
      case "release-decision":
        return decisionLine(payload.decision);
      case "release-opened":
        return { sentence: t("case.release-opened", { name }) };
      case "message":
        return {
          sentence: own ? t("case.you-wrote") : t("case.member-wrote", { name }),
          body: <Passage text={payload.text} language={payload.language} />,
        };
      case "notice":
        return {
          sentence: t("case.member-wrote", { name }),
          body: (
            <>
              <p>{noticeSentence(promises, payload)}</p>
              {payload.text === "" ? null : (
                <Passage text={payload.text} language={payload.language} />
              )}
            </>
          ),
        };
      case "acknowledgement":
        return { sentence: t("case.member-acknowledged", { name }) };
      case "feedback-extension":
        return {
          sentence: t("case.member-extended", { name }),
          body: (
            <>
              <p>{common.t(`extension.${payload.reason}`)}</p>
              {payload.text === "" ? null : (
                <Passage text={payload.text} language={payload.language} />
              )}
            </>
          ),
        };
      case "closure":
        return {
          sentence: t("case.member-closed", { name }),
          body: (
            <>
              <p>{common.t(`closure.${payload.reason}`)}</p>
              {payload.text === "" ? null : (
                <Passage text={payload.text} language={payload.language} />
              )}
            </>
          ),
        };
      case "challenge":
        return {
          sentence: returning.t("challenge.you"),
          body: <Passage text={payload.text} language={payload.language} />,
        };
      case "challenge-decision":
        return {
          sentence: returning.t("challenge.decided", { name }),
          body: (
            <>
              <p>{returning.t(`challenge.${payload.outcome}`)}</p>
              <Passage text={payload.text} language={payload.language} />
            </>
          ),
        };
      case "reopening":
        return {
          sentence: returning.t("reopening.line", { name }),
          body: (
            <>
              <p>{returning.t(`reopening.${payload.reason}`)}</p>
              {payload.text === "" ? null : (
                <Passage text={payload.text} language={payload.language} />
              )}
            </>
          ),
        };
      case "receipt":
        return {
          sentence: promises.t("receipt.line", { name }),
          body: <ReceiptBody item={item} receipt={payload.receipt} receiptFile={receiptFile} />,
        };
      case "withdrawal":
        return { sentence: t("case.you-withdrew") };
      case "grant": {
        const against = excluded.includes(payload.member) ? [t("case.granted-excluded")] : [];
        const lead = [...against, t("case.granted-by", { name })];
        return {
          sentence: t("case.granted", { member: memberOf(payload.member) }),
          body: reasoned(lead, payload.reason, payload.language),
        };
      }
      case "removal":
        return {
          sentence: t("case.removed", { member: memberOf(payload.member) }),
          body: reasoned([t("case.removed-by", { name })], payload.reason, payload.language),
        };
      case "recusal":
        return {
          sentence: t("case.recused", { name }),
          body:
            payload.reason === ""
              ? null
              : reasoned([t("case.recused-why")], payload.reason, payload.language),
        };
      case "rekey":
        return { sentence: t("case.rekeyed", { name }) };
      case "exclusion-override":
        return {
          sentence: t("case.override", { name, member: memberOf(payload.member) }),
          body: reasoned([t("case.override-means")], payload.reason, payload.language),
        };
      case "opening":
      case "export":
      case "note":
        return { sentence: t("case.refused", { type: payload.type }) };
    }
  };
}

export function Timeline(props: TimelineProps) {
  const { items } = props;
  const text = useReportText();
  const line = useLine(props);
  return (
    <ol class="timeline" aria-label={text.t("case.timeline")}>
      {items.map((item) => {
        const { sentence, body } = line(item);
        const own = item.author.kind === "reporter";
        return (
          <li
            key={`${item.lane}-${item.seq}`}
            class={own ? "timeline-item timeline-own" : "timeline-item timeline-member"}
            data-entry={item.kind === "known" ? item.payload.type : item.kind}
          >
            <p class="timeline-line">
              <strong>{sentence}</strong>
            </p>
            <p class="field-hint">
              {text.day(item.day)}
              {own ? null : <span class="checked-mark">{text.t("case.checked")}</span>}
            </p>
            {body}
          </li>
        );
      })}
    </ol>
  );
}
