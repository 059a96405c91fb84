/** What a reporter who comes back is told besides, in English. It is the type of every other language. */
import type { Messages } from "../../message.ts";

export const returning = {
  "case.deleted-on":
    "It is to be deleted on {day}, unless the law makes the team keep it for longer. Until then you can read it here with your code.",
  "challenge.open": "Challenge this decision",
  "challenge.title": "Challenge this decision",
  "challenge.lead":
    "You can ask for a second look. Somebody who did not take the decision reads everything again and answers you.",
  "challenge.who": "It can be answered by: {names}.",
  "challenge.not-decider": "{name} took this decision, so {name} cannot answer it.",
  "challenge.nobody":
    "{name} is the only person who reads your report now. They cannot answer this themselves. They have to let somebody else read your report first. You will see who.",
  "challenge.by": "You should have an answer by {day}.",
  "challenge.once":
    "Each decision can be challenged once. After that you can still write to the team.",
  "challenge.free": "Asking changes nothing for the worse. Nobody may hold it against you.",
  "challenge.label": "What should they look at again?",
  "challenge.hint":
    "For example what they missed, what is different now, or what you cannot accept. A few words are enough.",
  "challenge.missing": "Write a few words, so that they know what to look at.",
  "challenge.send": "Seal and send",
  "challenge.back": "Do not challenge it",
  "challenge.waiting": "You challenged this decision on {day}. You should have an answer by {due}.",
  "challenge.missed-title": "The team has missed the day they promised",
  "challenge.missed":
    "You should have had an answer to your challenge by {day}. This is not your fault. You can ask them below, or write a new report to another team. If someone may be hurt, call for help.",
  "challenge.you": "You challenged the decision",
  "challenge.decided": "{name} looked at the decision again",
  "challenge.UPHELD": "They agree with you: the decision was wrong.",
  "challenge.PARTLY_UPHELD": "They agree with you in part.",
  "challenge.NOT_UPHELD": "They do not change the decision.",
  "reopening.line": "{name} opened your report again",
  "reopening.CHALLENGE_UPHELD": "Because of your challenge.",
  "reopening.NEW_INFORMATION": "Because there is something new.",
  "reopening.CIRCUMSTANCES_CHANGED": "Because things have changed.",
  "reopening.CLOSED_TOO_EARLY": "Because it was closed too early.",
  "reopening.standing": "The team opened your report again on {day} and is working on it.",
  "feedback.open": "Tell us how it was",
  "feedback.title": "How was it for you?",
  "feedback.lead": "Five short questions. Answer those you like, and leave out the others.",
  "feedback.who":
    "Your answers are sealed for the people who run this service. They do not say which report they are about, unless you tell them.",
  "feedback.listened": "Did we listen to you?",
  "feedback.understood": "Did you understand what happened with your report?",
  "feedback.safe": "Did it feel safe?",
  "feedback.quick": "Was it quick enough?",
  "feedback.again": "Would you come again?",
  "answer.yes": "Yes",
  "answer.partly": "In part",
  "answer.no": "No",
  "answer.not-sure": "Not sure",
  "feedback.text": "Anything else you want to say",
  "feedback.text-hint": "Leave out names if you want nobody to know which report this is about.",
  "feedback.link": "Tell them which report this is about",
  "feedback.link-hint": "Only if you want to. Then they can look at what happened.",
  "feedback.link-stays":
    "Your answers may already have arrived, and they say which report they are about. That stays so when you send them again.",
  "feedback.no-link-stays":
    "Your answers may already have arrived, and they do not say which report they are about. That stays so when you send them again.",
  "feedback.empty": "Answer one question, or write something.",
  "feedback.send": "Seal and send",
  "feedback.kept": "Your answers are still here.",
  "feedback.thanks-title": "Thank you",
  "feedback.thanks": "Your answers help us to do it better for the next person.",

  "withdraw.title": "Take your report back",
  "withdraw.open": "Take my report back",
  "withdraw.lead": "You can take your report back at any time. You do not need to say why.",
  "withdraw.1":
    "Your code stops working at once. You cannot read answers or add anything any more.",
  "withdraw.2":
    "The team is told that you took it back. They should not go on because of your report alone.",
  "withdraw.3":
    "People who have read it cannot forget it. They may have to keep or pass on what the law asks for.",
  "withdraw.4":
    "30 days after that, or after the team has first read it, your report and all that was written about it are deleted, unless the law makes the team keep it for longer.",
  "withdraw.5":
    "Copies of what is deleted stay with the host for 30 more days. Nobody can open them, not even the team.",
  "withdraw.confirm": "Yes, take my report back",
  "withdraw.keep": "No, keep my report",
  "withdraw.doing": "Taking your report back…",
  "withdraw.done-title": "Your report is taken back",
  "withdraw.done": "Your code does not work any more. You can throw it away.",
  "withdraw.again": "If you want to tell us something later, you can write a new report.",
} as const satisfies Messages;
