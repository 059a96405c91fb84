/** What a team promises a reporter, in French: receipts, as they are read, kept and checked. */
import type { PromisesMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const promises = {
  "promise.acknowledgement-kept":
    "L’équipe a confirmé le {met} que le signalement était arrivé. Elle l’avait promis pour le {due} au plus tard.",
  "promise.acknowledgement-late":
    "L’équipe a confirmé le {met} que le signalement était arrivé. C’était en retard : elle l’avait promis pour le {due} au plus tard.",
  "promise.acknowledgement-missed":
    "L’équipe avait promis de confirmer au plus tard le {due} que le signalement était arrivé. Elle ne l’avait pas fait.",
  "promise.feedback-kept":
    "L’équipe a dit le {met} ce qu’elle a fait du signalement. Elle l’avait promis pour le {due} au plus tard.",
  "promise.feedback-late":
    "L’équipe a dit le {met} ce qu’elle a fait du signalement. C’était en retard : elle l’avait promis pour le {due} au plus tard.",
  "promise.feedback-missed":
    "L’équipe avait promis de dire au plus tard le {due} ce qu’elle avait fait du signalement. Elle ne l’avait pas fait.",
  "promise.challenge-decision-kept":
    "L’équipe a répondu le {met} à une contestation de sa décision. Elle l’avait promis pour le {due} au plus tard.",
  "promise.challenge-decision-late":
    "L’équipe a répondu le {met} à une contestation de sa décision. C’était en retard : elle l’avait promis pour le {due} au plus tard.",
  "promise.challenge-decision-missed":
    "L’équipe avait promis de répondre au plus tard le {due} à une contestation de sa décision. Elle ne l’avait pas fait.",

  "notice.RECEIVED":
    "Nous avons reçu votre signalement et nous le lisons. Vous n’avez rien à faire pour le moment.",
  "notice.NEED_MORE":
    "Pour continuer, nous devons vous poser une question. Ne répondez qu’à ce qui est sans danger pour vous.",
  "notice.PASSED_ON":
    "Nous avons transmis votre signalement à {recipient}, qui peut faire davantage. Vous pouvez continuer à nous écrire ici.",
  "notice.UNDER_WAY":
    "Des démarches sont en cours au sujet de ce que vous nous avez dit. Nous ne pouvons pas toujours dire lesquelles.",
  "notice.NO_ACTION":
    "Nous avons examiné votre signalement avec soin, et nous n’allons rien entreprendre. Cela ne veut pas dire que nous ne vous croyons pas. Voici pourquoi :",

  "receipt.line": "{name} a signé ceci pour vous",
  "receipt.keep": "Garder ce reçu",
  "receipt.warning":
    "Le fichier montre qu’un signalement a été fait ici : ne le gardez que là où c’est sans danger pour vous.",
  "receipt.kept":
    "Votre navigateur a enregistré le fichier, sans doute parmi vos téléchargements. Chacun peut le vérifier à l’adresse {address}.",
  "receipt.not-kept": "Le reçu n’a pas pu être enregistré. {reason}",

  "check.part": "Reçus",
  "check.title": "Vérifier un reçu",
  "check.lead":
    "Un reçu est un petit fichier qui montre quel jour une promesse au sujet d’un signalement a été tenue, ou ne l’a pas été. Cette page le vérifie sur votre propre appareil et ne l’envoie nulle part.",
  "check.offline": "À partir de maintenant, cette page n’a plus besoin de connexion.",
  "check.file": "Choisissez le fichier",
  "check.file-hint": "Son nom ressemble à receipt-2030-01-31.json.",
  "check.checking": "Vérification du fichier…",
  "check.done": "Le fichier a été vérifié. Le résultat est ci-dessous.",
  "check.unreadable": "Le fichier n’a pas pu être lu. Choisissez-le à nouveau.",
  "check.holds": "Ce reçu est authentique",
  "check.refused": "Ce fichier ne prouve rien",
  "check.organisation": "Organisation",
  "check.signed-by": "Signé par",
  "check.signed-on": "Signé le",
  "check.report": "Numéro du signalement",
  "check.says": "Ce qu’il dit",
  "check.in-time": "À temps",
  "check.late": "En retard",
  "check.missed": "Non tenue",
  "check.means":
    "Il montre que cette personne de cette organisation a signé ces jours. Il ne montre ni ce que dit le signalement, ni qui l’a envoyé. Le jour de la signature est celui que la personne et le serveur ont noté.",
  "check.first-page": "Aller à la première page",
  "fault.not-a-receipt": "Ce n’est pas un reçu, ou quelque chose y a été modifié.",
  "fault.not-delegated":
    "Il ne vient pas de l’organisation de cette page, ou la partie qui dit qui peut signer a été modifiée.",
  "fault.other-organisation": "Il appartient à une autre organisation.",
  "fault.list-not-signed":
    "La liste des personnes qu’il contient n’est pas signée par quelqu’un qui le peut, ou elle a été modifiée.",
  "fault.list-expired":
    "Il a été signé un jour où la liste des personnes qu’il contient n’était plus en vigueur.",
  "fault.list-older":
    "La liste des personnes qu’il contient n’est ni celle qu’avait vue la personne qui a signé, ni une plus récente.",
  "fault.not-a-member":
    "La liste des personnes qu’il contient ne nomme pas la personne qui aurait signé, ou celle-ci était déjà partie.",
  "fault.not-signed": "La personne qu’il nomme ne l’a pas signé, ou quelque chose y a été modifié.",
  "fault.no-sense": "Il est signé, mais ses jours ne vont pas ensemble.",
} as const satisfies Translation<PromisesMessages>;
