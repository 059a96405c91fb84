/** Who invites, as what, and until when: all of it signed, and checked before it is shown. */
import { failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Isolated } from "../ui/passage.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import type { InvitationOffer } from "../vault/joining.ts";
import { useJoin } from "./text.ts";

export interface OfferProps {
  readonly offer: InvitationOffer;
  readonly busy: boolean;
  readonly failure: FailureCode | null;
  readonly onAccept: () => void;
}

export function Offer({ offer, busy, failure, onAccept }: OfferProps) {
  const common = useCommon();
  const text = useJoin();
  const { t } = text;
  const { organisation, invitedBy: name } = offer;
  return (
    <Screen name="join-offer" title={t("offer.title")}>
      <p class="lead">
        {offer.kind === "founding"
          ? t("offer.founding", { organisation })
          : t("offer.by", { name, organisation })}
      </p>
      <p>{t("offer.checked")}</p>
      <dl class="facts">
        <dt>{t("offer.name")}</dt>
        <dd>
          <Isolated>{offer.name}</Isolated>
        </dd>
        <dt>{t("offer.handle")}</dt>
        <dd>
          <Isolated>{offer.handle}</Isolated>
        </dd>
        <dt>{t("offer.roles")}</dt>
        <dd>{text.list(offer.roles.map((role) => common.t(`role.${role}`)))}</dd>
        <dt>{t("offer.desks")}</dt>
        <dd>
          {offer.desks.length === 0
            ? t("offer.no-desks")
            : text.list(offer.desks.map((names) => text.pick(names).text))}
        </dd>
        <dt>{t("offer.until")}</dt>
        <dd>{text.day(offer.expiresDay)}</dd>
      </dl>
      <p>{t("offer.wrong")}</p>
      <p>{t("offer.next")}</p>
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{failureSentence(common, failure)}</p>
        </Notice>
      )}
      <Actions>
        <Button busy={busy} onPress={onAccept}>
          {t(busy ? "offer.busy" : "offer.submit")}
        </Button>
      </Actions>
    </Screen>
  );
}
