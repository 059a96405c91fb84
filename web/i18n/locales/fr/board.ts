/** The part of the members' texts that is about figures: the board, and how promises were kept. In French. */
import type { BoardMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const board = {
  "place.board": "Tableau de bord",
  "board.title": "Tableau de bord",
  "board.refresh": "Compter à nouveau",
  "board.stop": "Arrêter",
  "board.failed": "Le compte n’a pas pu être fait. {reason}",
  "board.asking": "Compte en cours.",
  "board.server": "Tous les dossiers de vos équipes",
  "board.server-lead":
    "D’après ce que sait le serveur : des jours et des nombres. Aucun dossier n’est nommé, et rien ne peut être ouvert d’ici.",
  "board.cards": "Les dossiers que vous pouvez lire",
  "board.cards-lead":
    "Compté dans ce navigateur, d’après ce que seules les personnes qui lisent un dossier peuvent ouvrir. Le serveur n’en apprend rien.",
  "board.from-all": {
    one: "D’après {count} dossier, il n’y en a pas d’autre.",
    many: "D’après {count} de dossiers, il n’y en a pas d’autres.",
    other: "D’après {count} dossiers, il n’y en a pas d’autres.",
  },
  "board.from-some": {
    one: "D’après {count} dossier pour l’instant. Les plus anciens arrivent encore.",
    many: "D’après {count} de dossiers pour l’instant. Les plus anciens arrivent encore.",
    other: "D’après {count} dossiers pour l’instant. Les plus anciens arrivent encore.",
  },
  "board.from-newest": {
    one: "D’après le dossier le plus récent seulement. Les plus anciens n’ont pas été récupérés.",
    many: "D’après les {count} de dossiers les plus récents seulement. Les plus anciens n’ont pas été récupérés.",
    other:
      "D’après les {count} dossiers les plus récents seulement. Les plus anciens n’ont pas été récupérés.",
  },
  "board.unopened": {
    one: "{count} dossier en cours n’a pas pu être ouvert ici. Il manque aux graphiques sur le travail.",
    many: "{count} de dossiers en cours n’ont pas pu être ouverts ici. Ils manquent aux graphiques sur le travail.",
    other:
      "{count} dossiers en cours n’ont pas pu être ouverts ici. Ils manquent aux graphiques sur le travail.",
  },

  "board.open": "En cours",
  "board.overdue": "En retard",
  "board.not-overdue": "Pas en retard",
  "board.share-of-open": "{share} des dossiers en cours",
  "board.due-soon": "À faire sous 7 jours",
  "board.unacknowledged": "Réception pas encore confirmée",
  "board.urgent": "Urgents et en cours",
  "board.median-acknowledged": "Jusqu’à l’accusé de réception (médiane)",
  "board.median-feedback": "Jusqu’au retour d’informations (médiane)",
  "board.median-closed": "Jusqu’à la clôture (médiane)",
  "board.median": "Médiane : la moitié des dossiers n’ont pas pris plus longtemps.",
  "board.days": {
    one: "{count} jour",
    many: "{count} de jours",
    other: "{count} jours",
  },

  "board.show-table": "Afficher en tableau",
  "board.hide-table": "Masquer le tableau",
  "board.by-age": "Dossiers en cours, selon les jours depuis leur arrivée",
  "board.age": "Jours depuis l’arrivée",
  "board.band": "{first}–{last}",
  "board.band-last": "{first}+",
  "board.by-desk": "Dossiers en cours par équipe",
  "board.desk": "Équipe",
  "board.by-reader": "Dossiers en cours que chaque personne peut lire",
  "board.person": "Personne",
  "board.by-stage": "Dossiers en cours par étape",
  "board.stage": "Étape",
  "board.by-stay": "Jours à chaque étape (médiane)",
  "board.median-days": "Jours",
  "board.by-wait": "Ce que les dossiers en cours attendent",
  "board.waits-on": "En attente de",
  "board.waits-nothing": "Rien qui ait été noté",
  "board.by-person": "Dossiers en cours, selon qui s’en occupe",
  "board.nobody": "Personne pour l’instant",
  "board.by-risk": "Dossiers en cours, selon le risque pour l’enfant",
  "board.risk": "Risque pour l’enfant",
  "board.undecided": "Pas encore décidé",
  "board.by-need": "Dossiers en cours qui attendent un financement",
  "board.need": "Ce qu’il faut",
  "board.asked": "Demandé",
  "board.not-asked": "Pas encore demandé",
  "board.need-days": "Jours d’attente jusqu’ici (médiane)",

  "kept.title": "Comment les promesses ont été tenues",
  "kept.lead":
    "Les chiffres du serveur lui-même, selon le mois d’arrivée du signalement ; personne ne les signe. Aucun dossier ne peut être ouvert d’ici.",
  "kept.none": "Aucun signalement n’est encore arrivé.",
  "kept.month": "Reçus en",
  "kept.received": "Reçus",
  "kept.acknowledged": "Réception confirmée sous 7 jours",
  "kept.feedback": "Retour d’informations sous 3 mois",
  "kept.overdue": "En retard maintenant",
  "kept.closed": "Clos",
  "kept.withdrawn": "Retirés",
  "kept.all": "Ensemble",
  "kept.of": { one: "{part} sur {count}", other: "{part} sur {count}" },
  "kept.method": "Comment le compte est fait",
  "kept.method-counted":
    "Une part se calcule sur les signalements dont la promesse est tranchée : elle a été tenue, ou son dernier jour est passé.",
  "kept.method-inTime":
    "Tenue à temps : réception confirmée au plus tard le septième jour après l’arrivée ; retour d’informations donné au plus tard à la même date trois mois après l’accusé de réception ou, s’il n’y en a pas eu, trois mois après le septième jour.",
  "kept.method-late": "Tenue trop tard : elle compte comme tranchée, mais pas comme tenue à temps.",
  "kept.method-missed":
    "Pas tenue, et son dernier jour est passé : elle est tranchée aussi, même si le dossier a pris fin depuis.",
  "kept.method-running": "Pas encore tenue, mais encore dans les temps : elle n’est pas comptée.",
  "kept.method-ended":
    "Le dossier a été clos ou retiré avant le dernier jour : plus rien n’était dû, elle n’est donc pas comptée.",
  "kept.method-overdue":
    "En retard maintenant : en cours, et le jour de sa prochaine promesse est avant aujourd’hui.",
  "kept.method-inside":
    "Ce sont des nombres exacts, pour l’usage interne de l’organisation, et les dossiers effacés n’y figurent pas. Dans tout ce que vous publiez, retirez chaque nombre inférieur à 10 : quelqu’un pourrait reconnaître un signalement.",
} as const satisfies Translation<BoardMessages>;
