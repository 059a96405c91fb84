/**
 * Who may read this case, computed from its signed entries, and the ways to change it; the server's own list is
 * never asked.
 */
import type { CaseState } from "../payload/case-state.ts";
import { Actions, Button } from "../ui/button.tsx";
import { focusField } from "../ui/field.tsx";
import { useCommon } from "../ui/text.ts";
import type { MemberView, RosterView } from "../vault/interface.ts";
import { Filled, LettingIn, NOTHING, SteppingOut, TakingOut } from "./access-forms.tsx";
import { candidatesFor } from "./candidates.ts";
import type { CaseAct } from "./case-act.ts";
import type { Drafts } from "./drafts.ts";
import { memberName } from "./entry-words.ts";
import { useFormDraft } from "./form-draft.ts";
import { useDesk } from "./text.ts";
import type { ActResult } from "./use-case.ts";

export interface ReadersProps {
  readonly state: CaseState;
  readonly roster: RosterView;
  readonly self: MemberView;
  /** The desk the case went to. */
  readonly desk: string;
  readonly caseId: string;
  readonly drafts: Drafts;
  /** `no`: this case takes nothing from this member now. */
  readonly changes: "yes" | "no";
  readonly busy: boolean;
  readonly act: (act: CaseAct) => Promise<ActResult>;
}

/** The button that opens the form to let somebody in. */
export const LET_IN = "open-let-in";
const STEP_OUT = "open-step-out";

function takeOutId(member: string): string {
  return `open-take-out-${member}`;
}

interface PeopleProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
}

function People({ id, title, lines }: PeopleProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <p id={id}>{title}</p>
      <ul aria-labelledby={id}>
        {lines.map(({ key, text }) => (
          <li key={key} data-person={key}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function NoLongerReading({ state, roster }: Pick<ReadersProps, "state" | "roster">) {
  const text = useDesk();
  const { t } = text;
  const { report, access } = state;
  const name = (id: string): string => memberName(roster, text, id);
  return (
    <>
      <People
        id="readers-excluded"
        title={t("readers.excluded")}
        lines={(report?.excluded ?? [])
          .filter((id) => !access.readers.includes(id))
          .map((id) => ({ key: id, text: name(id) }))}
      />
      <People
        id="readers-former"
        title={t("readers.former")}
        lines={access.former.map(({ member, how, day }) => ({
          key: member,
          text: t(`readers.${how}`, { name: name(member), day: text.day(day) }),
        }))}
      />
      {access.overrides.map(({ member, by }) => (
        <p key={`${member}-${by}`}>
          {t("readers.override-stands", { name: name(member), by: name(by) })}
        </p>
      ))}
    </>
  );
}

export function Readers(props: ReadersProps) {
  const { state, roster, self, desk, caseId, drafts, changes, busy } = props;
  const common = useCommon();
  const text = useDesk();
  const { t } = text;
  const draft = useFormDraft({ drafts, caseId, kind: "access", schema: Filled, empty: NOTHING });
  const { doing, member: chosen } = draft.filled;
  if (state.report === null) return null;
  const { readers } = state.access;
  const candidates = candidatesFor(state, roster, self.id);

  function reader(id: string): string {
    const name = memberName(roster, text, id);
    const roles = roster.members.find((member) => member.id === id)?.roles ?? [];
    const shown = id === self.id ? t("readers.you", { name }) : name;
    if (roles.length === 0) return shown;
    const named = text.list(roles.map((role) => common.t(`role.${role}`)));
    return t("readers.roles", { name: shown, roles: named });
  }

  /** What was pressed is there again, so focus goes back to it. */
  function cancel(button: string): void {
    draft.clear();
    requestAnimationFrame(() => focusField(button));
  }
  async function act(asked: CaseAct): Promise<void> {
    const result = await props.act(asked);
    if (result === "failed" || result === "gone") return;
    cancel(LET_IN);
  }
  const shared = { busy, draft, act: (asked: CaseAct) => void act(asked) };

  function form() {
    switch (doing) {
      case null:
        return null;
      case "letting-in":
        return (
          <LettingIn
            key="letting-in"
            {...shared}
            candidates={candidates}
            roster={roster}
            desk={desk}
            onCancel={() => cancel(LET_IN)}
          />
        );
      case "taking-out": {
        // They may have gone meanwhile.
        if (chosen === null || !readers.includes(chosen)) return null;
        return (
          <TakingOut
            key={chosen}
            {...shared}
            member={chosen}
            name={memberName(roster, text, chosen)}
            onCancel={() => cancel(takeOutId(chosen))}
          />
        );
      }
      case "stepping-out":
        return <SteppingOut key="stepping-out" {...shared} onCancel={() => cancel(STEP_OUT)} />;
    }
  }

  const open = changes === "yes" && doing === null;
  return (
    <section class="readers" aria-labelledby="readers">
      <h2 id="readers">{t("readers.title")}</h2>
      <ul class="readers-list">
        {readers.map((id) => (
          <li key={id} data-reader={id}>
            <span>{reader(id)}</span>
            {open && id !== self.id ? (
              <Button
                id={takeOutId(id)}
                kind="quiet"
                label={t("access.take-out-name", { name: memberName(roster, text, id) })}
                onPress={() => draft.change({ doing: "taking-out", member: id })}
              >
                {t("access.take-out")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p>{t("readers.reporter")}</p>
      <NoLongerReading state={state} roster={roster} />
      {open ? (
        <Actions>
          {candidates.length === 0 ? null : (
            <Button
              id={LET_IN}
              kind="secondary"
              onPress={() => draft.change({ doing: "letting-in" })}
            >
              {t("access.let-in")}
            </Button>
          )}
          {readers.length < 2 ? null : (
            <Button
              id={STEP_OUT}
              kind="secondary"
              onPress={() => draft.change({ doing: "stepping-out" })}
            >
              {t("access.step-out")}
            </Button>
          )}
        </Actions>
      ) : null}
      {form()}
    </section>
  );
}
