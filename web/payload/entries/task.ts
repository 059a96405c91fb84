/** Something that somebody is to do, by a day; and what became of it. A task is named by its place in the lane. */
import * as z from "zod/mini";
import { Id } from "../../../worker/contract/bytes.ts";
import { Seq } from "../../../worker/contract/journal.ts";
import { Day } from "../../../worker/contract/roster.ts";
import type { TaskState } from "../casework.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Line } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const Task = z.strictObject({
  type: z.literal("task"),
  what: Line,
  language: LanguageTag,
  /** Null: whoever comes first. */
  member: z.nullable(Id),
  /** Null: without a day. */
  byDay: z.nullable(Day),
});
export type Task = z.infer<typeof Task>;

/** `reopened` takes back what was said too early. */
export const TASK_OUTCOMES = ["done", "dropped", "reopened"] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

export const TaskOutcomeEntry = z.strictObject({
  type: z.literal("task-outcome"),
  task: Seq,
  outcome: z.enum(TASK_OUTCOMES),
});

export const STATE_AFTER_OUTCOME = {
  done: "done",
  dropped: "dropped",
  reopened: "open",
} as const satisfies Record<TaskOutcome, TaskState>;

export const task = entryType({
  type: "task",
  lane: "internal",
  by: ["member"],
  schema: Task,
  reduce: (state, payload, place) =>
    withCasework(state, ({ tasks }) => ({
      tasks: [...tasks, { ...written(payload, place), state: "open" }],
    })),
});

export const taskOutcome = entryType({
  type: "task-outcome",
  lane: "internal",
  by: ["member"],
  schema: TaskOutcomeEntry,
  permits: ({ casework }, payload) => casework.tasks.some(({ seq }) => seq === payload.task),
  reduce: (state, payload) =>
    withCasework(state, ({ tasks }) => ({
      tasks: tasks.map((one) =>
        one.seq === payload.task ? { ...one, state: STATE_AFTER_OUTCOME[payload.outcome] } : one,
      ),
    })),
});
