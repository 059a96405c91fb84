/**
 * Who holds a key to this case, from the sealed report and the verified roster; the server's own list is
 * never asked.
 */
import type { CaseState } from "../payload/case-state.ts";
import { useCommon } from "../ui/text.ts";
import type { MemberView, RosterView } from "../vault/interface.ts";
import { memberName } from "./entry-words.ts";
import { useDesk } from "./text.ts";

export interface ReadersProps {
  readonly state: CaseState;
  readonly roster: RosterView;
  readonly self: MemberView;
}

export function Readers({ state, roster, self }: ReadersProps) {
  const common = useCommon();
  const text = useDesk();
  const { t } = text;
  const { report } = state;
  if (report === null) return null;

  function reader(id: string): string {
    const name = memberName(roster, text, id);
    const roles = roster.members.find((member) => member.id === id)?.roles ?? [];
    const shown = id === self.id ? t("readers.you", { name }) : name;
    if (roles.length === 0) return shown;
    const named = text.list(roles.map((role) => common.t(`role.${role}`)));
    return t("readers.roles", { name: shown, roles: named });
  }
  return (
    <section class="readers" aria-labelledby="readers">
      <h2 id="readers">{t("readers.title")}</h2>
      <ul>
        {report.recipients.map((id) => (
          <li key={id} data-reader={id}>
            {reader(id)}
          </li>
        ))}
      </ul>
      <p>{t("readers.reporter")}</p>
      {report.excluded.length === 0 ? null : (
        <>
          <p id="readers-excluded">{t("readers.excluded")}</p>
          <ul aria-labelledby="readers-excluded">
            {report.excluded.map((id) => (
              <li key={id} data-excluded={id}>
                {memberName(roster, text, id)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
