/**
 * Every endpoint's handler. The compiler refuses this file until each name of the contract has one.
 */
import type { Handlers, Service } from "../http/mount.ts";
import { changeAccess } from "./access.ts";
import { endAllSessions, endSession, sessions } from "./account.ts";
import { appendToCase, exportCase, readCase } from "./case.ts";
import { appendAudit, auditHead, readAudit, refusedActs } from "./audit.ts";
import { board, caseCounts } from "./board.ts";
import { challenge } from "./challenge.ts";
import {
  decideRecovery,
  endColleagues,
  ownColleagues,
  recoveryRequests,
  refuseRecovery,
  setUpColleagues,
} from "./colleagues.ts";
import { openContext, type Context } from "./context.ts";
import { deletions, signDeletions } from "./deletions.ts";
import { inbox } from "./inbox.ts";
import {
  acceptInvitation,
  cancelInvitation,
  invitations,
  invite,
  readInvitation,
} from "./invitation.ts";
import { changeWayIn, ownKeyring, replacePassphrase, saveKeyring } from "./keyring.ts";
import {
  myPieces,
  myWraps,
  publishPacket,
  replacePieces,
  replaceWraps,
  retireKey,
} from "./keys.ts";
import { giveFeedback, readFeedback } from "./feedback.ts";
import { heldBy, holdings, leave } from "./leaving.ts";
import { memberParameters, memberSignIn, memberSignOut } from "./member.ts";
import {
  confirmDestination,
  notifications,
  removeDestination,
  saveNotifications,
  testDestination,
} from "./notifications.ts";
import { publishRoster } from "./publishing.ts";
import { roster, rosterHistory } from "./organisation.ts";
import { askColleagues, collectShares } from "./recovery.ts";
import {
  decideRelease,
  openRelease,
  releaseRequests,
  releaseShares,
  requestRelease,
} from "./releases.ts";
import { submitReport } from "./report.ts";
import { noteRefusedAct } from "./refused-acts.ts";
import { reporterAppend, reporterRead, reporterSignIn } from "./reporter.ts";
import {
  addAuthenticator,
  addPasskey,
  memberSecondFactor,
  passkeyTicket,
  removeSecondFactor,
  secondFactors,
} from "./second-factor.ts";
import { ownViews, saveViews } from "./saved-views.ts";
import { resetSecondFactor } from "./second-factor-reset.ts";
import { authenticators } from "./sessions.ts";

const handlers = {
  health: async () => ({ ok: true }),
  roster,
  challenge,
  submitReport,
  reporterSignIn,
  reporterRead,
  reporterAppend,
  memberParameters,
  memberSignIn,
  memberSecondFactor,
  memberSignOut,
  ownKeyring,
  saveKeyring,
  ownViews,
  saveViews,
  changeWayIn,
  replacePassphrase,
  secondFactors,
  addAuthenticator,
  passkeyTicket,
  addPasskey,
  removeSecondFactor,
  resetSecondFactor,
  sessions,
  endSession,
  endAllSessions,
  publishPacket,
  myPieces,
  replacePieces,
  myWraps,
  replaceWraps,
  retireKey,
  inbox,
  readCase,
  appendToCase,
  exportCase,
  invite,
  invitations,
  cancelInvitation,
  readInvitation,
  acceptInvitation,
  publishRoster,
  changeAccess,
  holdings,
  heldBy,
  leave,
  auditHead,
  appendAudit,
  readAudit,
  refusedActs,
  deletions,
  signDeletions,
  caseCounts,
  board,
  rosterHistory,
  requestRelease,
  openRelease,
  releaseRequests,
  decideRelease,
  releaseShares,
  ownColleagues,
  setUpColleagues,
  endColleagues,
  refuseRecovery,
  recoveryRequests,
  decideRecovery,
  askColleagues,
  collectShares,
  giveFeedback,
  readFeedback,
  notifications,
  saveNotifications,
  confirmDestination,
  testDestination,
  removeDestination,
} satisfies Handlers<Context>;

export const service: Service<Context> = {
  open: openContext,
  authenticators,
  handlers,
  noteRefusal: noteRefusedAct,
};
