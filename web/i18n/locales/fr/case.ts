/** The part of the members’ texts that is about one case: what it says, its conversation, notes and history, in French. */
import type { CaseMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const onCase = {
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
  "entry.identity-left": "L’auteur a laissé son identité, dans une enveloppe à part.",
  "entry.identity-withdrawn": "L’auteur a repris son identité.",
  "entry.release-request": "{name} a demandé qui est l’auteur du signalement.",
  "entry.release-approved": "{name} a accepté que l’identité de l’auteur soit ouverte.",
  "entry.release-refused":
    "{name} n’a pas accepté que l’identité de l’auteur soit ouverte : {reason}",
  "entry.export": "{name} a sorti de Tern une partie du dossier, pour {recipient} : {parts}.",
  "entry.release-opened": "{name} a ouvert l’identité de l’auteur.",
} as const satisfies Translation<CaseMessages>;
