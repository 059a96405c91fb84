/** The part of the members' texts that is about facts that must not travel, in English. */
import type { Messages } from "../../message.ts";

export const lockingFacts = {
  "work.locked-facts": "Facts that must not travel",
  "locked-fact.mark": "Must not travel",
  "work.locked-fact": "A fact that must not travel",
  "work.locked-fact.kind": "What kind of fact is it?",
  "locked-fact.ADDRESS": "Where somebody lives",
  "locked-fact.SCHOOL": "A school or a day nursery",
  "locked-fact.NEW_NAME": "A new name",
  "locked-fact.WHEREABOUTS": "Where somebody is, or is going",
  "locked-fact.OTHER": "Something else",
  "work.locked-fact.text": "What must nobody outside learn?",
  "work.locked-fact.text-hint":
    "What stands here is in no copy of the case. Write it nowhere else: what other forms hold can be taken out.",
  "work.locked-fact.danger": "Whom would it endanger, and why?",
  "work.locked-fact-lift": "The danger is over",
  "work.locked-fact-lift-of": "The danger is over: {fact}",
  "work.locked-fact-lifted": "A danger that is over",
  "work.locked-fact-lifted.fact": "Which fact may be told again?",
  "work.locked-fact-lifted.reason": "Why is nobody in danger from it any more?",
  "work.locked-fact-lifted.reason-hint":
    "What was written about it stays out of every copy. Whatever may be told now is written down anew.",
  "work.locked-fact-lifted-on": "May be told since {day}.",
  "work.locked-fact-reminder":
    "This must not reach the other service. Leave it out of this form too.",
  "entry.locked-fact": "{name} wrote down a fact that must not travel: {kind}.",
  "entry.locked-fact-lifted": "{name} wrote down that a fact may be told again.",
} as const satisfies Messages;
