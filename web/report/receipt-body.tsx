/** A receipt in the timeline: what it says, and a file of it to keep. The file is made here and sent nowhere. */
import type { Signed } from "../../worker/contract/roster.ts";
import { failureCode, failureSentence } from "../failure.ts";
import type { JournalItem } from "../payload/journal.ts";
import { readReceipt } from "../payload/promises.ts";
import { Button } from "../ui/button.tsx";
import { useState } from "../ui/dom.ts";
import { PromiseLines, usePromises } from "../ui/promises.tsx";
import { StatusLine } from "../ui/stages.tsx";
import { useCommon } from "../ui/text.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const ISO_DAY_CHARACTERS = 10;

/** Says nothing of what the file is about but its day. */
function fileName(day: number): string {
  const iso = new Date(day * MILLISECONDS_A_DAY).toISOString();
  return `receipt-${iso.slice(0, ISO_DAY_CHARACTERS)}.json`;
}

/** The browser saves it like every download; nothing of it stays in the page. */
function save(name: string, json: string): void {
  const url = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export interface ReceiptBodyProps {
  readonly item: JournalItem;
  readonly receipt: Signed;
  readonly receiptFile: ((seq: number) => Promise<string>) | null;
}

export function ReceiptBody({ item, receipt, receiptFile }: ReceiptBodyProps) {
  const common = useCommon();
  const { t } = usePromises();
  const [status, setStatus] = useState("");
  const warning = `receipt-warning-${item.seq}`;
  async function keep(file: (seq: number) => Promise<string>): Promise<void> {
    try {
      save(fileName(item.day), await file(item.seq));
      setStatus(t("receipt.kept", { address: `${location.host}/receipt` }));
    } catch (thrown) {
      const reason = failureSentence(common, failureCode(thrown));
      setStatus(t("receipt.not-kept", { reason }));
    }
  }
  return (
    <>
      <PromiseLines promises={readReceipt(receipt)?.promises ?? []} />
      {receiptFile === null ? null : (
        <>
          <p class="field-hint" id={warning}>
            {t("receipt.warning")}
          </p>
          <Button kind="secondary" describedBy={warning} onPress={() => void keep(receiptFile)}>
            {t("receipt.keep")}
          </Button>
          <StatusLine text={status} />
        </>
      )}
    </>
  );
}
