/**
 * Texts of the reporter's page, in English: the type of every other language's report.ts.
 * Short sentences, everyday words; nothing asks for proof, blames, or promises rescue or legal protection.
 */
import type { Messages } from "../../message.ts";

export const report = {
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
  "review.identity": "Who you are",
  "review.identity-no": "You do not say who you are.",
  "review.identity-yes": "In an envelope of its own:",
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
