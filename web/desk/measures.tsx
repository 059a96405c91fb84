/** Protective measures as they stand, and what was found each time one was looked at again. */
import type { Casework } from "../payload/casework.ts";
import { maySignOff, waitingReviews } from "../payload/entries/measure-review.ts";
import { Button } from "../ui/button.tsx";
import { memberName } from "./entry-words.ts";
import { signableReviews } from "./protection-forms.ts";
import { Said } from "./said.tsx";
import { useDesk } from "./text.ts";
import { List, WorkActs, type CaseworkRecordProps } from "./work-list.tsx";

type Review = Casework["measureReviews"][number];

function ReviewLine({
  review,
  casework,
  roster,
  forms,
}: Pick<CaseworkRecordProps, "casework" | "roster" | "forms"> & { readonly review: Review }) {
  const text = useDesk();
  const { t, day } = text;
  const { signOff } = review;
  const members = roster.members.filter(({ revoked }) => !revoked).map(({ id }) => id);
  const somebody = forms?.readers.some((id) => maySignOff(review, id) && members.includes(id));
  const around = { roster, casework };
  const stands = signOff === null ? "WAITING" : signOff.answer;
  return (
    <li data-review={stands}>
      <strong>{t(`sign-off.stands-${stands}`)}</strong>{" "}
      {t("work.by", { name: memberName(roster, text, review.by), day: day(review.day) })}
      <Said form="measure-review" said={review} {...around} but={["measure"]} />
      {signOff === null && somebody === false ? <p>{t("work.sign-off-nobody")}</p> : null}
      {signOff === null ? null : (
        <>
          <p class="field-hint">
            {t("work.signed-off-by", {
              name: memberName(roster, text, signOff.by),
              day: day(signOff.day),
            })}
          </p>
          <Said form="review-sign-off" said={signOff} {...around} but={["review", "answer"]} />
        </>
      )}
    </li>
  );
}

type Measure = Casework["measures"][number];

function Acts({
  measure,
  casework,
  busy,
  forms: { self, open },
}: Pick<CaseworkRecordProps, "casework" | "busy"> & {
  readonly measure: Measure;
  readonly forms: NonNullable<CaseworkRecordProps["forms"]>;
}) {
  const text = useDesk();
  const { t, day } = text;
  const of = { kind: t(`measure.${measure.kind}`), day: day(measure.startDay) };
  const waiting = waitingReviews(casework).find((review) => review.measure === measure.seq);
  const signable =
    waiting !== undefined &&
    signableReviews(casework, self, text).some(({ value }) => value === String(waiting.seq));
  return (
    <WorkActs>
      <Button
        kind="quiet"
        busy={busy}
        label={t("work.measure-again-of", of)}
        onPress={() => open({ form: "measure", about: null, again: measure.seq })}
      >
        {t("work.measure-again")}
      </Button>
      {waiting === undefined ? (
        <Button
          kind="quiet"
          busy={busy}
          label={t("work.measure-review-of", of)}
          onPress={() => open({ form: "measure-review", about: measure.seq, again: null })}
        >
          {t("work.measure-review-short")}
        </Button>
      ) : null}
      {signable ? (
        <Button
          kind="quiet"
          busy={busy}
          label={t("work.sign-off-of", of)}
          onPress={() => open({ form: "review-sign-off", about: waiting.seq, again: null })}
        >
          {t("work.sign-off-short")}
        </Button>
      ) : null}
    </WorkActs>
  );
}

export function Measures(props: CaseworkRecordProps) {
  const { casework, roster, acts, busy, forms } = props;
  const { t, day, country } = useDesk();
  return (
    <List title={t("work.measures")}>
      {casework.measures.map((measure) => {
        const reviews = casework.measureReviews.filter((one) => one.measure === measure.seq);
        return (
          <li key={measure.seq}>
            <strong>{t(`measure.${measure.kind}`)}</strong>{" "}
            {t("work.measure-since", {
              authority: measure.authority,
              country: country(measure.country),
              day: day(measure.startDay),
            })}{" "}
            {measure.endDay === null ? null : t("work.measure-until", { day: day(measure.endDay) })}{" "}
            {measure.reviewDay === null
              ? null
              : t("work.measure-review-on", { day: day(measure.reviewDay) })}
            {reviews.length === 0 ? null : (
              <ul class="work-sublist" aria-label={t("work.measure-reviews")}>
                {reviews.map((review) => (
                  <ReviewLine
                    key={review.seq}
                    review={review}
                    casework={casework}
                    roster={roster}
                    {...(forms !== undefined && { forms })}
                  />
                ))}
              </ul>
            )}
            {acts === "shut" || forms === undefined ? null : (
              <Acts casework={casework} busy={busy} measure={measure} forms={forms} />
            )}
          </li>
        );
      })}
    </List>
  );
}
