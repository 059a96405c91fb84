/** The part of the members' texts that is about how long a case is kept, in English. */
import type { Messages } from "../../message.ts";

export const keeping = {
  "keeping.title": "How long this case is kept",
  "keeping.open": "An open case is not deleted, however old it is.",
  "keeping.on": "This case is deleted on {day}, for good and from every copy of the database.",
  "keeping.soon-title": "This case will soon be deleted",
  "keeping.soon":
    "It is deleted on {day}. Hand over before then whatever somebody else needs, or hold the case.",
  "keeping.held": "{name} held this case on {day}, so it is not deleted.",
  "keeping.held-until": "Somebody looks at this again by {day}.",
  "keeping.overdue-title": "This hold should have been looked at again",
  "keeping.overdue":
    "The day was {day}. The case stays held until somebody ends the hold. End it, or say anew why the case must be kept.",
  "keeping.told-otherwise":
    "What the server goes by is not what the notes say about this. Tell whoever runs the server, and hold the case again.",
  "keeping.hold": "Hold this case",
  "keeping.hold-anew": "Hold it for longer",
  "keeping.end": "End the hold",
  "keeping.reason": "Why must it be kept?",
  "keeping.reason-missing": "Choose why the case must be kept.",
  "keeping.text": "Which proceedings, or whose request",
  "keeping.review": "By when will somebody look at this again?",
  "keeping.review-hint": "At the latest on {day}.",
  "keeping.review-wrong": "Give a day from today to {day}.",
  "keeping.save": "Hold the case",
  "keeping.put-away": "Not now",

  "hold.PROCEEDINGS": "There are court or other proceedings",
  "hold.AUTHORITY_ORDER": "An authority has asked for it to be kept",
  "hold.SAFEGUARDING": "A child may still be at risk",
  "hold.COMPLAINT": "Somebody complained about how it was handled",

  "chip.held": "Held",
  "chip.hold-overdue": "Hold to be looked at again",
  "chip.deleted-on": "Will be deleted {day}",

  "entry.legal-hold": "{name} held the case: {reason}. Somebody looks at this again by {day}.",
  "entry.legal-hold-end": "{name} ended the hold on the case.",

  "audit.deletion": "{name} noted that the server deleted on {day}, {reason}: {cases}.",
  "deletion.schedule": "because their time was over",
  "deletion.withdrawal": "because whoever reported took them back",
  "deletions.title": "Deleted cases that do not stand in the log yet",
  "deletions.lead":
    "The server says that it has deleted these. Put it in the log under your name, so that it can be seen later when and why they ended.",
  "deletions.none": "All deleted cases stand in the log.",
  "deletions.some": "On {day}, {reason}: {cases}.",
  "deletions.sign": "Put this in the log",
  "deletions.signed": "It stands in the log.",
} as const satisfies Messages;
