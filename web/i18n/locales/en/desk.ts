/** The members' page in English: sign-in, inbox, case. It is the type of every other language. */
import type { Messages } from "../../message.ts";

export const desk = {
  "page.title": "Members’ desk",

  "sign-in.title": "Sign in",
  "sign-in.lead":
    "For members of the organisation. If you want to report something, use the reporting page instead.",
  "sign-in.report-instead": "Go to the reporting page",
  "sign-in.handle": "Your sign-in name",
  "sign-in.handle-hint": "Lower-case letters, digits, dots and dashes.",
  "sign-in.handle-missing": "Type your sign-in name.",
  "sign-in.handle-shape":
    "A sign-in name has 2 to 48 lower-case letters, digits, dots or dashes. Check what you typed.",
  "sign-in.passphrase": "Your passphrase",
  "sign-in.passphrase-hint": "All its words, as you were given them. It never leaves this device.",
  "sign-in.passphrase-missing": "Type your passphrase.",
  "sign-in.show-passphrase": "Show the passphrase",
  "sign-in.submit": "Sign in",
  "sign-in.busy": "Signing in…",
  "sign-in.step-preparing": "Preparing to sign you in.",
  "sign-in.step-stretching": "Working out your key from the passphrase. This takes a moment.",
  "sign-in.step-proving": "Asking the server to let you in.",
  "sign-in.step-unlocking": "Unlocking your keys on this device.",
  "sign-in.step-roster": "Checking the signed list of members.",
  "sign-in.step-saving": "Keeping note of the newest list of members.",
  "sign-in.refused-title": "You are not signed in",
  "sign-in.credentials":
    "This name and this passphrase do not fit together. Check both and try again.",
  "sign-in.roster-title": "The list of members could not be trusted",
  "sign-in.roster-refused":
    "Nothing was opened. Tell the person who runs this service what is written here, by another way than this page.",
  "sign-in.roster-which": "What failed: {reason}",
  "sign-in.locked":
    "This page was locked because nothing was typed or moved for 10 minutes. The keys and everything that was shown were wiped. Sign in again to go on.",
  "sign-in.signed-out":
    "You are signed out. The keys and everything that was shown were wiped from this page.",

  "second-factor.title": "One more proof that it is you",
  "second-factor.lead":
    "Your passphrase was right. Use your passkey, or the code your authenticator shows now.",
  "second-factor.elsewhere":
    "Your passkey belongs to another address of this service, so it cannot be used on this page.",
  "second-factor.use-passkey": "Use your passkey",
  "second-factor.no-passkey": "No passkey was used. Try again, or use another way.",
  "second-factor.code": "Code from your authenticator",
  "second-factor.code-hint": "Six digits. They change every half minute, and each code works once.",
  "second-factor.code-shape":
    "A code has six digits. Look at your authenticator and type the newest one.",
  "second-factor.use-code": "Sign in with this code",
  "second-factor.give-up": "Do not sign in",
  "second-factor.failed":
    "That did not fit, or it took more than two minutes. Try again with a new code.",
  "sign-in.step-second-factor": "Waiting for your second proof.",

  "place.title": "Places",
  "place.inbox": "Inbox",
  "place.nowhere-title": "Nothing for your role here",
  "place.nowhere": "Your role gives you nothing to do on this page yet.",
  "frame.signed-in-as": "Signed in as {name}",
  "frame.sign-out": "Sign out",
  "frame.keys": "Keyboard",
  "idle.title": "This page locks in one minute",
  "idle.text":
    "Nothing was typed or moved for 9 minutes. A text you have not sent will be lost when the page locks.",
  "idle.stay": "Stay signed in",

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

  "inbox.title": "Inbox",
  "inbox.loading": "Fetching and opening your cases.",
  "inbox.older": {
    one: "{count} case is shown. There are older ones, not fetched yet.",
    other: "{count} cases are shown. There are older ones, not fetched yet.",
  },
  "inbox.all": { one: "{count} case, all there is.", other: "{count} cases, all there are." },
  "inbox.none": "No case has been sent to you yet.",
  "inbox.load-more": "Fetch older cases",
  "inbox.load-all": "Fetch all older cases",
  "inbox.stop": "Stop fetching",
  "inbox.refresh": "Look for new cases",
  "inbox.failed": "The cases could not be fetched. {reason}",
  "inbox.try-again": "Try again",
  "inbox.filters": "Search and filter",
  "inbox.search": "Search",
  "inbox.channel": "Channel",
  "inbox.standing": "Standing",
  "inbox.any": "All",
  "inbox.clear": "Clear search and filters",
  "inbox.matching": { one: "{count} case fits.", other: "{count} cases fit." },
  "inbox.no-match": "No case that has been fetched fits this search.",
  "inbox.group.urgent": "Urgent",
  "inbox.group.unacknowledged": "Not acknowledged yet",
  "inbox.group.news": "Something new to read",
  "inbox.group.due": "Due within a week, or overdue",
  "inbox.group.rest": "Nothing due this week",
  "inbox.group.closed": "Closed and withdrawn",
  "inbox.group-count": { one: "{count} case", other: "{count} cases" },
  "inbox.unopened": "This case’s summary did not open or did not verify",
  "inbox.unopened-hint":
    "It may have been changed, or is not meant for your key. Open it to see which check fails, and tell a colleague.",

  "chip.urgent": "Urgent",
  "chip.news": "New",
  "chip.unopened": "Not verified",
  "chip.received": "Received {day}",
  "chip.acknowledge-by": "Acknowledge by {day}",
  "chip.acknowledged": "Acknowledged {day}",
  "chip.due": "Due {day}",
  "chip.due-today": "Due today",
  "chip.overdue": { one: "Overdue by {count} day", other: "Overdue by {count} days" },
  "chip.feedback": "Feedback given {day}",
  "chip.closed": "Closed {day}",
  "chip.withdrawn": "Withdrawn {day}",

  "channel.trafficking": "Trafficking",
  "channel.custody_abduction": "Custody or abduction",
  "channel.abuse_neglect_exploitation": "Abuse, neglect or exploitation",
  "channel.professional_disclosure": "Professional disclosure",

  "standing.received": "Received",
  "standing.acknowledged": "Acknowledged",
  "standing.closed": "Closed",
  "standing.withdrawn": "Withdrawn",

  "case.untitled": "Case whose summary did not open",
  "case.loading": "Fetching this case and checking every entry.",
  "case.opened": "The case is open.",
  "case.refresh": "Look for new entries",
  "case.refreshed": { one: "{count} new entry.", other: "{count} new entries." },
  "case.nothing-new": "Nothing new.",
  "case.number": "Case number",
  "case.desk": "Team",
  "case.channel": "Channel",
  "case.language": "Written in",
  "case.standing": "Standing",
  "case.clocks": "Days that count",
  "case.report": "The report, in the reporter’s own words",
  "case.no-report": "The journal of this case holds no report.",
  "case.failed": "The case could not be fetched. {reason}",
  "case.told-otherwise-title": "The server tells another story than the report",
  "case.was-urgent": "The reporter marked this report as urgent. The server says it is not.",
  "case.was-not-urgent": "The reporter did not mark this report as urgent. The server says it is.",
  "case.was-other-desk":
    "The reporter sent this report to another team than the one the server names.",
  "reply.also-acknowledges":
    "This also tells the reporter, in your name, that the report has arrived.",
  "case.broken-title": "This case did not pass its checks",
  "case.broken":
    "Nothing can be written here. Do not act on what is missing or changed. Tell your colleagues and the person who runs this service, by another way than this page.",
  "case.broken-which": "What failed: {reason}",
  "case.broken-shown": "What had been checked before is still shown below.",
  "case.withdrawn-title": "The reporter withdrew this report on {day}",
  "case.withdrawn":
    "Their code has ended, so nothing can be sent to them any more. You can still keep notes and close the case.",
  "case.closed-title": "This case was closed on {day}",
  "case.closed-why": "Reason: {reason}",

  "readers.title": "Who can read this case",
  "readers.you": "{name} (you)",
  "readers.reporter": "The reporter reads the conversation, never the notes.",
  "readers.excluded": "Taken out by the reporter before sealing; they hold no key:",
  "readers.revoked": "{name} (no longer a member)",
  "readers.unknown": "Somebody not in the list of members ({id})",
  "readers.roles": "{name}: {roles}",

  "access.overridden": "Noted. The reporter can see it. A colleague now has to let them in.",
  "access.granted": "Done. They can read the case now, and the reporter can see that.",
  "access.removed":
    "Done. They can read nothing of this case any more, and the reporter can see that.",
  "access.rekeyed": "New keys were made.",
  "conversation.title": "Conversation with the reporter",
  "conversation.lead": "The reporter reads everything in this column.",
  "conversation.empty": "Nothing has been said since the report.",
  "conversation.write": "Write to the reporter",
  "notes.title": "Notes between reviewers",
  "notes.lead": "The reporter can never read this column.",
  "notes.empty": "There is no note yet.",
  "notes.write": "Write a note",
  "notes.unavailable": "The notes of this case are not open yet. {reason}",
  "notes.opening": "Opening the notes of this case.",
  "notes.open-again": "Try to open the notes again",

  "notes.not-sealed-to-you": "The notes of this case were not sealed to you",
  "notes.not-sealed-what":
    "You can read the conversation, but you cannot write in this case. Tell your colleagues and your coordinator, by another way than this page.",
  "notes.not-sealed-by":
    "By what the server says, {name} opened them. You have no key to check that.",
  "readers.not-you": "This report does not name you among its readers",
  "readers.not-you-what":
    "You can read it, but you cannot write in this case: nobody’s page would accept it. Tell your coordinator.",

  "reply.label": "Your words to the reporter",
  "reply.warning": "The reporter will read this.",
  "reply.send": "Send to the reporter",
  "reply.sent": "Sent. The reporter can read it now.",
  "note.label": "Your note",
  "note.warning": "Only the reviewers of this case will read this.",
  "note.send": "Keep between reviewers",
  "note.sent": "Kept between reviewers.",
  "write.language": "Language you write in",
  "write.language-hint": "The reporter wrote in: {language}.",
  "write.empty": "Write something first.",
  "write.busy": "Sealing and sending…",
  "write.put-away": "Put away",
  "write.kept-draft": "Your text is kept until you sign out or the page locks.",
  "write.failed": "It was not sent. Your text is still here. {reason}",
  "write.conflict":
    "Other people are writing in this case at the same time, and it did not get through after several tries. Your text is still here. Read what is new, then try again.",
  "write.overtaken":
    "Somebody else changed this case meanwhile, so this was not sent. Your text is kept. Read what is new first.",
  "write.unsendable":
    "These words were not sent, because the reporter withdrew the report. Copy them if you need them.",

  "acknowledge.title": "Tell the reporter that the report has arrived",
  "acknowledge.lead": "The reporter sees the acknowledgement, with your name, when they come back.",
  "acknowledge.first": "Add a first message (optional)",
  "acknowledge.submit": "Acknowledge the report",
  "acknowledge.done": "Acknowledged. The reporter can see it now.",

  "close.title": "Close the case",
  "close.lead":
    "The reporter sees the reason and your words. They can still come back with their code.",
  "close.lead-withdrawn": "The reporter withdrew the report and can no longer read anything here.",
  "close.open": "Close the case…",
  "close.reason": "Reason",
  "close.reason-missing": "Choose a reason.",
  "close.words": "Your words to the reporter (optional)",
  "close.review": "Go on to the last step",
  "close.confirm-title": "Close this case?",
  "close.confirm-reason": "The reporter will read this reason: {reason}",
  "close.confirm-words": "And these words:",
  "close.confirm-no-words": "And no further words.",
  "close.confirm": "Close the case and tell the reporter",
  "close.confirm-withdrawn": "Close the case",
  "close.cancel": "Do not close it",
  "close.done": "The case is closed.",

  "history.title": "History",
  "history.lead":
    "Every entry of this case, in order. A member’s entry is shown only after their signature was checked.",
  "history.conversation": "Conversation",
  "history.internal": "Between reviewers",
  "history.identity": "Identity",
  "history.verified": "Signature checked",
  "history.unsigned": "Reporters do not sign",
  "author.reporter": "The reporter",
  "entry.report": "The reporter sent the report.",
  "entry.reporter-message": "The reporter wrote a message.",
  "entry.member-message": "{name} wrote to the reporter.",
  "entry.acknowledgement": "{name} acknowledged the report.",
  "entry.closure": "{name} closed the case: {reason}",
  "entry.withdrawal": "The reporter withdrew the report.",
  "entry.opening": "{name} opened the case and gave the notes to those the reporter chose.",
  "entry.note": "{name} wrote a note between reviewers.",
  "entry.grant": "{name} let {member} read this case. Reason: {reason}",
  "entry.removal": "{name} took {member} out of this case. Reason: {reason}",
  "entry.recusal": "{name} stepped out of this case.",
  "entry.recusal-why": "{name} stepped out of this case. Reason: {reason}",
  "entry.rekey": "{name} made new keys for those who can read this case now.",
  "entry.override":
    "{name} spoke against the reporter’s wish that {member} not read this. Reason: {reason}",
  "entry.unknown": "An entry this version does not understand ({type}). It changes nothing here.",
  "entry.unknown-unnamed": "An entry this version does not understand. It changes nothing here.",
  "entry.refused":
    "An entry that its author may not write here ({type}). It was refused and changes nothing.",

  "place.account": "Your account",
  "sign-in.lost": "I have lost my passphrase",
  "sign-in.recovered":
    "Your account is yours again. Every session has ended. Sign in with your new passphrase.",

  "account.title": "Your account",
  "account.lead": "How you come in. Nothing here can be seen or reset by anybody else.",
  "account.overtaken":
    "Your keys were changed from another session in the meantime. Nothing was changed here. Sign out, sign in again and try once more.",

  "passphrase.title": "Your passphrase",
  "passphrase.lead":
    "Changing it seals your keys anew and ends your other sessions. The old passphrase then opens nothing.",
  "passphrase.change": "Change my passphrase",
  "passphrase.made": "Your new passphrase",
  "passphrase.keep":
    "Write it down and keep it where nobody else looks. It is shown only here, and nobody can look it up.",
  "passphrase.another": "Make another one",
  "passphrase.choose-own": "Choose my own instead",
  "passphrase.take-made": "Take one that is made for me",
  "passphrase.own": "The passphrase you choose",
  "passphrase.own-hint":
    "At least six words that have nothing to do with each other, or with you. Not a quotation.",
  "passphrase.again": "Type it once more",
  "passphrase.again-hint": "All its words. Capitals and the number of spaces do not matter.",
  "passphrase.again-differs":
    "This is not the same. Look at what you wrote down and type it again.",
  "passphrase.empty": "Type a passphrase, or take one that is made for you.",
  "passphrase.too-long": {
    one: "This is too long. At most {count} character.",
    other: "This is too long. At most {count} characters.",
  },
  "passphrase.guessable":
    "Too easy to guess: it is worth {worth} unrelated words, and {wanted} are needed. Repeated words, rows like 1234 and your own name count for nothing.",
  "passphrase.submit": "Change it now",
  "passphrase.saving": "Sealing your keys under the new passphrase. This takes a moment.",
  "passphrase.done":
    "Your passphrase is changed. Your other sessions have ended; this one goes on.",
  "passphrase.failed": "The passphrase is not changed yet",

  "recovery-key.account-title": "Your recovery key",
  "recovery-key.account-lead":
    "Twelve words on paper that open your account when the passphrase is lost. Without them a lost passphrase cannot be replaced. A new key makes the one before it useless.",
  "recovery-key.make": "Make a recovery key",
  "recovery-key.title": "Your recovery key",
  "recovery-key.lead": "This is shown once. Write it down or print it.",
  "recovery-key.keep":
    "Whoever has it and knows your sign-in name can do what you can. Keep it away from the passphrase, in a place that locks.",
  "recovery-key.words": "The key in words",
  "recovery-key.words-in": "The words are in {language}.",
  "recovery-key.numbers": "The same key in numbers",
  "recovery-key.numbers-hint": "Words or numbers: you need only one of the two.",
  "recovery-key.print": "Print a plain card",
  "recovery-key.kept": "I have kept it",
  "recovery-key.check-title": "Let us check that you have it",
  "recovery-key.check-lead":
    "Look at what you kept. Type two of its words, or the numbers in their place.",
  "recovery-key.word": "Word number {position}",
  "recovery-key.word-wrong": "This is not word number {position}. Look at your key again.",
  "recovery-key.check": "This is my key",
  "recovery-key.saving": "Sealing your keys for the recovery key.",
  "recovery-key.done": "The recovery key works from now on. Any earlier one is useless.",
  "recovery-key.failed": "The recovery key does not work yet",

  "recover.title": "Come back without your passphrase",
  "recover.lead":
    "You need your sign-in name and your recovery key. You then get a new passphrase and a new recovery key, and every session ends.",
  "recover.key": "Your recovery key",
  "recover.key-hint":
    "All twelve words, or all twelve numbers. Capitals, spaces and dashes do not matter.",
  "recover.too-few": {
    one: "There is only {count} word. A recovery key has twelve. Add the others.",
    other: "There are only {count} words. A recovery key has twelve. Add the others.",
  },
  "recover.too-many": {
    one: "There is {count} word. A recovery key has twelve.",
    other: "There are {count} words. A recovery key has twelve. Take out what is too much.",
  },
  "recover.unknown-word":
    "Word number {position}, “{word}”, is not in our lists. Check how it is spelled.",
  "recover.suggest": "Did you mean one of these?",
  "recover.use": "Use “{word}”",
  "recover.checksum":
    "Every word is known, but together they are not a key. One word may be wrong, or two may have changed places.",
  "recover.credentials":
    "This name and this recovery key do not fit together, or the key was replaced by a newer one. Check both and try again.",
  "recover.submit": "Go on",
  "recover.nothing":
    "Without passphrase and recovery key nobody can open your keys, not even the people who run this service. Ask your coordinator: colleagues who hold the same cases can give you access anew.",
  "recover.passphrase-title": "Your new passphrase",
  "recover.passphrase-lead": "Your keys are open, {name}. Nothing is changed until the last step.",
  "recover.passphrase-next": "Go on",
  "recover.failed": "Nothing is changed yet",

  "renewal.moving": {
    one: "Your keys are being renewed, as every month. {count} key to a case is moved so far. You can work meanwhile.",
    other:
      "Your keys are being renewed, as every month. {count} keys to cases are moved so far. You can work meanwhile.",
  },
  "renewal.stop": "Stop for now",
  "renewal.done": "Your keys are renewed.",
  "renewal.stopped": "Renewing your keys has stopped. It goes on the next time you sign in.",
  "renewal.go-on": "Go on now",
  "renewal.failed":
    "Your keys could not be renewed now. It goes on the next time you sign in. {reason}",
} as const satisfies Messages;
