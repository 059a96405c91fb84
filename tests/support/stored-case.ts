/**
 * What somebody holding the database holds, and what a member's complete keyring makes of it. Nothing here
 * asks the Worker for permission: who cannot open a case here could not open it with the server in hand.
 */
import * as z from "zod/mini";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import {
  CasePlain,
  MemberWrap,
  SealedCard,
  SealedEntry,
  Wrap,
} from "../../worker/contract/journal.ts";
import { KeyPacket } from "../../worker/contract/roster.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { keyIdOf, sealPublicKey } from "../../web/crypto/keys.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import type { CaseView } from "../../web/vault/interface.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { uncovered } from "./shelves.ts";
import { SITE_ORIGIN, type MemberHandle, type Site } from "./site.ts";

const StoredCase = z.object({
  plain: CasePlain,
  card: SealedCard,
  entries: z.array(SealedEntry),
  wraps: z.array(MemberWrap),
  reporterWrap: z.nullable(Wrap),
});
export type StoredCase = z.infer<typeof StoredCase>;

const ROWS = {
  cases: `SELECT case_id AS "case", desk_id AS desk, urgent, received_day AS receivedDay,
    acknowledged_day AS acknowledgedDay, feedback_day AS feedbackDay,
    feedback_extended_day AS feedbackExtendedDay, closed_day AS closedDay,
    reopened_day AS reopenedDay, challenged_day AS challengedDay,
    challenge_decided_day AS challengeDecidedDay,
    withdrawn_day AS withdrawnDay, purge_day AS purgeDay, hold_review_day AS holdReviewDay,
    next_due_day AS nextDueDay, conversation_seq AS conversationSeq,
    internal_seq AS internalSeq, card_header, card_body FROM cases`,
  entries: "SELECT header, body FROM entries WHERE case_id = ? ORDER BY lane, seq",
  wraps: `SELECT member_id AS member, lane, epoch, wrap_key AS "key", wrap FROM wraps WHERE case_id = ?`,
  reporter: `SELECT 'conversation' AS lane, 0 AS epoch, wrap_key AS "key", wrap FROM reporters
    WHERE case_id = ?`,
} as const;

/** Every case in the database, whole. */
export async function storedCases({ server }: Site): Promise<readonly StoredCase[]> {
  const { database } = server;
  const of = async (
    rows: string,
    ...values: readonly string[]
  ): Promise<Record<string, unknown>[]> =>
    (
      await database
        .prepare(rows)
        .bind(...values)
        .all()
    ).results;
  const keys = async (rows: string, id: string): Promise<Record<string, unknown>[]> => {
    const found = await of(rows, id);
    const stored = found.map(({ wrap }) => String(wrap));
    const texts = await uncovered(server, id, stored);
    return found.map((row, at) => ({ ...row, wrap: texts[at] }));
  };
  const cases = await of(ROWS.cases);
  return await Promise.all(
    cases.map(async ({ card_header: header, card_body: body, urgent, ...plain }) => {
      const id = String(plain["case"]);
      return StoredCase.parse({
        plain: { ...plain, urgent: urgent === 1 },
        card: { header, body },
        entries: await of(ROWS.entries, id),
        wraps: await keys(ROWS.wraps, id),
        reporterWrap: (await keys(ROWS.reporter, id))[0] ?? null,
      });
    }),
  );
}

/** Who holds a wrap of the conversation, by member id. */
export function recipientsOf({ wraps }: StoredCase): readonly string[] {
  return wraps.filter(({ lane }) => lane === "conversation").map(({ member }) => member);
}

type Today = { readonly day: number };
function today(): Today {
  return { day: dayOf(Date.now()) };
}

function pageOf(stored: StoredCase, wraps: readonly Wrap[]): OutputOf<"readCase"> {
  const { plain, card, entries } = stored;
  return { plain, card, entries, wraps: [...wraps], more: false, ...today() };
}

function withoutMember({ lane, epoch, key, wrap }: MemberWrap): Wrap {
  return { lane, epoch, key, wrap };
}

export interface OpenKeyring {
  readonly id: string;
  /** Opens a case with the wraps stored for this member. Rejects when there is none that fits. */
  readonly open: (stored: StoredCase) => Promise<CaseView>;
  /** The title on its card; null when the card does not open. */
  readonly cardTitle: (stored: StoredCase) => Promise<string | null>;
  /**
   * Tries every wrap there is, whoever it was made for, under this member's own name. Answers how many
   * were tried and what opened.
   */
  readonly force: (stored: StoredCase) => Promise<{ tried: number; opened: readonly string[] }>;
}

/** A member's whole keyring, unlocked with their passphrase outside any browser. */
export async function openKeyringOf(site: Site, handle: MemberHandle): Promise<OpenKeyring> {
  const { id, passphrase, parameters, keyring } = site.member(handle);
  const vault = new DeskVault(site.trust);
  await vault.start();
  await vault.stretch(passphrase, parameters);
  await vault.unlock({ member: id, keyring, keyringVersion: 1, slots: [] });
  await vault.verifyRoster(site.published, today().day, SITE_ORIGIN);
  const packet = site.published.packets.find(({ member }) => member === id);
  const statement = Buffer.from(fromBase64Url(packet?.packet.statement ?? "")).toString("utf8");
  const key = toBase64Url(
    keyIdOf(sealPublicKey(fromBase64Url(KeyPacket.parse(JSON.parse(statement)).key))),
  );

  async function title(stored: StoredCase, wrap: Wrap): Promise<string | null> {
    const [view] = await vault.openCards([
      { plain: stored.plain, card: stored.card, wrap, step: null },
    ]);
    return view?.card?.title ?? null;
  }

  return {
    id,
    open: (stored) => {
      const own = stored.wraps.filter(({ member }) => member === id).map(withoutMember);
      return vault.openCase(pageOf(stored, own));
    },
    cardTitle: async (stored) => {
      // The card is sealed in one of the two lanes; a recipient holds a wrap of each.
      for (const wrap of stored.wraps) {
        const card = wrap.member === id ? await title(stored, withoutMember(wrap)) : null;
        if (card !== null) return card;
      }
      return null;
    },
    force: async (stored) => {
      const { wraps, reporterWrap } = stored;
      const all = [
        ...wraps.map(withoutMember),
        ...(reporterWrap === null ? [] : [reporterWrap]),
      ].map((wrap) => ({ ...wrap, key }));
      const opened: string[] = [];
      for (const wrap of all) {
        const card = await title(stored, wrap);
        if (card !== null) opened.push(card);
        await vault.openCase(pageOf(stored, [wrap])).then(
          ({ state }) => opened.push(state.report?.text ?? ""),
          () => 0,
        );
      }
      return { tried: all.length, opened };
    },
  };
}

/** What the holder of a tracking code reads from the stored case. */
export async function openWithCode(
  site: Site,
  code: readonly string[],
  stored: StoredCase,
): Promise<CaseView> {
  const vault = new ReporterVault(site.trust);
  await vault.start();
  await vault.verifyRoster(site.published, today().day, SITE_ORIGIN);
  const entry = await vault.enterCode(code.join(" "));
  if (entry.kind !== "complete") throw new Error(`stored-case: the code is ${entry.kind}`);
  const { plain, entries, reporterWrap } = stored;
  return await vault.openCase({
    case: plain,
    wraps: reporterWrap === null ? [] : [reporterWrap],
    entries,
    more: false,
    decisions: [],
    pad: "",
    ...today(),
  });
}
