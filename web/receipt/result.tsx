/** What a file proves, in plain words: all of it, or the one reason why nothing. */
import { Notice } from "../ui/notice.tsx";
import { fateOf, promiseSentence, usePromises } from "../ui/promises.tsx";
import type { CheckedReceipt } from "../vault/receipt-checking.ts";

const FATES = { kept: "check.in-time", late: "check.late", missed: "check.missed" } as const;

type Holding = Extract<CheckedReceipt, { kind: "holds" }>;

function Facts({ receipt, organisation, name }: Holding) {
  const { t, day } = usePromises();
  const facts = [
    [t("check.organisation"), organisation],
    [t("check.signed-by"), name],
    [t("check.signed-on"), day(receipt.day)],
    [t("check.report"), receipt.case],
  ] as const;
  return (
    <dl class="summary">
      {facts.map(([term, fact]) => (
        <div class="summary-row" key={term}>
          <dt>{term}</dt>
          <dd>
            <bdi>{fact}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Result({ checked }: { readonly checked: CheckedReceipt }) {
  const text = usePromises();
  const { t } = text;
  if (checked.kind === "refused") {
    return (
      <section data-result="refused">
        <h2>{t("check.refused")}</h2>
        <Notice kind="caution">
          <p data-fault={checked.fault}>{t(`fault.${checked.fault}`)}</p>
        </Notice>
      </section>
    );
  }
  return (
    <section data-result="holds">
      <h2>{t("check.holds")}</h2>
      <Facts {...checked} />
      <h3>{t("check.says")}</h3>
      <ul>
        {checked.receipt.promises.map((promised) => (
          <li key={promised.promise} data-fate={fateOf(promised)}>
            <strong>{t(FATES[fateOf(promised)])}</strong>
            <br />
            {promiseSentence(text, promised)}
          </li>
        ))}
      </ul>
      <p class="field-hint">{t("check.means")}</p>
    </section>
  );
}
