/** Texts of the members’ page, in French: sign-in, inbox, case. */
import type { DeskMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";
import { colleagues } from "./colleagues.ts";
import { board } from "./board.ts";
import { casework } from "./casework.ts";
import { exporting } from "./export.ts";
import { notifying } from "./notifications.ts";
import { inbox } from "./inbox.ts";
import { feedback } from "./feedback.ts";
import { challenges } from "./challenges.ts";
import { keeping } from "./keeping.ts";
import { clocks } from "./clocks.ts";
import { law } from "./law.ts";
import { lockingFacts } from "./locked-facts.ts";
import { people } from "./people.ts";
import { protection } from "./protection.ts";
import { summarising } from "./summary.ts";

export const desk = {
  ...people,
  ...colleagues,
  ...casework,
  ...exporting,
  ...summarising,
  ...lockingFacts,
  ...notifying,
  ...inbox,
  ...board,
  ...challenges,
  ...feedback,
  ...keeping,
  ...clocks,
  ...law,
  ...protection,
  "page.title": "Espace des membres",

  "sign-in.title": "Se connecter",
  "sign-in.lead":
    "Pour les membres de l’organisation. Si vous voulez signaler quelque chose, utilisez plutôt la page de signalement.",
  "sign-in.report-instead": "Aller à la page de signalement",
  "sign-in.handle": "Votre nom de connexion",
  "sign-in.handle-hint": "Lettres minuscules, chiffres, points et tirets.",
  "sign-in.handle-missing": "Saisissez votre nom de connexion.",
  "sign-in.handle-shape":
    "Un nom de connexion a de 2 à 48 lettres minuscules, chiffres, points ou tirets. Vérifiez votre saisie.",
  "sign-in.passphrase": "Votre phrase de passe",
  "sign-in.passphrase-hint":
    "Tous ses mots, tels qu’ils vous ont été remis. Elle ne quitte jamais cet appareil.",
  "sign-in.passphrase-missing": "Saisissez votre phrase de passe.",
  "sign-in.show-passphrase": "Afficher la phrase de passe",
  "sign-in.submit": "Se connecter",
  "sign-in.busy": "Connexion en cours…",
  "sign-in.step-preparing": "Préparation de la connexion.",
  "sign-in.step-stretching":
    "Calcul de votre clé à partir de la phrase de passe. Cela prend un moment.",
  "sign-in.step-proving": "Demande d’accès au serveur.",
  "sign-in.step-paying":
    "Ce nom est très sollicité en ce moment : cela prend un peu plus de temps.",
  "sign-in.step-unlocking": "Déverrouillage de vos clés sur cet appareil.",
  "sign-in.step-roster": "Vérification de la liste signée des membres.",
  "sign-in.step-saving": "Enregistrement de la version la plus récente de la liste des membres.",
  "sign-in.step-logging": "Inscription de votre connexion au registre des actes…",
  "sign-in.refused-title": "La connexion n’a pas abouti",
  "sign-in.credentials":
    "Ce nom et cette phrase de passe ne vont pas ensemble. Vérifiez les deux et réessayez.",
  "sign-in.roster-title": "Impossible de se fier à la liste des membres",
  "sign-in.roster-refused":
    "Rien n’a été ouvert. Communiquez ce qui est écrit ici à la personne qui gère ce service, par un autre moyen que cette page.",
  "sign-in.roster-which": "Ce qui a échoué : {reason}",
  "sign-in.left": "Votre adhésion a pris fin, et vous êtes déconnecté·e partout.",
  "sign-in.signed-out":
    "Vous avez quitté votre session. Les clés et tout ce qui était affiché ont été effacés de cette page.",

  "second-factor.title": "Une preuve de plus que c’est bien vous",
  "second-factor.lead":
    "Votre phrase de passe est la bonne. Utilisez votre clé d’accès, ou le code que votre authentificateur affiche en ce moment.",
  "second-factor.elsewhere":
    "Votre clé d’accès appartient à une autre adresse de ce service : elle ne peut pas servir sur cette page.",
  "second-factor.use-passkey": "Utiliser votre clé d’accès",
  "second-factor.no-passkey":
    "Aucune clé d’accès n’a été utilisée. Réessayez, ou utilisez un autre moyen.",
  "second-factor.code": "Code de votre authentificateur",
  "second-factor.code-hint":
    "Six chiffres. Ils changent toutes les trente secondes, et chaque code ne sert qu’une fois.",
  "second-factor.code-shape":
    "Un code a six chiffres. Regardez votre authentificateur et tapez le plus récent.",
  "second-factor.use-code": "Se connecter avec ce code",
  "second-factor.lost": "J’ai perdu ma deuxième preuve",
  "second-factor.lost-what":
    "Avec votre phrase de passe, la clé de récupération imprimée vous laisse entrer pour ajouter une autre preuve. Toutes les autres cessent alors de fonctionner.",
  "second-factor.lost-failed":
    "Ce n’est pas la dernière clé de récupération imprimée. Relisez chaque mot.",
  "second-factor.use-recovery": "Utiliser la clé de récupération",
  "second-factor.give-up": "Ne pas se connecter",
  "second-factor.failed":
    "Cela ne correspond pas, ou plus de deux minutes ont passé. Réessayez avec un nouveau code.",
  "sign-in.step-second-factor": "En attente de votre seconde preuve.",

  "place.title": "Rubriques",
  "place.inbox": "Boîte de réception",
  "place.leaving": "Partir",
  "place.nowhere-title": "Rien ici pour votre rôle",
  "place.nowhere": "Votre rôle ne vous donne encore rien à faire sur cette page.",
  "frame.signed-in-as": "Session de {name}",
  "frame.sign-out": "Se déconnecter",
  "frame.keys": "Clavier",
  "locked.title": "Cette page est verrouillée",
  "locked.text":
    "Rien n’a été tapé ni déplacé pendant 10 minutes : les clés et tout ce qui était affiché ont été effacés. {name}, tapez votre phrase de passe pour reprendre où vous étiez.",
  "locked.drafts-sealed":
    "Ce que vous aviez écrit sans l’envoyer est scellé jusqu’au déverrouillage.",
  "locked.drafts-lost":
    "Ce que vous aviez écrit sans l’envoyer n’a pas pu être scellé à temps : c’est perdu.",
  "locked.unlock": "Déverrouiller",
  "locked.busy": "Déverrouillage…",
  "locked.use-passkey": "Déverrouiller avec votre clé d’accès",
  "locked.no-passkey":
    "La clé d’accès n’a pas déverrouillé cette page. Réessayez, ou tapez votre phrase de passe.",
  "idle.title": "Cette page se verrouille dans une minute",
  "idle.text":
    "Rien n’a été tapé ni déplacé pendant 9 minutes. Au verrouillage, les clés disparaissent ; un texte non envoyé est scellé jusqu’à ce que vous déverrouilliez.",
  "idle.stay": "Garder la session ouverte",

  "proofs.needed-title": "Ajoutez d’abord une seconde preuve",
  "proofs.needed":
    "Votre rôle demande plus qu’une phrase de passe. Ajoutez une clé d’accès ou un authentificateur ; ensuite vous pourrez continuer.",
  "proofs.added": "C’est ajouté. Désormais, elle vous sera demandée à la connexion.",
  "proofs.removed": "C’est retiré. Les sessions ouvertes ailleurs sont closes.",
  "proofs.session-ended": "Cette session est close.",
  "factors.title": "Secondes preuves",
  "factors.lead":
    "En plus de votre phrase de passe : pour que quelqu’un qui n’a qu’elle ne puisse pas se connecter à votre place.",
  "factors.none": "Vous n’en avez pas encore.",
  "factors.passkey": "Clé d’accès {number}, pour {host}, ajoutée le {day}",
  "factors.authenticator": "Authentificateur, ajouté le {day}",
  "factors.remove": "Retirer",
  "factors.remove-passkey": "Retirer la clé d’accès {number}",
  "factors.remove-authenticator": "Retirer l’authentificateur",
  "factors.last-stays":
    "Votre rôle en exige une : la dernière reste donc. Ajoutez-en une autre avant de la retirer.",
  "factors.no-host-name":
    "Les clés d’accès demandent une page qui a un nom, et l’adresse de cette page n’est qu’un numéro. Utilisez un authentificateur, ou ouvrez cette page par son nom.",
  "factors.not-supported": "Ce navigateur n’a pas de clés d’accès. Utilisez un authentificateur.",
  "factors.not-made":
    "Aucune clé d’accès n’a été ajoutée. Réessayez, ou utilisez un authentificateur.",
  "factors.add-passkey": "Ajouter une clé d’accès",
  "factors.add-authenticator": "Ajouter un authentificateur",
  "factors.replace-authenticator": "Remplacer l’authentificateur",
  "unlock.let": "La laisser déverrouiller cette page",
  "unlock.let-passkey": "Laisser la clé d’accès {number} déverrouiller cette page",
  "unlock.explained":
    "Quand cette page se sera verrouillée, cette clé d’accès la rouvrira sans votre phrase de passe. Quiconque a cet appareil et son code, l’empreinte ou le visage qui l’ouvre peut ouvrir vos clés et lire ce que vous pouvez lire. Pour vous connecter, il faut toujours votre phrase de passe. Vous pouvez y mettre fin à tout moment.",
  "unlock.turn-on": "Activer",
  "unlock.leave-off": "Ne pas activer",
  "unlock.not-derived":
    "Rien n’a été activé. La clé d’accès n’a pas été utilisée, ou elle ne le permet pas. Votre phrase de passe fonctionne comme avant.",
  "unlock.on": "Elle déverrouille cette page sans votre phrase de passe.",
  "unlock.stop": "Ne plus la laisser déverrouiller",
  "unlock.stop-passkey": "Ne plus laisser la clé d’accès {number} déverrouiller cette page",
  "unlock.added": "C’est activé. Cette clé d’accès déverrouille désormais cette page.",
  "unlock.removed": "C’est désactivé. Cette clé d’accès n’ouvre plus vos clés.",
  "authenticator.title": "Ajouter un authentificateur",
  "authenticator.lead":
    "Un authentificateur est une application qui affiche un nouveau code toutes les trente secondes. Faites-lui lire ce carré, ou tapez-y la clé. Puis tapez le code qu’elle affiche.",
  "authenticator.square-code":
    "Code carré qui contient la clé ci-dessous, à faire lire par un authentificateur",
  "authenticator.key":
    "La clé, si votre authentificateur ne peut pas lire le carré. Elle n’est affichée que maintenant.",
  "authenticator.code": "Le code qu’il affiche maintenant",
  "authenticator.add": "L’ajouter",
  "authenticator.close": "Pas maintenant",
  "sessions.title": "Vos sessions ouvertes",
  "sessions.lead": "Par jour seulement : ni appareil ni lieu n’est gardé.",
  "sessions.this": "Cette page, depuis le {day}, {proof}",
  "sessions.other": "Ailleurs, depuis le {day}, {proof}",
  "sessions.proof-none": "avec la phrase de passe seule",
  "sessions.proof-passkey": "avec une clé d’accès",
  "sessions.proof-totp": "avec un code",
  "sessions.proof-recovery": "avec la clé de récupération, pour ajouter une autre preuve",
  "sessions.end": "S’y déconnecter",
  "sessions.end-which": "S’y déconnecter (numéro {number} de cette liste)",
  "sessions.everywhere": "Se déconnecter partout",
  "failed-tries.title": {
    one: "{count} seconde preuve a échoué avant votre connexion",
    many: "{count} secondes preuves ont échoué avant votre connexion",
    other: "{count} secondes preuves ont échoué avant votre connexion",
  },
  "failed-tries.text":
    "Quelqu’un a tapé votre phrase de passe, puis a échoué. Si ce n’était pas vous, quelqu’un la connaît : changez-la et dites-le à la personne qui coordonne.",
  "failed-tries.seen": "J’ai lu ceci",

  "keys.title": "Touches de cette page",
  "keys.lead":
    "Elles agissent quand vous n’écrivez pas dans un champ. Tout est aussi accessible avec la touche Tab.",
  "keys.next": "Dossier suivant",
  "keys.previous": "Dossier précédent",
  "keys.open": "Ouvrir le dossier",
  "keys.search": "Chercher dans la boîte de réception",
  "keys.keys": "Afficher ces touches",
  "keys.reply": "Dans un dossier : écrire à l’auteur du signalement",
  "keys.note": "Dans un dossier : écrire une note interne",
  "keys.back": "Dans un dossier : revenir à la boîte de réception",
  "keys.or": "ou",
  "keys.sign-enter": "Entrée",
  "keys.sign-escape": "Échap",
  "keys.turn-off": "Désactiver ces touches",
  "keys.turn-on": "Activer ces touches",
  "keys.off": "Ces touches sont désactivées jusqu’à votre déconnexion.",
  "keys.close": "Fermer",

  "chip.urgent": "Urgent",
  "chip.news": "Nouveau",
  "chip.unanswered": "Sans réponse depuis le {day}",
  "chip.unverified": "Non vérifié",
  "chip.older": "Plus ancien que vu",
  "chip.key-lost": "Impossible à ouvrir",
  "chip.received": "Reçu le {day}",
  "chip.acknowledged": "Réception confirmée le {day}",
  "chip.due": "Échéance le {day}",
  "chip.due-today": "Échéance aujourd’hui",
  "chip.overdue": {
    one: "En retard de {count} jour",
    many: "En retard de {count} de jours",
    other: "En retard de {count} jours",
  },
  "chip.feedback": "Retour d’informations donné le {day}",
  "chip.closed": "Clos le {day}",
  "chip.withdrawn": "Retiré le {day}",

  "channel.trafficking": "Traite des êtres humains",
  "channel.custody_abduction": "Garde ou enlèvement",
  "channel.abuse_neglect_exploitation": "Maltraitance, négligence ou exploitation",
  "channel.professional_disclosure": "Alerte professionnelle",

  "standing.received": "Reçu",
  "standing.acknowledged": "Réception confirmée",
  "standing.closed": "Clos",
  "standing.withdrawn": "Retiré",

  "case.untitled": "Dossier dont le résumé n’a pas pu être ouvert",
  "case.loading": "Récupération du dossier et vérification de chaque entrée.",
  "case.opened": "Le dossier est ouvert.",
  "case.refresh": "Voir s’il y a de nouvelles entrées",
  "case.refreshed": {
    one: "{count} nouvelle entrée.",
    many: "{count} de nouvelles entrées.",
    other: "{count} nouvelles entrées.",
  },
  "case.meanwhile": {
    one: "Entre-temps, {count} entrée que vous n’aviez pas vue était arrivée, d’un collègue ou de l’auteur du signalement. Regardez-la.",
    many: "Entre-temps, {count} d’entrées que vous n’aviez pas vues étaient arrivées, de collègues ou de l’auteur du signalement. Regardez-les.",
    other:
      "Entre-temps, {count} entrées que vous n’aviez pas vues étaient arrivées, de collègues ou de l’auteur du signalement. Regardez-les.",
  },
  "case.nothing-new": "Rien de nouveau.",
  "case.number": "Numéro du dossier",
  "case.desk": "Équipe",
  "case.channel": "Domaine",
  "case.language": "Écrit en",
  "case.standing": "État",
  "case.clocks": "Les dates qui comptent",
  "case.report": "Le signalement, dans les mots de son auteur",
  "case.no-report": "Le journal de ce dossier ne contient aucun signalement.",
  "case.failed": "Le dossier n’a pas pu être récupéré. {reason}",
  "case.told-otherwise-title": "Le serveur ne dit pas la même chose que le signalement",
  "case.was-urgent": "La personne a marqué ce signalement comme urgent. Le serveur dit que non.",
  "case.was-not-urgent":
    "La personne n’a pas marqué ce signalement comme urgent. Le serveur dit que si.",
  "case.was-other-desk":
    "La personne a envoyé ce signalement à une autre équipe que celle que le serveur indique.",
  "reply.also-acknowledges":
    "Cela confirme aussi, en votre nom, que le signalement est bien arrivé.",
  "case.broken-title": "Ce dossier n’a pas passé ses vérifications",
  "case.broken":
    "Rien ne peut être écrit ici. N’agissez pas sur ce qui manque ou a changé. Prévenez vos collègues et la personne qui gère ce service, par un autre moyen que cette page.",
  "case.broken-which": "Ce qui a échoué : {reason}",
  "case.broken-shown": "Ce qui avait été vérifié auparavant reste affiché ci-dessous.",
  "case.withdrawn-title": "L’auteur du signalement l’a retiré le {day}",
  "case.withdrawn":
    "Son code n’est plus valable : plus rien ne peut lui être envoyé. Vous pouvez encore garder des notes et clore le dossier.",
  "case.closed-title": "Ce dossier a été clos le {day}",
  "case.closed-why": "Motif : {reason}",

  "readers.title": "Qui peut lire ce dossier",
  "readers.you": "{name} (vous)",
  "readers.reporter": "L’auteur du signalement lit la conversation, jamais les notes.",
  "readers.excluded":
    "Personnes écartées par l’auteur du signalement avant de sceller ; elles n’ont aucune clé :",
  "readers.revoked": "{name} (n’est plus membre)",
  "readers.unknown": "Une personne absente de la liste des membres ({id})",
  "readers.roles": "{name} : {roles}",

  "readers.former": "Pouvaient le lire avant, et ne peuvent plus lire ce qui est nouveau :",
  "readers.recused": "{name}, retrait de son plein gré le {day}",
  "readers.removed": "{name}, accès retiré le {day}",
  "readers.left-out": "{name}, sans les nouvelles clés depuis le {day}",
  "readers.override-stands":
    "{by} a signé pour que {name} ait accès, contre le souhait de l’auteur du signalement. Une autre personne qui lit ce dossier doit donner l’accès.",
  "access.let-in": "Donner accès à une ou un collègue…",
  "access.take-out": "Retirer…",
  "access.take-out-name": "Retirer {name} de ce dossier",
  "access.take-out-now": "Retirer {name}",
  "access.take-out-means":
    "{name} perd toutes les clés de ce dossier, et de nouvelles clés sont créées pour les autres. Ce qui a été lu peut rester en mémoire. L’auteur du signalement voit ce retrait et sa raison.",
  "access.step-out": "Me retirer de ce dossier…",
  "access.step-out-now": "Me retirer de ce dossier",
  "access.step-out-means":
    "Vous perdez aussitôt toutes les clés de ce dossier. Seule une personne qui reste peut vous redonner accès. L’auteur du signalement voit que vous vous êtes retiré·e.",
  "access.who": "Qui d’autre doit lire ce dossier ?",
  "access.who-hint":
    "Cette personne lira tout depuis le début, notes comprises. L’auteur du signalement verra son nom.",
  "access.who-missing": "Choisissez une personne.",
  "access.other-desk":
    "{name} travaille dans un autre bureau que celui que l’auteur du signalement a choisi.",
  "access.excluded-hint": "{desks}. Retirée par l’auteur du signalement.",
  "access.excluded-title": "L’auteur du signalement a demandé que {name} ne lise pas ceci",
  "access.sign-first":
    "Deux d’entre vous doivent signer, chacun avec une raison, et l’auteur du signalement voit les deux. Vous seriez la première personne. {name} n’a accès que si une ou un collègue signe aussi.",
  "access.signed-by-you":
    "Vous avez déjà signé. Une ou un collègue doit maintenant donner accès à {name}. Vous pouvez signer à nouveau avec une autre raison.",
  "access.signed-by-other":
    "Une ou un collègue a déjà signé pour que {name} ait accès. Si vous donnez l’accès maintenant, il est immédiat, et l’auteur du signalement voit les deux noms et les deux raisons.",
  "access.grant": "Donner accès à ce dossier",
  "access.grant-name": "Donner accès à {name}",
  "access.override-name": "Signer pour que {name} puisse avoir accès",
  "access.reason": "Motif",
  "access.reason-hint":
    "L’auteur du signalement et toutes les personnes qui lisent ce dossier la verront.",
  "access.reason-missing": "Donnez une raison.",
  "access.cancel": "Ne rien changer",
  "access.gone": "Vous vous êtes retiré·e du dossier.",
  "access.failed": "Cela n’a pas été fait. {reason}",
  "leaving.title": "Partir",
  "leaving.lead":
    "Avant votre départ, chaque dossier que vous seul·e pouvez lire doit passer à une ou un collègue. Ce que d’autres lisent aussi reste avec eux.",
  "leaving.looking": "Recherche de ce que vous détenez.",
  "leaving.look": "Regarder à nouveau",
  "leaving.none": {
    one: "Vous détenez un dossier, et quelqu’un d’autre peut aussi le lire.",
    other: "Vous détenez {count} dossiers, et quelqu’un d’autre peut lire chacun d’eux.",
  },
  "leaving.only-you": {
    one: "Un dossier que vous seul·e pouvez lire",
    other: "{count} dossiers que vous seul·e pouvez lire",
  },
  "leaving.untitled": "Un dossier dont le résumé ne s’ouvre pas ({id})",
  "leaving.received": "{desk}, reçu le {day}",
  "leaving.give": "Confier des dossiers à une ou un collègue",
  "leaving.who": "Qui les reprend ?",
  "leaving.who-hint":
    "Cette personne lira tout depuis le début. Les auteurs des signalements le voient.",
  "leaving.colleague": "{name} ({desks})",
  "leaving.give-count": { one: "Confier un dossier", other: "Confier {count} dossiers" },
  "leaving.stop": "Arrêter après ce dossier",
  "leaving.stopped": "Arrêté. Ce qui a été confié le reste.",
  "leaving.progress": "{done} sur {count} confiés.",
  "leaving.failed-title": "Certains dossiers n’ont pas pu être confiés",
  "leaving.failed": "{title} : {reason}",
  "leaving.excluded":
    "{title} : l’auteur de ce signalement a demandé que cette personne ne le lise pas. Choisissez quelqu’un d’autre.",
  "leaving.nobody":
    "Il n’y a personne d’autre à qui les confier. Demandez d’abord à la coordination d’accueillir quelqu’un.",
  "leaving.end-title": "Mettre fin à votre adhésion",
  "leaving.end-lead":
    "Vous êtes déconnecté·e partout et ne pouvez plus vous connecter. La coordination signe ensuite une liste de membres sans vous, et les pages de vos collègues créent de nouvelles clés.",
  "leaving.not-yet": "Ce sera possible quand chaque dossier pourra être lu par quelqu’un d’autre.",
  "leaving.leave": "Mettre fin à mon adhésion…",
  "leaving.confirm-title": "Mettre fin à votre adhésion maintenant ?",
  "leaving.confirm":
    "D’ici, on ne peut pas revenir en arrière. Pour revenir, il faut une nouvelle invitation.",
  "leaving.confirm-now": "Mettre fin à mon adhésion maintenant",
  "leaving.stay": "Rester",
  "leaving.blocked-cases":
    "Un dossier ne pourrait plus être lu par personne. Regardez à nouveau, et confiez-le à une ou un collègue.",
  "leaving.blocked-desk":
    "Vous êtes la dernière personne à lire pour un bureau : ce qui lui est envoyé ne pourrait être lu par personne. Demandez d’abord à la coordination d’ajouter quelqu’un.",
  "leaving.blocked-coordinator":
    "Vous êtes la dernière personne à la coordination : personne ne pourrait signer la liste des membres sans vous. Donnez d’abord ce rôle à quelqu’un d’autre.",
  "access.overridden":
    "C’est noté. L’auteur du signalement peut le voir. Une ou un collègue doit maintenant donner l’accès.",
  "access.granted":
    "C’est fait. Cette personne peut lire le dossier, et l’auteur du signalement peut le voir.",
  "access.removed":
    "C’est fait. Cette personne ne peut plus rien lire de ce dossier, et l’auteur du signalement peut le voir.",
  "access.rekeyed": "De nouvelles clés ont été créées.",
  "conversation.title": "Conversation avec l’auteur du signalement",
  "conversation.lead": "L’auteur du signalement lit tout ce qui est dans cette colonne.",
  "conversation.empty": "Rien n’a été dit depuis le signalement.",
  "conversation.write": "Écrire à l’auteur du signalement",
  "notes.title": "Notes internes",
  "notes.lead": "L’auteur du signalement ne peut jamais lire cette colonne.",
  "notes.empty": "Il n’y a pas encore de note.",
  "notes.write": "Écrire une note interne",
  "notes.unavailable": "Les notes de ce dossier ne sont pas encore ouvertes. {reason}",
  "notes.opening": "Ouverture des notes de ce dossier.",
  "notes.open-again": "Réessayer d’ouvrir les notes",

  "notes.not-sealed-to-you": "Les notes de ce dossier n’ont pas été scellées pour vous",
  "notes.not-sealed-what":
    "Vous pouvez lire la conversation, mais vous ne pouvez rien écrire dans ce dossier. Prévenez vos collègues et la coordination, par un autre moyen que cette page.",
  "notes.not-sealed-by":
    "D’après le serveur, elles ont été ouvertes par {name}. Vous n’avez pas de clé pour le vérifier.",
  "readers.not-you": "Ce signalement ne vous nomme pas parmi les personnes qui le lisent",
  "readers.not-you-what":
    "Vous pouvez le lire, mais vous ne pouvez rien écrire dans ce dossier : aucune page ne l’accepterait. Prévenez la coordination.",

  "reply.label": "Vos mots à l’auteur du signalement",
  "reply.warning": "L’auteur du signalement lira ceci.",
  "reply.send": "Envoyer à l’auteur du signalement",
  "entry.notice": "{name} a envoyé un avis à l’auteur du signalement : {what}",
  "notice-name.OWN": "Vos propres mots",
  "notice-name.RECEIVED": "Reçu",
  "notice-name.NEED_MORE": "Il faut en savoir plus",
  "notice-name.PASSED_ON": "Transmis",
  "notice-name.UNDER_WAY": "Action en cours",
  "notice-name.NO_ACTION": "Pas d’action, et pourquoi",
  "notice.choose": "Ce qui est envoyé",
  "notice.choose-hint":
    "Un avis est dit à l’auteur du signalement dans la langue où il lit la page. Ce que vous ajoutez reste dans la vôtre.",
  "notice.recipient": "Transmis à",
  "notice.recipient-missing": "Dites à qui il a été transmis.",
  "notice.text-NEED_MORE": "Votre question",
  "notice.text-NO_ACTION": "Pourquoi rien n’est fait",
  "notice.text-more": "Davantage, avec vos propres mots (facultatif)",
  "notice.text-missing": "Cet avis a aussi besoin de vos mots.",
  "notice.preview": "Ce qui sera envoyé",
  "notice.theirs": "Comme l’auteur du signalement le lit, en {language}",
  "notice.own": "Dans votre langue",
  "notice.no-preview":
    "La langue de l’auteur du signalement n’a pas pu être chargée. Il lira tout de même l’avis dans sa langue.",
  "reply.sent": "Envoyé. L’auteur du signalement peut le lire dès maintenant.",
  "note.label": "Votre note interne",
  "note.warning": "Seules les personnes qui lisent ce dossier liront ceci.",
  "note.send": "Garder en interne",
  "note.sent": "Note gardée en interne.",
  "write.language": "Langue dans laquelle vous écrivez",
  "write.language-hint": "Langue du signalement : {language}.",
  "write.empty": "Écrivez d’abord quelque chose.",
  "write.busy": "Scellement et envoi…",
  "write.put-away": "Mettre de côté",
  "write.kept-draft": "Votre texte est gardé ici jusqu’à votre déconnexion.",
  "write.failed": "Rien n’a été envoyé. Votre texte est toujours là. {reason}",
  "write.conflict":
    "D’autres personnes écrivent en même temps dans ce dossier, et l’envoi n’a pas abouti après plusieurs essais. Votre texte est toujours là. Lisez ce qui est nouveau, puis réessayez.",
  "write.overtaken":
    "Quelqu’un d’autre a changé ce dossier entre-temps : ceci n’a pas été envoyé. Votre texte est gardé. Lisez d’abord ce qui est nouveau.",
  "write.unsendable":
    "Ces mots n’ont pas été envoyés, car l’auteur du signalement l’a retiré. Copiez-les si vous en avez besoin.",

  "acknowledge.title": "Dire à l’auteur du signalement que celui-ci est arrivé",
  "acknowledge.lead":
    "L’auteur du signalement verra la confirmation, avec votre nom, à son retour.",
  "acknowledge.first": "Ajouter un premier message (facultatif)",
  "acknowledge.submit": "Confirmer la réception",
  "acknowledge.done": "Réception confirmée. L’auteur du signalement peut le voir dès maintenant.",

  "interests.label": "Pourquoi est-ce dans l’intérêt supérieur de l’enfant ?",
  "interests.hint": "Pour les notes du dossier. L’auteur du signalement ne le voit pas.",
  "interests.missing": "Écrivez pourquoi, même en une phrase. Rien ne se fait sans cela.",

  "close.title": "Clore le dossier",
  "close.lead":
    "L’auteur du signalement voit le motif et vos mots, et peut toujours revenir avec son code.",
  "close.lead-withdrawn": "L’auteur du signalement l’a retiré et ne peut plus rien lire ici.",
  "close.open": "Clore le dossier…",
  "close.reason": "Motif",
  "close.reason-missing": "Choisissez un motif.",
  "close.words": "Vos mots à l’auteur du signalement (facultatif)",
  "close.review": "Passer à la dernière étape",
  "close.confirm-title": "Clore ce dossier ?",
  "close.confirm-reason": "L’auteur du signalement lira ce motif : {reason}",
  "close.confirm-words": "Et ces mots :",
  "close.confirm-no-words": "Et rien de plus.",
  "close.confirm": "Clore le dossier et le dire à l’auteur du signalement",
  "close.confirm-withdrawn": "Clore le dossier",
  "close.cancel": "Ne pas clore",
  "close.done": "Le dossier est clos.",

  "history.title": "Historique",
  "history.lead":
    "Toutes les entrées de ce dossier, dans l’ordre. L’entrée d’un membre n’est affichée qu’après vérification de sa signature.",
  "history.said": "Ce qui a été écrit",
  "history.conversation": "Conversation",
  "history.internal": "Interne",
  "history.identity": "Identité",
  "history.verified": "Signature vérifiée",
  "history.unsigned": "Les auteurs de signalement ne signent pas",
  "author.reporter": "L’auteur du signalement",
  "entry.report": "L’auteur du signalement l’a envoyé.",
  "entry.reporter-message": "L’auteur du signalement a écrit un message.",
  "entry.member-message": "{name} a écrit à l’auteur du signalement.",
  "entry.acknowledgement": "{name} a confirmé la réception du signalement.",
  "entry.closure": "{name} a clos le dossier : {reason}",
  "entry.receipt": "{name} a signé un reçu pour l’auteur du signalement.",
  "entry.withdrawal": "L’auteur du signalement l’a retiré.",
  "entry.opening":
    "{name} a ouvert le dossier et donné accès aux notes aux personnes choisies par l’auteur du signalement.",
  "entry.note": "{name} a écrit une note interne.",
  "entry.grant": "{name} a permis à {member} de lire ce dossier. Motif : {reason}",
  "entry.removal": "{name} a retiré {member} de ce dossier. Motif : {reason}",
  "entry.recusal": "{name} s’est retiré·e de ce dossier.",
  "entry.recusal-why": "{name} s’est retiré·e de ce dossier. Motif : {reason}",
  "entry.rekey":
    "{name} a créé de nouvelles clés pour les personnes qui peuvent lire ce dossier maintenant.",
  "entry.override":
    "{name} s’est prononcé·e contre le souhait de l’auteur du signalement que {member} ne lise pas ceci. Motif : {reason}",
  "entry.unknown":
    "Une entrée que cette version ne comprend pas ({type}). Elle ne change rien ici.",
  "entry.unknown-unnamed": "Une entrée que cette version ne comprend pas. Elle ne change rien ici.",
  "entry.refused":
    "Une entrée que son auteur n’a pas le droit d’écrire ici ({type}). Elle a été refusée et ne change rien.",

  "place.account": "Votre compte",
  "sign-in.lost": "J’ai perdu ma phrase de passe",
  "sign-in.recovered":
    "Votre compte est de nouveau à vous. Toutes les sessions sont fermées. Connectez-vous avec votre nouvelle phrase de passe.",

  "account.title": "Votre compte",
  "account.lead":
    "Comment vous entrez. Personne d’autre ne peut voir ni réinitialiser ce qui est ici.",
  "account.overtaken":
    "Vos clés ont été changées depuis une autre session entre-temps. Rien n’a été changé ici. Déconnectez-vous, reconnectez-vous, puis réessayez.",

  "passphrase.title": "Votre phrase de passe",
  "passphrase.lead":
    "La changer scelle vos clés à nouveau et ferme vos autres sessions. L’ancienne phrase de passe n’ouvre alors plus rien.",
  "passphrase.change": "Changer ma phrase de passe",
  "passphrase.made": "Votre nouvelle phrase de passe",
  "passphrase.keep":
    "Notez-la et gardez-la là où personne d’autre ne regarde. Elle n’est montrée qu’ici, et personne ne peut la retrouver.",
  "passphrase.another": "En faire une autre",
  "passphrase.choose-own": "Choisir la mienne à la place",
  "passphrase.take-made": "Prendre une phrase faite pour moi",
  "passphrase.own": "La phrase de passe que vous choisissez",
  "passphrase.own-hint":
    "Au moins six mots sans rapport entre eux, ni avec vous. Pas une citation.",
  "passphrase.again": "Tapez-la encore une fois",
  "passphrase.again-hint": "Tous les mots. Les majuscules et le nombre d’espaces ne comptent pas.",
  "passphrase.again-differs":
    "Ce n’est pas la même. Regardez ce que vous avez noté et tapez-la de nouveau.",
  "passphrase.empty": "Tapez une phrase de passe, ou prenez-en une faite pour vous.",
  "passphrase.too-long": {
    one: "C’est trop long. Au plus {count} caractère.",
    other: "C’est trop long. Au plus {count} caractères.",
  },
  "passphrase.guessable":
    "Trop facile à deviner : elle vaut {worth} mots sans lien, et il en faut {wanted}. Les mots répétés, les suites comme 1234 et votre propre nom ne comptent pas.",
  "passphrase.submit": "La changer maintenant",
  "passphrase.saving":
    "Vos clés sont scellées sous la nouvelle phrase de passe. Cela prend un instant.",
  "passphrase.done":
    "Votre phrase de passe est changée. Vos autres sessions sont fermées ; celle-ci continue.",
  "passphrase.failed": "La phrase de passe n’est pas encore changée",

  "recovery-key.account-title": "Votre clé de secours",
  "recovery-key.account-lead":
    "Douze mots sur papier qui ouvrent votre compte quand la phrase de passe est perdue. Sans eux, et sans collègues qui puissent vous faire revenir, une phrase de passe perdue ne peut pas être remplacée. Une nouvelle clé rend la précédente inutile.",
  "recovery-key.make": "Faire une clé de secours",
  "recovery-key.title": "Votre clé de secours",
  "recovery-key.lead": "Elle n’est montrée qu’une fois. Notez-la ou imprimez-la.",
  "recovery-key.keep":
    "Qui la possède et connaît votre nom de connexion peut faire ce que vous pouvez faire. Gardez-la loin de la phrase de passe, dans un endroit qui ferme à clé.",
  "recovery-key.words": "La clé en mots",
  "recovery-key.words-in": "Langue des mots : {language}.",
  "recovery-key.numbers": "La même clé en nombres",
  "recovery-key.numbers-hint": "Les mots ou les nombres : un des deux suffit.",
  "recovery-key.print": "Imprimer une carte simple",
  "recovery-key.kept": "Je l’ai gardée",
  "recovery-key.check-title": "Vérifions que vous l’avez",
  "recovery-key.check-lead":
    "Regardez ce que vous avez gardé. Tapez deux de ses mots, ou les nombres à la même place.",
  "recovery-key.word": "Mot numéro {position}",
  "recovery-key.word-wrong": "Ce n’est pas le mot numéro {position}. Regardez encore votre clé.",
  "recovery-key.check": "C’est ma clé",
  "recovery-key.saving": "Vos clés sont scellées pour la clé de secours.",
  "recovery-key.done":
    "La clé de secours marche à partir de maintenant. Une clé plus ancienne est inutile.",
  "recovery-key.failed": "La clé de secours ne marche pas encore",

  "recover.title": "Revenir sans votre phrase de passe",
  "recover.lead":
    "Il vous faut votre nom de connexion et votre clé de secours. Vous recevez ensuite une nouvelle phrase de passe et une nouvelle clé de secours, et toutes les sessions se ferment.",
  "recover.key": "Votre clé de secours",
  "recover.key-hint":
    "Les douze mots, ou les douze nombres. Les majuscules, les espaces et les tirets ne comptent pas.",
  "recover.too-few": {
    one: "Il y a seulement {count} mot. Il en faut douze. Ajoutez les autres.",
    other: "Il y a seulement {count} mots. Il en faut douze. Ajoutez les autres.",
  },
  "recover.too-many": {
    one: "Il y a {count} mot. Il en faut douze.",
    other: "Il y a {count} mots. Il en faut douze. Enlevez ce qui est en trop.",
  },
  "recover.unknown-word":
    "Le mot numéro {position}, « {word} », n’est pas dans nos listes. Vérifiez comment il s’écrit.",
  "recover.suggest": "Vouliez-vous dire un de ces mots ?",
  "recover.use": "Prendre « {word} »",
  "recover.checksum":
    "Chaque mot est connu, mais ensemble ils ne vont pas. Un mot est peut-être faux, ou deux ont changé de place.",
  "recover.credentials":
    "Ce nom et cette clé de secours ne vont pas ensemble, ou la clé a été remplacée par une plus récente. Vérifiez les deux et réessayez.",
  "recover.submit": "Continuer",
  "recover.nothing":
    "Sans phrase de passe et sans clé de secours, personne ne peut ouvrir vos clés, pas même les personnes qui gèrent ce service, sauf si vous avez choisi des collègues pour vous faire revenir. Sinon, demandez à votre coordinatrice ou coordinateur : des collègues qui ont les mêmes dossiers peuvent vous redonner accès.",
  "recover.passphrase-title": "Votre nouvelle phrase de passe",
  "recover.passphrase-lead":
    "Vos clés sont ouvertes, {name}. Rien n’est changé avant la dernière étape.",
  "recover.passphrase-next": "Continuer",
  "recover.failed": "Rien n’est encore changé",

  "renewal.moving": {
    one: "Vos clés sont renouvelées, comme chaque mois. {count} clé de dossier est passée sous la nouvelle. Vous pouvez travailler pendant ce temps.",
    other:
      "Vos clés sont renouvelées, comme chaque mois. {count} clés de dossiers sont passées sous la nouvelle. Vous pouvez travailler pendant ce temps.",
  },
  "renewal.stop": "Arrêter pour l’instant",
  "renewal.done": "Vos clés sont renouvelées.",
  "renewal.stopped":
    "Le renouvellement de vos clés est arrêté. Il continue à votre prochaine connexion.",
  "renewal.kept":
    "Certains dossiers n’ont pas pu passer sous votre nouvelle clé, car leurs clés sont abîmées ou perdues sur le serveur. Votre ancienne clé est gardée pour eux. Prévenez la personne qui gère ce service.",
  "renewal.go-on": "Continuer maintenant",
  "renewal.failed":
    "Vos clés n’ont pas pu être renouvelées maintenant. Cela continue à votre prochaine connexion. {reason}",
  "place.audit": "Registre des actes",
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
  "place.releases": "Demandes d’identité",
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
  "entry.identity-left": "L’auteur a laissé son identité, dans une enveloppe à part.",
  "entry.identity-withdrawn": "L’auteur a repris son identité.",
  "entry.release-request": "{name} a demandé qui est l’auteur du signalement.",
  "entry.release-approved": "{name} a accepté que l’identité de l’auteur soit ouverte.",
  "entry.release-refused":
    "{name} n’a pas accepté que l’identité de l’auteur soit ouverte : {reason}",
  "entry.export": "{name} a sorti de Tern une partie du dossier, pour {recipient} : {parts}.",
  "entry.release-opened": "{name} a ouvert l’identité de l’auteur.",
} as const satisfies Translation<DeskMessages>;
