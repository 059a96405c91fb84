/** The part of the members’ texts that is about who reads a case, and leaving, in French. */
import type { AccessMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const access = {
  "readers.title": "Qui peut lire ce dossier",
  "readers.you": "{name} (vous)",
  "readers.reporter": "L’auteur du signalement lit la conversation, jamais les notes.",
  "readers.excluded":
    "Personnes écartées par l’auteur du signalement avant de sceller ; elles n’ont aucune clé :",
  "readers.revoked": "{name} (n’est plus membre)",
  "readers.unknown": "Une personne absente de la liste des membres ({id})",
  "readers.roles": "{name} : {roles}",
  "readers.former": "Pouvaient le lire avant, et ne peuvent plus lire ce qui est nouveau :",
  "readers.recused": "{name}, retrait de son plein gré le {day}",
  "readers.removed": "{name}, accès retiré le {day}",
  "readers.left-out": "{name}, sans les nouvelles clés depuis le {day}",
  "readers.override-stands":
    "{by} a signé pour que {name} ait accès, contre le souhait de l’auteur du signalement. Une autre personne qui lit ce dossier doit donner l’accès.",

  "access.let-in": "Donner accès à une ou un collègue…",
  "access.take-out": "Retirer…",
  "access.take-out-name": "Retirer {name} de ce dossier",
  "access.take-out-now": "Retirer {name}",
  "access.take-out-means":
    "{name} perd toutes les clés de ce dossier, et de nouvelles clés sont créées pour les autres. Ce qui a été lu peut rester en mémoire. L’auteur du signalement voit ce retrait et sa raison.",
  "access.step-out": "Me retirer de ce dossier…",
  "access.step-out-now": "Me retirer de ce dossier",
  "access.step-out-means":
    "Vous perdez aussitôt toutes les clés de ce dossier. Seule une personne qui reste peut vous redonner accès. L’auteur du signalement voit que vous vous êtes retiré·e.",
  "access.who": "Qui d’autre doit lire ce dossier ?",
  "access.who-hint":
    "Cette personne lira tout depuis le début, notes comprises. L’auteur du signalement verra son nom.",
  "access.who-missing": "Choisissez une personne.",
  "access.other-desk":
    "{name} travaille dans un autre bureau que celui que l’auteur du signalement a choisi.",
  "access.excluded-hint": "{desks}. Retirée par l’auteur du signalement.",
  "access.excluded-title": "L’auteur du signalement a demandé que {name} ne lise pas ceci",
  "access.sign-first":
    "Deux d’entre vous doivent signer, chacun avec une raison, et l’auteur du signalement voit les deux. Vous seriez la première personne. {name} n’a accès que si une ou un collègue signe aussi.",
  "access.signed-by-you":
    "Vous avez déjà signé. Une ou un collègue doit maintenant donner accès à {name}. Vous pouvez signer à nouveau avec une autre raison.",
  "access.signed-by-other":
    "Une ou un collègue a déjà signé pour que {name} ait accès. Si vous donnez l’accès maintenant, il est immédiat, et l’auteur du signalement voit les deux noms et les deux raisons.",
  "access.grant": "Donner accès à ce dossier",
  "access.grant-name": "Donner accès à {name}",
  "access.override-name": "Signer pour que {name} puisse avoir accès",
  "access.reason": "Motif",
  "access.reason-hint":
    "L’auteur du signalement et toutes les personnes qui lisent ce dossier la verront.",
  "access.reason-missing": "Donnez une raison.",
  "access.cancel": "Ne rien changer",
  "access.gone": "Vous vous êtes retiré·e du dossier.",
  "access.failed": "Cela n’a pas été fait. {reason}",

  "leaving.title": "Partir",
  "leaving.lead":
    "Avant votre départ, chaque dossier que vous seul·e pouvez lire doit passer à une ou un collègue. Ce que d’autres lisent aussi reste avec eux.",
  "leaving.looking": "Recherche de ce que vous détenez.",
  "leaving.look": "Regarder à nouveau",
  "leaving.none": {
    one: "Vous détenez un dossier, et quelqu’un d’autre peut aussi le lire.",
    other: "Vous détenez {count} dossiers, et quelqu’un d’autre peut lire chacun d’eux.",
  },
  "leaving.only-you": {
    one: "Un dossier que vous seul·e pouvez lire",
    other: "{count} dossiers que vous seul·e pouvez lire",
  },
  "leaving.untitled": "Un dossier dont le résumé ne s’ouvre pas ({id})",
  "leaving.received": "{desk}, reçu le {day}",
  "leaving.give": "Confier des dossiers à une ou un collègue",
  "leaving.who": "Qui les reprend ?",
  "leaving.who-hint":
    "Cette personne lira tout depuis le début. Les auteurs des signalements le voient.",
  "leaving.colleague": "{name} ({desks})",
  "leaving.give-count": { one: "Confier un dossier", other: "Confier {count} dossiers" },
  "leaving.stop": "Arrêter après ce dossier",
  "leaving.stopped": "Arrêté. Ce qui a été confié le reste.",
  "leaving.progress": "{done} sur {count} confiés.",
  "leaving.failed-title": "Certains dossiers n’ont pas pu être confiés",
  "leaving.failed": "{title} : {reason}",
  "leaving.excluded":
    "{title} : l’auteur de ce signalement a demandé que cette personne ne le lise pas. Choisissez quelqu’un d’autre.",
  "leaving.nobody":
    "Il n’y a personne d’autre à qui les confier. Demandez d’abord à la coordination d’accueillir quelqu’un.",
  "leaving.end-title": "Mettre fin à votre adhésion",
  "leaving.end-lead":
    "Vous êtes déconnecté·e partout et ne pouvez plus vous connecter. La coordination signe ensuite une liste de membres sans vous, et les pages de vos collègues créent de nouvelles clés.",
  "leaving.not-yet": "Ce sera possible quand chaque dossier pourra être lu par quelqu’un d’autre.",
  "leaving.leave": "Mettre fin à mon adhésion…",
  "leaving.confirm-title": "Mettre fin à votre adhésion maintenant ?",
  "leaving.confirm":
    "D’ici, on ne peut pas revenir en arrière. Pour revenir, il faut une nouvelle invitation.",
  "leaving.confirm-now": "Mettre fin à mon adhésion maintenant",
  "leaving.stay": "Rester",
  "leaving.blocked-cases":
    "Un dossier ne pourrait plus être lu par personne. Regardez à nouveau, et confiez-le à une ou un collègue.",
  "leaving.blocked-desk":
    "Vous êtes la dernière personne à lire pour un bureau : ce qui lui est envoyé ne pourrait être lu par personne. Demandez d’abord à la coordination d’ajouter quelqu’un.",
  "leaving.blocked-coordinator":
    "Vous êtes la dernière personne à la coordination : personne ne pourrait signer la liste des membres sans vous. Donnez d’abord ce rôle à quelqu’un d’autre.",

  "access.overridden":
    "C’est noté. L’auteur du signalement peut le voir. Une ou un collègue doit maintenant donner l’accès.",
  "access.granted":
    "C’est fait. Cette personne peut lire le dossier, et l’auteur du signalement peut le voir.",
  "access.removed":
    "C’est fait. Cette personne ne peut plus rien lire de ce dossier, et l’auteur du signalement peut le voir.",
  "access.rekeyed": "De nouvelles clés ont été créées.",

  "readers.not-you": "Ce signalement ne vous nomme pas parmi les personnes qui le lisent",
  "readers.not-you-what":
    "Vous pouvez le lire, mais vous ne pouvez rien écrire dans ce dossier : aucune page ne l’accepterait. Prévenez la coordination.",
} as const satisfies Translation<AccessMessages>;
