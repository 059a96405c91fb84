/** The joining page in English. It is the type of every other language. */
import type { Messages } from "../../message.ts";

export const join = {
  "page.title": "Joining",
  "opening.title": "Opening your invitation",
  "opening.step": "Checking the invitation and who signed it.",
  "refused.title": "This invitation cannot be used",
  "refused.no-link":
    "This page opens from the link in an invitation. Open the whole link once more, as you were given it.",
  "refused.gone":
    "This link does not work, or no longer. It may have been used already, cancelled, or be past its last day. Ask the person who invited you for a new one.",
  "refused.used-hint":
    "If you have not used it yourself, tell that person: somebody else may have.",
  "refused.reason": "What failed: {reason}",
  "refused.other-way":
    "Tell the person who invited you what is written here, by another way than this page.",
  "offer.title": "You are invited to join",
  "offer.by": "{name} invites you to {organisation}.",
  "offer.founding":
    "This link is for the first coordinator of {organisation}. You are on its list of people already.",
  "offer.checked":
    "The signature was checked, from the key of the organisation down to this invitation.",
  "offer.name": "Your name on the list",
  "offer.handle": "Your sign-in name",
  "offer.roles": "What you will do",
  "offer.desks": "Teams",
  "offer.no-desks": "No team",
  "offer.until": "Good until",
  "offer.wrong": "If this is not you, close this page and tell the person who sent you the link.",
  "offer.next":
    "Next this page makes your keys and a passphrase, on this device. Have pen and paper ready.",
  "offer.submit": "Make my keys",
  "offer.busy": "Making your keys…",
  "passphrase.title": "Write down your passphrase",
  "passphrase.lead":
    "You sign in with your sign-in name and these seven words. They are shown now and never again.",
  "passphrase.lost-title": "Nobody can give it back to you",
  "passphrase.lost":
    "The server never has it. Keep the paper where you keep what nobody else may read.",
  "passphrase.words": "Your passphrase",
  "passphrase.english": "The words are English for everybody.",
  "passphrase.next": "I have written it down",
  "check.title": "Is it on paper?",
  "check.lead": "Type two of the words, so that it is really kept.",
  "check.word": "Word number {position}",
  "check.wrong": "This is not word number {position}. Look at your paper.",
  "check.show": "Show the words again",
  "check.submit": "Finish joining",
  "check.busy": "Sending your public keys…",
  "check.failed": "It was not sent. {reason}",
  "words.title": "Compare six words",
  "words.lead":
    "{name} sees six words too. Call each other, and say them aloud. You are not on the list before they have confirmed.",
  "words.words": "Your six words",
  "words.same": "If all six are the same, {name} confirms you.",
  "words.different":
    "If any is different, somebody stands between you. Do not go on, and ask for a new link.",
  "words.waiting":
    "You are not on the list yet. You can leave this page once you have compared the words.",
  "words.look": "Have I been confirmed?",
  "words.looking": "Looking at the signed list…",
  "words.not-yet": "Not yet.",
  "words.failed": "The list could not be checked. {reason}",
  "done.title": "You are a member",
  "done.lead":
    "The signed list names you with the keys made here. You can sign in with your sign-in name, {handle}, and your passphrase.",
  "done.sign-in": "Go to the sign-in page",
} as const satisfies Messages;
