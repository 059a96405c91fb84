/** Everything that would be sealed and seen, once more, with a way to change each part. */
import type { DeskView } from "../vault/interface.ts";
import { Actions, Button } from "../ui/button.tsx";
import type { Child } from "../ui/dom.ts";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import { useChannelLabel } from "./channel.tsx";
import { identityOf, readersOf, type Draft, type Step } from "./draft.ts";
import { useReportText } from "./text.ts";

interface PartProps {
  readonly label: string;
  readonly children: Child;
  readonly onEdit: () => void;
}

function Part({ label, children, onEdit }: PartProps) {
  const { t } = useReportText();
  return (
    <div class="summary-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd class="summary-edit">
        <Button kind="quiet" label={t("review.change-what", { what: label })} onPress={onEdit}>
          {t("review.change")}
        </Button>
      </dd>
    </div>
  );
}

export interface ReviewProps {
  readonly draft: Draft;
  readonly desk: DeskView;
  readonly onBack: () => void;
  readonly onEdit: (step: Step) => void;
  readonly onSend: () => void;
}

export function Review({ draft, desk, onBack, onEdit, onSend }: ReviewProps) {
  const text = useReportText();
  const { t } = text;
  const common = useCommon();
  const channelLabel = useChannelLabel();
  const deskName = text.pick(desk.names).text;
  const readers = readersOf(draft, desk);
  const said = identityOf(draft, desk, common.code);
  const out = desk.reviewers.filter((reviewer) => !readers.includes(reviewer));
  return (
    <Screen name="review" title={t("review.title")} onBack={onBack}>
      <p>{t("review.lead")}</p>
      <dl class="summary">
        <Part label={t("review.channel")} onEdit={() => onEdit("channel")}>
          {channelLabel(draft.channel)}
        </Part>
        <Part label={t("review.desk")} onEdit={() => onEdit("desk")}>
          {t("review.desk-in", { desk: deskName, country: text.country(desk.country) })}
        </Part>
        <Part label={t("review.urgent")} onEdit={() => onEdit("urgent")}>
          {t(draft.urgent ? "review.urgent-yes" : "review.urgent-no")}
        </Part>
        <Part label={t("review.text")} onEdit={() => onEdit("text")}>
          <p class="passage-text" dir="auto">
            {draft.text}
          </p>
        </Part>
        <Part label={t("review.short-title")} onEdit={() => onEdit("text")}>
          {draft.title === "" ? t("review.none") : <bdi>{draft.title}</bdi>}
        </Part>
        {desk.custodians.length === 0 ? null : (
          <Part label={t("review.identity")} onEdit={() => onEdit("identity")}>
            {said === null ? (
              t("review.identity-no")
            ) : (
              <>
                <p>{t("review.identity-yes")}</p>
                {[said.name, said.reach, said.contact]
                  .filter((answer) => answer.trim() !== "")
                  .map((answer) => (
                    <p key={answer} class="passage-text" dir="auto">
                      {answer}
                    </p>
                  ))}
              </>
            )}
          </Part>
        )}
        <Part label={t("review.readers")} onEdit={() => onEdit("readers")}>
          {common.list(readers.map(({ name }) => name))}
        </Part>
        <Part label={t("review.excluded")} onEdit={() => onEdit("readers")}>
          {out.length === 0 ? t("review.none") : common.list(out.map(({ name }) => name))}
        </Part>
      </dl>
      <p>{t("review.after")}</p>
      <Actions>
        <Button onPress={onSend}>{t("review.send")}</Button>
      </Actions>
    </Screen>
  );
}
