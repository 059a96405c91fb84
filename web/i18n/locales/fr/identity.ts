/** The part of the members’ texts that is about who a reporter is, and who is told, in French. */
import type { IdentityMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const identities = {
  "identity.title": "Qui est l’auteur du signalement",
  "identity.no-custodian":
    "La question n’a pas été posée : personne ne garde les identités pour cette équipe, ou l’auteur a retiré toutes ces personnes.",
  "identity.none": "L’auteur du signalement n’a pas dit qui il est.",
  "identity.withdrawn": "Le {day}, l’auteur a repris son identité. L’enveloppe a été supprimée.",
  "identity.left": "Le {day}, l’auteur a laissé son identité, dans une enveloppe à part.",
  "identity.keepers": "Gardée par : {names}. Accords nécessaires : {threshold} sur {all}.",
  "identity.you-keep": "Vous en faites partie. Vous ne pouvez pas décider de votre propre demande.",
  "identity.never":
    "Sans vous, ces personnes sont trop peu nombreuses : une demande de votre part ne peut pas aboutir. Un·e collègue doit la faire.",
  "identity.ask": "Demander qui est l’auteur",
  "identity.reason": "Pourquoi vous devez le savoir",
  "identity.warning":
    "L’auteur lira cette raison, et les personnes qui gardent l’identité aussi. Elles ne voient rien d’autre du signalement : n’en dites rien qu’elles ne doivent savoir.",
  "identity.reason-missing": "Écrivez une raison. Rien n’est demandé sans elle.",
  "identity.send": "Demander, et le dire à l’auteur",
  "identity.asked": "Demande envoyée. L’auteur peut la voir.",
  "identity.recorded": "Ce qui a été décidé figure maintenant dans la conversation.",
  "identity.told": "L’auteur peut voir que l’enveloppe a été ouverte.",
  "identity.request": "Demande de {name}, le {day} :",
  "identity.progress": "Accords : {approved} sur {threshold} nécessaires.",
  "identity.waiting-for": "Pas encore décidé : {names}.",
  "identity.agreed": "Accord de {name}, le {day}.",
  "identity.refused": "Refus de {name}, le {day} : {reason}",
  "identity.no-more": "Le nombre d’accords nécessaire ne peut plus être atteint.",
  "identity.void": "L’auteur l’a reprise ou dite autrement depuis : cette demande est terminée.",
  "identity.open": "Lire qui est l’auteur",
  "identity.open-warning": "L’auteur verra que vous l’avez lue.",
  "identity.again": "Afficher de nouveau",
  "identity.opened": "Ouverte par {name}, le {day}.",
  "identity.short": "Il n’y a pas assez de parties de la clé qui conviennent. Rien n’a été ouvert.",
  "identity.wrong":
    "Ces parties ne sont pas celles que l’auteur a faites : {names}. Prévenez votre coordination, autrement que par cette page.",
  "identity.only-here":
    "Elle est affichée ici et n’est conservée nulle part. Ne la recopiez ni dans les notes ni dans les réponses.",
  "identity.hide": "Masquer",
  "identity.name": "Nom",
  "identity.reach": "Comment les joindre sans danger",
  "identity.contact": "Pour les contacter",
  "identity.not-said": "Non précisé",
  "identity.forged":
    "Le serveur a montré une décision qu’aucune personne habilitée n’a signée. On ne s’y fie pas.",
  "identity.failed": "Cela n’a pas fonctionné. {reason}",

  "releases.title": "Qui demande l’identité d’un auteur",
  "releases.lead":
    "Vous voyez qui demande et pourquoi, et rien du signalement. L’auteur voit la demande et votre réponse.",
  "releases.none": "Personne ne vous a rien demandé.",
  "releases.refresh": "Chercher de nouvelles demandes",
  "releases.loading": "Récupération des demandes et vérification des signatures.",
  "releases.failed": "Cela n’a pas fonctionné. {reason}",
  "releases.done": "Votre réponse est enregistrée. L’auteur peut la voir.",
  "releases.asks": "Demande de {name}, le {day}",
  "releases.case": "Dossier {case}, {desk}",
  "releases.reason": "La raison :",
  "releases.not-chosen":
    "L’auteur n’a pas adressé le signalement à {name}. Cette personne a pu y avoir accès plus tard. Renseignez-vous autrement avant d’accepter.",
  "releases.needed": "Accords nécessaires : {threshold} sur {all}.",
  "releases.agree": "Accepter…",
  "releases.agree-to": "Accepter la demande de {name} sur {case}…",
  "releases.refuse": "Refuser…",
  "releases.refuse-to": "Refuser la demande de {name} sur {case}…",
  "releases.confirm": "Donner à {name} votre partie de la clé ? Ce geste est définitif.",
  "releases.confirm-agree": "Oui, j’accepte",
  "releases.why": "Pourquoi vous refusez",
  "releases.why-hint":
    "L’auteur et la personne qui demande le lisent. Le serveur peut le lire aussi.",
  "releases.why-missing": "Choisissez une raison.",
  "releases.send-refusal": "Répondre que je refuse",
  "releases.agreed": "Vous avez accepté.",
  "releases.not-agreed": "Vous avez refusé : {reason}",
  "releases.key-lost-title": "Cette demande ne peut pas être ouverte",
  "releases.key-lost":
    "La demande, ou votre partie de la clé, est abîmée ou perdue sur le serveur. On ne peut pas y répondre. Prévenez la personne qui gère ce service.",
  "releases.broken-title": "Cette demande n’est pas fiable",
  "releases.broken":
    "Elle n’est pas signée par la personne qu’elle nomme, ou votre partie de la clé ne lui correspond pas. On ne peut pas y répondre. Prévenez la personne qui gère ce service, autrement que par cette page.",
} as const satisfies Translation<IdentityMessages>;
