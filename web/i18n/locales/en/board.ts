/** The part of the members' texts that is about figures: the board, and how promises were kept. In English. */
import type { Messages } from "../../message.ts";

export const board = {
  "place.board": "Board",
  "board.title": "Board",
  "board.refresh": "Count again",
  "board.stop": "Stop",
  "board.failed": "This could not be counted. {reason}",
  "board.asking": "Counting.",
  "board.server": "All cases of your teams",
  "board.server-lead":
    "From what the server knows: days and numbers. It names no case, and nothing can be opened from here.",
  "board.cards": "The cases you can read",
  "board.cards-lead":
    "Counted in this browser, from what only the readers of a case can open. The server learns nothing of it.",
  "board.from-all": {
    one: "From {count} case, all there is.",
    other: "From {count} cases, all there are.",
  },
  "board.from-some": {
    one: "From {count} case so far. Older ones are still being fetched.",
    other: "From {count} cases so far. Older ones are still being fetched.",
  },
  "board.from-newest": {
    one: "From the newest case only. Older ones were not fetched.",
    other: "From the {count} newest cases only. Older ones were not fetched.",
  },
  "board.unopened": {
    one: "{count} open case did not open here. It is missing from the charts about work.",
    other: "{count} open cases did not open here. They are missing from the charts about work.",
  },

  "board.open": "Open",
  "board.overdue": "Overdue",
  "board.not-overdue": "Not overdue",
  "board.share-of-open": "{share} of the open ones",
  "board.due-soon": "Due within 7 days",
  "board.unacknowledged": "Not acknowledged yet",
  "board.urgent": "Urgent and open",
  "board.median-acknowledged": "Until acknowledged (median)",
  "board.median-feedback": "Until feedback (median)",
  "board.median-closed": "Until closed (median)",
  "board.median": "Median: half of the cases took no longer than that.",
  "board.days": { one: "{count} day", other: "{count} days" },

  "board.show-table": "Show as a table",
  "board.hide-table": "Hide the table",
  "board.by-age": "Open cases by days since they came",
  "board.age": "Days since it came",
  "board.band": "{first}–{last}",
  "board.band-last": "{first}+",
  "board.by-desk": "Open cases by team",
  "board.desk": "Team",
  "board.by-reader": "Open cases that each person can read",
  "board.person": "Person",
  "board.by-stage": "Open cases by stage",
  "board.stage": "Stage",
  "board.by-stay": "Days at each stage (median)",
  "board.median-days": "Days",
  "board.by-wait": "What open cases wait on",
  "board.waits-on": "Waits on",
  "board.waits-nothing": "Nothing that was written down",
  "board.by-person": "Open cases by who sees to them",
  "board.nobody": "Nobody yet",
  "board.by-risk": "Open cases by risk to the child",
  "board.risk": "Risk to the child",
  "board.undecided": "Not decided yet",
  "board.by-need": "Open cases that wait for something to be paid",
  "board.need": "What is needed",
  "board.asked": "Asked for",
  "board.not-asked": "Not asked for yet",
  "board.need-days": "Days waited until now (median)",

  "kept.title": "How promises were kept",
  "kept.lead":
    "The server’s own numbers, by the month a report came; nobody signs them. No case can be opened from here.",
  "kept.none": "No report has come yet.",
  "kept.month": "Received in",
  "kept.received": "Received",
  "kept.acknowledged": "Acknowledged within 7 days",
  "kept.feedback": "Feedback within 3 months",
  "kept.overdue": "Overdue now",
  "kept.closed": "Closed",
  "kept.withdrawn": "Withdrawn",
  "kept.all": "All together",
  "kept.of": { one: "{part} of {count}", other: "{part} of {count}" },
  "kept.method": "How this is counted",
  "kept.method-counted":
    "A share is taken of the reports whose promise is decided: it was kept, or its last day has passed.",
  "kept.method-inTime":
    "Kept in time: acknowledged by the seventh day after the report came; feedback by the same date three months after the acknowledgement or, where there was none, after the seventh day.",
  "kept.method-late": "Kept too late counts as decided, and not as in time.",
  "kept.method-missed":
    "Not kept, and its last day has passed: decided as well, also where the case has ended since.",
  "kept.method-running": "Not kept yet, and still in time: not counted.",
  "kept.method-ended":
    "The case was closed or withdrawn before the last day: nothing was owed any more, so it is not counted.",
  "kept.method-overdue": "Overdue now: open, and the day of its next promise is before today.",
  "kept.method-inside":
    "These are exact numbers for use inside the organisation, and cases that have been deleted are not among them. In anything you publish, leave out every number below 10: somebody could recognise a single report.",
} as const satisfies Messages;
