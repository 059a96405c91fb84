/** Texts of the reporter's page, in French. */
import type { Translation } from "../../message.ts";
import type { report as english } from "../en/report.ts";
import { ownCase } from "./own-case.ts";

export const report = {
  ...ownCase,
  "danger.title": "Quelqu’un est-il en danger maintenant ?",
  "danger.call":
    "Si quelqu’un risque d’être blessé bientôt, appelez d’abord les secours. Vous pourrez revenir ici après.",
  "danger.cannot":
    "Nous ne voyons ni qui vous êtes ni où vous êtes. Nous ne pouvons donc pas vous envoyer de l’aide.",
  "danger.country": "Dans quel pays est le danger ?",
  "danger.choose": "Choisissez un pays",
  "danger.other": "Un autre pays",
  "danger.europe": "Europe",
  "danger.elsewhere": "Dans un autre pays, appelez le numéro d’urgence local.",
  "danger.numbers": "Numéros à appeler : {country}",
  "danger.emergency": "Urgences : police, ambulance, pompiers",
  "danger.child-helpline": "Quelqu’un à qui parler, pour les enfants et les jeunes",
  "danger.missing-child": "Un enfant a disparu ou a été emmené",
  "danger.trafficking": "Aide contre la traite des personnes",
  "danger.not-everywhere": "Ce numéro ne marche peut-être pas dans tous les pays d’Europe.",
  "danger.unknown":
    "Nous n’avons pas de numéro pour ce pays. Appelez le numéro d’urgence local. Si vous ne le connaissez pas, demandez à une personne de confiance.",
  "danger.checked":
    "Ces numéros sont ceux que nous connaissions le {day}. Si l’un d’eux ne répond pas, appelez le numéro d’urgence de votre région.",

  "start.title": "Dites-nous ce qui vous inquiète",
  "start.lead":
    "Vous vous inquiétez pour un enfant ? Vous pouvez nous le dire ici. Vous n’avez pas besoin de preuves, ni de donner votre nom.",
  "start.write": "Écrire un signalement",
  "start.code": "J’ai un code",
  "start.how": "Comment ça marche",
  "start.how-1": "Vous écrivez ce qui vous inquiète, avec vos mots.",
  "start.how-2":
    "Vous voyez qui le lira. Votre navigateur le scelle : seules ces personnes peuvent l’ouvrir.",
  "start.how-3":
    "Vous recevez un code. Avec lui, vous pouvez revenir, lire les réponses et ajouter quelque chose.",
  "start.private": "Ce qui reste privé, et ce qui ne le reste pas",
  "start.private-1":
    "Nous ne demandons pas qui vous êtes. Le serveur ne peut pas lire votre signalement. Il ne garde pas l’adresse internet de votre appareil.",
  "start.private-2":
    "Certains peuvent voir que cet appareil est venu sur ce site : votre fournisseur d’accès, votre travail, votre école, notre hébergeur.",
  "start.private-3":
    "Les personnes qui lisent votre signalement peuvent vous reconnaître. Votre façon d’écrire peut le montrer, ou des faits que peu de gens connaissent.",
  "start.private-4":
    "Si un enfant est en grand danger, elles peuvent être obligées de prévenir d’autres personnes, comme la police.",
  "start.device":
    "Si quelqu’un regarde cet appareil, prenez-en un autre si vous le pouvez. Cette page ne peut pas se cacher d’un programme qui surveille l’appareil.",
  "start.loading-failed":
    "La suite de cette page n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.",

  "channel.title": "De quoi s’agit-il ?",
  "channel.hint":
    "Choisissez ce qui convient le mieux. Seules les personnes qui lisent votre signalement le verront.",
  "channel.trafficking-hint":
    "Par exemple : forcé à travailler ou à mendier, gardé par des inconnus, papiers confisqués.",
  "channel.custody_abduction-hint":
    "Par exemple : un parent ou un proche est parti avec l’enfant, ou ne le ramène pas.",
  "channel.abuse_neglect_exploitation-hint":
    "Par exemple : frappé, touché, menacé, laissé seul, sans nourriture ou sans soins.",
  "channel.professional_disclosure-hint":
    "Par exemple : une organisation ferme les yeux ou met des enfants en danger.",
  "channel.unsure": "Je ne sais pas, ou c’est autre chose",
  "channel.unsure-hint": "Ce n’est pas grave. Les personnes qui lisent trouveront.",

  "desk.title": "Qui doit recevoir votre signalement ?",
  "desk.hint":
    "Voici les équipes de : {organisation}. Si vous le pouvez, choisissez le pays où l’enfant se trouve maintenant.",
  "desk.languages": "{country}. L’équipe lit : {languages}.",
  "desk.unsure": "Je ne sais pas",
  "desk.oversight": "{country}. Contrôle : pour ce qui touche les autres équipes. {languages}",
  "desk.unsure-hint": "Nous choisissons une équipe qui lit votre langue. Vous verrez laquelle.",
  "desk.missing": "Choisissez une équipe, ou « Je ne sais pas ».",
  "desk.loading": "Nous cherchons la liste des équipes et vérifions qu’elle est vraie…",
  "desk.slow":
    "Ce navigateur scelle plus lentement à cause de ses réglages de sécurité. Cela marche quand même.",

  "refusal.title": "Nous ne pouvons pas envoyer votre signalement en sécurité maintenant",
  "refusal.nothing-sent":
    "Rien n’a été envoyé. Ce que vous avez écrit reste sur cette page tant qu’elle est ouverte.",
  "refusal.expired":
    "L’organisation doit renouveler elle-même cette liste, et cela peut prendre des jours. Si quelqu’un risque d’être blessé, n’attendez pas. Voici d’autres moyens :",
  "refusal.other-help": "D’autres façons d’avoir de l’aide",
  "refusal.help-call":
    "Choisissez un pays pour voir des numéros à appeler. La plupart sont gratuits.",
  "refusal.help-person":
    "Parlez-en à une personne adulte de confiance : à l’école, chez le médecin ou dans un service social.",

  "urgent.title": "Quelqu’un doit-il regarder cela aujourd’hui ?",
  "urgent.explain-title": "Avant de choisir",
  "urgent.explain-sees":
    "Votre signalement est scellé. Le serveur voit seulement cette marque, l’équipe, la taille et le jour. Il ne voit aucun mot.",
  "urgent.explain-does":
    "La marque place votre signalement en haut de la liste. L’équipe devrait donc le voir plus tôt.",
  "urgent.explain-not":
    "La marque n’appelle pas la police, et personne ne viendra à cause d’elle. Les équipes ne travaillent pas à toute heure.",
  "urgent.no": "Non, il peut attendre son tour",
  "urgent.yes": "Oui, le marquer comme urgent",
  "urgent.call": "Si quelqu’un risque d’être blessé aujourd’hui, appelez aussi les secours :",

  "text.title": "Qu’est-ce qui vous inquiète ?",
  "text.label": "Dites-le avec vos mots",
  "text.hint":
    "Écrivez autant ou aussi peu que vous voulez. Ce que vous avez vu ou entendu, où et quand, peut aider. Vous n’avez pas besoin de preuves. Vous pouvez vous arrêter et partir à tout moment.",
  "text.pictures":
    "Ne décrivez pas en détail des images de violences. Si vous en avez vu en ligne, donnez seulement l’adresse du site.",
  "text.short-title": "Un titre court",
  "text.short-title-hint":
    "Quelques mots qui aident à retrouver votre signalement. Vous pouvez laisser ce champ vide.",
  "text.missing": "Écrivez quelque chose ici. Une phrase suffit.",
  "text.too-long":
    "C’est trop long. Raccourcissez le texte, puis continuez. Vous pourrez en ajouter plus tard avec votre code.",
  "text.title-too-long": "Le titre est trop long. Prenez moins de mots.",
  "text.kept":
    "Ce que vous écrivez reste sur cette page jusqu’à l’envoi. Si vous fermez la page, tout est perdu.",

  "readers.title": "Qui lira votre signalement ?",
  "readers.lead":
    "Seules ces personnes, dans l’équipe « {desk} », peuvent ouvrir votre signalement. L’une d’elles est-elle mêlée à cette affaire ? Ne vous sentez-vous pas en sécurité avec elle ? Alors, retirez-la.",
  "readers.excluded-means":
    "Une personne que vous retirez ne reçoit pas de clé pour ouvrir votre signalement, et nous ne lui disons rien. Cela ne change que si deux personnes qui le lisent signent qu’il le faut, chacune avec une raison. Vous verriez les deux. Qui coordonne le bureau sait combien il y a de signalements, et peut en déduire qu’il en est arrivé un.",
  "readers.checked": "Signature vérifiée",
  "readers.checked-means":
    "« Signature vérifiée » veut dire : l’organisation a signé que cette personne est dans cette équipe, et votre navigateur l’a contrôlé.",
  "readers.take-out": "Retirer",
  "readers.take-out-name": "Retirer {name} : cette personne ne doit pas lire",
  "readers.put-back": "Remettre",
  "readers.put-back-name": "Remettre {name} : cette personne peut lire",
  "readers.reads": "Peut lire",
  "readers.out": "Retirée : ne peut pas lire",
  "readers.nobody-title": "Il ne reste personne pour lire",
  "readers.nobody":
    "Si personne ne peut lire votre signalement, il n’aide personne. Remettez quelqu’un, ou choisissez une autre équipe.",
  "readers.others":
    "Ou laissez une autre équipe le lire. Les personnes que vous avez retirées le restent là aussi.",
  "readers.no-other": "Aucune autre équipe ici n’a quelqu’un qui pourrait encore le lire.",
  "readers.use-desk": "L’envoyer plutôt à {desk}",
  "readers.use-oversight": "L’envoyer plutôt à {desk} (contrôle)",
  "readers.other-desk": "Choisir une autre équipe",
  "readers.changed":
    "La liste des personnes qui lisent a changé depuis tout à l’heure. Regardez-la de nouveau avant d’envoyer.",

  "review.title": "Vérifiez avant d’envoyer",
  "review.lead": "Rien n’est encore envoyé. Vous pouvez encore tout changer.",
  "review.channel": "De quoi il s’agit",
  "review.desk": "Équipe",
  "review.desk-in": "{desk}, {country}",
  "review.urgent": "Marque « urgent »",
  "review.urgent-yes": "Oui. Le serveur peut voir cette marque.",
  "review.urgent-no": "Non",
  "review.short-title": "Titre",
  "review.none": "Aucun",
  "review.text": "Vos mots",
  "review.readers": "Peuvent lire",
  "review.excluded": "Personnes retirées",
  "review.change": "Modifier",
  "review.change-what": "Modifier : {what}",
  "review.send": "Sceller et envoyer",
  "review.after": "Après l’envoi, vous recevez un code. Préparez de quoi le noter.",

  "sending.title": "Envoi de votre signalement",
  "sending.label": "Ce qui se passe",
  "sending.check": "Vérifier qui le lira",
  "sending.seal": "Sceller vos mots",
  "sending.send": "Envoyer",
  "sending.wait": "Gardez cette page ouverte.",
  "sending.failed-title": "Votre signalement n’est pas encore envoyé",
  "sending.kept": "Vos mots sont toujours là.",
  "sending.same":
    "Si vous réessayez, c’est exactement le même signalement scellé qui part. Il ne peut pas arriver deux fois.",
  "sending.change-doubles":
    "Si vous changez d’abord quelque chose, cela devient un nouveau signalement. Le premier est peut-être arrivé aussi.",
  "sending.back": "Revenir à mon signalement",
  "sending.see-readers": "Voir qui peut lire",

  "code.title": "Votre signalement est envoyé. Gardez ce code.",
  "code.lead":
    "Ce code est le seul chemin pour revenir à votre signalement. Il vous le faut pour lire les réponses et pour écrire la suite.",
  "code.lost-title": "Nous ne pouvons pas le retrouver",
  "code.lost":
    "Si vous perdez le code, personne ne peut le retrouver pour vous. Nous ne l’avons pas.",
  "code.words": "Votre code en mots",
  "code.words-in": "Langue des mots : {language}.",
  "code.numbers": "Le même code en nombres",
  "code.numbers-hint": "Les mots ou les nombres : un des deux suffit.",
  "code.copy-words": "Copier les mots",
  "code.copy-numbers": "Copier les nombres",
  "code.copied":
    "C’est copié. D’autres programmes de cet appareil peuvent le voir jusqu’à ce que vous copiiez autre chose.",
  "code.copy-failed": "La copie n’a pas marché. Notez le code à la main.",
  "code.print": "Imprimer une carte simple",
  "code.keep":
    "Écrivez-le sur papier, ou gardez-le là où personne d’autre ne regarde. Une personne qui a le code peut lire votre signalement et les réponses.",
  "code.next": "J’ai gardé mon code",

  "check.title": "Vérifions que vous l’avez",
  "check.lead":
    "Regardez le code que vous avez gardé. Tapez deux de ses mots, ou les nombres à la même place.",
  "check.word": "Mot numéro {position}",
  "check.wrong": "Ce n’est pas le mot numéro {position}. Regardez encore votre code.",
  "check.button": "Vérifier",
  "check.show": "Montrer encore mon code",
  "check.skip": "Continuer sans vérifier",

  "done.title": "Merci. Votre signalement est arrivé.",
  "done.lead": "Ce n’était pas facile à faire.",
  "done.next-title": "La suite",
  "done.next-1": "L’équipe lit votre signalement. Elle devrait le confirmer au plus tard le {day}.",
  "done.next-2": "Elle vous posera peut-être une question. Elle ne peut vous écrire qu’ici.",
  "done.next-3":
    "Personne ne vous appellera, ne vous écrira et ne viendra chez vous à cause de cette page. Revenez avec votre code.",
  "done.come-back": "Revenez le {day}, ou avant.",
  "done.worse":
    "Si la situation s’aggrave ou si quelqu’un risque d’être blessé, ne nous attendez pas. Appelez les secours.",
  "done.finish": "Terminer et quitter cette page",

  "review.identity": "Qui vous êtes",
  "review.identity-no": "Vous ne dites pas qui vous êtes.",
  "review.identity-yes": "Dans une enveloppe à part :",
} satisfies Translation<typeof english>;
