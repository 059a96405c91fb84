/** The part of the members’ texts that is about one case: what it says, its conversation, notes and history, in English. */
import type { Messages } from "../../message.ts";

export const onCase = {
  "chip.urgent": "Urgent",
  "chip.news": "New",
  "chip.unanswered": "Waiting for an answer since {day}",
  "chip.unverified": "Not verified",
  "chip.older": "Older than seen",
  "chip.key-lost": "Cannot be opened",
  "chip.received": "Received {day}",
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
  "case.meanwhile": {
    one: "Meanwhile {count} entry had come that you had not seen, from a colleague or whoever reported. Look at it.",
    other:
      "Meanwhile {count} entries had come that you had not seen, from colleagues or whoever reported. Look at them.",
  },
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

  "reply.label": "Your words to the reporter",
  "reply.warning": "The reporter will read this.",
  "reply.send": "Send to the reporter",

  "entry.notice": "{name} sent the reporter a notice: {what}",

  "notice-name.OWN": "Your own words",
  "notice-name.RECEIVED": "Received",
  "notice-name.NEED_MORE": "More is needed",
  "notice-name.PASSED_ON": "Passed on",
  "notice-name.UNDER_WAY": "Action under way",
  "notice-name.NO_ACTION": "No action, and why",

  "notice.choose": "What to send",
  "notice.choose-hint":
    "A notice is said to the reporter in the language they read the page in. What you add stays in yours.",
  "notice.recipient": "Passed on to",
  "notice.recipient-missing": "Say who it was passed on to.",
  "notice.text-NEED_MORE": "Your question",
  "notice.text-NO_ACTION": "Why nothing is done",
  "notice.text-more": "More, in your own words (optional)",
  "notice.text-missing": "This notice needs your words as well.",
  "notice.preview": "What will be sent",
  "notice.theirs": "As the reporter reads it, in {language}",
  "notice.own": "In your language",
  "notice.no-preview":
    "The reporter’s language could not be loaded. They will read it in their language all the same.",

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
  "write.kept-draft": "Your text is kept here until you sign out.",
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

  "interests.label": "Why is this in the best interests of the child?",
  "interests.hint": "For the notes of the case. The reporter does not see it.",
  "interests.missing": "Write why, even in one sentence. This step is not taken without it.",

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
  "history.said": "What was written",
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
  "entry.receipt": "{name} signed a receipt for the reporter.",
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
  "entry.identity-left": "The reporter left who they are, in an envelope of its own.",
  "entry.identity-withdrawn": "The reporter took back who they are.",
  "entry.release-request": "{name} asked the custodians who the reporter is.",
  "entry.release-approved": "{name} agreed that the reporter’s identity may be opened.",
  "entry.release-refused":
    "{name} did not agree that the reporter’s identity may be opened: {reason}",
  "entry.export": "{name} took parts of the case out of Tern, for {recipient}: {parts}.",
  "entry.release-opened": "{name} opened who the reporter is.",
} as const satisfies Messages;
