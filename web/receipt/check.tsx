/** Choosing a file and reading what it proves. The file never leaves the page. */
import { Notice } from "../ui/notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useRef, useState } from "../ui/dom.ts";
import { usePromises } from "../ui/promises.tsx";
import { useCommon } from "../ui/text.ts";
import type { CheckedReceipt, ReceiptCheck } from "../vault/receipt-checking.ts";
import { Result } from "./result.tsx";

/** Larger than any list of people makes one. */
const FILE_BYTES_MAX = 1_048_576;

type Checking =
  | { readonly kind: "waiting" | "reading" | "unreadable" }
  | { readonly kind: "checked"; readonly checked: CheckedReceipt };

/** @throws when the browser cannot read the file */
async function checkFile(file: File, check: ReceiptCheck): Promise<CheckedReceipt> {
  if (file.size > FILE_BYTES_MAX) return { kind: "refused", fault: "not-a-receipt" };
  return check(new Uint8Array(await file.arrayBuffer()));
}

function Choosing({ check }: { readonly check: ReceiptCheck }) {
  const { t } = usePromises();
  const [checking, setChecking] = useState<Checking>({ kind: "waiting" });
  /** Of the file chosen last: an earlier one that is read more slowly says nothing any more. */
  const turn = useRef(0);

  async function choose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    const mine = (turn.current ?? 0) + 1;
    turn.current = mine;
    setChecking({ kind: "reading" });
    const next: Checking = await checkFile(file, check).then(
      (checked) => ({ kind: "checked", checked }),
      () => ({ kind: "unreadable" }),
    );
    if (turn.current === mine) setChecking(next);
  }

  const status = { waiting: "", reading: t("check.checking"), checked: t("check.done") };
  return (
    <>
      <div class="field">
        <label class="field-label" for="receipt-file">
          {t("check.file")}
        </label>
        <div class="field-hint" id="receipt-file-hint">
          {t("check.file-hint")}
        </div>
        <input
          type="file"
          id="receipt-file"
          class="file-input"
          accept=".json,application/json"
          aria-describedby="receipt-file-hint"
          // The same file may have been mended meanwhile, and a second choice of it would be no change.
          onClick={({ currentTarget }) => {
            if (currentTarget instanceof HTMLInputElement) currentTarget.value = "";
          }}
          onChange={({ currentTarget }) => {
            if (currentTarget instanceof HTMLInputElement) void choose(currentTarget);
          }}
        />
      </div>
      <StatusLine text={checking.kind === "unreadable" ? "" : status[checking.kind]} />
      {checking.kind === "unreadable" ? (
        <Notice kind="problem">
          <p>{t("check.unreadable")}</p>
        </Notice>
      ) : null}
      {checking.kind === "checked" ? <Result checked={checking.checked} /> : null}
    </>
  );
}

export function Check({ check }: { readonly check: ReceiptCheck | null }) {
  const common = useCommon();
  const { t } = usePromises();
  return (
    <Screen name="receipt" title={t("check.title")} takesFocus={false}>
      <p class="lead">{t("check.lead")}</p>
      {check === null ? (
        <Notice kind="problem">
          <p>{common.t("error.no-crypto")}</p>
        </Notice>
      ) : (
        <>
          <p>{t("check.offline")}</p>
          <Choosing check={check} />
        </>
      )}
    </Screen>
  );
}
