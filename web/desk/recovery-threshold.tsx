/** How many colleagues it takes to bring somebody back: said by the signed list of people. */
import { RECOVERY_COLLEAGUES_MAX, RECOVERY_THRESHOLD_MIN } from "../../worker/contract/limits.ts";
import { Actions, Button } from "../ui/button.tsx";
import { Select } from "../ui/choice.tsx";
import { useState } from "../ui/dom.ts";
import { Form } from "../ui/form.tsx";
import type { OrganisationView, RosterChange } from "../vault/coordination.ts";
import { useDesk } from "./text.ts";

export interface RecoveryThresholdProps {
  readonly organisation: OrganisationView;
  readonly busy: boolean;
  readonly onChange: (change: RosterChange) => void;
}

const OFF = "off";

export function RecoveryThreshold({ organisation, busy, onChange }: RecoveryThresholdProps) {
  const { t } = useDesk();
  const stands = organisation.recoveryThreshold;
  const [chosen, setChosen] = useState(stands === null ? OFF : String(stands));
  // Nobody is their own colleague.
  const others = organisation.people.filter(({ revokedDay }) => revokedDay === null).length - 1;
  const most = Math.max(Math.min(others, RECOVERY_COLLEAGUES_MAX), stands ?? 0);
  const counts = Array.from(
    { length: Math.max(most - RECOVERY_THRESHOLD_MIN + 1, 0) },
    (_, at) => at + RECOVERY_THRESHOLD_MIN,
  );
  return (
    <section aria-labelledby="recovery-threshold">
      <h2 id="recovery-threshold">{t("people.recovery-title")}</h2>
      <p>{t("people.recovery-lead")}</p>
      <Form
        label={t("people.recovery-title")}
        onSubmit={() =>
          onChange({ kind: "recovery", threshold: chosen === OFF ? null : Number(chosen) })
        }
      >
        <Select
          id="recovery-count"
          label={t("people.recovery-how-many")}
          value={chosen}
          onChange={setChosen}
          options={[
            { value: OFF, label: t("people.recovery-off") },
            ...counts.map((count) => ({
              value: String(count),
              label: t("people.recovery-count", { count }),
            })),
          ]}
        />
        <Actions>
          <Button type="submit" kind="secondary" busy={busy}>
            {t(busy ? "people.busy" : "people.recovery-save")}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}
