/**
 * Who is invited, who has come, and the six words to compare. Invariant: what does not hold is shown as that, and has
 * no button that would let anybody in.
 */
import { failureSentence } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import type { InvitationView } from "../vault/coordination.ts";
import type { RosterView } from "../vault/interface.ts";
import { memberName } from "./entry-words.ts";
import { useDesk } from "./text.ts";

export interface InvitationListProps {
  readonly invitations: readonly InvitationView[];
  readonly roster: RosterView;
  readonly busy: boolean;
  readonly onConfirm: (locatorHash: string, name: string) => void;
  readonly onCancel: (locatorHash: string) => void;
}

type Signed = Exclude<InvitationView, { readonly kind: "unsigned" }>;

function Standing({ one, ...props }: InvitationListProps & { readonly one: Signed }) {
  const common = useCommon();
  const text = useDesk();
  const { t, day } = text;
  switch (one.kind) {
    case "open":
      return <p>{t("invitation.open", { day: day(one.expiresDay) })}</p>;
    case "expired":
      return <p>{t("invitation.expired", { day: day(one.expiresDay) })}</p>;
    case "joined-elsewhere": {
      const name = memberName(props.roster, text, one.invitedBy);
      return <p>{t("invitation.elsewhere", { day: day(one.day), name })}</p>;
    }
    case "not-theirs":
      return (
        <Notice kind="problem" title={t("invitation.not-theirs-title", { name: one.name })}>
          <p>{failureSentence(common, one.problem)}</p>
        </Notice>
      );
    case "joined": {
      const heading = `words-${one.locatorHash}`;
      return (
        <>
          <p>{t("invitation.joined", { day: day(one.day) })}</p>
          <p>{t("invitation.compare", { name: one.name })}</p>
          <p id={heading}>{t("invitation.words", { name: one.name })}</p>
          <Words words={one.words} labelledBy={heading} />
          <Actions>
            <Button busy={props.busy} onPress={() => props.onConfirm(one.locatorHash, one.name)}>
              {t("invitation.match", { name: one.name })}
            </Button>
            <Button
              kind="warning"
              busy={props.busy}
              onPress={() => props.onCancel(one.locatorHash)}
            >
              {t("invitation.differ", { name: one.name })}
            </Button>
          </Actions>
        </>
      );
    }
  }
}

function About({ one, ...props }: InvitationListProps & { readonly one: Signed }) {
  const common = useCommon();
  const text = useDesk();
  const { t } = text;
  const roles = text.list(one.roles.map((role) => common.t(`role.${role}`)));
  const gone = one.kind === "expired" || one.kind === "not-theirs";
  return (
    <li data-invitation={one.kind}>
      <p class="person-name">
        {t("invitation.about", { name: one.name, handle: one.handle, roles })}
      </p>
      <p>{t("invitation.by", { name: memberName(props.roster, text, one.invitedBy) })}</p>
      <Standing one={one} {...props} />
      {one.kind === "joined" ? null : (
        <Button
          kind="quiet"
          busy={props.busy}
          label={t(gone ? "invitation.forget-name" : "invitation.cancel-name", { name: one.name })}
          onPress={() => props.onCancel(one.locatorHash)}
        >
          {t(gone ? "invitation.forget" : "invitation.cancel")}
        </Button>
      )}
    </li>
  );
}

export function InvitationList(props: InvitationListProps) {
  const { t } = useDesk();
  const { invitations } = props;
  const signed = invitations.filter((one): one is Signed => one.kind !== "unsigned");
  return (
    <>
      {signed.length === invitations.length ? null : (
        <Notice kind="problem" title={t("invitation.unsigned-title")}>
          <p>{t("invitation.unsigned")}</p>
        </Notice>
      )}
      {signed.length === 0 ? (
        <p>{t("invitation.none")}</p>
      ) : (
        <ul class="people-list">
          {signed.map((one) => (
            <About key={one.locatorHash} one={one} {...props} />
          ))}
        </ul>
      )}
    </>
  );
}
