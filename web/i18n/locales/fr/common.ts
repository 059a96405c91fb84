/** Texts both pages share, in French. */
import type { Translation } from "../../message.ts";
import type { common as english } from "../en/common.ts";

export const common = {
  "page.skip": "Aller au contenu",
  "page.language": "Langue",
  "page.leave": "Quitter tout de suite",
  "page.leave-hint":
    "Vous pouvez aussi appuyer trois fois sur la touche Majuscule. Quitter n’efface pas l’historique du navigateur. Cela n’arrête pas quelqu’un qui surveille cet appareil.",
  "page.back": "Retour",
  "page.continue": "Continuer",
  "page.try-again": "Réessayer",
  "page.loading": "Chargement…",
  "page.optional": "facultatif",
  "page.other-language": "Ce passage est en {language}.",
  "page.characters-left": {
    one: "Il vous reste {count} caractère.",
    other: "Il vous reste {count} caractères.",
  },
  "page.characters-over": {
    one: "Il y a {count} caractère de trop. Raccourcissez le texte.",
    other: "Il y a {count} caractères de trop. Raccourcissez le texte.",
  },
  "page.problem": "Il y a un problème",
  "page.important": "Important",

  "stage.waiting": "en attente",
  "stage.doing": "en cours",
  "stage.done": "fait",
  "stage.failed": "pas fait",

  "role.reviewer": "lit les signalements",
  "role.coordinator": "coordonne l’équipe",
  "role.custodian": "garde les identités",
  "role.auditor": "contrôle le travail",

  "channel.trafficking": "Un enfant est déplacé, exploité ou vendu",
  "channel.custody_abduction": "Un enfant a été emmené ou est retenu dans un autre pays",
  "channel.abuse_neglect_exploitation": "On fait du mal à un enfant, ou on ne s’occupe pas de lui",
  "channel.professional_disclosure": "Quelque chose ne va pas à mon travail",

  "standing.received": "Reçu",
  "standing.acknowledged": "En cours de lecture",
  "standing.closed": "Clos",
  "standing.withdrawn": "Retiré",

  "extension.COMPLEX": "L’affaire est complexe et demande plus de temps.",
  "extension.OTHER_AUTHORITY": "Une autre autorité doit d’abord agir ou répondre.",
  "extension.OTHER_COUNTRY": "Il manque encore une réponse d’un autre pays.",
  "extension.TRANSLATION": "Il manque encore des traductions.",
  "closure.SAFE_CONFIRMED": "L’enfant est en sécurité, et cela a été vérifié.",
  "closure.HANDED_ACCEPTED": "Un autre service a pris le relais et s’est engagé à agir.",
  "closure.NO_MORE_INFO": "Il n’y avait pas assez d’informations pour continuer.",
  "closure.NOT_CONFIRMED": "L’inquiétude n’a pas pu être confirmée.",
  "closure.WITHDRAWN": "Le signalement a été retiré.",
  "closure.DUP": "La même inquiétude est déjà suivie dans un autre signalement.",
  "closure.OUT_OF_SCOPE": "L’équipe ne peut pas s’occuper de ce sujet.",

  "error.offline":
    "Nous n’avons pas pu joindre le serveur. Vérifiez votre connexion, puis réessayez. Rien de ce que vous avez écrit n’est perdu.",
  "error.unreadable-answer":
    "Le serveur a donné une réponse que nous ne comprenons pas. Réessayez dans quelques minutes. Rien de ce que vous avez écrit n’est perdu.",
  "error.not-json":
    "Le serveur n’a pas pu lire l’envoi. Gardez une copie de votre texte, rechargez la page et réessayez.",
  "error.unknown-key":
    "Le serveur attend une autre version de cette page. Gardez une copie de votre texte, rechargez la page et réessayez.",
  "error.wrong-type":
    "Le serveur attend une autre version de cette page. Gardez une copie de votre texte, rechargez la page et réessayez.",
  "error.wrong-size":
    "Une partie de l’envoi n’a pas la bonne taille. Raccourcissez le texte et réessayez.",
  "error.wrong-header":
    "Le serveur n’a pas accepté l’envoi. Gardez une copie de votre texte, rechargez la page et réessayez.",
  "error.wrong-day": "La date a changé depuis le scellement. Réessayez : la date sera mise à jour.",
  "error.unknown-desk":
    "Cette équipe ne reçoit plus de signalements ici. Choisissez une autre équipe.",
  "error.unknown-recipient":
    "La liste des personnes qui lisent les signalements a changé. Regardez-la de nouveau, puis envoyez.",
  "error.proof-missing":
    "Une vérification automatique n’était pas terminée. Attendez un instant, puis réessayez.",
  "error.proof-wrong":
    "Une vérification automatique n’a pas marché. Réessayez : elle sera refaite.",
  "error.proof-expired":
    "Une vérification automatique a duré trop longtemps. Réessayez : elle sera refaite.",
  "error.proof-used":
    "Une vérification automatique avait déjà servi. Réessayez : elle sera refaite.",
  "error.unauthorised":
    "Votre temps sur cette page est terminé. Entrez de nouveau votre code, ou reconnectez-vous.",
  "error.wrong-audit":
    "L’inscription de cet acte au registre ne convenait pas. Rechargez la page, reconnectez-vous et réessayez.",
  "error.audit-rolled-back":
    "Le registre des actes que montre le serveur n’est pas celui que cette page a déjà vu : des entrées ont disparu ou ont changé. Plus rien n’est fait sur cette base. Prévenez votre auditeur et votre coordinateur.",
  "error.roster-history":
    "Les anciennes listes de personnes que montre le serveur ne mènent pas à la liste actuelle. Prévenez votre coordinateur.",
  "error.audit-day":
    "Le jour du serveur n’est pas celui de cet appareil. Vérifiez la date de cet appareil ; si elle est juste, prévenez votre coordinateur.",
  "error.forbidden": "Votre rôle ne le permet pas. Rien n’a été modifié.",
  "error.proof-too-cheap":
    "Beaucoup de tentatives de connexion ont lieu avec ce nom. Réessayez : cela prend un peu plus de temps.",
  "error.second-factor-required":
    "Il faut ici une seconde preuve que c’est bien vous. Ajoutez-en une d’abord, sous Compte.",
  "error.second-factor-wrong":
    "Cela ne correspond pas. Réessayez avec un nouveau code, ou créez de nouveau la clé d’accès.",
  "error.last-second-factor":
    "C’est votre dernière seconde preuve, et votre rôle en exige une. Ajoutez-en une autre avant de la retirer.",
  "error.too-many-codes":
    "Trop de codes faux aujourd’hui. Quelqu’un a peut-être votre phrase de passe : dites-le à une personne qui coordonne. Utilisez une clé d’accès, ou réessayez demain.",
  "error.code-wrong":
    "Ce n’est pas le code envoyé à cette adresse. Regardez le message le plus récent et réessayez.",
  "error.too-many-messages":
    "Le nombre de messages d’essai et de codes pour aujourd’hui est atteint. Réessayez demain.",
  "error.not-found":
    "Cela n’existe pas ici, ou ne vous est pas destiné. Revenez en arrière et réessayez.",
  "error.wrong-method":
    "Le serveur attend une autre version de cette page. Gardez une copie de votre texte, rechargez la page et réessayez.",
  "error.case-exists":
    "Un autre signalement porte déjà ce numéro. Revenez à votre signalement et envoyez-le de nouveau.",
  "error.conflict": "Quelque chose a été ajouté entre-temps. Lisez-le, puis réessayez.",
  "error.journal-full":
    "Ce dossier est plein : rien ne peut plus y être ajouté. Écrivez un nouveau signalement et parlez de celui-ci.",
  "error.too-large": "C’est trop long pour être envoyé. Raccourcissez le texte et réessayez.",
  "error.wrong-media-type":
    "Le serveur attend une autre version de cette page. Gardez une copie de votre texte, rechargez la page et réessayez.",
  "error.intake-closed":
    "L’organisation doit renouveler sa liste signée de lecteurs, et ne l’a pas fait. Le serveur ne prend aucun signalement d’ici là. Votre texte reste ici.",
  "error.server-error":
    "Quelque chose n’a pas marché sur le serveur. Ce n’est pas votre faute. Réessayez dans quelques minutes.",
  "error.key-lost":
    "Impossible d’ouvrir ceci ou d’y ajouter quoi que ce soit : sa clé est abîmée ou perdue sur le serveur. Réessayer n’y changera rien. Vous n’avez rien fait de mal. Gardez une copie de ce que vous avez écrit ici. Si c’est important maintenant, écrivez un nouveau signalement ou prévenez la personne qui gère ce service.",
  "error.keys-unavailable":
    "Le serveur ne peut pas lire les clés sous lesquelles les signalements sont conservés : il ne remet rien et ne prend rien. Rien de ce que vous avez écrit n’est perdu. Réessayez dans quelques minutes. Si cela persiste, prévenez la personne qui gère ce service.",

  "error.wrong-signature":
    "Une signature n’est pas valable, et le serveur n’a rien pris. Rechargez la page et réessayez. Si cela persiste, prévenez la personne qui gère ce service.",
  "error.wrong-roster":
    "Cette liste ne fait pas suite à celle qui est en vigueur, et le serveur ne l’a pas prise. Rechargez la page et refaites la modification.",
  "error.not-delegated":
    "La clé de l’organisation ne vous a pas désigné pour signer la liste des personnes. Adressez-vous à une coordination qui peut le faire, ou à la personne qui détient cette clé.",
  "error.handle-taken": "Quelqu’un a déjà ce nom de connexion. Choisissez-en un autre.",
  "error.invitation-invalid":
    "Cette invitation n’est pas signée comme elle devrait l’être. N’allez pas plus loin. Interrogez la personne qui vous a invité, par un autre moyen que cette page.",
  "error.joining-invalid":
    "Ce qui est revenu par ce lien n’a pas été fait avec lui, ou a été modifié en chemin. Refusez-le et envoyez une nouvelle invitation.",
  "error.no-signer":
    "Après cette modification, plus personne ne pourrait signer la liste des personnes. Demandez à une autre coordination de la faire, ou nommez d’abord quelqu’un d’autre.",
  "error.no-crypto":
    "Ce navigateur ne peut pas sceller un signalement, donc rien n’est envoyé. Prenez un autre navigateur ou un plus récent, ou cherchez de l’aide autrement.",
  "error.no-wasm":
    "Un réglage de sécurité de ce navigateur rend la connexion trop lente. Autorisez WebAssembly pour ce site, ou prenez un autre navigateur.",
  "error.wrong-origin":
    "Cette page vient d’une adresse que l’organisation n’a pas approuvée. N’écrivez rien ici. Vérifiez l’adresse.",
  "error.roster-signature":
    "La liste des personnes qui lisent les signalements n’est pas signée comme il faut. Quelqu’un l’a peut-être changée. Rien n’est envoyé. Réessayez plus tard.",
  "error.roster-malformed":
    "La liste des personnes qui lisent les signalements est abîmée. Rien n’est envoyé. Réessayez plus tard.",
  "error.roster-origin":
    "La liste des personnes qui lisent les signalements vient d’un autre site. Rien n’est envoyé. Réessayez plus tard.",
  "error.roster-expired":
    "La liste des personnes qui lisent les signalements n’est plus valable. Rien n’est envoyé. Vérifiez la date de votre appareil, ou réessayez plus tard.",
  "error.roster-rolled-back":
    "Nous avons reçu une ancienne liste des personnes qui lisent les signalements. Quelqu’un l’a peut-être mise là. Rien n’est envoyé. Réessayez plus tard.",
  "error.roster-duplicate":
    "La liste des personnes qui lisent les signalements nomme quelqu’un deux fois. Elle a peut-être été changée. Rien n’est envoyé. Réessayez plus tard.",
  "error.roster-no-reviewer":
    "Dans une équipe de la liste, personne ne peut lire les signalements. Rien n’est envoyé. Réessayez plus tard.",
  "error.packet-invalid":
    "La clé d’une personne de la liste n’est pas signée comme il faut. Rien n’est envoyé. Réessayez plus tard.",
  "error.no-recipient":
    "Il ne reste personne pour lire ce signalement. Remettez quelqu’un, ou choisissez une autre équipe.",
  "error.views-invalid":
    "Vos vues enregistrées n’ont pas passé leurs vérifications : elles ont été modifiées, ou sont plus anciennes que ce que vous avez déjà vu.",
  "error.text-too-long": "Le texte est trop long. Raccourcissez-le et réessayez.",
  "error.passphrase-wrong":
    "Le nom et la phrase de passe ne vont pas ensemble. Vérifiez les deux et réessayez.",
  "error.passphrase-weak":
    "Cette phrase de passe est trop facile à deviner. Prenez celle qui a été faite pour vous, ou ajoutez des mots sans lien entre eux.",
  "error.slot-unknown":
    "Le serveur n’a pas la même liste de moyens d’ouvrir vos clés que vos clés elles-mêmes. Rien n’est envoyé. Prévenez la personne qui gère ce service.",
  "error.self-test":
    "Ce navigateur fait une erreur de calcul : il n’est pas sûr de continuer. Prenez un autre navigateur.",
  "error.not-a-member":
    "Vous n’êtes pas sur la liste actuelle des membres de l’organisation. Demandez à la personne qui coordonne l’équipe.",
  "error.roster-stale":
    "Ce signalement nomme une personne qui n’est pas sur la liste que cette page connaît. Cherchez les nouvelles entrées, puis réessayez. Si rien ne change, prévenez la coordination.",
  "error.access-invalid":
    "Quelqu’un a changé qui peut lire ce dossier sans en avoir le droit. Rien de ce qui suit n’est montré ni envoyé.",
  "error.not-permitted":
    "Ce dossier ne le permet pas en ce moment. Lisez ce qui est nouveau, puis regardez à nouveau.",
  "error.sole-holder":
    "Plus personne d’autre ne pourrait lire ceci. Donnez d’abord l’accès à une ou un collègue.",
  "error.not-ready": "Cette page n’est pas encore prête. Attendez un instant, puis réessayez.",
  "error.wrap-invalid":
    "La clé de ce dossier ne convient pas. Le dossier a peut-être été changé. Rien n’est envoyé.",
  "error.entry-invalid":
    "Une partie de ce dossier ne s’ouvre pas. Elle a peut-être été changée. Rien n’est envoyé.",
  "error.entry-signature":
    "Une partie de ce dossier n’est pas signée par la personne qu’elle nomme. Ne vous y fiez pas. Rien n’est envoyé.",
  "error.entry-order":
    "Des parties de ce dossier manquent ou ne sont pas dans l’ordre. Il a peut-être été changé. Rien n’est envoyé.",
  "error.journal-truncated":
    "La fin de ce dossier manque. Elle a peut-être été coupée. Rien n’est envoyé.",
  "error.wrong-length":
    "Une partie de ce dossier n’a pas la bonne longueur : elle a peut-être été modifiée. Rien n’a été envoyé.",
  "error.card-invalid":
    "Le résumé de ce dossier ne s’ouvre pas. Ouvrez le dossier lui-même pour voir ce qu’il contient.",
  "error.internal":
    "Quelque chose n’a pas marché dans cette page. Gardez une copie de votre texte, rechargez la page et réessayez.",

  "error.identity-invalid":
    "L’enveloppe scellée qui contient l’identité ne correspond pas à ce qui a été annoncé. Elle a peut-être été modifiée. Rien n’a été ouvert.",
  "error.release-invalid":
    "Une demande ou une réponse au sujet d’une identité n’est pas signée par la personne qu’elle nomme. On ne s’y fie pas.",
  "error.recovery-invalid":
    "Ce qui a été préparé pour faire revenir quelqu’un, ou une réponse à ce sujet, ne correspond pas ou n’est pas signé par la personne nommée. Rien n’a été ouvert ni donné.",
  "error.receipt-invalid":
    "Un reçu n’est pas signé par la personne qu’il nomme, ou la liste des personnes ne le confirme pas. Il ne prouve rien.",
  "release.not-needed": "Ce n’est pas nécessaire pour traiter ce signalement.",
  "release.little-reason": "La raison donnée ne suffit pas.",
  "release.other-way": "Il existe un autre moyen, sans savoir de qui il s’agit.",
  "release.harm": "Cela pourrait mettre quelqu’un en danger.",
  "release.conflict": "La personne qui décide est trop proche de cette affaire.",
} satisfies Translation<typeof english>;
