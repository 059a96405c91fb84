/**
 * Everything a message to a member can say: its kind's words in its reader's language, and for one kind a code of
 * eight digits. The Worker mails them and a browser shows them, from here alone.
 * Invariant: nothing is put into them but that code; in one language every subject has as many bytes as every other.
 */
import type { NotificationKind, NotificationLanguage } from "./notifications.ts";

export interface NotificationWords {
  readonly subject: string;
  readonly text: string;
}

/** Where the code of an address goes, in its kind's text. */
export const CODE_PLACE = "{code}";

export const NOTIFICATION_WORDS: Readonly<
  Record<NotificationLanguage, Readonly<Record<NotificationKind, NotificationWords>>>
> = {
  en: {
    daily: {
      subject: "Your daily note from Tern",
      text: "This note comes every day at the same hour, whether or not anything happened. Sign in the way you always do, to see whether something waits for you. A note like this never holds a link or a detail.",
    },
    alert: {
      subject: "Tern: something is urgent",
      text: "Something urgent waits for you. Sign in the way you always do. A note like this never holds a link or a detail.",
    },
    code: {
      subject: "A code to enter into Tern",
      text: "Somebody who is signed in asked to have notes sent to this address. If it was you, enter this code there: {code}. If it was not you, do nothing, and nothing more will come.",
    },
    test: {
      subject: "This is a test from Tern.",
      text: "This is the test you asked for. The notes arrive. A note like this never holds a link or a detail.",
    },
  },
  fr: {
    daily: {
      subject: "Tern : votre message quotidien",
      text: "Ce message arrive chaque jour à la même heure, qu’il se soit passé quelque chose ou non. Connectez-vous comme d’habitude pour voir si quelque chose vous attend. Un tel message ne contient jamais ni lien ni détail.",
    },
    alert: {
      subject: "Tern : une urgence vous attend",
      text: "Quelque chose d’urgent vous attend. Connectez-vous comme d’habitude. Un tel message ne contient jamais ni lien ni détail.",
    },
    code: {
      subject: "Tern : voici le code à saisir",
      text: "Une personne connectée a demandé que des messages soient envoyés à cette adresse. Si c’était vous, saisissez-y ce code : {code}. Sinon, ne faites rien : rien d’autre n’arrivera.",
    },
    test: {
      subject: "Tern : ce message est un essai",
      text: "Voici l’essai que vous avez demandé. Les messages arrivent. Un tel message ne contient jamais ni lien ni détail.",
    },
  },
  ar: {
    daily: {
      subject: "Tern: رسالتك اليومية.",
      text: "تصلك هذه الرسالة كل يوم في الساعة نفسها، سواء حدث شيء أم لا. سجّل الدخول كعادتك لترى إن كان هناك ما ينتظرك. لا تحمل هذه الرسالة أبدًا رابطًا ولا أي تفصيل.",
    },
    alert: {
      subject: "Tern: أمر عاجل ينتظرك",
      text: "هناك أمر عاجل ينتظرك. سجّل الدخول كعادتك. لا تحمل هذه الرسالة أبدًا رابطًا ولا أي تفصيل.",
    },
    code: {
      subject: "Tern: رمز عليك إدخاله",
      text: "طلب شخص سجّل الدخول أن تُرسل رسائل إلى هذا العنوان. إن كنت أنت، فأدخل هناك هذا الرمز: {code}. وإن لم تكن أنت، فلا تفعل شيئًا، ولن يصلك شيء آخر.",
    },
    test: {
      subject: "Tern: هذه رسالة تجربة",
      text: "هذه هي التجربة التي طلبتها. الرسائل تصل. لا تحمل هذه الرسالة أبدًا رابطًا ولا أي تفصيل.",
    },
  },
};
