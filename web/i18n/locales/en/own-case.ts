/** The part of the reporter’s texts that is about a report that somebody comes back to, in English. */
import type { Messages } from "../../message.ts";

export const ownCase = {
  "enter.title": "Come back with your code",
  "enter.label": "Your code",
  "enter.hint":
    "Type or paste all twelve words, or all twelve numbers. Capital letters, spaces and dashes do not matter.",
  "enter.button": "Open my report",
  "enter.empty": "Type your code here.",
  "enter.too-few": {
    one: "This is only {count} word. A code has twelve. Add the others.",
    other: "These are only {count} words. A code has twelve. Add the others.",
  },
  "enter.too-many": {
    one: "This is {count} word. A code has twelve. Take out what does not belong.",
    other: "These are {count} words, too many. A code has twelve. Take out what does not belong.",
  },
  "enter.unknown-word":
    "Word number {position}, “{word}”, is not in our lists. Check how it is written.",
  "enter.suggest": "Did you mean one of these?",
  "enter.use": "Use “{word}”",
  "enter.checksum":
    "Every word is known, but together they are not a code. One word may be wrong, or two may have changed places.",
  "enter.wrong":
    "No report opens with this code. Check each word. A report that was taken back or deleted does not open any more.",
  "enter.opening": "Opening your report…",
  "enter.lost": "If you lost your code, we cannot find it for you. You can write a new report.",

  "case.title": "Your report",
  "case.status": "Where it stands",
  "case.received":
    "The team has received your report. Nobody has confirmed yet that they are reading it.",
  "case.acknowledged": "The team is reading your report and working on it.",
  "case.closed": "The team closed your report on {day}.",
  "case.withdrawn": "You took this report back on {day}.",
  "case.ack-due": "The team should confirm by {day}.",
  "case.feedback-due": "By {day}, the team should tell you what they did.",
  "case.missed-title": "The team has missed the day they promised",
  "case.missed":
    "They should have answered by {day}. This is not your fault. You can ask them below, or write a new report to another team. If someone may be hurt, call for help.",
  "case.timeline": "What has happened",
  "case.you": "You",
  "case.you-report": "You sent your report",
  "case.you-wrote": "You wrote",
  "case.you-withdrew": "You took your report back",
  "case.member-wrote": "{name} wrote to you",
  "case.member-acknowledged": "{name} confirmed that they are reading your report",
  "case.member-extended": "{name} told you that it takes longer",
  "case.member-closed": "{name} closed your report",
  "case.somebody": "Somebody from the team",
  "case.checked": "Signature checked",
  "case.granted": "Somebody new can read your report: {member}",
  "case.granted-by": "{name} let them in and gave this reason:",
  "case.granted-excluded":
    "You had asked that this person must not read your report. Two people here signed that they may.",
  "case.removed": "{member} can no longer read what is written from now on",
  "case.removed-by": "{name} took them out and gave this reason:",
  "case.recused": "{name} stepped out and can no longer read what is written from now on",
  "case.recused-why": "They gave this reason:",
  "case.rekeyed": "{name} renewed the keys to your report, for those who read it now",
  "case.override": "{name} asks that somebody you took out may read your report: {member}",
  "case.override-means":
    "This alone lets nobody in. Another person has to sign it too. The reason given:",
  "case.unknown": "Something was added that this page cannot show ({type}). Reload the page later.",
  "case.refused": "Something was added that does not belong here ({type}). It changes nothing.",
  "case.nothing-new": "There is nothing from the team yet.",
  "case.refresh": "Look for something new",
  "case.refreshed": "This is everything there is now.",
  "case.add-title": "Add something",
  "case.add-label": "Write to the team",
  "case.add-hint": "Only the people who can read your report can read this.",
  "case.add-button": "Seal and send",
  "case.adding": "Sealing and sending…",
  "case.added": "Sent. It is in the list above.",
  "case.add-missing": "Write something first.",
  "case.add-kept": "Your words are still in the box.",
  "case.finish": "Finish and leave this page",
  "case.come-back": "Keep your code. You need it each time you come back.",

  "broken.again": "We looked again. It is still the same.",
  "broken.title": "We cannot trust this record",
  "broken.lead":
    "Your browser checked the record of your report, and it does not fit together. Somebody may have changed it, or a part is missing. You did nothing wrong.",
  "broken.what": "We show you nothing from it, and nothing is sent. Your code stays good.",
  "broken.shown":
    "Below is the part that passed the check. We do not show what comes after it, and nothing is sent. Your code stays good.",
  "broken.try":
    "Try again later, from another network if you can. If it stays like this, use another way to get help.",

  "identity.title": "Do you want to say who you are?",
  "identity.lead":
    "You do not have to. Your report is read either way. What you write here goes into an envelope of its own: the people who read your report cannot open it by themselves.",
  "identity.no": "No, I do not say who I am",
  "identity.yes": "Yes, I want to say it",
  "identity.who-title": "Who could open it",
  "identity.keepers": "These people keep the key to it: {names}.",
  "identity.alone": "Only one person keeps it, so it opens when that one person agrees.",
  "identity.needed":
    "It opens only when enough of them agree. Agreements needed: {threshold} of {all}.",
  "identity.seen":
    "If somebody asks for it, you see who asked, why, and what was decided, when you come back with your code.",
  "identity.back":
    "You can take it back later with your code. What somebody has read by then, they cannot forget.",
  "identity.involved":
    "Is one of these people involved, or do you not feel safe with them? Then take them out. They then cannot read your report either.",
  "identity.keeps": "Keeps a part of the key",
  "identity.out": "Taken out: keeps nothing",
  "identity.nobody-title": "Nobody is left to keep it",
  "identity.nobody":
    "Without them nobody could ever open it, so nothing of it is sent. Put somebody back, or go on without saying who you are.",
  "identity.name": "Your name",
  "identity.reach": "How to reach you safely",
  "identity.reach-hint":
    "For example a telephone number or an address where nobody else reads or listens.",
  "identity.contact": "Anything about contacting you",
  "identity.contact-hint": "For example when, in which language, or what must not be said.",
  "identity.empty": "Write in one of these boxes, or go back and say no.",
  "identity.too-long": "This is too long. Shorten it.",
  "identity.tell-title": "Tell us who you are",

  "case.identity-title": "Who you are",
  "case.identity-none": "You have not said who you are. You do not have to.",
  "case.identity-left": "You said who you are on {day}, in an envelope of its own.",
  "case.identity-withdrawn": "You took back who you are on {day}. The envelope was deleted.",
  "case.identity-tell": "Tell us who you are",
  "case.identity-change": "Say it anew",
  "case.identity-take-back": "Take back who I am",
  "case.identity-taking": "Taking it back…",
  "case.you-left-with": "With it you said who you are, in an envelope of its own.",
  "case.you-left-identity": "You said who you are, in an envelope of its own",
  "case.you-withdrew-identity": "You took back who you are",
  "case.release-request": "{name} asked to know who you are",
  "case.release-reason": "The reason they gave:",
  "case.release-approved": "{name} agreed that it may be opened",
  "case.release-refused": "{name} did not agree that it may be opened",
  "case.release-opened": "{name} opened it and now knows who you are",
  "case.waiting": "This was decided, and nobody from the team has written it into your report yet.",
  "case.unasked-title": "Something about you was kept from you",
  "case.unasked":
    "A request to know who you are was decided by {names}, and that request is not in your record. Somebody should have told you. You can ask the team, or take back who you are.",
  "case.forged":
    "The server showed an answer about who you are that none of these people signed. It changes nothing.",
} as const satisfies Messages;
