/** Members signed in without a page, as the desk's own code knows a session: what it does is the page's, to the wire. */
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import { newAuditPen } from "../../web/desk/audited.ts";
import type { DeskSession } from "../../web/desk/session.ts";
import { takeTurns } from "../../web/desk/turn.ts";
import { today } from "../routes/client.ts";
import type { DeskHand } from "./sent-case.ts";
import { SITE_ORIGIN, type MemberHandle } from "./site.ts";

export async function sessionFor(
  handle: MemberHandle,
  { vault, token }: Pick<DeskHand, "vault" | "token">,
  published: PublishedRoster,
): Promise<DeskSession> {
  const verify = () => vault.verifyRoster(published, today(), SITE_ORIGIN);
  const { roster, self } = await verify();
  return {
    vault,
    token,
    handle,
    roster,
    self,
    secondFactor: "totp",
    enrolled: () => undefined,
    failedTries: 0,
    standing: "in-force",
    ownKey: "good",
    renewRoster: async () => {
      await verify();
    },
    auditPen: newAuditPen(),
    openedCases: new Set(),
    inTurn: takeTurns(),
    forgetKeys: () => undefined,
    end: () => undefined,
    endedByServer: () => undefined,
  };
}
