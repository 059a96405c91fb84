/** The part of the members' texts that is about facts that must not travel, in French. */
import type { LockedFactMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const lockingFacts = {
  "work.locked-facts": "Faits à ne pas transmettre",
  "locked-fact.mark": "À ne pas transmettre",
  "work.locked-fact": "Un fait à ne pas transmettre",
  "work.locked-fact.kind": "De quelle sorte de fait s’agit-il ?",
  "locked-fact.ADDRESS": "Où quelqu’un habite",
  "locked-fact.SCHOOL": "Une école ou une crèche",
  "locked-fact.NEW_NAME": "Un nouveau nom",
  "locked-fact.WHEREABOUTS": "Où quelqu’un se trouve ou se rend",
  "locked-fact.OTHER": "Autre chose",
  "work.locked-fact.text": "Que personne à l’extérieur ne doit-il apprendre ?",
  "work.locked-fact.text-hint":
    "Ce qui est écrit ici ne figure dans aucune copie du dossier. Ne l’écrivez nulle part ailleurs : ce que contiennent les autres formulaires peut sortir.",
  "work.locked-fact.danger": "Qui cela mettrait-il en danger, et pourquoi ?",
  "work.locked-fact-lift": "Le danger est passé",
  "work.locked-fact-lift-of": "Le danger est passé : {fact}",
  "work.locked-fact-lifted": "Un danger passé",
  "work.locked-fact-lifted.fact": "Quel fait peut de nouveau être transmis ?",
  "work.locked-fact-lifted.reason": "Pourquoi ne met-il plus personne en danger ?",
  "work.locked-fact-lifted.reason-hint":
    "Ce qui a été écrit à ce sujet reste hors de toute copie. Ce qui peut désormais être transmis s’écrit à nouveau.",
  "work.locked-fact-lifted-on": "Peut être transmis depuis le {day}.",
  "work.locked-fact-reminder":
    "L’autre service ne doit pas l’apprendre. Ne l’écrivez pas non plus dans ce formulaire.",
  "entry.locked-fact": "{name} a noté un fait à ne pas transmettre : {kind}.",
  "entry.locked-fact-lifted": "{name} a noté qu’un fait peut de nouveau être transmis.",
} as const satisfies Translation<LockedFactMessages>;
