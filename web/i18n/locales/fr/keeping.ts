/** The part of the members’ texts that is about how long a case is kept, in French. */
import type { KeepingMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const keeping = {
  "keeping.title": "Durée de conservation de ce dossier",
  "keeping.open": "Un dossier ouvert n’est pas effacé, quel que soit son âge.",
  "keeping.on":
    "Ce dossier sera effacé le {day}, pour toujours et de toutes les copies de la base de données.",
  "keeping.soon-title": "Ce dossier sera bientôt effacé",
  "keeping.soon":
    "Il sera effacé le {day}. Transmettez d’ici là ce dont d’autres ont besoin, ou suspendez l’effacement.",
  "keeping.held": "{name} a suspendu l’effacement de ce dossier le {day} : il n’est pas effacé.",
  "keeping.held-until": "Quelqu’un réexamine cette décision au plus tard le {day}.",
  "keeping.overdue-title": "Cette suspension aurait dû être réexaminée",
  "keeping.overdue":
    "C’était pour le {day}. Le dossier reste gardé jusqu’à ce que quelqu’un mette fin à la suspension. Mettez-y fin, ou dites de nouveau pourquoi il doit être gardé.",
  "keeping.told-otherwise":
    "Ce que le serveur retient n’est pas ce que disent les notes. Prévenez la personne qui gère le serveur, et suspendez de nouveau l’effacement.",
  "keeping.hold": "Suspendre l’effacement de ce dossier",
  "keeping.hold-anew": "Le suspendre plus longtemps",
  "keeping.end": "Mettre fin à la suspension",
  "keeping.reason": "Pourquoi faut-il le garder ?",
  "keeping.reason-missing": "Choisissez pourquoi le dossier doit être gardé.",
  "keeping.text": "Quelle procédure, ou à la demande de qui",
  "keeping.review": "Quand quelqu’un réexaminera-t-il cette décision ?",
  "keeping.review-hint": "Au plus tard le {day}.",
  "keeping.review-wrong": "Donnez un jour entre aujourd’hui et le {day}.",
  "keeping.save": "Suspendre l’effacement",
  "keeping.put-away": "Pas maintenant",

  "hold.PROCEEDINGS": "Une procédure est en cours, devant un tribunal ou ailleurs",
  "hold.AUTHORITY_ORDER": "Une autorité a demandé qu’il soit gardé",
  "hold.SAFEGUARDING": "Un enfant est peut-être encore en danger",
  "hold.COMPLAINT": "Quelqu’un s’est plaint de la façon dont il a été traité",

  "chip.held": "Effacement suspendu",
  "chip.hold-overdue": "Suspension à réexaminer",
  "chip.deleted-on": "Sera effacé le {day}",

  "entry.legal-hold":
    "{name} a suspendu l’effacement du dossier : {reason}. À réexaminer au plus tard le {day}.",
  "entry.legal-hold-end": "{name} a mis fin à la suspension de l’effacement.",

  "audit.deletion": "{name} a noté que le serveur a effacé le {day}, {reason} : {cases}.",
  "deletion.schedule": "parce que leur durée était écoulée",
  "deletion.withdrawal": "parce que l’auteur du signalement les a retirés",
  "deletions.title": "Dossiers effacés qui ne figurent pas encore dans le registre",
  "deletions.lead":
    "Le serveur dit qu’il les a effacés. Inscrivez-le dans le registre sous votre nom, pour que l’on puisse voir plus tard quand et pourquoi ils ont pris fin.",
  "deletions.none": "Tous les dossiers effacés figurent dans le registre.",
  "deletions.some": "Le {day}, {reason} : {cases}.",
  "deletions.sign": "Inscrire dans le registre",
  "deletions.signed": "C’est inscrit dans le registre.",
} as const satisfies Translation<KeepingMessages>;
