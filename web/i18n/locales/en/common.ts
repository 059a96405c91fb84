/** Texts both pages share, in English: the type of every other language's common.ts. */
import type { Messages } from "../../message.ts";

export const common = {
  "page.skip": "Skip to main content",
  "page.language": "Language",
  "page.leave": "Leave this page now",
  "page.leave-hint":
    "You can also press Shift three times. Leaving does not erase your browser history. It does not stop somebody who watches this device.",
  "page.back": "Back",
  "page.continue": "Continue",
  "page.try-again": "Try again",
  "page.loading": "Loading…",
  "page.optional": "optional",
  "page.other-language": "This part is in {language}.",
  "page.characters-left": {
    one: "You have {count} character left.",
    other: "You have {count} characters left.",
  },
  "page.characters-over": {
    one: "You have {count} character too many. Please shorten the text.",
    other: "You have {count} characters too many. Please shorten the text.",
  },
  "page.problem": "There is a problem",
  "page.important": "Important",

  "stage.waiting": "waiting",
  "stage.doing": "in progress",
  "stage.done": "done",
  "stage.failed": "not done",

  "role.reviewer": "reads reports",
  "role.coordinator": "coordinates the team",
  "role.custodian": "keeps identities",
  "role.auditor": "checks the work",

  "channel.trafficking": "A child is being moved, used or sold",
  "channel.custody_abduction": "A child was taken to another country, or is kept there",
  "channel.abuse_neglect_exploitation": "A child is being hurt or not looked after",
  "channel.professional_disclosure": "Something is wrong at my work",

  "standing.received": "Received",
  "standing.acknowledged": "Being read",
  "standing.closed": "Closed",
  "standing.withdrawn": "Withdrawn",

  "extension.COMPLEX": "The case is complex and takes longer to look into.",
  "extension.OTHER_AUTHORITY": "Another authority has to act or answer first.",
  "extension.OTHER_COUNTRY": "An answer from another country is still needed.",
  "extension.TRANSLATION": "Translations are still needed.",
  "closure.SAFE_CONFIRMED": "The child is safe, and this was checked.",
  "closure.HANDED_ACCEPTED": "Another service has taken over and agreed to act.",
  "closure.NO_MORE_INFO": "There was not enough information to go on.",
  "closure.NOT_CONFIRMED": "The worry could not be confirmed.",
  "closure.WITHDRAWN": "The report was taken back.",
  "closure.DUP": "The same worry is already being looked at in another report.",
  "closure.OUT_OF_SCOPE": "This is something the team cannot work on.",

  "error.offline":
    "We could not reach the server. Check your connection, then try again. Nothing you wrote is lost.",
  "error.unreadable-answer":
    "The server gave an answer we do not understand. Try again in a few minutes. Nothing you wrote is lost.",
  "error.not-json":
    "The server could not read what was sent. Keep a copy of your text, reload the page and try again.",
  "error.unknown-key":
    "The server expects a different version of this page. Keep a copy of your text, reload the page and try again.",
  "error.wrong-type":
    "The server expects a different version of this page. Keep a copy of your text, reload the page and try again.",
  "error.wrong-size": "Something that was sent has the wrong size. Shorten the text and try again.",
  "error.wrong-header":
    "The server did not accept what was sent. Keep a copy of your text, reload the page and try again.",
  "error.wrong-day": "The date has changed since this was sealed. Try again: it gets the new date.",
  "error.unknown-desk": "This team no longer takes reports here. Choose another team.",
  "error.unknown-recipient":
    "The list of people who read reports has changed. Look at the list again, then send.",
  "error.proof-missing": "A background check was not finished. Wait a moment and try again.",
  "error.proof-wrong": "A background check did not work. Try again: a new one is made.",
  "error.proof-expired": "A background check took too long. Try again: a new one is made.",
  "error.proof-used": "A background check was already used. Try again: a new one is made.",
  "error.unauthorised":
    "Your time on this page has ended. Enter your code again, or sign in again.",
  "error.wrong-audit":
    "The record of this act did not fit. Reload the page, sign in again and try once more.",
  "error.audit-rolled-back":
    "The log of acts that the server shows is not the one this page has seen before: entries it held are gone or are others. Nothing more is done under it. Tell your auditor and your coordinator.",
  "error.roster-history":
    "The earlier lists of people that the server shows do not lead up to the present one. Tell your coordinator.",
  "error.audit-day":
    "The server's day is not this device's day. Check the date on this device; if it is right, tell your coordinator.",
  "error.forbidden": "Your role does not include this. Nothing was changed.",
  "error.proof-too-cheap":
    "Many people are trying to sign in with this name. Try again: it takes a little longer.",
  "error.second-factor-required":
    "This needs a second proof that it is you. Set one up under Account first.",
  "error.second-factor-wrong":
    "That did not fit. Try again with a new code, or make the passkey again.",
  "error.last-second-factor":
    "This is your last second proof, and your role needs one. Add another before you remove it.",
  "error.too-many-codes":
    "Too many wrong codes today. Somebody may have your passphrase: tell a coordinator. Use a passkey, or try again tomorrow.",
  "error.code-wrong":
    "This is not the code that was sent to that address. Look at the newest message and try again.",
  "error.too-many-messages":
    "That is as many test messages and codes as can be sent in a day. Try again tomorrow.",
  "error.not-found": "This is not here, or it is not for you. Go back and try again.",
  "error.wrong-method":
    "The server expects a different version of this page. Keep a copy of your text, reload the page and try again.",
  "error.case-exists":
    "A different report already has this number. Go back to your report and send it again.",
  "error.conflict": "Something new was added in the meantime. Read it, then try again.",
  "error.journal-full":
    "This record is full and cannot take more. Write a new report and mention this one.",
  "error.too-large": "This is too long to send. Shorten the text and try again.",
  "error.wrong-media-type":
    "The server expects a different version of this page. Keep a copy of your text, reload the page and try again.",
  "error.intake-closed":
    "The organisation has to renew its signed list of readers, and has not. The server takes no report until it does. Your text stays here.",
  "error.server-error":
    "Something went wrong on the server. It is not your fault. Try again in a few minutes.",
  "error.key-lost":
    "This cannot be opened or added to: the server has its key only damaged or has lost it. Trying again will not help. You did nothing wrong. Keep a copy of anything you wrote here. If it matters now, write a new report, or tell the person who runs this service.",
  "error.keys-unavailable":
    "The server cannot read the keys that reports are stored under, so it hands out nothing and takes nothing in. Nothing of yours is lost. Try again in a few minutes. If it stays like this, tell the person who runs this service.",

  "error.wrong-signature":
    "A signature does not hold, so the server took nothing. Reload the page and try again. If it stays like this, tell the person who runs this service.",
  "error.wrong-roster":
    "This list does not follow from the one in force, so the server did not take it. Reload the page and make the change again.",
  "error.not-delegated":
    "The key of the organisation has not named you as somebody who may sign the list of people. Ask a coordinator who may, or the holder of that key.",
  "error.handle-taken": "Somebody already has this sign-in name. Choose another.",
  "error.invitation-invalid":
    "This invitation is not signed as it should be. Do not go on. Ask the person who invited you, by another way than this page.",
  "error.joining-invalid":
    "What came back by this link was not made with it, or was changed on the way. Refuse it, and send a new invitation.",
  "error.no-signer":
    "After this change nobody could sign the list of people any more. Ask another coordinator to make it, or name another first.",
  "error.no-crypto":
    "This browser cannot seal a report, so nothing is sent. Use another or a newer browser, or another way to get help.",
  "error.no-wasm":
    "A security setting of this browser makes signing in too slow. Allow WebAssembly for this site, or use another browser.",
  "error.wrong-origin":
    "This page was opened from an address the organisation did not approve. Do not write here. Check the address.",
  "error.roster-signature":
    "The list of people who read reports is not signed as it should be. It may have been changed. Nothing is sent. Try again later.",
  "error.roster-malformed":
    "The list of people who read reports is damaged. Nothing is sent. Try again later.",
  "error.roster-origin":
    "The list of people who read reports belongs to another site. Nothing is sent. Try again later.",
  "error.roster-expired":
    "The list of people who read reports is out of date. Nothing is sent. Check that the date on your device is right, or try again later.",
  "error.roster-rolled-back":
    "We were given an old list of people who read reports. Somebody may have put it there. Nothing is sent. Try again later.",
  "error.roster-duplicate":
    "The list of people who read reports names somebody twice. It may have been changed. Nothing is sent. Try again later.",
  "error.roster-no-reviewer":
    "A team on the list has nobody who can read reports. Nothing is sent. Try again later.",
  "error.packet-invalid":
    "The key of somebody on the list is not signed as it should be. Nothing is sent. Try again later.",
  "error.no-recipient":
    "Nobody is left who can read this. Put somebody back, or choose another team.",
  "error.views-invalid":
    "Your saved views did not pass their checks: they were changed, or are older than what you saw before.",
  "error.text-too-long": "The text is too long. Shorten it and try again.",
  "error.passphrase-wrong":
    "The name and the passphrase do not fit together. Check both and try again.",
  "error.passphrase-weak":
    "This passphrase is too easy to guess. Take the one that was made for you, or add unrelated words.",
  "error.slot-unknown":
    "The server has another list of ways to unlock your keys than your keys do. Nothing is sent. Tell the person who runs this service.",
  "error.self-test":
    "This browser calculates something wrong, so it is not safe to go on. Use another browser.",
  "error.not-a-member":
    "You are not on the organisation’s current list of members. Ask your coordinator.",
  "error.roster-stale":
    "This report names a reader who is not on the list this page has. Look for new entries, then try again. If it stays like this, tell your coordinator.",
  "error.access-invalid":
    "Somebody changed who can read this record in a way they may not. Nothing after it is shown or sent.",
  "error.not-permitted": "This case does not allow that now. Read what is new, then look again.",
  "error.sole-holder": "Nobody else could read this any more. Let a colleague in first.",
  "error.not-ready": "This page is not ready yet. Wait a moment and try again.",
  "error.wrap-invalid":
    "The key to this record does not fit. The record may have been changed. Nothing is sent.",
  "error.entry-invalid":
    "A part of this record cannot be opened. It may have been changed. Nothing is sent.",
  "error.entry-signature":
    "A part of this record is not signed by the person it names. Do not trust it. Nothing is sent.",
  "error.entry-order":
    "Parts of this record are missing or out of order. It may have been changed. Nothing is sent.",
  "error.journal-truncated":
    "The end of this record is missing. It may have been cut off. Nothing is sent.",
  "error.wrong-length":
    "A part of this record has the wrong length, so it may have been changed. Nothing was sent.",
  "error.card-invalid":
    "The summary of this record cannot be opened. Open the record itself to see what it holds.",
  "error.internal":
    "Something went wrong in this page. Keep a copy of your text, reload the page and try again.",

  "error.identity-invalid":
    "The sealed envelope with the reporter’s identity does not fit together. It may have been changed. Nothing was opened.",
  "error.release-invalid":
    "A request or an answer about an identity is not signed by the person it names. It is not believed.",
  "error.recovery-invalid":
    "What was set up to bring somebody back, or an answer to it, does not fit together or is not signed by the person it names. Nothing was opened or given out.",
  "error.receipt-invalid":
    "A receipt is not signed by the person it names, or the list of people does not bear it out. It proves nothing.",
  "release.not-needed": "It is not needed to work on this report.",
  "release.little-reason": "The reason given was not enough.",
  "release.other-way": "There is another way, without knowing who it is.",
  "release.harm": "It could put somebody at risk.",
  "release.conflict": "The person who decides is too close to this matter.",
} as const satisfies Messages;
