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
import { waysIn } from "./ways-in.ts";
import { access } from "./access.ts";
import { onCase } from "./case.ts";
import { auditing } from "./audit.ts";
import { identities } from "./identity.ts";

export const desk = {
  ...waysIn,
  ...access,
  ...onCase,
  ...auditing,
  ...identities,
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

  "place.title": "Rubriques",
  "place.inbox": "Boîte de réception",
  "place.leaving": "Partir",
  "place.nowhere-title": "Rien ici pour votre rôle",
  "place.nowhere": "Votre rôle ne vous donne encore rien à faire sur cette page.",

  "frame.signed-in-as": "Session de {name}",
  "frame.sign-out": "Se déconnecter",
  "frame.keys": "Clavier",

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

  "place.account": "Votre compte",
  "place.audit": "Registre des actes",
  "place.releases": "Demandes d’identité",
} as const satisfies Translation<DeskMessages>;
