/** Why the link leads nowhere. The server never says which of the reasons it was, so neither does this. */
import { failureSentence, type FailureCode } from "../failure.ts";
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { useCommon } from "../ui/text.ts";
import { useJoin } from "./text.ts";

export type Refusal =
  | { readonly kind: "no-link" }
  | { readonly code: FailureCode; readonly kind: "failed" };

function Why({ refusal }: { readonly refusal: Refusal }) {
  const common = useCommon();
  const { t } = useJoin();
  if (refusal.kind === "no-link" || refusal.code === "wrong-length") {
    return <p>{t("refused.no-link")}</p>;
  }
  if (refusal.code === "not-found") {
    return (
      <>
        <p>{t("refused.gone")}</p>
        <p>{t("refused.used-hint")}</p>
      </>
    );
  }
  return (
    <>
      <p>{t("refused.reason", { reason: failureSentence(common, refusal.code) })}</p>
      <p>{t("refused.other-way")}</p>
    </>
  );
}

export function Refused({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useJoin();
  return (
    <Screen name="join-refused" title={t("refused.title")}>
      <Notice kind="problem">
        <Why refusal={refusal} />
      </Notice>
    </Screen>
  );
}
