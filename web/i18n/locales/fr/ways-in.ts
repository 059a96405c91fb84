/** The part of the members’ texts that is about signing in, second proofs and coming back, in French. */
import type { WaysInMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const waysIn = {
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
} as const satisfies Translation<WaysInMessages>;
