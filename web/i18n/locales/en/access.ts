/** The part of the members’ texts that is about who reads a case, and leaving, in English. */
import type { Messages } from "../../message.ts";

export const access = {
  "readers.title": "Who can read this case",
  "readers.you": "{name} (you)",
  "readers.reporter": "The reporter reads the conversation, never the notes.",
  "readers.excluded": "Taken out by the reporter before sealing; they hold no key:",
  "readers.revoked": "{name} (no longer a member)",
  "readers.unknown": "Somebody not in the list of members ({id})",
  "readers.roles": "{name}: {roles}",
  "readers.former": "Could read it before, and can no longer read what is new:",
  "readers.recused": "{name}, stepped out on {day}",
  "readers.removed": "{name}, taken out on {day}",
  "readers.left-out": "{name}, left out of the new keys on {day}",
  "readers.override-stands":
    "{by} has signed that {name} may be let in, against the reporter’s wish. Another reader has to let them in.",

  "access.let-in": "Let a colleague read this case…",
  "access.take-out": "Take out…",
  "access.take-out-name": "Take out {name}: they stop reading this case",
  "access.take-out-now": "Take out {name}",
  "access.take-out-means":
    "{name} loses every key to this case, and new keys are made for the others. What they have read, they may remember. The reporter sees that you took them out, and why.",
  "access.step-out": "Step out of this case…",
  "access.step-out-now": "Step out of this case",
  "access.step-out-means":
    "You lose every key to this case at once. Only somebody who stays can let you in again. The reporter sees that you stepped out.",
  "access.who": "Who should read this case too?",
  "access.who-hint":
    "They read everything from the beginning, notes included. The reporter sees their name.",
  "access.who-missing": "Choose somebody.",
  "access.other-desk": "{name} works at another desk than the one the reporter chose.",
  "access.excluded-hint": "{desks}. Taken out by the reporter.",
  "access.excluded-title": "The reporter asked that {name} must not read this",
  "access.sign-first":
    "Two of you have to sign, each with a reason, and the reporter sees both. You would be the first. {name} is let in only when a colleague signs too.",
  "access.signed-by-you":
    "You have signed already. A colleague now has to let {name} in. You can sign again with another reason.",
  "access.signed-by-other":
    "A colleague has already signed that {name} may be let in. If you let {name} in now, it happens at once, and the reporter sees both names and reasons.",
  "access.grant": "Let them read this case",
  "access.grant-name": "Let {name} read this case",
  "access.override-name": "Sign that {name} may be let in",
  "access.reason": "Reason",
  "access.reason-hint": "The reporter and everybody who reads this case will see it.",
  "access.reason-missing": "Give a reason.",
  "access.cancel": "Change nothing",
  "access.gone": "You have stepped out of the case.",
  "access.failed": "It was not done. {reason}",

  "leaving.title": "Leaving",
  "leaving.lead":
    "Before you go, every case that only you can read has to go to a colleague. What others can read too stays with them.",
  "leaving.looking": "Looking at what you hold.",
  "leaving.look": "Look again",
  "leaving.none": {
    one: "You hold one case, and somebody else can read it too.",
    other: "You hold {count} cases, and somebody else can read each of them.",
  },
  "leaving.only-you": {
    one: "One case that only you can read",
    other: "{count} cases that only you can read",
  },
  "leaving.untitled": "A case whose summary did not open ({id})",
  "leaving.received": "{desk}, received on {day}",
  "leaving.give": "Give cases to a colleague",
  "leaving.who": "Who takes them over?",
  "leaving.who-hint": "They will read everything from the beginning. The reporters see it.",
  "leaving.colleague": "{name} ({desks})",
  "leaving.give-count": { one: "Give one case", other: "Give {count} cases" },
  "leaving.stop": "Stop after this case",
  "leaving.stopped": "Stopped. What was given stays given.",
  "leaving.progress": "{done} of {count} given.",
  "leaving.failed-title": "Some cases could not be given",
  "leaving.failed": "{title}: {reason}",
  "leaving.excluded":
    "{title}: its reporter asked that this colleague must not read it. Choose another.",
  "leaving.nobody":
    "There is no other reviewer to give them to. Ask your coordinator to take somebody on first.",
  "leaving.end-title": "End your membership",
  "leaving.end-lead":
    "You are signed out everywhere and cannot sign in again. Your coordinator then signs a list of members without you, and your colleagues’ pages make new keys.",
  "leaving.not-yet": "This is possible once every case can be read by somebody else.",
  "leaving.leave": "End my membership…",
  "leaving.confirm-title": "End your membership now?",
  "leaving.confirm": "This cannot be undone from here. To come back you have to be invited again.",
  "leaving.confirm-now": "End my membership now",
  "leaving.stay": "Stay",
  "leaving.blocked-cases":
    "A case could then be read by nobody. Look again, and give it to a colleague.",
  "leaving.blocked-desk":
    "You are the last reviewer of a desk: what is sent to it could be read by nobody. Ask your coordinator to add somebody first.",
  "leaving.blocked-coordinator":
    "You are the last coordinator: nobody could sign the list of members without you. Make somebody else coordinator first.",

  "access.overridden": "Noted. The reporter can see it. A colleague now has to let them in.",
  "access.granted": "Done. They can read the case now, and the reporter can see that.",
  "access.removed":
    "Done. They can read nothing of this case any more, and the reporter can see that.",
  "access.rekeyed": "New keys were made.",

  "readers.not-you": "This report does not name you among its readers",
  "readers.not-you-what":
    "You can read it, but you cannot write in this case: nobody’s page would accept it. Tell your coordinator.",
} as const satisfies Messages;
