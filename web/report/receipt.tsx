/** After sending: the code, the code asked back, and what happens next. */
import type { TrackingCodeView } from "../vault/interface.ts";
import { useEffect, useState } from "../ui/dom.ts";
import { CodeCheck } from "./code-check.tsx";
import { Code } from "./code.tsx";
import { Done } from "./done.tsx";
import { useReportText } from "./text.ts";

export interface ReceiptProps {
  readonly acknowledgeByDay: number;
  readonly code: TrackingCodeView;
  /** The same code in the words of another language. */
  readonly codeIn: (language: string) => Promise<TrackingCodeView>;
  readonly check: (position: number, typed: string) => Promise<boolean>;
  /** The code is not shown again after this. */
  readonly onKept: () => void;
  readonly onFinish: () => void;
}

export function Receipt(props: ReceiptProps) {
  const { code: language } = useReportText();
  const [place, setPlace] = useState<"code" | "code-check" | "done">("code");
  const [code, setCode] = useState<TrackingCodeView | null>(props.code);
  useEffect(() => {
    // Where the other list does not load, the words already shown stay.
    if (place !== "done") void props.codeIn(language).then(setCode, () => undefined);
  }, [language]);
  if (place === "done" || code === null) {
    return <Done key="done" acknowledgeByDay={props.acknowledgeByDay} onFinish={props.onFinish} />;
  }
  if (place === "code") {
    return <Code key="code" code={code} onContinue={() => setPlace("code-check")} />;
  }
  return (
    <CodeCheck
      key="code-check"
      check={props.check}
      onShow={() => setPlace("code")}
      onContinue={() => {
        setCode(null);
        setPlace("done");
        props.onKept();
      }}
    />
  );
}
