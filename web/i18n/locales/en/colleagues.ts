/** The part of the members' texts that is about coming back by colleagues, in English. */
import type { Messages } from "../../message.ts";

export const colleagues = {
  "place.recoveries": "Help a colleague back",

  "people.recovery-title": "Coming back by colleagues",
  "people.recovery-lead":
    "Somebody who has lost their passphrase can be let back in by colleagues they chose before. Here you say how many of them it takes. Whoever has set it up with fewer has to do it again.",
  "people.recovery-how-many": "How many colleagues it takes",
  "people.recovery-save": "Sign and publish this number",
  "people.recovery-off": "Nobody can be brought back by colleagues",
  "people.recovery-count": {
    one: "{count} colleague together",
    other: "{count} colleagues together",
  },

  "colleagues.title": "Colleagues who can bring you back",
  "colleagues.lead": {
    one: "If you lose your passphrase and your recovery key, colleagues you choose here can open your account again for you. {count} of them is needed. Fewer cannot, not even with the server’s help.",
    other:
      "If you lose your passphrase and your recovery key, colleagues you choose here can open your account again for you. {count} of them are needed. Fewer cannot, not even with the server’s help.",
  },
  "colleagues.off": "Your organisation does not let colleagues bring anybody back.",
  "colleagues.off-remains":
    "You set this up before your organisation turned it off. It brings you back no more. You can undo it.",
  "colleagues.none": "You have chosen nobody.",
  "colleagues.who": "Chosen on {day}: {names}. {threshold} of them are needed.",
  "colleagues.left": "No longer with the organisation: {names}.",
  "colleagues.weak-title": "This no longer brings you back",
  "colleagues.weak":
    "Too few of those you chose are left, or your organisation asks for more now. Choose your colleagues anew.",
  "colleagues.someone-left":
    "The others still suffice. Choose your colleagues anew, so that it stays so.",
  "colleagues.refused-title": "What the server shows is not what you set up",
  "colleagues.refused":
    "Do not count on it. Choose your colleagues anew, and tell the person who runs this service, by another way than this page.",
  "colleagues.too-few-people": "There are too few other members for this.",
  "colleagues.choose": "Choose colleagues…",
  "colleagues.replace": "Choose anew…",
  "colleagues.undo": "Undo it",
  "colleagues.which": "Whom do you choose?",
  "colleagues.which-hint":
    "People you can reach by another way than this page, and who know your voice. Choose one or two more than are needed.",
  "colleagues.too-few": {
    one: "Choose at least {count}.",
    other: "Choose at least {count} of them.",
  },
  "colleagues.too-many": {
    one: "Choose at most {count}.",
    other: "Choose at most {count} of them.",
  },
  "colleagues.save": "Give each their share",
  "colleagues.saving": "Splitting the secret and sealing the shares…",
  "colleagues.put-away": "Leave it as it is",
  "colleagues.saved": "They can bring you back from now on. Tell them.",
  "colleagues.undone": "Undone. What they hold opens nothing any more.",
  "colleagues.failed": "Nothing was changed. {reason}",
  "colleagues.asked-title": "Somebody asks your colleagues to open your account",
  "colleagues.asked":
    "Since {day}, in your name, with these six words. If it is not you, refuse it and tell your colleagues at once.",
  "colleagues.asked-words": "The six words of the request in your name",
  "colleagues.refuse": "It is not me: refuse it",
  "colleagues.refused-done": "The request is gone.",
  "colleagues.asked-notice": "Somebody asks your colleagues to open your account.",
  "colleagues.look": "Look at it",
  "recoveries.notice": {
    one: "{count} colleague has lost their passphrase and asks you to let them back in.",
    other: "{count} colleagues have lost their passphrase and ask you to let them back in.",
  },

  "recoveries.title": "Help a colleague back",
  "recoveries.lead":
    "Colleagues who chose you, and who have lost their passphrase, ask you here. Whoever you let in reads everything they could read.",
  "recoveries.refresh": "Look for requests",
  "recoveries.loading": "Reading the requests…",
  "recoveries.none": "Nobody asks you now.",
  "recoveries.who": "{name} asks to be let back in",
  "recoveries.since": "Since {day}. {threshold} colleagues are needed.",
  "recoveries.compare":
    "Call {name}, by a way you know is theirs. You have to recognise them. Have them read six words to you, and compare. Agree only when it is them and all six are the same.",
  "recoveries.words": "The six words of {name}",
  "recoveries.approve": "It is {name} and the words match",
  "recoveries.decline": "It is not {name}, or the words differ",
  "recoveries.approved": "You have agreed.",
  "recoveries.declined": "You have refused.",
  "recoveries.done": "Your answer is signed and sent.",
  "recoveries.failed": "That did not work. {reason}",
  "recoveries.changed":
    "There is another request now, or none. Look at it anew, and compare its words.",
  "recoveries.broken-title": "A request that cannot be trusted",
  "recoveries.broken":
    "It does not fit what your colleague signed, or your organisation asks for more colleagues now. It cannot be answered. Tell the person who runs this service, by another way than this page.",

  "recover.no-key": "I have no recovery key: ask my colleagues",
  "ask.title": "Ask your colleagues to let you back in",
  "ask.lead":
    "This works if you chose colleagues in your account before. They see your request at their desk, call you, and compare six words with you.",
  "ask.submit": "Ask my colleagues",
  "ask.asked-already": "I have asked already",
  "ask.not-asked-yet": "I have not asked yet",
  "ask.code": "The twelve words of your request",
  "ask.code-hint": "You were shown them when you asked. They are good for {days} days.",
  "ask.go-on": "Go on",
  "ask.busy": "Sending your request…",
  "ask.failed": "That did not work. {reason}",
  "ask.waiting-title": "Waiting for your colleagues",
  "ask.waiting-lead":
    "If this name has colleagues, they see your request now. Call them. Read these six words to each of them; they must see the same.",
  "ask.words": "Your six words",
  "ask.code-title": "To come back later",
  "ask.code-lead":
    "Write down these twelve words before you close this page, and give them to nobody. With them and your sign-in name you go on here, on any device, for {days} days. Without them you have to ask anew.",
  "ask.nobody-yet": "Nobody has agreed yet.",
  "ask.approved": "{names} agreed. {threshold} are needed.",
  "ask.refused": {
    one: "{count} answer does not hold and does not count. Tell the person who runs this service.",
    other: "{count} answers do not hold and do not count. Tell the person who runs this service.",
  },
  "ask.credentials":
    "What your colleagues gave out does not open this account any more, or the request is no longer open. Ask them anew.",
  "ask.look": "Look now",
  "ask.looking": "Looking whether somebody has agreed…",
  "ask.enter": "Enough have agreed. Signing you in…",
} as const satisfies Messages;
