/** Every journal entry type there is. A new one is its file and its name here. */
import * as z from "zod/mini";
import { Acknowledgement, acknowledgement } from "./acknowledgement.ts";
import { Closure, closure } from "./closure.ts";
import { Message, message } from "./message.ts";
import { Note, note } from "./note.ts";
import { Opening, opening } from "./opening.ts";
import { Report, report } from "./report.ts";
import { Withdrawal, withdrawal } from "./withdrawal.ts";

export const entryTypes = {
  report,
  message,
  acknowledgement,
  closure,
  withdrawal,
  opening,
  note,
} as const;

export type EntryTypeName = keyof typeof entryTypes;

export const Payload = z.discriminatedUnion("type", [
  Report,
  Message,
  Acknowledgement,
  Closure,
  Withdrawal,
  Opening,
  Note,
]);
export type Payload = z.infer<typeof Payload>;
