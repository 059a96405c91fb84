/** جزء نصوص الأعضاء عن مدة الاحتفاظ بالملف، بالعربية. */
import type { KeepingMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const keeping = {
  "keeping.title": "مدة الاحتفاظ بهذا الملف",
  "keeping.open": "لا يُحذف ملف مفتوح مهما طال الوقت.",
  "keeping.on": "يُحذف هذا الملف في {day} نهائيًا ومن كل نسخة من قاعدة البيانات.",
  "keeping.soon-title": "سيُحذف هذا الملف قريبًا",
  "keeping.soon": "يُحذف في {day}. سلّموا قبل ذلك ما يحتاج إليه غيركم، أو أوقفوا حذفه.",
  "keeping.held": "أوقف {name} حذف هذا الملف في {day}، فلا يُحذف.",
  "keeping.held-until": "يُعاد النظر في ذلك في موعد أقصاه {day}.",
  "keeping.overdue-title": "كان يجب إعادة النظر في وقف الحذف",
  "keeping.overdue":
    "كان الموعد {day}. يبقى الملف محفوظًا إلى أن ينهي أحد وقف الحذف. أنهوه، أو اذكروا من جديد لماذا يجب الاحتفاظ بالملف.",
  "keeping.told-otherwise":
    "ما يعمل به الخادم ليس ما تقوله الملاحظات. أخبروا من يدير الخادم، وأوقفوا الحذف من جديد.",
  "keeping.hold": "وقف حذف هذا الملف",
  "keeping.hold-anew": "وقف الحذف مدة أطول",
  "keeping.end": "إنهاء وقف الحذف",
  "keeping.reason": "لماذا يجب الاحتفاظ به؟",
  "keeping.reason-missing": "اختاروا سبب الاحتفاظ بالملف.",
  "keeping.text": "أي إجراءات، أو من طلب ذلك",
  "keeping.review": "متى يُعاد النظر في ذلك؟",
  "keeping.review-hint": "في موعد أقصاه {day}.",
  "keeping.review-wrong": "اختاروا يومًا من اليوم إلى {day}.",
  "keeping.save": "وقف الحذف",
  "keeping.put-away": "ليس الآن",

  "hold.PROCEEDINGS": "هناك إجراءات أمام محكمة أو جهة أخرى",
  "hold.AUTHORITY_ORDER": "طلبت سلطة الاحتفاظ به",
  "hold.SAFEGUARDING": "ربما لا يزال طفل في خطر",
  "hold.COMPLAINT": "اشتكى أحد من طريقة التعامل معه",

  "chip.held": "حذفه موقوف",
  "chip.hold-overdue": "وقف حذف ينتظر إعادة النظر",
  "chip.deleted-on": "يُحذف في {day}",

  "entry.legal-hold": "أوقف {name} حذف الملف: {reason}. يُعاد النظر في ذلك في موعد أقصاه {day}.",
  "entry.legal-hold-end": "أنهى {name} وقف حذف الملف.",

  "audit.deletion": "سجّل {name} أن الخادم حذف في {day}، {reason}: {cases}.",
  "deletion.schedule": "لانقضاء مدتها",
  "deletion.withdrawal": "لأن من أبلغ سحبها",
  "deletions.title": "ملفات محذوفة لم تُسجَّل بعد في السجل",
  "deletions.lead": "يقول الخادم إنه حذفها. سجّل ذلك باسمك، ليُعرف لاحقًا متى انتهت ولماذا.",
  "deletions.none": "كل الملفات المحذوفة مسجَّلة.",
  "deletions.some": "في {day}، {reason}: {cases}.",
  "deletions.sign": "تسجيل ذلك في السجل",
  "deletions.signed": "سُجّل ذلك.",
} as const satisfies Translation<KeepingMessages>;
