/** ما يُقال إضافةً لمن يعود برمزه، بالعربية. */
import type { Translation } from "../../message.ts";
import type { returning as english } from "../en/returning.ts";

export const returning = {
  "challenge.open": "الاعتراض على هذا القرار",
  "challenge.title": "الاعتراض على هذا القرار",
  "challenge.lead": "يمكنك طلب نظرة ثانية. يقرأ شخصٌ لم يتخذ القرار كل شيء من جديد، ثم يجيبك.",
  "challenge.who": "يستطيع أن يجيبك: {names}.",
  "challenge.not-decider": "هذا القرار من {name}، ولذلك لا تأتي الإجابة من {name}.",
  "challenge.nobody":
    "لا يقرأ بلاغك الآن إلا {name}، ولا يحق لمن اتخذ القرار أن يجيب عن الاعتراض. يجب أولًا أن يُسمح لشخص آخر بقراءة بلاغك. وسيظهر لك من هو.",
  "challenge.by": "يُفترض أن تصلك إجابة حتى {day}.",
  "challenge.once": "يمكن الاعتراض على كل قرار مرة واحدة. وبعد ذلك تبقى الكتابة إلى الفريق ممكنة.",
  "challenge.free": "هذا الطلب لا يزيد الأمر سوءًا. ولا يحق لأحد أن يلومك عليه.",
  "challenge.label": "ما الذي يجب النظر فيه من جديد؟",
  "challenge.hint": "مثلًا ما فاتهم، أو ما تغيّر الآن، أو ما لا يمكنك قبوله. تكفي كلمات قليلة.",
  "challenge.missing": "يُرجى كتابة كلمات قليلة، ليعرفوا ما الذي يجب النظر فيه.",
  "challenge.send": "الختم والإرسال",
  "challenge.back": "عدم الاعتراض",
  "challenge.sent": "تم الإرسال. الاعتراض ظاهر في القائمة أدناه.",
  "challenge.waiting": "سُجّل اعتراضك على هذا القرار في {day}. ويُفترض أن تصلك إجابة حتى {due}.",
  "challenge.missed-title": "لم يلتزم الفريق باليوم الذي وعد به",
  "challenge.missed":
    "كان يجب أن تصلك إجابة عن اعتراضك حتى {day}. ليس هذا خطأك. يمكنك سؤالهم أدناه، أو كتابة بلاغ جديد إلى فريق آخر. إذا كان أحد معرّضًا للأذى، فيُرجى طلب النجدة.",
  "challenge.you": "اعتراضك على القرار",
  "challenge.decided": "نظرة ثانية في القرار من {name}",
  "challenge.UPHELD": "الإجابة توافقك: لم يكن القرار صحيحًا.",
  "challenge.PARTLY_UPHELD": "الإجابة توافقك جزئيًا.",
  "challenge.NOT_UPHELD": "لا يتغيّر القرار.",
  "reopening.line": "إعادة فتح بلاغك من {name}",
  "reopening.CHALLENGE_UPHELD": "بسبب اعتراضك.",
  "reopening.NEW_INFORMATION": "لأن هناك شيئًا جديدًا.",
  "reopening.CIRCUMSTANCES_CHANGED": "لأن الأمور تغيّرت.",
  "reopening.CLOSED_TOO_EARLY": "لأنه أُغلق قبل الأوان.",
  "reopening.standing": "أعاد الفريق فتح بلاغك في {day} ويعمل عليه.",
} satisfies Translation<typeof english>;
