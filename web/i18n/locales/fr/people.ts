/** The part of the members’ texts that is about people, in French. */
import type { PeopleMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const people = {
  "place.people": "Personnes",
  "people.title": "Personnes",
  "people.lead":
    "La liste signée de toutes les personnes qui peuvent lire des signalements, et de qui fait quoi. Chaque modification est une nouvelle liste, signée avec votre clé.",
  "people.loading": "Lecture de la liste et des invitations.",
  "people.failed": "Les personnes n’ont pas pu être affichées. {reason}",
  "people.version": "Liste numéro {version}, valable jusqu’au {day}.",
  "people.not-delegated-title": "Vous ne pouvez pas signer la liste",
  "people.not-delegated":
    "La clé de l’organisation ne vous a pas désigné pour cela. Vous pouvez tout regarder ici. Une coordination qui peut signer doit faire les modifications.",
  "people.no-desk": "Dans aucune équipe",
  "people.you": "{name} (vous)",
  "people.left": "Partie ou parti le {day}",
  "people.key-until": "Sa clé de scellement est valable jusqu’au {day}.",
  "people.delegated": "Peut signer la liste.",
  "people.change": "Modifier",
  "people.change-name": "Modifier {name}",
  "people.roles": "Ce que fait cette personne",
  "people.desks": "Équipes",
  "people.save": "Signer et publier la modification",
  "people.busy": "Signature et publication…",
  "people.done": "La nouvelle liste est en vigueur.",
  "people.not-done": "Rien n’a été modifié. {reason}",
  "people.refresh": "Chercher ce qui a changé",
  "people.put-away": "Fermer",
  "people.role-missing": "Choisissez au moins une réponse.",
  "people.desk-missing":
    "Choisissez au moins une équipe : qui lit des signalements ou garde des identités le fait pour une équipe.",
  "people.revoke": "Retirer de la liste…",
  "people.revoke-title": "Retirer {name} de la liste ?",
  "people.revoke-what":
    "Dès aujourd’hui, rien ne lui est plus scellé, la connexion est impossible, et rien de ce qui porte sa signature ne compte. Ce qui a été lu reste connu. Cela ne peut pas être annulé : pour revenir, il faut une nouvelle invitation.",
  "people.revoke-delegated":
    "Cette personne peut signer la liste jusqu’au {day}, même retirée. Demandez une nouvelle délégation sans elle à qui détient la clé de l’organisation.",
  "people.revoke-confirm": "Retirer {name} de la liste",
  "people.revoke-reason": "Pour quelle raison ?",
  "people.revoke-reason-hint":
    "Elle figure dans le journal d’audit, que lisent les coordinateurs et les auditeurs. Rien d’autre n’est conservé que la réponse choisie.",
  "people.revoke-reason-missing": "Choisissez une raison.",
  "revocation.left": "Départ",
  "revocation.changed-duties": "Changement de fonctions",
  "revocation.lost-keys": "Perte d’un appareil ou des clés",
  "revocation.conduct-review": "Conduite en cours d’examen",
  "revocation.other": "Une autre raison",
  "held.looking": "Décompte des dossiers que cette personne peut lire…",
  "held.failed": "Ses dossiers n’ont pas pu être comptés. {reason}",
  "held.again": "Compter de nouveau",
  "held.none": "Cette personne ne peut lire aucun dossier.",
  "held.count": {
    one: "Cette personne peut lire {count} dossier.",
    many: "Cette personne peut lire {count} dossiers.",
    other: "Cette personne peut lire {count} dossiers.",
  },
  "held.shared":
    "Quelqu’un d’autre peut lire chacun d’eux. La prochaine personne qui y écrit crée de nouvelles clés, que {name} ne reçoit pas.",
  "held.alone-title": {
    one: "{count} dossier que seul·e {name} peut lire",
    many: "{count} dossiers que seul·e {name} peut lire",
    other: "{count} dossiers que seul·e {name} peut lire",
  },
  "held.alone-how":
    "Faites-les transmettre d’abord : {name} se connecte, va à « {place} » et confie chaque dossier à un·e collègue. Comptez ensuite de nouveau.",
  "held.alone-cannot":
    "Si ce n’est pas possible, plus personne ne pourra lire ces dossiers. La question vous est posée encore une fois avant cela.",
  "held.agree-title": {
    one: "Ne laisser {count} dossier à personne, définitivement ?",
    many: "Ne laisser {count} dossiers à personne, définitivement ?",
    other: "Ne laisser {count} dossiers à personne, définitivement ?",
  },
  "held.agree":
    "Il n’en reste alors aucune clé : ni dans votre organisation, ni chez qui exploite ce service. Les personnes qui ont signalé peuvent encore lire ce qui a été écrit, mais personne ne répondra. Cela ne peut pas être annulé.",
  "held.agree-revoke": "Abandonner ces dossiers et retirer {name} de la liste",
  "held.agree-assign": "Abandonner ces dossiers et signer la modification",
  "reset.open": "Réinitialiser sa deuxième étape…",
  "reset.title": "Réinitialiser la deuxième étape de {name} ?",
  "reset.what":
    "Ses clés d’accès et son authentificateur cessent de fonctionner, et toutes ses sessions prennent fin. À la prochaine connexion, une nouvelle deuxième étape peut être ajoutée. Cela n’ouvre rien : sa phrase secrète ou sa clé de récupération reste demandée.",
  "reset.check":
    "Parlez d’abord à {name}, par un moyen dont vous savez que c’est le sien. La demande pourrait venir de quelqu’un qui a sa phrase secrète.",
  "reset.logged": "Cela figure dans le journal d’audit, avec votre nom.",
  "reset.confirm": "Réinitialiser la deuxième étape de {name}",
  "reset.busy": "Réinitialisation…",
  "reset.done": "La deuxième étape de {name} est réinitialisée.",
  "invite.title": "Inviter quelqu’un",
  "invite.open": "Inviter quelqu’un…",
  "invite.name": "Son nom",
  "invite.name-hint": "Les personnes qui signalent le voient dans la liste de celles qui lisent.",
  "invite.name-missing": "Saisissez un nom de 120 caractères au plus.",
  "invite.handle": "Son nom de connexion",
  "invite.days": "Le lien est valable",
  "invite.days-count": { one: "{count} jour", many: "{count} jours", other: "{count} jours" },
  "invite.submit": "Créer le lien",
  "invite.busy": "Signature de l’invitation…",
  "invite.failed": "Il n’y a pas d’invitation. {reason}",
  "invite.link-title": "Le lien pour {name}",
  "invite.link-lead":
    "Il est montré maintenant, et plus jamais ensuite. Envoyez-le par un moyen que cette personne est seule à lire. Il fonctionne une fois, jusqu’au {day}.",
  "invite.link": "Lien",
  "invite.copy": "Copier le lien",
  "invite.copied": "Copié. Qui a le lien peut l’utiliser.",
  "invite.copy-failed": "Ce navigateur ne permet pas de copier. Sélectionnez le lien et copiez-le.",
  "invite.sent": "Je l’ai envoyé",
  "invitation.title": "Invitations",
  "invitation.none": "Personne n’est invité en ce moment.",
  "invitation.about": "{name}, nom de connexion {handle} : {roles}",
  "invitation.by": "Invitation de {name}.",
  "invitation.open": "En attente. Le lien est valable jusqu’au {day}.",
  "invitation.expired": "Personne n’a utilisé le lien. Il était valable jusqu’au {day}.",
  "invitation.joined": "A répondu le {day}, et vous attend.",
  "invitation.compare":
    "Appelez {name}, par un moyen dont vous êtes sûr, et comparez ces six mots. Ne confirmez que si les six sont les mêmes.",
  "invitation.words": "Les six mots de {name}",
  "invitation.match": "Les mots sont les mêmes : confirmer {name}",
  "invitation.differ": "Ils sont différents : refuser {name}",
  "invitation.elsewhere":
    "A répondu le {day}. Seule la personne suivante peut comparer les mots et confirmer : {name}.",
  "invitation.unsigned-title": "Le serveur montre une invitation qu’aucune coordination n’a signée",
  "invitation.unsigned":
    "N’en faites rien. Prévenez la personne qui gère ce service, par un autre moyen que cette page.",
  "invitation.not-theirs-title": "Ce qui est revenu par le lien de {name} n’est pas valable",
  "invitation.cancel": "Annuler l’invitation",
  "invitation.cancel-name": "Annuler l’invitation de {name}",
  "invitation.forget-name": "Oublier l’invitation de {name}",
  "invitation.forget": "L’oublier",
  "invitation.cancelled": "L’invitation n’existe plus, et son lien non plus.",
  "invitation.confirmed": "{name} est maintenant membre.",
  "own-key.title": "Votre clé de scellement a expiré",
  "own-key.lead":
    "Tant que son dernier jour est passé, personne ne peut envoyer de signalement à vos équipes ni en ouvrir. Créez une nouvelle clé : cela prend un instant, et ce que vous pouviez lire avant reste lisible ensuite.",
  "own-key.renew": "Créer une nouvelle clé",
  "own-key.busy": "Création d’une nouvelle clé…",
  "own-key.failed": "Il n’y a pas de nouvelle clé. {reason}",
  "own-key.waiting-title": "Votre nouvelle clé est en place",
  "own-key.waiting":
    "La clé de quelqu’un d’autre, ou la liste des personnes elle-même, a expiré aussi. Un coordinateur ou une coordinatrice voit laquelle après s’être connecté·e. Jusqu’à son renouvellement, rien ne peut être ouvert ici.",
  "own-key.look": "Regarder de nouveau",
  "expiry.title": "Ce qui arrive à échéance",
  "expiry.lapsed-title": "La liste des personnes n’est plus valable",
  "expiry.lapsed":
    "Depuis, aucun signalement ne peut être envoyé et aucun dossier ouvert, par personne. Renouvelez-la ici. Rien d’autre ne fonctionne d’ici là.",
  "expiry.roster": "La liste des personnes est valable jusqu’au {day}.",
  "expiry.delegation": "Le pouvoir de la signer est valable jusqu’au {day}.",
  "expiry.key":
    "La clé de scellement de {name} est valable jusqu’au {day}. Seule cette personne peut en créer une nouvelle, en se connectant. Une fois la date passée, plus personne ne peut envoyer de signalement : retirez-la de ses équipes avant.",
  "expiry.renew-lead":
    "Une liste renouvelée nomme les mêmes personnes. Elle est valable au plus tard jusqu’au {day}, car le pouvoir de la signer s’arrête alors.",
  "expiry.renew": "Renouveler la liste",
  "expiry.delegation-title": "Un nouveau pouvoir de signer",
  "expiry.delegation-how":
    "La personne qui détient la clé de l’organisation lance cette commande, sur la machine où la clé est gardée, et vous donne ce qu’elle affiche :",
  "expiry.paste": "Ce que la commande a affiché",
  "expiry.check": "Vérifier",
  "expiry.checked":
    "La clé de l’organisation l’a signé. Valable jusqu’au {day}. Peuvent signer la liste : {names}.",
  "expiry.unknown-member": "quelqu’un qui n’est pas sur la liste",
  "expiry.refused": "Cela ne peut pas être utilisé. {reason}",
  "expiry.publish": "Renouveler la liste avec",
} as const satisfies Translation<PeopleMessages>;
