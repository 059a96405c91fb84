/** The part of the reporter’s texts that is about a report that somebody comes back to, in French. */
import type { OwnCaseMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const ownCase = {
  "enter.title": "Revenir avec votre code",
  "enter.label": "Votre code",
  "enter.hint":
    "Tapez ou collez les douze mots, ou les douze nombres. Les majuscules, les espaces et les tirets ne comptent pas.",
  "enter.button": "Ouvrir mon signalement",
  "enter.empty": "Tapez votre code ici.",
  "enter.too-few": {
    one: "Il y a seulement {count} mot. Un code en a douze. Ajoutez les autres.",
    other: "Il y a seulement {count} mots. Un code en a douze. Ajoutez les autres.",
  },
  "enter.too-many": {
    one: "Il y a {count} mot. Un code en a douze. Enlevez ce qui est en trop.",
    other: "Il y a {count} mots, c’est trop. Un code en a douze. Enlevez ce qui est en trop.",
  },
  "enter.unknown-word":
    "Le mot numéro {position}, « {word} », n’est pas dans nos listes. Vérifiez comment il s’écrit.",
  "enter.suggest": "Est-ce un de ces mots ?",
  "enter.use": "Prendre « {word} »",
  "enter.checksum":
    "Tous les mots sont connus, mais ensemble ils ne forment pas un code. Un mot est peut-être faux, ou deux ont changé de place.",
  "enter.wrong":
    "Aucun signalement ne s’ouvre avec ce code. Vérifiez chaque mot. Un signalement retiré ou effacé ne s’ouvre plus.",
  "enter.opening": "Ouverture de votre signalement…",
  "enter.lost":
    "Si vous avez perdu votre code, nous ne pouvons pas le retrouver. Vous pouvez écrire un nouveau signalement.",

  "case.title": "Votre signalement",
  "case.status": "Où il en est",
  "case.received":
    "L’équipe a reçu votre signalement. Personne n’a encore confirmé qu’il est en cours de lecture.",
  "case.acknowledged": "L’équipe lit votre signalement et s’en occupe.",
  "case.closed": "L’équipe a clos votre signalement le {day}.",
  "case.withdrawn": "Vous avez retiré ce signalement le {day}.",
  "case.ack-due": "L’équipe devrait confirmer au plus tard le {day}.",
  "case.feedback-due": "Au plus tard le {day}, l’équipe devrait vous dire ce qu’elle a fait.",
  "case.missed-title": "L’équipe n’a pas répondu au jour promis",
  "case.missed":
    "Elle aurait dû répondre au plus tard le {day}. Ce n’est pas votre faute. Vous pouvez lui écrire plus bas, ou écrire un nouveau signalement à une autre équipe. Si quelqu’un risque d’être blessé, appelez les secours.",
  "case.timeline": "Ce qui s’est passé",
  "case.you": "Vous",
  "case.you-report": "Vous avez envoyé votre signalement",
  "case.you-wrote": "Vous avez écrit",
  "case.you-withdrew": "Vous avez retiré votre signalement",
  "case.member-wrote": "{name} vous a écrit",
  "case.member-acknowledged": "{name} a confirmé lire votre signalement",
  "case.member-extended": "{name} vous a dit qu’il faut plus de temps",
  "case.member-closed": "{name} a clos votre signalement",
  "case.somebody": "Quelqu’un de l’équipe",
  "case.checked": "Signature vérifiée",
  "case.granted": "Une nouvelle personne peut lire votre signalement : {member}",
  "case.granted-by": "{name} a donné cet accès, pour cette raison :",
  "case.granted-excluded":
    "Vous aviez demandé que cette personne ne lise pas votre signalement. Deux personnes ont signé qu’elle le peut.",
  "case.removed": "{member} ne peut plus lire ce qui est écrit à partir de maintenant",
  "case.removed-by": "{name} a retiré cet accès, pour cette raison :",
  "case.recused":
    "{name} s’est retiré·e et ne peut plus lire ce qui est écrit à partir de maintenant",
  "case.recused-why": "Raison donnée :",
  "case.rekeyed":
    "{name} a renouvelé les clés de votre signalement, pour les personnes qui le lisent maintenant",
  "case.override":
    "{name} demande qu’une personne que vous aviez retirée puisse lire votre signalement : {member}",
  "case.override-means":
    "Cela seul ne donne accès à personne. Une autre personne doit aussi signer. La raison donnée :",
  "case.unknown":
    "Quelque chose a été ajouté que cette page ne sait pas montrer ({type}). Rechargez la page plus tard.",
  "case.refused":
    "Quelque chose a été ajouté qui n’a pas sa place ici ({type}). Cela ne change rien.",
  "case.nothing-new": "L’équipe n’a encore rien écrit.",
  "case.refresh": "Chercher du nouveau",
  "case.refreshed": "C’est tout ce qu’il y a pour le moment.",
  "case.add-title": "Ajouter quelque chose",
  "case.add-label": "Écrire à l’équipe",
  "case.add-hint": "Seules les personnes qui peuvent lire votre signalement peuvent lire ceci.",
  "case.add-button": "Sceller et envoyer",
  "case.adding": "Nous scellons et envoyons…",
  "case.added": "C’est envoyé. Vous le voyez dans la liste plus haut.",
  "case.add-missing": "Écrivez d’abord quelque chose.",
  "case.add-kept": "Vos mots sont toujours dans le champ.",
  "case.finish": "Terminer et quitter cette page",
  "case.come-back": "Gardez votre code. Il vous le faut à chaque visite.",

  "broken.again": "Nous avons regardé à nouveau. Rien n’a changé.",
  "broken.title": "Nous ne pouvons pas nous fier à ce dossier",
  "broken.lead":
    "Votre navigateur a contrôlé le dossier de votre signalement, et quelque chose ne va pas. Quelqu’un l’a peut-être changé, ou une partie manque. Vous n’avez rien fait de mal.",
  "broken.what": "Nous n’en montrons rien, et rien n’est envoyé. Votre code reste valable.",
  "broken.shown":
    "Ci-dessous, la partie qui a passé le contrôle. Nous ne montrons pas la suite, et rien n’est envoyé. Votre code reste valable.",
  "broken.try":
    "Réessayez plus tard, si possible depuis un autre réseau. Si rien ne change, cherchez de l’aide autrement.",

  "identity.title": "Voulez-vous dire qui vous êtes ?",
  "identity.lead":
    "Vous n’êtes pas obligé·e de le dire. Votre signalement est lu dans tous les cas. Ce que vous écrivez ici va dans une enveloppe à part : les personnes qui lisent votre signalement ne peuvent pas l’ouvrir elles-mêmes.",
  "identity.no": "Non, je ne dis pas qui je suis",
  "identity.yes": "Oui, je veux le dire",
  "identity.who-title": "Qui pourrait l’ouvrir",
  "identity.keepers": "La clé est gardée par : {names}.",
  "identity.alone":
    "Une seule personne la garde : l’enveloppe s’ouvre donc si cette seule personne est d’accord.",
  "identity.needed":
    "Elle ne s’ouvre que si un nombre suffisant est d’accord. Accords nécessaires : {threshold} sur {all}.",
  "identity.seen":
    "Si quelqu’un la demande, vous voyez qui, pourquoi, et ce qui a été décidé, quand vous revenez avec votre code.",
  "identity.back":
    "Vous pourrez la reprendre plus tard avec votre code. Ce que quelqu’un aura déjà lu, il ne pourra pas l’oublier.",
  "identity.involved":
    "L’une de ces personnes est-elle mêlée à cette affaire ? Ne vous sentez-vous pas en sécurité avec elle ? Alors, retirez-la. Elle ne pourra pas non plus lire votre signalement.",
  "identity.keeps": "Garde une partie de la clé",
  "identity.out": "Retirée : ne garde rien",
  "identity.nobody-title": "Il ne reste personne pour la garder",
  "identity.nobody":
    "Sans ces personnes, nul ne pourrait jamais l’ouvrir : rien n’en est donc envoyé. Remettez quelqu’un, ou continuez sans dire qui vous êtes.",
  "identity.name": "Votre nom",
  "identity.reach": "Comment vous joindre sans danger",
  "identity.reach-hint":
    "Par exemple un numéro de téléphone ou une adresse où personne d’autre ne lit ni n’écoute.",
  "identity.contact": "Ce qu’il faut savoir pour vous contacter",
  "identity.contact-hint": "Par exemple quand, dans quelle langue, ou ce qu’il ne faut pas dire.",
  "identity.empty": "Écrivez dans l’un de ces champs, ou revenez et répondez non.",
  "identity.too-long": "C’est trop long. Raccourcissez.",
  "identity.tell-title": "Dire qui vous êtes",

  "case.identity-title": "Qui vous êtes",
  "case.identity-none": "Vous n’avez pas dit qui vous êtes. Rien ne vous y oblige.",
  "case.identity-left": "Le {day}, vous avez dit qui vous êtes, dans une enveloppe à part.",
  "case.identity-withdrawn":
    "Le {day}, vous avez repris ce que vous aviez dit de vous. L’enveloppe a été supprimée.",
  "case.identity-tell": "Dire qui vous êtes",
  "case.identity-change": "Le dire autrement",
  "case.identity-take-back": "Reprendre ce que j’ai dit de moi",
  "case.identity-taking": "Reprise en cours…",
  "case.you-left-with": "Vous avez aussi dit qui vous êtes, dans une enveloppe à part.",
  "case.you-left-identity": "Vous avez dit qui vous êtes, dans une enveloppe à part",
  "case.you-withdrew-identity": "Vous avez repris ce que vous aviez dit de vous",
  "case.release-request": "{name} a demandé à savoir qui vous êtes",
  "case.release-reason": "La raison donnée :",
  "case.release-approved": "{name} a accepté que l’enveloppe soit ouverte",
  "case.release-refused": "{name} n’a pas accepté que l’enveloppe soit ouverte",
  "case.release-opened": "{name} a ouvert l’enveloppe et sait maintenant qui vous êtes",
  "case.waiting":
    "Cela a été décidé, et personne de l’équipe ne l’a encore inscrit dans votre signalement.",
  "case.unasked-title": "On vous a caché quelque chose",
  "case.unasked":
    "Une demande pour savoir qui vous êtes a été tranchée par {names}, et cette demande n’est pas dans votre dossier. On aurait dû vous le dire. Vous pouvez interroger l’équipe, ou reprendre ce que vous avez dit de vous.",
  "case.forged":
    "Le serveur a montré une réponse à votre sujet qu’aucune de ces personnes n’a signée. Elle ne change rien.",
} as const satisfies Translation<OwnCaseMessages>;
