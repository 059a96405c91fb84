/** The part of the members' texts that is about facts that must not travel, in Arabic. */
import type { LockedFactMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const lockingFacts = {
  "work.locked-facts": "معلومات يجب ألا تخرج",
  "locked-fact.mark": "يجب ألا تخرج",
  "work.locked-fact": "معلومة يجب ألا تخرج",
  "work.locked-fact.kind": "ما نوع المعلومة؟",
  "locked-fact.ADDRESS": "مكان سكن أحدهم",
  "locked-fact.SCHOOL": "مدرسة أو حضانة",
  "locked-fact.NEW_NAME": "اسم جديد",
  "locked-fact.WHEREABOUTS": "مكان وجود أحدهم أو وجهته",
  "locked-fact.OTHER": "شيء آخر",
  "work.locked-fact.text": "ما الذي يجب ألا يعرفه أحد في الخارج؟",
  "work.locked-fact.text-hint":
    "ما يُكتب هنا لا يدخل في أي نسخة من القضية. يُرجى عدم كتابته في مكان آخر، فما تتضمنه النماذج الأخرى يمكن أن يخرج.",
  "work.locked-fact.danger": "من يتعرض للخطر بسببها، ولماذا؟",
  "work.locked-fact-lift": "زال الخطر",
  "work.locked-fact-lift-of": "زال الخطر: {fact}",
  "work.locked-fact-lifted": "خطر زال",
  "work.locked-fact-lifted.fact": "أي معلومة يمكن أن تُقال من جديد؟",
  "work.locked-fact-lifted.reason": "لماذا لم يعد أحد في خطر بسببها؟",
  "work.locked-fact-lifted.reason-hint":
    "ما كُتب عنها يبقى خارج كل نسخة. وما يمكن قوله الآن يُدوَّن من جديد.",
  "work.locked-fact-lifted-on": "يمكن أن تُقال منذ {day}.",
  "work.locked-fact-reminder": "يجب ألا يصل هذا إلى الجهة الأخرى. يُرجى عدم ذكره في هذا النموذج أيضًا.",
  "entry.locked-fact": "تدوين معلومة يجب ألا تخرج، بقلم {name}: {kind}.",
  "entry.locked-fact-lifted": "تدوين أن معلومة يمكن أن تُقال من جديد، بقلم {name}.",
} as const satisfies Translation<LockedFactMessages>;
