/**
 * What takes back what was just written down. Nothing is ever unwritten: the opposite is written after it, and only
 * while nothing else was. What has no opposite, such as a closing or a withdrawn consent, has no way back here.
 */
import type { Casework } from "../payload/casework.ts";
import type { CaseworkPayload } from "../payload/entries/index.ts";
import type { TaskOutcome } from "../payload/entries/task.ts";
import { cursorOf, type CaseFile, type Cursor } from "./case-file.ts";

const OUTCOME_TO = {
  open: "reopened",
  done: "done",
  dropped: "dropped",
} as const satisfies Record<Casework["tasks"][number]["state"], TaskOutcome>;

/** As the work stood `before`; null where there is no way back, or nothing was changed. */
export function oppositeOf(payload: CaseworkPayload, before: Casework): CaseworkPayload | null {
  switch (payload.type) {
    case "assignment": {
      const member = before.assignment?.member ?? null;
      return member === payload.member ? null : { type: "assignment", member };
    }
    case "label": {
      const change = before.labels.includes(payload.label) ? "on" : "off";
      return change === payload.change ? null : { type: "label", label: payload.label, change };
    }
    case "stage":
      return before.stage === payload.stage ? null : { type: "stage", stage: before.stage };
    case "task-outcome": {
      const state = before.tasks.find(({ seq }) => seq === payload.task)?.state;
      if (state === undefined || OUTCOME_TO[state] === payload.outcome) return null;
      return { type: "task-outcome", task: payload.task, outcome: OUTCOME_TO[state] };
    }
    case "barrier": {
      const { language } = payload;
      if (before.barrier === null) {
        const none = { type: "barrier", waitsOn: "NONE", text: "", language } as const;
        return payload.waitsOn === "NONE" ? null : none;
      }
      const { waitsOn, text } = before.barrier;
      return { type: "barrier", waitsOn, text, language: before.barrier.language };
    }
    case "care-item-outcome": {
      const state = before.carePlan.find(({ seq }) => seq === payload.item)?.state;
      if (state === undefined || OUTCOME_TO[state] === payload.outcome) return null;
      return { type: "care-item-outcome", item: payload.item, outcome: OUTCOME_TO[state] };
    }
    case "link": {
      const relation = before.links.find((one) => one.case === payload.case)?.relation ?? "NONE";
      return relation === payload.relation ? null : { type: "link", case: payload.case, relation };
    }
    case "interpreter": {
      const was = before.interpreters.find(({ person }) => person === payload.person);
      if (was === undefined) return null;
      const { person, language, need, independent } = was;
      const same = language === payload.language && need === payload.need;
      if (same && independent === payload.independent) return null;
      return { type: "interpreter", person, language, need, independent };
    }
    case "legal-hold":
      return before.hold === null ? { type: "legal-hold-end" } : null;
    case "best-interests":
    case "care-item":
    case "clock":
    case "clock-end":
    case "clock-extension":
    case "clock-pause":
    case "clock-resume":
    case "conference":
    case "consent":
    case "consent-withdrawal":
    case "explanation":
    case "hand-over":
    case "hand-over-outcome":
    case "fairness-check":
    case "legal-hold-end":
    case "locked-fact":
    case "locked-fact-lifted":
    case "measure":
    case "measure-review":
    case "need":
    case "remedy":
    case "review-sign-off":
    case "right-of-reply":
    case "task":
    case "translation":
    case "triage":
    case "voice":
      return null;
  }
}

export interface Undo {
  readonly payload: CaseworkPayload;
  /** Where both lanes ended: the way back is open only while they still do. */
  readonly mark: Cursor;
}

export function isAt({ view }: CaseFile, mark: Cursor): boolean {
  const { conversation, internal } = cursorOf(view.items);
  return conversation === mark.conversation && internal === mark.internal;
}

/** From the case as it was before an act and as it is after; null when anything else was written in between. */
export function undoOf(payload: CaseworkPayload, before: CaseFile, after: CaseFile): Undo | null {
  const was = cursorOf(before.view.items);
  const next = { conversation: was.conversation, internal: was.internal + 1 };
  const opposite = oppositeOf(payload, before.view.state.casework);
  return opposite !== null && isAt(after, next) ? { payload: opposite, mark: next } : null;
}
