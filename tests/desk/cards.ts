/** Cards as an inbox holds them, with only what a test is about. */
import type { Card } from "../../web/payload/card.ts";
import type { CardView, RosterView } from "../../web/vault/interface.ts";

/** base64url of 16 bytes, one for each number under 4,096. */
export function idOf(number: number): string {
  return `${number.toString(16).padStart(3, "0").repeat(7)}A`;
}

export const SELF = idOf(1);
export const COLLEAGUE = idOf(2);
export const DESK = idOf(3);
export const TODAY = 20_600;

export const ROSTER: RosterView = {
  organisation: "Invented",
  version: 1,
  expiresDay: TODAY + 30,
  desks: [
    {
      id: DESK,
      names: { en: "North desk" },
      country: "IE",
      languages: ["en"],
      reviewers: [
        { id: SELF, name: "Rowan", roles: ["reviewer"], revoked: false },
        { id: COLLEAGUE, name: "Linnet", roles: ["reviewer"], revoked: false },
      ],
      custodians: [],
      identityThreshold: 1,
      oversight: false,
    },
  ],
  members: [
    { id: SELF, name: "Rowan", roles: ["reviewer"], revoked: false },
    { id: COLLEAGUE, name: "Linnet", roles: ["reviewer"], revoked: false },
  ],
  recoveryThreshold: null,
};

export interface CardParts {
  readonly plain?: Partial<CardView["plain"]>;
  readonly card?: Partial<Card>;
  readonly news?: boolean;
}

/** Acknowledged, assigned to nobody, due on no day: unless it is said otherwise. */
export function cardView(number: number, parts: CardParts = {}): CardView {
  return {
    plain: {
      case: idOf(number),
      desk: DESK,
      urgent: false,
      receivedDay: TODAY - 10,
      acknowledgedDay: TODAY - 9,
      feedbackDay: null,
      feedbackExtendedDay: null,
      closedDay: null,
      reopenedDay: null,
      challengedDay: null,
      challengeDecidedDay: null,
      withdrawnDay: null,
      purgeDay: null,
      holdReviewDay: null,
      nextDueDay: null,
      conversationSeq: 2,
      internalSeq: 1,
      ...parts.plain,
    },
    card: {
      title: "An invented title",
      channel: "trafficking",
      language: "en",
      standing: "acknowledged",
      ...parts.card,
    },
    unopened: null,
    step: null,
    news: parts.news ?? false,
  };
}

/** One whose card did not open. */
export function unopened(number: number, plain: Partial<CardView["plain"]> = {}): CardView {
  return { ...cardView(number, { plain }), card: null, unopened: "unverified" };
}
