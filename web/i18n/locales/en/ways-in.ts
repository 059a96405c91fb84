/** The part of the members’ texts that is about signing in, second proofs and coming back, in English. */
import type { Messages } from "../../message.ts";

export const waysIn = {
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
  "sign-in.step-paying": "Many are trying this name just now, so this takes a little longer.",
  "sign-in.step-unlocking": "Unlocking your keys on this device.",
  "sign-in.step-roster": "Checking the signed list of members.",
  "sign-in.step-saving": "Keeping note of the newest list of members.",
  "sign-in.step-logging": "Writing your sign-in into the audit log…",
  "sign-in.refused-title": "You are not signed in",
  "sign-in.credentials":
    "This name and this passphrase do not fit together. Check both and try again.",
  "sign-in.roster-title": "The list of members could not be trusted",
  "sign-in.roster-refused":
    "Nothing was opened. Tell the person who runs this service what is written here, by another way than this page.",
  "sign-in.roster-which": "What failed: {reason}",
  "sign-in.left": "Your membership has ended, and you are signed out everywhere.",
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
  "second-factor.lost": "I have lost my second proof",
  "second-factor.lost-what":
    "Beside your passphrase the printed recovery key lets you in to add another proof. All others stop working then.",
  "second-factor.lost-failed":
    "This is not the recovery key that was printed last. Look at every word again.",
  "second-factor.use-recovery": "Use the recovery key",
  "second-factor.give-up": "Do not sign in",
  "second-factor.failed":
    "That did not fit, or it took more than two minutes. Try again with a new code.",

  "sign-in.step-second-factor": "Waiting for your second proof.",

  "locked.title": "This page is locked",
  "locked.text":
    "Nothing was typed or moved for 10 minutes, so the keys and everything that was shown were wiped. {name}, type your passphrase to go on where you were.",
  "locked.drafts-sealed": "What you had written and not sent is sealed until you unlock.",
  "locked.drafts-lost":
    "What you had written and not sent could not be sealed in time and is gone.",
  "locked.unlock": "Unlock",
  "locked.busy": "Unlocking…",
  "locked.use-passkey": "Unlock with your passkey",
  "locked.no-passkey": "The passkey did not unlock this page. Try again, or type your passphrase.",

  "idle.title": "This page locks in one minute",
  "idle.text":
    "Nothing was typed or moved for 9 minutes. When the page locks, the keys go; a text you have not sent is sealed until you unlock.",
  "idle.stay": "Stay signed in",

  "proofs.needed-title": "Add a second proof first",
  "proofs.needed":
    "Your role needs more than a passphrase. Add a passkey or an authenticator; then you can go on.",
  "proofs.added": "Added. From now on you are asked for it when you sign in.",
  "proofs.removed": "Removed. If you were signed in anywhere else, you are signed out there.",
  "proofs.session-ended": "You are signed out there.",

  "factors.title": "Second proofs",
  "factors.lead":
    "Besides your passphrase: so that somebody who has it alone cannot sign in as you.",
  "factors.none": "You have none yet.",
  "factors.passkey": "Passkey {number}, for {host}, added on {day}",
  "factors.authenticator": "Authenticator, added on {day}",
  "factors.remove": "Remove",
  "factors.remove-passkey": "Remove passkey {number}",
  "factors.remove-authenticator": "Remove the authenticator",
  "factors.last-stays":
    "Your role needs one, so the last one stays. Add another before you remove it.",
  "factors.no-host-name":
    "Passkeys need a page with a name, and this page has only a number as its address. Use an authenticator, or open this page by its name.",
  "factors.not-supported": "This browser has no passkeys. Use an authenticator.",
  "factors.not-made": "No passkey was added. Try again, or use an authenticator.",
  "factors.add-passkey": "Add a passkey",
  "factors.add-authenticator": "Add an authenticator",
  "factors.replace-authenticator": "Replace the authenticator",

  "unlock.let": "Let it unlock this page",
  "unlock.let-passkey": "Let passkey {number} unlock this page",
  "unlock.explained":
    "When this page has locked, this passkey will then open it again without your passphrase. Whoever has this device and its PIN, fingerprint or face can open your keys and read what you can read. To sign in you still need your passphrase. You can turn it off at any time.",
  "unlock.turn-on": "Turn it on",
  "unlock.leave-off": "Leave it off",
  "unlock.not-derived":
    "Nothing was turned on. The passkey was not used, or it cannot do this. Your passphrase works as before.",
  "unlock.on": "It unlocks this page without your passphrase.",
  "unlock.stop": "Stop it unlocking",
  "unlock.stop-passkey": "Stop passkey {number} unlocking this page",
  "unlock.added": "Turned on. This passkey unlocks this page from now on.",
  "unlock.removed": "Turned off. This passkey opens your keys no more.",

  "authenticator.title": "Add an authenticator",
  "authenticator.lead":
    "An authenticator is an app that shows a new code every half minute. Let it read this square, or type the key into it. Then type the code it shows.",
  "authenticator.square-code": "Square code that holds the key below, for an authenticator to read",
  "authenticator.key":
    "The key, if your authenticator cannot read the square. It is shown only now.",
  "authenticator.code": "The code it shows now",
  "authenticator.add": "Add it",
  "authenticator.close": "Not now",

  "sessions.title": "Where you are signed in",
  "sessions.lead": "By day only: no device and no place is kept.",
  "sessions.this": "This page, since {day}, {proof}",
  "sessions.other": "Elsewhere, since {day}, {proof}",
  "sessions.proof-none": "with the passphrase alone",
  "sessions.proof-passkey": "with a passkey",
  "sessions.proof-totp": "with a code",
  "sessions.proof-recovery": "with the recovery key, to add another proof",
  "sessions.end": "Sign out there",
  "sessions.end-which": "Sign out there (number {number} in this list)",
  "sessions.everywhere": "Sign out everywhere",

  "failed-tries.title": {
    one: "{count} second proof failed before you signed in",
    other: "{count} second proofs failed before you signed in",
  },
  "failed-tries.text":
    "Somebody typed your passphrase and then failed. If it was not you, somebody knows your passphrase: change it and tell your coordinator.",
  "failed-tries.seen": "I have read this",

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
    "Twelve words on paper that open your account when the passphrase is lost. Without them, or colleagues who can bring you back, a lost passphrase cannot be replaced. A new key makes the one before it useless.",
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
    one: "There is only {count} word. There have to be twelve. Add the others.",
    other: "There are only {count} words. There have to be twelve. Add the others.",
  },
  "recover.too-many": {
    one: "There is {count} word. There have to be twelve.",
    other: "There are {count} words. There have to be twelve. Take out what is too much.",
  },
  "recover.unknown-word":
    "Word number {position}, “{word}”, is not in our lists. Check how it is spelled.",
  "recover.suggest": "Did you mean one of these?",
  "recover.use": "Use “{word}”",
  "recover.checksum":
    "Every word is known, but together they do not fit. One word may be wrong, or two may have changed places.",
  "recover.credentials":
    "This name and this recovery key do not fit together, or the key was replaced by a newer one. Check both and try again.",
  "recover.submit": "Go on",
  "recover.nothing":
    "Without passphrase and recovery key nobody can open your keys, not even the people who run this service, unless you chose colleagues who can bring you back. Otherwise ask your coordinator: colleagues who hold the same cases can give you access anew.",
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
  "renewal.kept":
    "Some cases could not be moved to your new key, because the server has their keys only damaged or has lost them. Your former key is kept for them. Tell the person who runs this service.",
  "renewal.go-on": "Go on now",
  "renewal.failed":
    "Your keys could not be renewed now. It goes on the next time you sign in. {reason}",
} as const satisfies Messages;
