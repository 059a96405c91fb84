/** The part of the members' texts that is about feedback, in English. */
import type { Messages } from "../../message.ts";

export const feedback = {
  "place.feedback": "Feedback",
  "feedback.title": "What people said of us",
  "feedback.lead":
    "Answers of people whose report was closed or taken back, sealed to those who coordinate. They name no report, unless somebody chose to. They are deleted after a year at the latest.",
  "feedback.anybody":
    "Nobody checks who gives feedback: anybody who can open the page could. Take it as a hint, not as a count of reports.",
  "feedback.refresh": "Look for new feedback",
  "feedback.loading": "Opening the answers…",
  "feedback.failed": "The feedback could not be read. {reason}",
  "feedback.none": "Nobody has given feedback in the last year.",
  "feedback.unopened": {
    one: "{count} more came that does not open with your keys.",
    other: "{count} more came that do not open with your keys.",
  },
  "feedback.counts": {
    one: "{count} person answered",
    other: "{count} people answered",
  },
  "feedback.question": "Question",
  "feedback.listened": "Did we listen?",
  "feedback.understood": "Did they understand what happened?",
  "feedback.safe": "Did it feel safe?",
  "feedback.quick": "Was it quick enough?",
  "feedback.again": "Would they come again?",
  "feedback.yes": "Yes",
  "feedback.partly": "In part",
  "feedback.no": "No",
  "feedback.not-sure": "Not sure",
  "feedback.left-out": "Left out",
  "feedback.words": "In their words",
  "feedback.no-words": "Nobody wrote anything besides.",
  "feedback.about": "About case",
} as const satisfies Messages;
