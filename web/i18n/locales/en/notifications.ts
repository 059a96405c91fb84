/** The part of the members' texts that is about messages that ask them to look, in English. */
import type { Messages } from "../../message.ts";

export const notifying = {
  "notify.title": "Messages that ask you to look",
  "notify.lead":
    "Tern can send you a short message each day, always the same, whether or not anything happened. It never says anything about a case.",
  "notify.none": "So far nothing is sent to you.",
  "notify.by-email": "E-mail to {name}",
  "notify.by-webhook": "Your own program at {name}",
  "notify.by-push": "A browser, through {name}",
  "notify.waiting": "Not in use yet: it waits for the code that was sent there.",
  "notify.failing": "The newest message could not be delivered. It is tried again for a day.",
  "notify.test": "Send a test",
  "notify.test-which": "Send a test: {place}",
  "notify.again": "Send the code again",
  "notify.again-which": "Send the code again: {place}",
  "notify.remove": "Remove",
  "notify.remove-which": "Remove: {place}",
  "notify.code": "Code that was sent to {name}",
  "notify.code-hint": "Eight digits. It can take two minutes to arrive.",
  "notify.code-shape": "A code has eight digits.",
  "notify.confirm": "Confirm",
  "notify.which": "Which messages do you want?",
  "notify.daily": "One each day",
  "notify.daily-hint":
    "At {time} UTC, in the same words every day. Because it always comes, it tells nobody anything.",
  "notify.alerts": "An alert when something is urgent",
  "notify.alerts-hint":
    "When a report marked urgent comes, or something overdue would otherwise be missed. Whoever sees the alert arrive learns that something happened just then, though not what.",
  "notify.language": "In which language?",
  "notify.save": "Save",
  "notify.add-email": "Add an e-mail address",
  "notify.add-webhook": "Add a program of your own",
  "notify.add-push": "Add this browser",
  "notify.push-hint":
    "A browser that is added remembers it until you remove it here. Do not add one that others use. Its maker’s push service carries the messages and cannot read them.",
  "notify.push-refused":
    "This browser did not agree to it, or cannot. Allow notifications for this page, or choose another way.",
  "notify.email": "E-mail address",
  "notify.email-hint":
    "A code is sent there first. Whoever runs that mailbox sees that you get messages from Tern.",
  "notify.email-shape": "Enter an e-mail address, such as name@example.org.",
  "notify.url": "Address of the program",
  "notify.url-hint": "It begins with https:// and can be reached from the internet.",
  "notify.url-shape":
    "Enter an address that begins with https:// and a name, without a port, a password or a part behind #.",
  "notify.secret-lead":
    "The program checks every message with this secret, as Standard Webhooks says. It is shown now and never again.",
  "notify.submit": "Add",
  "notify.close": "Do not add",
  "notify.saved": "Saved.",
  "notify.added": "Added. Messages go there from now on.",
  "notify.code-sent": "A code is on its way there. Enter it below.",
  "notify.confirmed": "Confirmed. Messages go there from now on.",
  "notify.test-sent": "A test is on its way. It can take two minutes.",
  "notify.removed": "Removed. Nothing more is sent there.",
  "notify.failed": "That did not work. {reason}",
} as const satisfies Messages;
