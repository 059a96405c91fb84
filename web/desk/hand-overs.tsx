/** What was offered to services outside, and what became of it: an offer is answered once, and can be taken back. */
import type { DeskText } from "../i18n/index.ts";
import type { Casework } from "../payload/casework.ts";
import { HAND_OVER_OUTCOMES, mayBecome } from "../payload/entries/hand-over.ts";
import { Button } from "../ui/button.tsx";
import { NOBODY, type FieldOption } from "./casework-forms.ts";
import { useDesk } from "./text.ts";
import { List, WorkActs, type CaseworkRecordProps } from "./work-list.tsx";

/** The consents a hand-over can rest on, and none. */
export function consentOptions({ consents }: Casework, { t }: DeskText): readonly FieldOption[] {
  const standing = consents.filter(
    ({ answer, withdrawnDay }) => answer === "GIVEN" && withdrawnDay === null,
  );
  return [
    { value: NOBODY, label: t("work.hand-over.no-consent") },
    ...standing.map(({ seq, person, action, recipient }) => ({
      value: String(seq),
      label: `${t("work.pair", { name: t(`consenting.${person}`), what: t(`consent.${action}`) })} (${recipient})`,
    })),
  ];
}

export function HandOvers({ casework, acts, busy, act }: CaseworkRecordProps) {
  const { t, country } = useDesk();
  return (
    <List title={t("work.hand-overs")}>
      {casework.handOvers.map(({ seq, form, recipient, country: where, withheld, state }) => (
        <li key={seq} data-hand-over={state}>
          <strong>{t(`hand-over.${state}`)}</strong>{" "}
          {t("work.pair", { name: t(`hand-over.${form}`), what: recipient })} ({country(where)}){" "}
          {withheld === "" ? null : (
            <p>
              {t("work.hand-over.withheld")} <bdi>{withheld}</bdi>
            </p>
          )}
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
