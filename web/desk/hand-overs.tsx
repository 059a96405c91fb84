/** What was offered to services outside, and what became of it: an offer is answered once, and can be taken back. */
import type { DeskText } from "../i18n/index.ts";
import type { Casework } from "../payload/casework.ts";
import { HAND_OVER_OUTCOMES, mayBecome } from "../payload/entries/hand-over.ts";
import { Button } from "../ui/button.tsx";
import { consentName, NOBODY, type FieldOption } from "./casework-forms.ts";
import { Said } from "./said.tsx";
import { useDesk } from "./text.ts";
import { List, WorkActs, type CaseworkRecordProps } from "./work-list.tsx";

/** The consents a hand-over can rest on, and none. */
export function consentOptions({ consents }: Casework, text: DeskText): readonly FieldOption[] {
  const standing = consents.filter(
    ({ answer, withdrawnDay }) => answer === "GIVEN" && withdrawnDay === null,
  );
  return [
    { value: NOBODY, label: text.t("work.hand-over.no-consent") },
    ...standing.map((consent) => ({
      value: String(consent.seq),
      label: consentName(text, consent),
    })),
  ];
}

export function HandOvers({ casework, roster, acts, busy, act }: CaseworkRecordProps) {
  const { t, country } = useDesk();
  return (
    <List title={t("work.hand-overs")}>
      {casework.handOvers.map(({ seq, form, recipient, country: where, state, ...said }) => (
        <li key={seq} data-hand-over={state}>
          <strong>{t(`hand-over.${state}`)}</strong>{" "}
          {t("work.pair", { name: t(`hand-over.${form}`), what: recipient })} ({country(where)}){" "}
          <Said form="hand-over" said={said} roster={roster} casework={casework} />
          {acts === "shut" ? null : (
            <WorkActs>
              {HAND_OVER_OUTCOMES.filter((outcome) => mayBecome(state, outcome)).map((outcome) => (
                <Button
                  key={outcome}
                  kind="quiet"
                  busy={busy}
                  label={t("work.hand-over.mark", { state: t(`hand-over.${outcome}`), recipient })}
                  onPress={() => act({ type: "hand-over-outcome", handOver: seq, outcome })}
                >
                  {t(`hand-over.${outcome}`)}
                </Button>
              ))}
            </WorkActs>
          )}
        </li>
      ))}
    </List>
  );
}
