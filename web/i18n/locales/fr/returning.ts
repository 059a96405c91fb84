/** What a reporter who comes back is told besides, in French. */
import type { Translation } from "../../message.ts";
import type { returning as english } from "../en/returning.ts";

export const returning = {
  "case.deleted-on":
    "Il doit être effacé le {day}, sauf si la loi oblige l’équipe à le garder plus longtemps. D’ici là, vous pouvez le lire ici avec votre code.",
  "challenge.open": "Contester cette décision",
  "challenge.title": "Contester cette décision",
  "challenge.lead":
    "Vous pouvez demander un second examen. Une personne qui n’a pas pris la décision relit tout et vous répond.",
  "challenge.who": "Peuvent répondre : {names}.",
  "challenge.not-decider":
    "C’est {name} qui a pris cette décision : {name} ne peut donc pas y répondre.",
  "challenge.nobody":
    "{name} est la seule personne qui lit votre signalement en ce moment, et ne peut pas répondre à cette demande. Quelqu’un d’autre doit d’abord pouvoir lire votre signalement. Vous verrez qui.",
  "challenge.by": "Vous devriez avoir une réponse au plus tard le {day}.",
  "challenge.once":
    "Chaque décision peut être contestée une fois. Après, vous pouvez toujours écrire à l’équipe.",
  "challenge.free": "Demander n’aggrave rien. Personne n’a le droit de vous le reprocher.",
  "challenge.label": "Qu’est-ce qu’il faut regarder à nouveau ?",
  "challenge.hint":
    "Par exemple ce qui a été oublié, ce qui a changé, ou ce que vous ne pouvez pas accepter. Quelques mots suffisent.",
  "challenge.missing": "Écrivez quelques mots, pour dire ce qu’il faut regarder.",
  "challenge.send": "Sceller et envoyer",
  "challenge.back": "Ne pas contester",
  "challenge.waiting":
    "Vous avez contesté cette décision le {day}. Vous devriez avoir une réponse au plus tard le {due}.",
  "challenge.missed-title": "L’équipe n’a pas répondu au jour promis",
  "challenge.missed":
    "Vous auriez dû avoir une réponse à votre contestation au plus tard le {day}. Ce n’est pas votre faute. Vous pouvez écrire à l’équipe plus bas, ou écrire un nouveau signalement à une autre équipe. Si quelqu’un risque d’être blessé, appelez les secours.",
  "challenge.you": "Vous avez contesté la décision",
  "challenge.decided": "{name} a réexaminé la décision",
  "challenge.UPHELD": "La réponse vous donne raison : la décision n’était pas bonne.",
  "challenge.PARTLY_UPHELD": "La réponse vous donne raison en partie.",
  "challenge.NOT_UPHELD": "La décision ne change pas.",
  "reopening.line": "{name} a rouvert votre signalement",
  "reopening.CHALLENGE_UPHELD": "Parce que vous avez contesté la décision.",
  "reopening.NEW_INFORMATION": "Parce qu’il y a du nouveau.",
  "reopening.CIRCUMSTANCES_CHANGED": "Parce que la situation a changé.",
  "reopening.CLOSED_TOO_EARLY": "Parce qu’il avait été clos trop tôt.",
  "reopening.standing": "L’équipe a rouvert votre signalement le {day} et s’en occupe.",
  "feedback.open": "Nous dire comment ça s’est passé",
  "feedback.title": "Comment ça s’est passé pour vous ?",
  "feedback.lead":
    "Cinq questions courtes. Répondez à celles que vous voulez, et laissez les autres.",
  "feedback.who":
    "Vos réponses sont scellées pour les personnes qui dirigent ce service. Elles ne disent pas de quel signalement il s’agit, sauf si vous le dites.",
  "feedback.listened": "Avons-nous écouté ce que vous disiez ?",
  "feedback.understood": "Avez-vous compris ce qui s’est passé avec votre signalement ?",
  "feedback.safe": "Vous êtes-vous senti·e en sécurité ?",
  "feedback.quick": "Est-ce allé assez vite ?",
  "feedback.again": "Reviendriez-vous ?",
  "answer.yes": "Oui",
  "answer.partly": "En partie",
  "answer.no": "Non",
  "answer.not-sure": "Je ne sais pas",
  "feedback.text": "Autre chose à dire",
  "feedback.text-hint":
    "N’écrivez pas de noms si personne ne doit savoir de quel signalement il s’agit.",
  "feedback.link": "Dire de quel signalement il s’agit",
  "feedback.link-hint": "Seulement si vous le voulez. On pourra alors regarder ce qui s’est passé.",
  "feedback.link-stays":
    "Vos réponses sont peut-être déjà arrivées, et elles disent de quel signalement il s’agit. Cela ne change pas si vous les renvoyez.",
  "feedback.no-link-stays":
    "Vos réponses sont peut-être déjà arrivées, et elles ne disent pas de quel signalement il s’agit. Cela ne change pas si vous les renvoyez.",
  "feedback.empty": "Répondez à une question, ou écrivez quelque chose.",
  "feedback.send": "Sceller et envoyer",
  "feedback.kept": "Vos réponses sont toujours là.",
  "feedback.thanks-title": "Merci",
  "feedback.thanks": "Vos réponses nous aident à faire mieux pour la prochaine personne.",

  "withdraw.title": "Retirer votre signalement",
  "withdraw.open": "Retirer mon signalement",
  "withdraw.lead":
    "Vous pouvez retirer votre signalement à tout moment. Vous n’avez pas à dire pourquoi.",
  "withdraw.1":
    "Votre code cesse de marcher tout de suite. Vous ne pourrez plus lire les réponses ni rien ajouter.",
  "withdraw.2":
    "L’équipe apprend que vous l’avez retiré. Elle ne devrait pas continuer à cause de ce seul signalement.",
  "withdraw.3":
    "Les personnes qui l’ont lu ne peuvent pas l’oublier. Elles peuvent devoir garder ou transmettre ce que la loi demande.",
  "withdraw.4":
    "30 jours après, ou 30 jours après que l’équipe l’a lu pour la première fois, votre signalement et tout ce qui a été écrit à son sujet sont effacés, sauf si la loi oblige l’équipe à le garder plus longtemps.",
  "withdraw.5":
    "Des copies de ce qui est effacé restent chez l’hébergeur 30 jours de plus. Personne ne peut les ouvrir, pas même l’équipe.",
  "withdraw.confirm": "Oui, retirer mon signalement",
  "withdraw.keep": "Non, garder mon signalement",
  "withdraw.doing": "Nous retirons votre signalement…",
  "withdraw.done-title": "Votre signalement est retiré",
  "withdraw.done": "Votre code ne marche plus. Vous pouvez le jeter.",
  "withdraw.again":
    "Si vous voulez nous dire quelque chose plus tard, vous pouvez écrire un nouveau signalement.",
} satisfies Translation<typeof english>;
