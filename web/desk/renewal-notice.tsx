/** What a member sees of their keys being renewed: that it goes on, how far it is, a way to stop it, and its end. */
import { failureCode, failureSentence, type FailureCode } from "../failure.ts";
import { Actions, Button } from "../ui/button.tsx";
import { useEffect, useState } from "../ui/dom.ts";
import { Notice } from "../ui/notice.tsx";
import { useCommon } from "../ui/text.ts";
import { renewKeys } from "./key-renewal.ts";
import type { DeskSession } from "./session.ts";
import { useDesk } from "./text.ts";

type At =
  | { readonly kind: "nothing" }
  | { readonly kind: "moving"; readonly moved: number }
  | { readonly kind: "done" }
  /** As far as could be: some keys are damaged or lost. */
  | { readonly kind: "kept" }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly code: FailureCode };

export function RenewalNotice({ session }: { readonly session: DeskSession }) {
  const { t } = useDesk();
  const common = useCommon();
  const [at, setAt] = useState<At>({ kind: "nothing" });
  const [run, setRun] = useState(() => new AbortController());

  useEffect(() => {
    const { signal } = run;
    let began = false;
    const show = (next: At): void => {
      if (!signal.aborted) setAt(next);
    };
    const onMoved = (moved: number): void => {
      began = true;
      show({ kind: "moving", moved });
    };
    renewKeys(session, { signal, onMoved }).then(
      (kept) => show({ kind: kept > 0 ? "kept" : began ? "done" : "nothing" }),
      (thrown: unknown) => {
        const code = failureCode(thrown);
        // Whoever has yet to add a second factor is told so elsewhere, and renews their keys after that.
        show(code === "second-factor-required" ? { kind: "nothing" } : { kind: "failed", code });
      },
    );
    return () => run.abort();
  }, [run]);

  function stop(): void {
    run.abort();
    setAt({ kind: "stopped" });
  }
  function again(): void {
    setAt({ kind: "nothing" });
    setRun(new AbortController());
  }

  switch (at.kind) {
    case "nothing":
      return null;
    case "moving":
      return (
        <Notice kind="info" live="status">
          <p>{t("renewal.moving", { count: at.moved })}</p>
          <Actions>
            <Button kind="secondary" onPress={stop}>
              {t("renewal.stop")}
            </Button>
          </Actions>
        </Notice>
      );
    case "done":
      return (
        <Notice kind="done" live="status">
          <p>{t("renewal.done")}</p>
        </Notice>
      );
    case "kept":
      return (
        <Notice kind="caution" live="status">
          <p>{t("renewal.kept")}</p>
        </Notice>
      );
    case "stopped":
      return (
        <Notice kind="info" live="status">
          <p>{t("renewal.stopped")}</p>
          <Actions>
            <Button kind="secondary" onPress={again}>
              {t("renewal.go-on")}
            </Button>
          </Actions>
        </Notice>
      );
    case "failed":
      return (
        <Notice kind="caution" live="status">
          <p>
            {at.code === "conflict"
              ? t("account.overtaken")
              : t("renewal.failed", { reason: failureSentence(common, at.code) })}
          </p>
          <Actions>
            <Button kind="secondary" onPress={again}>
              {t("renewal.go-on")}
            </Button>
          </Actions>
        </Notice>
      );
  }
}
