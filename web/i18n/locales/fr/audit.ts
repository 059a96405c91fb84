/** The part of the members’ texts that is about the audit log, in French. */
import type { AuditMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const auditing = {
  "audit.title": "Registre des actes",
  "audit.lead":
    "Chaque acte important est inscrit par la personne qui l’a fait et signé avec sa propre clé. Cette page vérifie tout le registre dans votre navigateur : le serveur ne peut ni changer, ni retirer, ni ajouter une inscription sans que cela se voie.",
  "audit.checking": "Vérification du registre.",
  "audit.progress": "{read} inscriptions vérifiées sur {of}",
  "audit.stop": "Arrêter la vérification",
  "audit.stopped": "Arrêté. Le registre n’a pas été vérifié jusqu’au bout.",
  "audit.again": "Vérifier de nouveau",
  "audit.download": "Télécharger le registre",
  "audit.failed": "Le registre n’a pas pu être vérifié",
  "audit.whole-title": "Le registre est entier",
  "audit.whole": {
    one: "{count} inscription, signée par son auteur et à sa place.",
    many: "{count} inscriptions, chacune signée par son auteur et à sa place.",
    other: "{count} inscriptions, chacune signée par son auteur et à sa place.",
  },
  "audit.broken-title": "Le registre n’est pas tel qu’il a été écrit",
  "audit.broken": "Téléchargez-le et conservez-le. Prévenez votre coordinateur par un autre moyen.",
  "audit.missing": "L’inscription {seq} manque.",
  "audit.missing-several": "Les inscriptions {seq} à {through} manquent.",
  "audit.reordered": "L’inscription {seq} n’est pas à sa place.",
  "audit.reordered-several": "Les inscriptions {seq} à {through} ne sont pas à leur place.",
  "audit.inserted":
    "À l’inscription {seq}, il y en a une de trop : quelqu’un l’a ajoutée après coup.",
  "audit.inserted-several":
    "Aux inscriptions {seq} à {through}, il y en a de trop : quelqu’un les a ajoutées après coup.",
  "audit.changed":
    "L’inscription {seq} n’est pas celle qui se trouvait là : la suivante, ou une visite précédente, le montre.",
  "audit.changed-several":
    "Les inscriptions {seq} à {through} ne sont pas celles qui se trouvaient là.",
  "audit.back-dated":
    "L’inscription {seq} porte un jour antérieur à celui d’une inscription qui la précède.",
  "audit.back-dated-several":
    "Les inscriptions {seq} à {through} portent des jours antérieurs à ceux d’inscriptions qui les précèdent.",
  "audit.unsigned": "Aucune signature ne tient sur l’inscription {seq}.",
  "audit.unsigned-several": "Aucune signature ne tient sur les inscriptions {seq} à {through}.",
  "audit.unknown-member":
    "L’inscription {seq} vient d’une personne qui n’était pas membre à ce moment-là.",
  "audit.unknown-member-several":
    "Les inscriptions {seq} à {through} viennent de personnes qui n’étaient pas membres à ce moment-là.",
  "audit.truncated":
    "L’inscription {seq} a déjà été vue et n’est plus là : le registre a été coupé.",
  "audit.truncated-several":
    "Les inscriptions {seq} à {through} étaient là et n’y sont plus : le registre a été coupé.",
  "audit.entries": "Inscriptions, la plus récente d’abord",
  "audit.empty": "Il n’y a pas encore d’inscription.",
  "audit.older": "Montrer des inscriptions plus anciennes",
  "audit.number": "Inscription {seq}",
  "audit.mark-signed": "Signature vérifiée",
  "audit.mark-unsigned": "La signature ne tient pas",
  "audit.mark-unknown": "Signé par personne que nous connaissions",
  "audit.unreadable": "Une inscription qui ne dit rien de lisible.",
  "audit.sign-in": "{name} s’est connecté·e.",
  "audit.case-opened": "{name} a ouvert le dossier {case}.",
  "audit.export": "{name} a sorti le dossier {case} de Tern.",
  "audit.grant": "{name} a donné accès au dossier {case} à {member}.",
  "audit.removal": "{name} a retiré {member} du dossier {case}.",
  "audit.release-request": "{name} a demandé qui a signalé le dossier {case}.",
  "audit.release-approval":
    "{name} a accepté que la personne qui a signalé le dossier {case} soit nommée.",
  "audit.release-refusal":
    "{name} a refusé que la personne qui a signalé le dossier {case} soit nommée.",
  "audit.release-opened": "{name} a lu qui a signalé le dossier {case}.",
  "audit.best-interests":
    "{name} a écrit pourquoi une étape est dans l’intérêt supérieur de l’enfant, dans le dossier {case}.",
  "audit.roster": "{name} a signé la version {version} de la liste des personnes et des bureaux.",
  "audit.invitation": "{name} a invité quelqu’un.",
  "audit.passphrase-changed": "{name} a changé de phrase de passe.",
  "audit.recovered": "{name} est revenu·e sans sa phrase de passe et en a pris une nouvelle.",
  "audit.keys-rotated": "{name} a commencé à utiliser une nouvelle clé.",
  "audit.second-factor-added": "{name} a ajouté une deuxième étape à sa connexion.",
  "audit.second-factor-removed": "{name} a retiré une deuxième étape de sa connexion.",
  "audit.left": "{name} est parti·e.",
  "audit.revocation":
    "{name} a mis fin à l’appartenance de {member} par la version {version} de la liste. Motif : {reason}.",
  "audit.second-factor-reset": "{name} a réinitialisé la deuxième étape de connexion de {member}.",
  "audit.recovery-key": "{name} a fait une nouvelle clé de secours.",
  "audit.passkey-unlock-added": "{name} a laissé une clé d’accès déverrouiller ses clés.",
  "audit.passkey-unlock-removed":
    "{name} a mis fin au déverrouillage de ses clés par une clé d’accès.",
  "audit.colleagues-added": "{name} a choisi des collègues qui peuvent l’aider à revenir.",
  "audit.colleagues-removed": "{name} ne veut plus revenir grâce à des collègues.",
  "audit.recovery-approval": "{name} a accepté que {member} revienne.",
  "audit.recovery-refusal": "{name} a refusé que {member} revienne.",
  "audit.refused": "Actes que le serveur a refusés",
  "audit.refused-lead":
    "La note du serveur sur ce que des membres ont demandé sans en avoir le droit. Personne ne la signe, et elle ne prouve rien à elle seule.",
  "audit.refused-none": "Aucun.",
  "audit.refused-one": {
    one: "{name}, {count} fois",
    many: "{name}, {count} fois",
    other: "{name}, {count} fois",
  },

  "lists.title": "Quelqu’un a travaillé avec une autre liste de personnes",
  "lists.what":
    "Des entrées de ce dossier ont été écrites sous une liste de personnes et de bureaux qui ne figure pas dans l’historique de l’organisation tel que cette page l’a reçu. Leurs auteurs ou vous avez vu une fausse liste. Parlez-leur par un autre moyen et prévenez votre coordinateur.",
  "lists.by": "Auteurs de ces entrées : {names}.",
} as const satisfies Translation<AuditMessages>;
