/** The views a member keeps of their inbox: one is chosen, the one in front of them is kept or let go. */
import * as z from "zod/mini";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { isFiltering, type CardFilter } from "./card-filter.ts";
import { usePresence } from "./presence.ts";
import {
  changeViews,
  readViews,
  VIEW_NAME_MAX,
  type SavedView,
  type ViewChange,
} from "./saved-views.ts";
import type { DeskSession } from "./session.ts";
import { NO_CASE, type Drafts } from "./drafts.ts";
import { useFormDraft, type FormDraft } from "./form-draft.ts";
import { useDesk } from "./text.ts";

const VIEW = "inbox-view";
const NAME = "view-name";
const NO_VIEW = "";

export interface InboxViewsProps {
  readonly session: DeskSession;
  readonly drafts: Drafts;
  readonly filter: CardFilter;
  readonly onFilter: (filter: CardFilter) => void;
}

function asks(filter: CardFilter): string {
  return JSON.stringify(
    Object.entries(filter).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const Named = z.strictObject({ name: z.string() });
const UNNAMED: z.infer<typeof Named> = { name: "" };

interface NamingProps {
  readonly draft: FormDraft<z.infer<typeof Named>>;
  readonly busy: boolean;
  readonly onKeep: (name: string) => void;
  readonly onPutAway: () => void;
}

function Naming({ draft, busy, onKeep, onPutAway }: NamingProps) {
  const { t } = useDesk();
  const { name } = draft.filled;
  const [wrong, setWrong] = useState(false);
  function keep(): void {
    if (busy) return;
    const unfit = name.trim() === "" || name.trim().length > VIEW_NAME_MAX;
    setWrong(unfit);
    if (unfit) focusField(NAME);
    else onKeep(name.trim());
  }
  return (
    <Form onSubmit={keep} label={t("views.keep")}>
      <TextField
        id={NAME}
        label={t("views.name")}
        hint={t("views.name-hint")}
        error={wrong ? t("views.name-wrong", { count: VIEW_NAME_MAX }) : null}
        value={name}
        maxLength={VIEW_NAME_MAX}
        onInput={(typed) => draft.change({ name: typed })}
      />
      <Actions>
        <Button type="submit" busy={busy}>
          {t("views.save")}
        </Button>
        <Button kind="quiet" onPress={onPutAway}>
          {t("work.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}

export function InboxViews({ session, drafts, filter, onFilter }: InboxViewsProps) {
  const common = useCommon();
  const { t } = useDesk();
  const presence = usePresence();
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [busy, setBusy] = useState(false);
  const draft = useFormDraft({
    drafts,
    caseId: NO_CASE,
    kind: "view-name",
    schema: Named,
    empty: UNNAMED,
  });
  const [naming, setNaming] = useState(draft.begun);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [said, setSaid] = useState("");
  const shown = views.find((view) => asks(view.filter) === asks(filter));

  async function work(steps: () => Promise<readonly SavedView[]>, done: string): Promise<void> {
    setBusy(true);
    setFailure(null);
    setSaid("");
    try {
      const next = await steps();
      if (!presence.here) return;
      setViews(next);
      setSaid(done);
    } catch (thrown) {
      if (presence.here) setFailure(failureCode(thrown));
    }
    if (presence.here) setBusy(false);
  }
  useEffect(() => void work(() => readViews(session), ""), []);

  async function make(change: ViewChange, done: string, kept: () => unknown): Promise<void> {
    await work(async () => {
      const next = await changeViews(session, change);
      kept();
      if (presence.here) setNaming(false);
      return next;
    }, done);
    requestAnimationFrame(() => focusField(VIEW));
  }

  function open(): void {
    setNaming(true);
    requestAnimationFrame(() => focusField(NAME));
  }

  return (
    <div class="inbox-views">
      <Select
        id={VIEW}
        label={t("views.title")}
        value={shown?.name ?? NO_VIEW}
        options={[
          { value: NO_VIEW, label: t(views.length === 0 ? "views.none" : "views.choose") },
          ...views.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(name) => {
          const chosen = views.find((view) => view.name === name);
          if (chosen !== undefined) onFilter(chosen.filter);
        }}
      />
      {naming ? (
        <Naming
          draft={draft}
          busy={busy}
          onKeep={(name) =>
            void make(
              { kind: "keep", view: { name, filter } },
              t("views.kept", { name }),
              draft.clear,
            )
          }
          onPutAway={() => setNaming(false)}
        />
      ) : shown === undefined ? (
        isFiltering(filter) ? (
          <Button kind="quiet" onPress={open}>
            {t("views.keep")}
          </Button>
        ) : null
      ) : (
        <Button
          kind="quiet"
          busy={busy}
          onPress={() =>
            void make(
              { kind: "drop", name: shown.name },
              t("views.dropped", { name: shown.name }),
              () => undefined,
            )
          }
        >
          {t("views.drop")}
        </Button>
      )}
      <StatusLine text={said} />
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("views.failed", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
    </div>
  );
}
