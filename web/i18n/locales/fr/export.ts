/** La partie des textes des membres qui concerne les copies d’un dossier hors de Tern, en français. */
import type { ExportMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const exporting = {
  "export.title": "Une copie hors de Tern",
  "export.lead":
    "Une copie peut être lue par quiconque l’obtient. Ne sortez que ce qui est nécessaire. Votre geste figure dans les notes et dans le registre des actes.",
  "export.open": "Faire une copie…",
  "export.parts": "Que doit-elle contenir ?",
  "export.part.report": "Le signalement",
  "export.part.voice": "Les mots de l’enfant",
  "export.part.conversation": "La conversation",
  "export.part.work": "Le travail sur le dossier",
  "export.part.notes": "Les notes internes",
  "export.part.readers": "Qui lit le dossier",
  "export.part.history": "L’historique, sans les textes",
  "export.parts-missing": "Choisissez au moins une partie.",
  "export.never":
    "L’identité de l’auteur du signalement et les personnes qu’il a écartées ne figurent dans aucune copie.",
  "export.names": "Omettre les noms des personnes qui y travaillent",
  "export.recipient": "Pour qui est-elle ?",
  "export.recipient-missing": "Dites pour qui elle est.",
  "export.file": "Enregistrer dans un fichier",
  "export.print": "Afficher pour imprimer",
  "export.cancel": "Ne pas faire de copie",
  "export.done": "C’est noté. À vous de garder la copie en lieu sûr.",
  "export.print-now": "Imprimer",
  "export.back": "Revenir au dossier",
  "export.heading": "Copie d’un dossier",
  "export.for": "Pour",
  "export.by": "Faite par",
  "export.on": "Faite le",
  "export.received": "Reçu le",
  "export.organisation": "Organisation",
  "export.hash": "Empreinte de la copie",
  "export.nothing": "Il n’y a rien dans cette partie.",
  "export.proves":
    "Cette copie montre ce que son auteur pouvait lire dans Tern ce jour-là, et les empreintes montrent si elle a été modifiée depuis. Elle ne prouve ni qui a écrit quoi, ni que les horloges étaient justes.",
  "export.member": "un membre",
} as const satisfies Translation<ExportMessages>;
