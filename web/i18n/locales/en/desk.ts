/** The members' page in English: sign-in, inbox, case. It is the type of every other language. */
import type { Messages } from "../../message.ts";
import { colleagues } from "./colleagues.ts";
import { board } from "./board.ts";
import { casework } from "./casework.ts";
import { exporting } from "./export.ts";
import { notifying } from "./notifications.ts";
import { inbox } from "./inbox.ts";
import { feedback } from "./feedback.ts";
import { challenges } from "./challenges.ts";
import { keeping } from "./keeping.ts";
import { clocks } from "./clocks.ts";
import { law } from "./law.ts";
import { lockingFacts } from "./locked-facts.ts";
import { people } from "./people.ts";
import { protection } from "./protection.ts";
import { summarising } from "./summary.ts";
import { waysIn } from "./ways-in.ts";
import { access } from "./access.ts";
import { onCase } from "./case.ts";
import { auditing } from "./audit.ts";
import { identities } from "./identity.ts";

export const desk = {
  ...waysIn,
  ...access,
  ...onCase,
  ...auditing,
  ...identities,
  ...people,
  ...colleagues,
  ...casework,
  ...exporting,
  ...summarising,
  ...lockingFacts,
  ...notifying,
  ...inbox,
  ...board,
  ...challenges,
  ...feedback,
  ...keeping,
  ...clocks,
  ...law,
  ...protection,
  "page.title": "Members’ desk",

  "place.title": "Places",
  "place.inbox": "Inbox",
  "place.leaving": "Leaving",
  "place.nowhere-title": "Nothing for your role here",
  "place.nowhere": "Your role gives you nothing to do on this page yet.",

  "frame.signed-in-as": "Signed in as {name}",
  "frame.sign-out": "Sign out",
  "frame.keys": "Keyboard",

  "keys.title": "Keys on this page",
  "keys.lead":
    "They work when you are not typing in a field. Everything can also be reached with Tab.",
  "keys.next": "Next case",
  "keys.previous": "Previous case",
  "keys.open": "Open the case",
  "keys.search": "Search in the inbox",
  "keys.keys": "Show these keys",
  "keys.reply": "In a case: write to the reporter",
  "keys.note": "In a case: write a note between reviewers",
  "keys.back": "In a case: back to the inbox",
  "keys.or": "or",
  "keys.sign-enter": "Enter",
  "keys.sign-escape": "Esc",
  "keys.turn-off": "Turn these keys off",
  "keys.turn-on": "Turn these keys on",
  "keys.off": "These keys are turned off until you sign out.",
  "keys.close": "Close",

  "place.account": "Your account",
  "place.audit": "Audit log",
  "place.releases": "Requests for identities",
} as const satisfies Messages;
