/** Texts of the joining page, in French. */
import type { JoinMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const join = {
  "page.title": "Rejoindre l’équipe",
  "opening.title": "Ouverture de votre invitation",
  "opening.step": "Vérification de l’invitation et de sa signature.",
  "refused.title": "Cette invitation ne peut pas être utilisée",
  "refused.no-link":
    "Cette page s’ouvre par le lien d’une invitation. Ouvrez encore une fois le lien entier, tel que vous l’avez reçu.",
  "refused.gone":
    "Ce lien ne fonctionne pas, ou plus. Il a peut-être déjà été utilisé, annulé, ou sa date est passée. Demandez-en un nouveau à la personne qui vous a invité.",
  "refused.used-hint":
    "Si vous ne l’avez pas utilisé vous-même, dites-le à cette personne : quelqu’un d’autre l’a peut-être fait.",
  "refused.reason": "Ce qui a échoué : {reason}",
  "refused.other-way":
    "Dites à la personne qui vous a invité ce qui est écrit ici, par un autre moyen que cette page.",
  "offer.title": "Vous êtes invité à rejoindre l’équipe",
  "offer.by": "{name} vous invite à rejoindre {organisation}.",
  "offer.founding":
    "Ce lien est celui de la première coordination de {organisation}. Vous êtes déjà sur sa liste.",
  "offer.checked":
    "La signature a été vérifiée, de la clé de l’organisation jusqu’à cette invitation.",
  "offer.name": "Votre nom sur la liste",
  "offer.handle": "Votre nom de connexion",
  "offer.roles": "Ce que vous ferez",
  "offer.desks": "Équipes",
  "offer.no-desks": "Aucune équipe",
  "offer.until": "Valable jusqu’au",
  "offer.wrong":
    "Si ce n’est pas vous, fermez cette page et prévenez la personne qui vous a envoyé le lien.",
  "offer.next":
    "Ensuite, cette page crée vos clés et une phrase de passe, sur cet appareil. Préparez de quoi écrire.",
  "offer.submit": "Créer mes clés",
  "offer.busy": "Création de vos clés…",
  "passphrase.title": "Notez votre phrase de passe",
  "passphrase.lead":
    "Vous vous connectez avec votre nom de connexion et ces sept mots. Ils sont montrés maintenant, et plus jamais ensuite.",
  "passphrase.lost-title": "Personne ne peut vous la rendre",
  "passphrase.lost":
    "Le serveur ne l’a jamais. Gardez le papier là où vous gardez ce que personne d’autre ne doit lire.",
  "passphrase.words": "Votre phrase de passe",
  "passphrase.english": "Les mots sont en anglais pour tout le monde.",
  "passphrase.next": "Je l’ai notée",
  "check.title": "Est-elle sur le papier ?",
  "check.lead": "Tapez deux des mots, pour être sûr de l’avoir gardée.",
  "check.word": "Mot numéro {position}",
  "check.wrong": "Ce n’est pas le mot numéro {position}. Regardez votre papier.",
  "check.show": "Montrer encore les mots",
  "check.submit": "Terminer",
  "check.busy": "Envoi de vos clés publiques…",
  "check.failed": "Rien n’a été envoyé. {reason}",
  "words.title": "Comparez six mots",
  "words.lead":
    "{name} voit aussi six mots. Appelez-vous, et dites-les à voix haute. Vous n’êtes pas sur la liste avant sa confirmation.",
  "words.words": "Vos six mots",
  "words.same": "Si les six sont les mêmes, {name} vous confirme.",
  "words.different":
    "Si l’un d’eux est différent, quelqu’un se tient entre vous. N’allez pas plus loin et demandez un nouveau lien.",
  "words.waiting":
    "Vous n’êtes pas encore sur la liste. Vous pouvez quitter cette page une fois les mots comparés.",
  "words.look": "Suis-je confirmé ?",
  "words.looking": "Lecture de la liste signée…",
  "words.not-yet": "Pas encore.",
  "words.failed": "La liste n’a pas pu être vérifiée. {reason}",
  "done.title": "Vous êtes membre",
  "done.lead":
    "La liste signée vous nomme avec les clés créées ici. Vous pouvez vous connecter avec votre nom de connexion, {handle}, et votre phrase de passe.",
  "done.sign-in": "Aller à la page de connexion",
} as const satisfies Translation<JoinMessages>;
