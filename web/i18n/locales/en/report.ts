/**
 * Texts of the reporter's page, in English: the type of every other language's report.ts.
 * Short sentences, everyday words; nothing asks for proof, blames, or promises rescue or legal protection.
 */
import type { Messages } from "../../message.ts";
import { ownCase } from "./own-case.ts";

export const report = {
  ...ownCase,
  "danger.title": "Is someone in danger now?",
  "danger.call": "If someone may be hurt soon, call for help first. You can come back here later.",
  "danger.cannot": "We cannot see who you are or where you are. So we cannot send help to you.",
  "danger.country": "In which country is the danger?",
  "danger.choose": "Choose a country",
  "danger.other": "Another country",
  "danger.europe": "Europe",
  "danger.elsewhere": "In another country, call the local emergency number.",
  "danger.numbers": "Numbers to call: {country}",
  "danger.emergency": "Emergency: police, ambulance, fire brigade",
  "danger.child-helpline": "Someone to talk to, for children and young people",
  "danger.missing-child": "A child is missing or was taken",
  "danger.trafficking": "Help against trafficking",
  "danger.not-everywhere": "This number may not work in every country of Europe.",
  "danger.unknown":
    "We have no numbers for this country. Call the local emergency number. If you do not know it, ask a person you trust.",
  "danger.checked":
    "These are the numbers we knew on {day}. If one does not work, call the emergency number of your area.",

  "start.title": "Tell us what worries you",
  "start.lead":
    "Are you worried about a child? You can tell us here. You do not need proof, and you do not need to give your name.",
  "start.write": "Write a report",
  "start.code": "I have a code",
  "start.how": "How it works",
  "start.how-1": "You write what worries you, in your own words.",
  "start.how-2": "You see who will read it. Your browser seals it so that only they can open it.",
  "start.how-3": "You get a code. With it you can come back, read answers and add more.",
  "start.private": "What stays private, and what does not",
  "start.private-1":
    "We do not ask who you are. The server cannot read your report. It does not keep your internet address.",
  "start.private-2":
    "Your internet provider, your workplace or school network, and our host can see that this device visited this site.",
  "start.private-3":
    "The people who read your report may recognise you. The way you write can show it, or facts that few people know.",
  "start.private-4":
    "If a child is in serious danger, those who read it may have to tell others, such as the police.",
  "start.device":
    "If somebody checks this device, use another one if you can. This page cannot hide from programs that watch the device.",
  "start.loading-failed":
    "The next part of this page could not be loaded. Check your connection, then try again.",

  "channel.title": "What is it about?",
  "channel.hint": "Choose what fits best. Only the people who read your report will see this.",
  "channel.trafficking-hint":
    "For example: made to work, made to beg, kept by strangers, or papers taken away.",
  "channel.custody_abduction-hint":
    "For example: a parent or relative left with the child, or does not bring the child back.",
  "channel.abuse_neglect_exploitation-hint":
    "For example: hit, touched, threatened, left alone, or without food or care.",
  "channel.professional_disclosure-hint":
    "For example: an organisation looks away, or puts children at risk.",
  "channel.unsure": "I am not sure, or it is something else",
  "channel.unsure-hint": "That is fine. The people who read it will work it out.",

  "desk.title": "Who should get your report?",
  "desk.hint":
    "These are the teams of {organisation}. If you can, choose the country where the child is now.",
  "desk.languages": "{country}. They read {languages}.",
  "desk.unsure": "I am not sure",
  "desk.oversight": "{country}. Oversight: for what concerns the other teams. {languages}",
  "desk.unsure-hint": "We choose a team that reads your language. You will see which one.",
  "desk.missing": "Choose a team, or choose “I am not sure”.",
  "desk.loading": "We are getting the list of teams and checking that it is real…",
  "desk.slow": "This browser seals more slowly because of its security settings. It still works.",

  "refusal.title": "We cannot send your report safely now",
  "refusal.nothing-sent":
    "Nothing was sent. What you wrote stays on this page as long as you keep it open.",
  "refusal.expired":
    "The organisation has to renew this list itself, and that can take days. If someone may be hurt, do not wait for it. Use one of these ways:",
  "refusal.other-help": "Other ways to get help",
  "refusal.help-call": "Choose a country to see numbers you can call. Most of them are free.",
  "refusal.help-person": "Tell an adult, a teacher, a doctor or a social worker you trust.",

  "urgent.title": "Does someone need to look at this today?",
  "urgent.explain-title": "Before you choose",
  "urgent.explain-sees":
    "Your report is sealed. The server sees only this mark, the team, the size and the day. It sees no words.",
  "urgent.explain-does":
    "The mark puts your report at the top of the list, so the team should see it sooner.",
  "urgent.explain-not":
    "The mark does not call the police, and nobody will come because of it. Teams do not work at all hours.",
  "urgent.no": "No, it can wait its turn",
  "urgent.yes": "Yes, mark it as urgent",
  "urgent.call": "If someone may be hurt today, please also call for help:",

  "text.title": "What worries you?",
  "text.label": "Tell us in your own words",
  "text.hint":
    "Write as much or as little as you want. It helps to say what you saw or heard, where and when. You do not need proof. You can stop and leave at any time.",
  "text.pictures":
    "Please do not describe pictures of abuse in detail. If you have seen one online, give its web address only.",
  "text.short-title": "A short title",
  "text.short-title-hint":
    "A few words that help to find your report again. You can leave this empty.",
  "text.missing": "Write something here. One sentence is enough.",
  "text.too-long":
    "This is too long. Shorten it, then go on. You can add more later with your code.",
  "text.title-too-long": "The title is too long. Use fewer words.",
  "text.kept":
    "What you write stays on this page until you send it. If you close the page, it is gone.",

  "readers.title": "Who will read this?",
  "readers.lead":
    "Only these people at {desk} can open your report. Is somebody here involved, or do you not feel safe with them? Then take them out.",
  "readers.excluded-means":
    "A person you take out gets no key to your report, and we do not tell them about it. That can change only if two people who read it sign that it must, each with a reason. You would see both. Whoever coordinates the desk is told how many reports there are, and can see from that that one came.",
  "readers.checked": "Signature checked",
  "readers.checked-means":
    "“Signature checked” means: the organisation signed that this person is on this team, and your browser checked that.",
  "readers.take-out": "Take out",
  "readers.take-out-name": "Take out {name}: this person must not read it",
  "readers.put-back": "Put back",
  "readers.put-back-name": "Put back {name}: this person may read it",
  "readers.reads": "Can read it",
  "readers.out": "Taken out: cannot read it",
  "readers.nobody-title": "Nobody is left to read this",
  "readers.nobody":
    "If nobody can read your report, it helps no one. Put somebody back, or choose another team.",
  "readers.others": "Or let another team read it. The people you took out stay out there too.",
  "readers.no-other": "No other team here has anybody left who could read it either.",
  "readers.use-desk": "Send it to {desk} instead",
  "readers.use-oversight": "Send it to {desk} instead (oversight)",
  "readers.other-desk": "Choose another team",
  "readers.changed":
    "The list of people who read reports has changed since you looked. Please look at it again before you send.",

  "review.title": "Check before you send",
  "review.lead": "Nothing has been sent yet. You can still change everything.",
  "review.channel": "What it is about",
  "review.desk": "Team",
  "review.desk-in": "{desk}, {country}",
  "review.urgent": "Urgent mark",
  "review.urgent-yes": "Yes. The server can see this mark.",
  "review.urgent-no": "No",
  "review.short-title": "Title",
  "review.none": "None",
  "review.text": "Your words",
  "review.readers": "Who can read it",
  "review.excluded": "Taken out",
  "review.change": "Change",
  "review.change-what": "Change: {what}",
  "review.send": "Seal and send",
  "review.after": "After you send it, you get a code. Have something to write with ready.",

  "sending.title": "Sending your report",
  "sending.label": "What is happening",
  "sending.check": "Checking who will read it",
  "sending.seal": "Sealing your words",
  "sending.send": "Sending",
  "sending.wait": "Please keep this page open.",
  "sending.failed-title": "Your report was not sent yet",
  "sending.kept": "Your words are still here.",
  "sending.same":
    "When you try again, the very same sealed report is sent. It cannot arrive twice.",
  "sending.change-doubles":
    "If you change something first, it becomes a new report. The first one may have arrived too.",
  "sending.back": "Go back to my report",
  "sending.see-readers": "Look at the list of readers",

  "code.title": "Your report is sent. Keep this code.",
  "code.lead":
    "This code is the only way back to your report. You need it to read answers and to add more.",
  "code.lost-title": "We cannot recover it",
  "code.lost": "If you lose the code, nobody can find it for you. We do not have it.",
  "code.words": "Your code in words",
  "code.words-in": "The words are in {language}.",
  "code.numbers": "The same code in numbers",
  "code.numbers-hint": "Words or numbers: you need only one of the two.",
  "code.copy-words": "Copy the words",
  "code.copy-numbers": "Copy the numbers",
  "code.copied": "Copied. Other programs on this device may see it until you copy something else.",
  "code.copy-failed": "Copying did not work. Please write the code down.",
  "code.print": "Print a plain card",
  "code.keep":
    "Write it on paper, or keep it where only you look. Somebody who has the code can read your report and the answers.",
  "code.next": "I have kept my code",

  "check.title": "Let us check that you have it",
  "check.lead": "Look at the code you kept. Type two of its words, or the numbers in their place.",
  "check.word": "Word number {position}",
  "check.wrong": "This is not word number {position}. Look at your code again.",
  "check.button": "Check",
  "check.show": "Show my code again",
  "check.skip": "Go on without checking",

  "done.title": "Thank you. Your report has arrived.",
  "done.lead": "It was not a small thing to do.",
  "done.next-title": "What happens next",
  "done.next-1": "The team reads your report. They should confirm that by {day}.",
  "done.next-2": "They may ask you something. They can only write to you here.",
  "done.next-3":
    "Nobody will call, write or visit you because of this page. Come back with your code.",
  "done.come-back": "Come back on {day}, or before.",
  "done.worse": "If it gets worse or someone may be hurt, do not wait for us. Call for help.",
  "done.finish": "Finish and leave this page",

  "review.identity": "Who you are",
  "review.identity-no": "You do not say who you are.",
  "review.identity-yes": "In an envelope of its own:",
} as const satisfies Messages;
