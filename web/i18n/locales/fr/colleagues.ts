/** The part of the members' texts that is about coming back by colleagues, in French. */
import type { Translation } from "../../message.ts";
import type { colleagues as english } from "../en/colleagues.ts";

export const colleagues = {
  "place.recoveries": "Aider un ou une collègue à revenir",

  "people.recovery-title": "Revenir grâce à des collègues",
  "people.recovery-lead":
    "Une personne qui a perdu sa phrase de passe peut revenir grâce à des collègues choisis d’avance. Vous dites ici combien il en faut. Qui l’a préparé avec moins de collègues doit le refaire.",
  "people.recovery-how-many": "Combien de collègues il faut",
  "people.recovery-save": "Signer et publier ce nombre",
  "people.recovery-off": "Personne ne peut revenir grâce à des collègues",
  "people.recovery-count": {
    one: "{count} collègue ensemble",
    many: "{count} collègues ensemble",
    other: "{count} collègues ensemble",
  },

  "colleagues.title": "Les collègues qui peuvent vous faire revenir",
  "colleagues.lead": {
    one: "Si vous perdez votre phrase de passe et votre clé de secours, des collègues que vous choisissez ici peuvent rouvrir votre compte pour vous. Il en faut {count}. Moins ne suffit pas, même avec l’aide du serveur.",
    many: "Si vous perdez votre phrase de passe et votre clé de secours, des collègues que vous choisissez ici peuvent rouvrir votre compte pour vous. Il en faut {count}. Moins ne suffit pas, même avec l’aide du serveur.",
    other:
      "Si vous perdez votre phrase de passe et votre clé de secours, des collègues que vous choisissez ici peuvent rouvrir votre compte pour vous. Il en faut {count}. Moins ne suffit pas, même avec l’aide du serveur.",
  },
  "colleagues.off": "Votre organisation ne permet pas de revenir grâce à des collègues.",
  "colleagues.off-remains":
    "Vous l’aviez préparé avant que votre organisation ne le désactive. Cela ne vous fait plus revenir. Vous pouvez l’annuler.",
  "colleagues.none": "Vous n’avez choisi personne.",
  "colleagues.who": "Choix du {day} : {names}. Il en faut {threshold}.",
  "colleagues.left": "Ne font plus partie de l’organisation : {names}.",
  "colleagues.weak-title": "Cela ne suffit plus pour vous faire revenir",
  "colleagues.weak":
    "Il reste trop peu des personnes choisies, ou votre organisation en demande davantage. Refaites votre choix.",
  "colleagues.someone-left":
    "Les autres suffisent encore. Refaites votre choix pour que cela reste vrai.",
  "colleagues.refused-title": "Ce que le serveur montre n’est pas ce que vous avez préparé",
  "colleagues.refused":
    "Ne comptez pas dessus. Refaites votre choix, et prévenez la personne qui gère ce service, par un autre moyen que cette page.",
  "colleagues.too-few-people": "Il y a trop peu d’autres membres pour cela.",
  "colleagues.choose": "Choisir des collègues…",
  "colleagues.replace": "Refaire le choix…",
  "colleagues.undo": "Annuler",
  "colleagues.which": "Qui choisissez-vous ?",
  "colleagues.which-hint":
    "Des personnes que vous pouvez joindre autrement que par cette page, et qui connaissent votre voix. Choisissez-en une ou deux de plus que nécessaire.",
  "colleagues.too-few": {
    one: "Choisissez au moins {count} personne.",
    many: "Choisissez au moins {count} personnes.",
    other: "Choisissez au moins {count} personnes.",
  },
  "colleagues.too-many": {
    one: "Choisissez au plus {count} personne.",
    many: "Choisissez au plus {count} personnes.",
    other: "Choisissez au plus {count} personnes.",
  },
  "colleagues.save": "Donner à chacun sa part",
  "colleagues.saving": "Le secret est partagé et les parts sont scellées…",
  "colleagues.put-away": "Laisser comme c’est",
  "colleagues.saved":
    "Ces personnes peuvent vous faire revenir à partir de maintenant. Dites-le-leur.",
  "colleagues.undone": "C’est annulé. Ce que vos collègues détiennent n’ouvre plus rien.",
  "colleagues.failed": "Rien n’a été changé. {reason}",
  "colleagues.asked-title": "Quelqu’un demande à vos collègues d’ouvrir votre compte",
  "colleagues.asked":
    "Depuis le {day}, en votre nom, avec ces six mots. Si ce n’est pas vous, refusez et prévenez vos collègues tout de suite.",
  "colleagues.asked-words": "Les six mots de la demande faite en votre nom",
  "colleagues.refuse": "Ce n’est pas moi : refuser",
  "colleagues.refused-done": "La demande est supprimée.",
  "colleagues.asked-notice": "Quelqu’un demande à vos collègues d’ouvrir votre compte.",
  "colleagues.look": "Voir",
  "recoveries.notice": {
    one: "{count} collègue a perdu sa phrase de passe et vous demande de l’aider à revenir.",
    many: "{count} collègues ont perdu leur phrase de passe et vous demandent de les aider à revenir.",
    other:
      "{count} collègues ont perdu leur phrase de passe et vous demandent de les aider à revenir.",
  },

  "recoveries.title": "Aider un ou une collègue à revenir",
  "recoveries.lead":
    "Des collègues qui vous ont choisi·e, et qui ont perdu leur phrase de passe, s’adressent à vous ici. La personne que vous laissez entrer lit tout ce qu’elle pouvait lire.",
  "recoveries.refresh": "Chercher des demandes",
  "recoveries.loading": "Lecture des demandes…",
  "recoveries.none": "Personne ne vous demande rien pour le moment.",
  "recoveries.who": "{name} demande à revenir",
  "recoveries.since": "Depuis le {day}. Il faut {threshold} collègues.",
  "recoveries.compare":
    "Appelez {name}, par un moyen dont vous êtes sûr·e. Vous devez reconnaître la personne. Faites-vous lire six mots et comparez. N’acceptez que si c’est bien elle et si les six mots sont les mêmes.",
  "recoveries.words": "Les six mots de {name}",
  "recoveries.approve": "C’est bien {name}, et les mots sont les mêmes",
  "recoveries.decline": "Ce n’est pas {name}, ou les mots diffèrent",
  "recoveries.approved": "Vous avez accepté.",
  "recoveries.declined": "Vous avez refusé.",
  "recoveries.done": "Votre réponse est signée et envoyée.",
  "recoveries.failed": "Cela n’a pas marché. {reason}",
  "recoveries.changed":
    "Il y a maintenant une autre demande, ou il n’y en a plus. Regardez à nouveau, et comparez ses mots.",
  "recoveries.broken-title": "Une demande à laquelle on ne peut pas se fier",
  "recoveries.broken":
    "Elle ne correspond pas à ce que votre collègue a signé, ou votre organisation demande maintenant plus de collègues. On ne peut pas y répondre. Prévenez la personne qui gère ce service, par un autre moyen que cette page.",

  "recover.no-key": "Je n’ai pas de clé de secours : demander à mes collègues",
  "ask.title": "Demander à vos collègues de vous laisser revenir",
  "ask.lead":
    "Cela marche si vous avez choisi des collègues dans votre compte auparavant. Votre demande apparaît dans leur espace ; ils vous appellent et comparent six mots avec vous.",
  "ask.submit": "Demander à mes collègues",
  "ask.asked-already": "J’ai déjà demandé",
  "ask.not-asked-yet": "Je n’ai pas encore demandé",
  "ask.code": "Les douze mots de votre demande",
  "ask.code-hint": "Ils vous ont été montrés avec votre demande. Ils sont valables {days} jours.",
  "ask.go-on": "Continuer",
  "ask.busy": "Envoi de votre demande…",
  "ask.failed": "Cela n’a pas marché. {reason}",
  "ask.waiting-title": "En attente de vos collègues",
  "ask.waiting-lead":
    "Si des collègues sont liés à ce nom, ils voient maintenant votre demande. Appelez-les. Lisez ces six mots à chacun ; ils doivent voir les mêmes.",
  "ask.words": "Vos six mots",
  "ask.code-title": "Pour revenir plus tard",
  "ask.code-lead":
    "Notez ces douze mots avant de fermer cette page, et ne les donnez à personne. Avec eux et votre nom de connexion, vous continuez ici, sur n’importe quel appareil, pendant {days} jours. Sans eux, il faut redemander.",
  "ask.nobody-yet": "Personne n’a encore accepté.",
  "ask.approved": "Ont accepté : {names}. Il en faut {threshold}.",
  "ask.refused": {
    one: "{count} réponse n’est pas valable et ne compte pas. Prévenez la personne qui gère ce service.",
    many: "{count} réponses ne sont pas valables et ne comptent pas. Prévenez la personne qui gère ce service.",
    other:
      "{count} réponses ne sont pas valables et ne comptent pas. Prévenez la personne qui gère ce service.",
  },
  "ask.credentials":
    "Ce que vos collègues ont donné n’ouvre plus ce compte, ou la demande n’est plus ouverte. Demandez-leur à nouveau.",
  "ask.look": "Regarder maintenant",
  "ask.looking": "On regarde si quelqu’un a accepté…",
  "ask.enter": "Assez de collègues ont accepté. Connexion en cours…",
} as const satisfies Translation<typeof english>;
