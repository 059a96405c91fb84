/** The part of the members' texts that is about copies of a case outside Tern, in English. */
import type { Messages } from "../../message.ts";

export const exporting = {
  "export.title": "A copy outside Tern",
  "export.lead":
    "A copy can be read by anybody who gets hold of it. Take out only what is needed. That you did stands in the notes and in the audit log.",
  "export.open": "Make a copy…",
  "export.parts": "What should be in it?",
  "export.part.report": "The report",
  "export.part.voice": "The child’s own words",
  "export.part.conversation": "The conversation",
  "export.part.work": "Work on the case",
  "export.part.notes": "Internal notes",
  "export.part.readers": "Who reads the case",
  "export.part.history": "The history, without words",
  "export.parts-missing": "Choose at least one part.",
  "export.never": "Who the reporter is, and whom they took out, is in no copy.",
  "export.names": "Leave out the names of those who work on it",
  "export.recipient": "For whom is it?",
  "export.recipient-missing": "Say for whom it is.",
  "export.file": "Save as a file",
  "export.print": "Show it for printing",
  "export.cancel": "Make no copy",
  "export.done": "Written down. The copy is yours to keep safe.",
  "export.print-now": "Print",
  "export.back": "Back to the case",
  "export.heading": "Copy of a case",
  "export.for": "For",
  "export.by": "Made by",
  "export.on": "Made on",
  "export.received": "Received",
  "export.organisation": "Organisation",
  "export.hash": "Hash of the copy",
  "export.nothing": "There is nothing in this part.",
  "export.proves":
    "This copy shows what its maker could read in Tern on that day, and the hashes show whether it was changed since. It does not prove who wrote what, nor that their clocks were right.",
  "export.member": "a member",
} as const satisfies Messages;
