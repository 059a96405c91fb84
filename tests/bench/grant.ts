/**
 * `grant.overRaw`: one person is given a thousand cases by the desk's vault, each read from its start, verified,
 * and granted in both lanes, over the raw KEM and AEAD calls of the same count. The cases were opened and no more.
 */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import { SEAL_OVERHEAD_BYTES } from "../../worker/contract/limits.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import {
  draftOf,
  openDeskVault,
  openReporterVault,
  today,
  type Organisation,
} from "./organisation.ts";
import { rawGrant } from "./raw-grant.ts";
import { compare } from "./timing.ts";

const OVER_RAW_MAX = 1.5;
const TEXT_CHARACTERS = 500;
const CASES = 1_000;
/** Each case is given once: rounds go through them in turn. */
const CASES_A_ROUND = 25;
const WARM_UPS = 4;

type Page = OutputOf<"readCase">;

/** As the server would serve it to the first recipient once they have opened it. */
async function openedCase(
  organisation: Organisation,
  reporter: ReporterVault,
  desk: DeskVault,
  member: string,
): Promise<Page> {
  const report = await reporter.sealReport(draftOf(organisation, TEXT_CHARACTERS));
  const plain = {
    case: report.case,
    desk: report.desk,
    urgent: false,
    receivedDay: today(),
    acknowledgedDay: null,
    feedbackDay: null,
    feedbackExtendedDay: null,
    closedDay: null,
    reopenedDay: null,
    challengedDay: null,
    challengeDecidedDay: null,
    withdrawnDay: null,
    purgeDay: null,
    holdReviewDay: null,
    nextDueDay: today(),
    conversationSeq: 1,
    internalSeq: 0,
  };
  const own = (wraps: typeof report.wraps): Page["wraps"] =>
    wraps
      .filter((wrap) => wrap.member === member)
      .map(({ lane, epoch, key, wrap }) => ({ lane, epoch, key, wrap }));
  const wraps = own(report.wraps);
  const { card, entry } = report;
  await desk.openCase({ plain, card, wraps, entries: [entry], more: false, day: today() });
  const opening = await desk.seal({ kind: "open" }, today());
  return {
    plain: { ...plain, internalSeq: 1 },
    card: opening.card,
    wraps: [...wraps, ...own(opening.wraps)],
    entries: [entry, ...opening.entries],
    more: false,
    day: today(),
  };
}

export function grantMeasure(organisation: Organisation): Measure {
  return {
    name: "grant",
    run: async (): Promise<readonly Measurement[]> => {
      const { founded, recipients } = organisation;
      const reporter = await openReporterVault(organisation);
      // After the reporter's vault, so that both sides of the comparison use the members' build.
      const { vault, member } = await openDeskVault(organisation);
      const newcomer = founded.members.find(
        ({ id, roles }) =>
          roles.includes("reviewer") && !recipients.some((recipient) => recipient.id === id),
      );
      if (newcomer === undefined) throw new Error("bench: nobody to let in");
      const pages: Page[] = [];
      while (pages.length < CASES + WARM_UPS * CASES_A_ROUND) {
        pages.push(await openedCase(organisation, reporter, vault, member.id));
      }
      const [first] = pages;
      const body = fromBase64Url(first?.entries[0]?.body ?? "");
      const raw = rawGrant({
        reportBucketBytes: body.length - SEAL_OVERHEAD_BYTES,
        granterSecret: member.seal.secretKey,
        granterPublic: member.seal.publicKey,
        member: newcomer.seal.publicKey,
      });
      // Another vault than the one that opened them, as after another sign-in.
      const { vault: giving } = await openDeskVault(organisation);
      const grant = {
        kind: "grant",
        member: newcomer.id,
        reason: "Handed over.",
        language: "en",
      } as const;
      let at = 0;
      const { ratio, spread, leftMilliseconds, rightMilliseconds } = await compare(
        async () => {
          for (const page of pages.slice(at, at + CASES_A_ROUND)) {
            await giving.openCase(page);
            const { wraps } = await giving.sealAccess(grant, today());
            if (wraps.length !== 2) throw new Error("bench: a grant of other than two keys");
          }
          at += CASES_A_ROUND;
        },
        () => {
          for (let count = 0; count < CASES_A_ROUND; count += 1) raw();
        },
        { warmUps: WARM_UPS, rounds: CASES / CASES_A_ROUND },
      );
      return [
        {
          name: "grant.overRaw",
          value: ratio,
          unit: "times",
          bound: atMost(OVER_RAW_MAX),
          spread,
          detail: {
            unit: `${CASES_A_ROUND} of ${CASES} cases by DeskVault.openCase and sealAccess`,
            raw: "four KEM and eight AEAD calls a case; no hash and no signature",
            milliseconds: leftMilliseconds,
            rawMilliseconds: rightMilliseconds,
          },
        },
      ];
    },
  };
}
