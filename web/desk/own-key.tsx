/**
 * Somebody whose own sealing key ran out while they were away: they make the next one here, and nothing else works
 * before. Invariant: nothing was opened or sealed under what was verified past its last day.
 */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";
import { publishNext } from "./key-renewal.ts";
import { usePresence } from "./presence.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

export interface OwnKeyProps {
  readonly session: DeskSession;
  readonly onRenewed: () => void;
}

type At =
  | { readonly kind: "expired" | "renewing" }
  /** Theirs is new, and something that they cannot renew has run out as well. */
  | { readonly kind: "waiting" }
  | { readonly kind: "failed"; readonly code: FailureCode };

export function OwnKey({ session, onRenewed }: OwnKeyProps) {
  const common = useCommon();
  const { t } = useDesk();
  const [at, setAt] = useState<At>({ kind: "expired" });
  const presence = usePresence();

  async function look(first: () => Promise<void>): Promise<void> {
    if (at.kind === "renewing") return;
    setAt({ kind: "renewing" });
    try {
      await first();
      await session.renewRoster();
      if (presence.here) onRenewed();
    } catch (thrown) {
      const code = failureCode(thrown);
      // Said by no step before the list is followed again.
      if (presence.here)
        setAt(code === "roster-expired" ? { kind: "waiting" } : { kind: "failed", code });
    }
  }

  if (at.kind === "waiting") {
    return (
      <Screen name="own-key" title={t("own-key.waiting-title")}>
        <p>{t("own-key.waiting")}</p>
        <Actions>
          <Button onPress={() => void look(async () => undefined)}>{t("own-key.look")}</Button>
        </Actions>
      </Screen>
    );
  }
  return (
    <Screen name="own-key" title={t("own-key.title")}>
      <p>{t("own-key.lead")}</p>
      {at.kind === "failed" ? (
        <Notice kind="problem">
          <p>{t("own-key.failed", { reason: failureSentence(common, at.code) })}</p>
        </Notice>
      ) : null}
      <StatusLine text={at.kind === "renewing" ? t("own-key.busy") : ""} />
      <Actions>
        <Button
          busy={at.kind === "renewing"}
          onPress={() => void look(async () => publishNext(session))}
        >
          {t(at.kind === "renewing" ? "own-key.busy" : "own-key.renew")}
        </Button>
      </Actions>
    </Screen>
  );
}
