/** The bench's measures, in the order they are made, and the organisation they share. */
import { auditVerifyMeasure } from "./audit-verify.ts";
import { codeTimingMeasure } from "./code-timing.ts";
import { dailyJobMeasure } from "./daily-job.ts";
import { grantMeasure } from "./grant.ts";
import { inboxMeasure } from "./inbox.ts";
import { loadMeasure } from "./load.ts";
import type { Measure } from "./measure.ts";
import { openCardMeasure } from "./open-card.ts";
import { openCaseMeasure } from "./open-case.ts";
import { foundOrganisation } from "./organisation.ts";
import { pagesMeasure } from "./pages.ts";
import { searchMeasure } from "./search.ts";
import { sealMeasure } from "./seal.ts";
import { submitMeasure } from "./submit.ts";
import { unlockMeasure } from "./unlock.ts";

const ORIGIN = "http://127.0.0.1:8787";

export async function openMeasures(): Promise<readonly Measure[]> {
  const organisation = await foundOrganisation([ORIGIN]);
  return [
    pagesMeasure(),
    sealMeasure(organisation),
    openCardMeasure(organisation),
    openCaseMeasure(organisation),
    searchMeasure(organisation),
    unlockMeasure(organisation),
    grantMeasure(organisation),
    inboxMeasure(organisation),
    dailyJobMeasure(organisation),
    auditVerifyMeasure(),
    submitMeasure(organisation),
    loadMeasure(organisation),
    codeTimingMeasure(organisation),
  ];
}
