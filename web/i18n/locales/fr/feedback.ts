/** The part of the members' texts that is about feedback, in French. */
import type { FeedbackMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const feedback = {
  "place.feedback": "Retours",
  "feedback.title": "Ce qu’on dit de nous",
  "feedback.lead":
    "Réponses de personnes dont le signalement a été clos ou retiré, scellées pour la coordination. Elles ne nomment aucun signalement, sauf si la personne l’a voulu. Elles sont effacées au bout d’un an au plus tard.",
  "feedback.anybody":
    "Personne ne vérifie qui répond : quiconque peut ouvrir la page le pourrait. Prenez-le comme un indice, pas comme un décompte des signalements.",
  "feedback.refresh": "Chercher de nouvelles réponses",
  "feedback.loading": "Ouverture des réponses…",
  "feedback.failed": "Les réponses n’ont pas pu être lues. {reason}",
  "feedback.none": "Personne n’a répondu au cours de la dernière année.",
  "feedback.unopened": {
    one: "{count} autre est arrivée, que vos clés n’ouvrent pas.",
    other: "{count} autres sont arrivées, que vos clés n’ouvrent pas.",
  },
  "feedback.counts": {
    one: "{count} personne a répondu",
    other: "{count} personnes ont répondu",
  },
  "feedback.question": "Question",
  "feedback.listened": "Avons-nous écouté ?",
  "feedback.understood": "A-t-elle compris ce qui s’est passé ?",
  "feedback.safe": "La personne s’est-elle sentie en sécurité ?",
  "feedback.quick": "Était-ce assez rapide ?",
  "feedback.again": "La personne reviendrait-elle ?",
  "feedback.yes": "Oui",
  "feedback.partly": "En partie",
  "feedback.no": "Non",
  "feedback.not-sure": "Ne sait pas",
  "feedback.left-out": "Sans réponse",
  "feedback.words": "Avec les mots des personnes",
  "feedback.no-words": "Personne n’a rien écrit de plus.",
  "feedback.about": "Concerne le dossier",
} satisfies Translation<FeedbackMessages>;
