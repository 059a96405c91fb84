/** The part of the members' texts that is about messages that ask them to look, in French. */
import type { NotificationMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const notifying = {
  "notify.title": "Messages qui vous invitent à regarder",
  "notify.lead":
    "Tern peut vous envoyer chaque jour un court message, toujours le même, qu’il se soit passé quelque chose ou non. Il ne dit jamais rien d’un dossier.",
  "notify.none": "Pour l’instant, rien ne vous est envoyé.",
  "notify.by-email": "E-mail à {name}",
  "notify.by-webhook": "Votre propre programme, à {name}",
  "notify.by-push": "Un navigateur, par {name}",
  "notify.waiting": "Pas encore utilisé : le code envoyé là-bas est attendu.",
  "notify.failing":
    "Le message le plus récent n’a pas pu être remis. L’envoi est retenté pendant une journée.",
  "notify.test": "Envoyer un essai",
  "notify.test-which": "Envoyer un essai : {place}",
  "notify.again": "Renvoyer le code",
  "notify.again-which": "Renvoyer le code : {place}",
  "notify.remove": "Retirer",
  "notify.remove-which": "Retirer : {place}",
  "notify.code": "Code envoyé à {name}",
  "notify.code-hint": "Huit chiffres. Il peut mettre deux minutes à arriver.",
  "notify.code-shape": "Un code a huit chiffres.",
  "notify.confirm": "Confirmer",
  "notify.which": "Quels messages voulez-vous ?",
  "notify.daily": "Un par jour",
  "notify.daily-hint":
    "À {time} UTC, chaque jour dans les mêmes mots. Comme il arrive toujours, il n’apprend rien à personne.",
  "notify.alerts": "Une alerte quand quelque chose est urgent",
  "notify.alerts-hint":
    "Quand arrive un signalement marqué urgent, ou quand un retard risque de passer inaperçu. Qui voit arriver l’alerte apprend que quelque chose vient de se passer, mais pas quoi.",
  "notify.language": "Dans quelle langue ?",
  "notify.save": "Enregistrer",
  "notify.add-email": "Ajouter une adresse e-mail",
  "notify.add-webhook": "Ajouter un programme à vous",
  "notify.add-push": "Ajouter ce navigateur",
  "notify.push-hint":
    "Un navigateur ajouté s’en souvient jusqu’à ce que vous le retiriez ici. N’ajoutez pas un navigateur que d’autres utilisent. Le service de son fabricant transporte les messages sans pouvoir les lire.",
  "notify.push-refused":
    "Ce navigateur n’a pas accepté, ou ne peut pas. Autorisez les notifications pour cette page, ou choisissez un autre moyen.",
  "notify.email": "Adresse e-mail",
  "notify.email-hint":
    "Un code y est d’abord envoyé. Qui gère cette boîte voit que vous recevez des messages de Tern.",
  "notify.email-shape": "Saisissez une adresse e-mail, par exemple nom@example.org.",
  "notify.url": "Adresse du programme",
  "notify.url-hint": "Elle commence par https:// et peut être atteinte depuis internet.",
  "notify.url-shape":
    "Saisissez une adresse qui commence par https:// et un nom, sans port, ni mot de passe, ni partie après #.",
  "notify.secret-lead":
    "Le programme vérifie chaque message avec ce secret, selon Standard Webhooks. Il est montré maintenant et plus jamais.",
  "notify.submit": "Ajouter",
  "notify.close": "Ne pas ajouter",
  "notify.saved": "Enregistré.",
  "notify.added": "Ajouté. Les messages y arrivent désormais.",
  "notify.code-sent": "Un code est en route. Saisissez-le ci-dessous.",
  "notify.confirmed": "Confirmé. Les messages y arrivent désormais.",
  "notify.test-sent": "Un essai est en route. Il peut mettre deux minutes.",
  "notify.removed": "Retiré. Plus rien n’y est envoyé.",
  "notify.failed": "Cela n’a pas fonctionné. {reason}",
} as const satisfies Translation<NotificationMessages>;
