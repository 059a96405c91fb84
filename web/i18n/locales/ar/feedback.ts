/** The part of the members' texts that is about feedback, in Arabic. */
import type { FeedbackMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const feedback = {
  "place.feedback": "الآراء",
  "feedback.title": "ما قيل عنّا",
  "feedback.lead":
    "إجابات أشخاص أُغلق بلاغهم أو سُحب، مختومة لمن ينسّقون. وهي لا تسمّي أي بلاغ، إلا إذا أراد صاحبها ذلك. وتُحذف بعد سنة على الأكثر.",
  "feedback.anybody":
    "لا أحد يتحقق ممن يجيب: يستطيع ذلك كل من يفتح الصفحة. يُرجى أخذها مؤشرًا، لا عددًا للبلاغات.",
  "feedback.refresh": "البحث عن إجابات جديدة",
  "feedback.loading": "جارٍ فتح الإجابات…",
  "feedback.failed": "تعذّرت قراءة الآراء. {reason}",
  "feedback.none": "لم يُبدِ أحد رأيه في السنة الأخيرة.",
  "feedback.unopened": {
    zero: "لم تصل أي إجابة لا تفتحها مفاتيحك.",
    one: "وصلت إجابة واحدة أخرى لا تفتحها مفاتيحك.",
    two: "وصلت إجابتان أخريان لا تفتحهما مفاتيحك.",
    few: "وصلت {count} إجابات أخرى لا تفتحها مفاتيحك.",
    many: "وصلت {count} إجابة أخرى لا تفتحها مفاتيحك.",
    other: "وصلت {count} إجابة أخرى لا تفتحها مفاتيحك.",
  },
  "feedback.counts": {
    zero: "لم يُجب أحد",
    one: "أجاب شخص واحد",
    two: "أجاب شخصان",
    few: "أجاب {count} أشخاص",
    many: "أجاب {count} شخصًا",
    other: "أجاب {count} شخص",
  },
  "feedback.question": "السؤال",
  "feedback.listened": "هل أصغينا؟",
  "feedback.understood": "هل كان ما حدث واضحًا؟",
  "feedback.safe": "هل كان الأمر آمنًا؟",
  "feedback.quick": "هل كان الأمر سريعًا بما يكفي؟",
  "feedback.again": "هل سيعودون؟",
  "feedback.yes": "نعم",
  "feedback.partly": "إلى حد ما",
  "feedback.no": "لا",
  "feedback.not-sure": "لا أدري",
  "feedback.left-out": "بلا إجابة",
  "feedback.words": "بكلماتهم",
  "feedback.no-words": "لم يكتب أحد شيئًا آخر.",
  "feedback.about": "بخصوص القضية",
} satisfies Translation<FeedbackMessages>;
