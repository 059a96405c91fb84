/** What a team promises a reporter, in English: receipts, as they are read, kept and checked. */
import type { Messages } from "../../message.ts";

export const promises = {
  "promise.acknowledgement-kept":
    "The team confirmed on {met} that the report had arrived. They had promised this by {due}.",
  "promise.acknowledgement-late":
    "The team confirmed on {met} that the report had arrived. That was late: they had promised it by {due}.",
  "promise.acknowledgement-missed":
    "The team had promised to confirm by {due} that the report had arrived. They had not done so.",
  "promise.feedback-kept":
    "The team said on {met} what they did about the report. They had promised this by {due}.",
  "promise.feedback-late":
    "The team said on {met} what they did about the report. That was late: they had promised it by {due}.",
  "promise.feedback-missed":
    "The team had promised to say by {due} what they did about the report. They had not done so.",
  "promise.challenge-decision-kept":
    "The team answered on {met} a challenge to its decision. They had promised this by {due}.",
  "promise.challenge-decision-late":
    "The team answered on {met} a challenge to its decision. That was late: they had promised it by {due}.",
  "promise.challenge-decision-missed":
    "The team had promised to answer by {due} a challenge to its decision. They had not done so.",

  "notice.RECEIVED": "We have your report and are reading it. You do not have to do anything now.",
  "notice.NEED_MORE":
    "To go on, we need to ask you something. Answer only what is safe for you to answer.",
  "notice.PASSED_ON":
    "We have passed your report on to {recipient}, who can do more about it. You can go on writing to us here.",
  "notice.UNDER_WAY":
    "Something is being done about what you told us. We cannot always say what it is.",
  "notice.NO_ACTION":
    "We looked at your report with care, and we will not take any action on it. That does not mean that we do not believe you. This is why:",

  "receipt.line": "{name} signed this for you",
  "receipt.keep": "Keep this receipt",
  "receipt.warning":
    "The file shows that a report was made here, so keep it only where it is safe for you.",
  "receipt.kept":
    "Your browser has saved the file, most likely among your downloads. Anybody can check it at {address}.",
  "receipt.not-kept": "The receipt could not be saved. {reason}",

  "check.part": "Receipts",
  "check.title": "Check a receipt",
  "check.lead":
    "A receipt is a small file that shows on which day a promise about a report was kept, or not kept. This page checks it on your own device and sends it nowhere.",
  "check.offline": "From now on this page needs no connection.",
  "check.file": "Choose the file",
  "check.file-hint": "It is called something like receipt-2030-01-31.json.",
  "check.checking": "Checking the file…",
  "check.done": "The file was checked. The result is below.",
  "check.unreadable": "The file could not be read. Choose it again.",
  "check.holds": "This receipt is genuine",
  "check.refused": "This file proves nothing",
  "check.organisation": "Organisation",
  "check.signed-by": "Signed by",
  "check.signed-on": "Signed on",
  "check.report": "Number of the report",
  "check.says": "What it says",
  "check.in-time": "In time",
  "check.late": "Late",
  "check.missed": "Missed",
  "check.means":
    "It shows that this person of this organisation signed these days. It does not show what the report says or who sent it. The day it was signed on is the one the person and the server wrote down.",
  "check.first-page": "Go to the first page",
  "fault.not-a-receipt": "It is not a receipt, or something in it was changed.",
  "fault.not-delegated":
    "It does not come from the organisation of this page, or the part that says who may sign was changed.",
  "fault.other-organisation": "It belongs to another organisation.",
  "fault.list-not-signed":
    "The list of people in it is not signed by somebody who may, or it was changed.",
  "fault.list-expired":
    "It was signed on a day when the list of people in it was no longer in force.",
  "fault.list-older":
    "The list of people in it is not the one that the person who signed had seen, and no later one.",
  "fault.not-a-member":
    "The list of people in it does not have the person who is said to have signed, or they had left by then.",
  "fault.not-signed": "The person it names did not sign it, or something in it was changed.",
  "fault.no-sense": "It is signed, but its days do not fit together.",
} as const satisfies Messages;
