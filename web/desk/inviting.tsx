/** Inviting: whom, as what, for how long; then the link, once. It stands here and nowhere else. */
import { Handle } from "../../worker/contract/session.ts";
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { focusField, TextField } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import type { OrganisationView } from "../vault/coordination.ts";
import { AssignmentFields, mistakeIn, type Assignment } from "./assignment.tsx";
import { invite } from "./people-work.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

const NAME_MAX = 120;
const DAYS = ["1", "3", "7", "14", "30"] as const;
type Days = (typeof DAYS)[number];
const NOBODY: Assignment = { roles: [], desks: [] };

interface Made {
  readonly link: string;
  readonly name: string;
  readonly day: number;
}

function Link({ made, onSent }: { readonly made: Made; readonly onSent: () => void }) {
  const { t, day } = useDesk();
  const [copied, setCopied] = useState<"not" | "copied" | "failed">("not");
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(made.link);
      setCopied("copied");
    } catch {
      setCopied("failed");
    }
  }
  return (
    <Notice kind="done" live="status" title={t("invite.link-title", { name: made.name })}>
      <p>{t("invite.link-lead", { day: day(made.day) })}</p>
      <p class="invitation-link" translate="no" aria-label={t("invite.link")}>
        {made.link}
      </p>
      <Actions>
        <Button onPress={() => void copy()}>{t("invite.copy")}</Button>
        <Button kind="secondary" onPress={onSent}>
          {t("invite.sent")}
        </Button>
      </Actions>
      <StatusLine
        text={
          copied === "not" ? "" : t(copied === "copied" ? "invite.copied" : "invite.copy-failed")
        }
      />
    </Notice>
  );
}

export interface InvitingProps {
  readonly session: DeskSession;
  readonly desks: OrganisationView["desks"];
  /** The server's day. */
  readonly today: number;
  /** Another invitation is there now. */
  readonly onInvited: () => void;
}

type Mistakes = { readonly name: string | null; readonly handle: string | null };
const NO_MISTAKES: Mistakes = { name: null, handle: null };

export function Inviting({ session, desks, today, onInvited }: InvitingProps) {
  const common = useCommon();
  const { t } = useDesk();
  const [open, setOpen] = useState<"shut" | "open">("shut");
  const [name, setName] = useState("");
  const [handle, setHandle] = useState("");
  const [assignment, setAssignment] = useState(NOBODY);
  const [days, setDays] = useState<Days>("7");
  const [mistakes, setMistakes] = useState(NO_MISTAKES);
  const [misassigned, setMisassigned] = useState<ReturnType<typeof mistakeIn>>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [made, setMade] = useState<Made | null>(null);

  function shut(): void {
    setName("");
    setHandle("");
    setAssignment(NOBODY);
    setMade(null);
    setFailure(null);
    setOpen("shut");
  }

  async function submit(): Promise<void> {
    if (busy) return;
    const typed = { name: name.trim(), handle: handle.trim().toLowerCase() };
    const found = {
      name: typed.name === "" || typed.name.length > NAME_MAX ? t("invite.name-missing") : null,
      handle: Handle.safeParse(typed.handle).success ? null : t("sign-in.handle-shape"),
    };
    const wrong = mistakeIn(assignment);
    setMistakes(found);
    setMisassigned(wrong);
    setFailure(null);
    if (found.name !== null) return focusField("invite-name");
    if (found.handle !== null) return focusField("invite-handle");
    if (wrong !== null) return;
    setBusy(true);
    const expiresDay = today + Number(days);
    try {
      const link = await invite(session, { ...typed, ...assignment, expiresDay });
      setMade({ link, name: typed.name, day: expiresDay });
      onInvited();
    } catch (thrown) {
      setFailure(failureCode(thrown));
    } finally {
      setBusy(false);
    }
  }

  if (made !== null) return <Link made={made} onSent={shut} />;
  if (open === "shut") {
    return (
      <Button kind="secondary" onPress={() => setOpen("open")}>
        {t("invite.open")}
      </Button>
    );
  }
  return (
    <Form onSubmit={() => void submit()} label={t("invite.title")}>
      <TextField
        id="invite-name"
        label={t("invite.name")}
        hint={t("invite.name-hint")}
        error={mistakes.name}
        value={name}
        onInput={setName}
      />
      <TextField
        id="invite-handle"
        label={t("invite.handle")}
        hint={t("sign-in.handle-hint")}
        error={mistakes.handle}
        value={handle}
        onInput={setHandle}
        content="code"
      />
      <AssignmentFields
        id="invite"
        desks={desks}
        value={assignment}
        mistake={misassigned}
        onChange={setAssignment}
      />
      <Select
        id="invite-days"
        label={t("invite.days")}
        value={days}
        options={DAYS.map((value) => ({
          value,
          label: t("invite.days-count", { count: Number(value) }),
        }))}
        onChange={setDays}
      />
      {failure === null ? null : (
        <Notice kind="problem">
          <p>{t("invite.failed", { reason: failureSentence(common, failure) })}</p>
        </Notice>
      )}
      <Actions>
        <Button type="submit" busy={busy}>
          {t(busy ? "invite.busy" : "invite.submit")}
        </Button>
        <Button kind="quiet" onPress={shut}>
          {t("people.put-away")}
        </Button>
      </Actions>
    </Form>
  );
}
