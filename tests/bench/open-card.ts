/**
 * `openCard.overRaw`: a page of an inbox opened by the desk's vault, over the libsodium calls it takes. Half of
 * the page are new reports with the reporter's unsigned card, half were opened and carry a reviewer's signed one.
 */
import type { CasePlain } from "../../worker/contract/journal.ts";
import { INBOX_PAGE_CASES } from "../../worker/contract/limits.ts";
import { verifyKeyOf } from "../../web/crypto/keys.ts";
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { SealedReport } from "../../web/vault/interface.ts";
import type { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import {
  draftOf,
  openDeskVault,
  openReporterVault,
  today,
  type Organisation,
} from "./organisation.ts";
import { layOut, rawOpenCard, type InboxRow } from "./raw-card.ts";
import { compare } from "./timing.ts";

const OVER_RAW_MAX = 1.3;
const TEXT_CHARACTERS = 500;
const ROUNDS = { warmUps: 10, rounds: 120 } as const;

function plainOf(report: SealedReport): CasePlain {
  return {
    case: report.case,
    desk: report.desk,
    urgent: report.urgent,
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
}

/** As the server would list a report nobody has opened. */
function newRow(report: SealedReport, member: string): InboxRow {
  const wrap = report.wraps.find((candidate) => candidate.member === member);
  if (wrap === undefined) throw new Error("bench: a report that was not sealed to its reader");
  const { lane, epoch, key, wrap: sealed } = wrap;
  return {
    plain: plainOf(report),
    card: report.card,
    wrap: { lane, epoch, key, wrap: sealed },
    step: null,
  };
}

/** As the server would list it after that member opened it. */
async function openedRow(report: SealedReport, desk: DeskVault, member: string): Promise<InboxRow> {
  const { plain, card, wrap } = newRow(report, member);
  const page = { plain, card, wraps: [wrap], entries: [report.entry], more: false, day: today() };
  await desk.openCase(page);
  const append = await desk.seal({ kind: "open" }, today());
  const own = append.wraps.find((candidate) => candidate.member === member);
  if (own === undefined) throw new Error("bench: an internal lane not wrapped to its maker");
  return {
    plain: { ...plain, internalSeq: 1 },
    card: append.card,
    wrap: { lane: own.lane, epoch: own.epoch, key: own.key, wrap: own.wrap },
    step: null,
  };
}

async function inboxPage(
  organisation: Organisation,
  reporter: ReporterVault,
  desk: DeskVault,
  member: string,
): Promise<InboxRow[]> {
  const rows: InboxRow[] = [];
  while (rows.length < INBOX_PAGE_CASES) {
    const report = await reporter.sealReport(draftOf(organisation, TEXT_CHARACTERS));
    const isNew = rows.length % 2 === 0;
    rows.push(isNew ? newRow(report, member) : await openedRow(report, desk, member));
  }
  return rows;
}

export function openCardMeasure(organisation: Organisation): Measure {
  return {
    name: "openCard",
    run: async (): Promise<readonly Measurement[]> => {
      const reporter = await openReporterVault(organisation);
      // After the reporter's vault, so that both sides of the comparison use the members' build.
      const { vault, member } = await openDeskVault(organisation);
      const rows = await inboxPage(organisation, reporter, vault, member.id);
      const views = await vault.openCards(rows);
      if (views.some(({ card }) => card === null)) throw new Error("bench: a card did not open");
      const raw = rows.map((row) => layOut(row, member.seal, verifyKeyOf(member.signing)));
      const { ratio, spread, leftMilliseconds, rightMilliseconds } = await compare(
        async () => {
          await vault.openCards(rows);
        },
        () => {
          for (const card of raw) rawOpenCard(card);
        },
        ROUNDS,
      );
      return [
        {
          name: "openCard.overRaw",
          value: ratio,
          unit: "times",
          bound: atMost(OVER_RAW_MAX),
          spread,
          detail: {
            unit: `${rows.length} cards by DeskVault.openCards`,
            signed: raw.filter(({ signed }) => signed !== null).length,
            milliseconds: leftMilliseconds,
            rawMilliseconds: rightMilliseconds,
          },
        },
      ];
    },
  };
}
