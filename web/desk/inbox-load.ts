/**
 * The inbox as fetched so far. Invariant: each case stands here once, whatever the server repeats, and one
 * that did not open is kept like any other.
 */
import { call } from "./call.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { CardView } from "../vault/interface.ts";
import type { DeskSession } from "./session.ts";

type After = OutputOf<"inbox">["next"];

export interface Inbox {
  readonly cards: readonly CardView[];
  /** Where the older cases begin; null when all are here. */
  readonly next: After;
  /** The server's day at the last answer; null before the first. */
  readonly day: number | null;
}

export const EMPTY_INBOX: Inbox = { cards: [], next: null, day: null };

function withCards(held: readonly CardView[], added: readonly CardView[]): readonly CardView[] {
  const byCase = new Map([...held, ...added].map((view) => [view.plain.case, view]));
  return [...byCase.values()];
}

interface Page extends Pick<Inbox, "next"> {
  readonly added: readonly CardView[];
  readonly day: number;
}

async function askForPage({ token, vault }: DeskSession, after: After): Promise<Page> {
  const { cases, next, day } = await call("inbox", { after }, { token });
  return { added: await vault.openCards(cases), next, day };
}

async function fetchPage(session: DeskSession, inbox: Inbox): Promise<Inbox> {
  const asked = await askForPage(session, inbox.next);
  // A case may have been written to while the page was on its way: asked again, an honest server has the newer card.
  const crossed = asked.added.some(({ unopened }) => unopened === "older");
  const { added, next, day } = crossed ? await askForPage(session, inbox.next) : asked;
  const cards = withCards(inbox.cards, added);
  // A page that brings nothing new would be asked for without end.
  return { cards, next: cards.length > inbox.cards.length ? next : null, day };
}

/** The next page of older cases. @throws ApiFailure, VaultFailure */
export async function fetchOlder(session: DeskSession, inbox: Inbox): Promise<Inbox> {
  return await fetchPage(session, inbox);
}

/** From the newest again, as far as had been fetched before: new cases may stand on any page. */
export async function fetchAgain(session: DeskSession, inbox: Inbox): Promise<Inbox> {
  let fresh = await fetchPage(session, EMPTY_INBOX);
  while (fresh.next !== null && fresh.cards.length < inbox.cards.length) {
    fresh = await fetchPage(session, fresh);
  }
  return fresh;
}

/** One case as just read on its own page, put in place of its older card. */
export function withCase(inbox: Inbox, view: CardView): Inbox {
  return { ...inbox, cards: withCards(inbox.cards, [view]) };
}

export function withoutCase(inbox: Inbox, caseId: string): Inbox {
  return { ...inbox, cards: inbox.cards.filter(({ plain }) => plain.case !== caseId) };
}
