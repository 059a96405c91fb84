/** The part of the members’ texts that is about how long a case is kept, in Arabic. */
import type { KeepingMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const keeping = {
  "keeping.title": "مدة الاحتفاظ بهذه القضية",
  "keeping.open": "لا تُحذف قضية مفتوحة مهما طال الوقت.",
  "keeping.on": "تُحذف هذه القضية في {day} نهائيًا ومن كل نسخة من قاعدة البيانات.",
  "keeping.soon-title": "ستُحذف هذه القضية قريبًا",
  "keeping.soon": "تُحذف في {day}. يُرجى قبل ذلك تسليم ما يحتاج إليه آخرون، أو وقف حذفها.",
  "keeping.held": "حذف هذه القضية موقوف منذ {day} بقرار من {name}، فلا تُحذف.",
  "keeping.held-until": "يُعاد النظر في ذلك في موعد أقصاه {day}.",
  "keeping.overdue-title": "كان يجب إعادة النظر في وقف الحذف",
  "keeping.overdue":
    "كان الموعد {day}. تبقى القضية محفوظة إلى أن ينهي أحد وقف الحذف. يُرجى إنهاؤه، أو ذكر سبب الاحتفاظ بالقضية من جديد.",
  "keeping.told-otherwise":
    "ما يعمل به الخادم ليس ما تقوله الملاحظات. يُرجى إخبار من يدير الخادم، ووقف الحذف من جديد.",
  "keeping.hold": "وقف حذف هذه القضية",
  "keeping.hold-anew": "وقف الحذف مدة أطول",
  "keeping.end": "إنهاء وقف الحذف",
  "keeping.reason": "لماذا يجب الاحتفاظ بها؟",
  "keeping.reason-missing": "يُرجى اختيار سبب الاحتفاظ بالقضية.",
  "keeping.text": "أي إجراءات، أو من طلب ذلك",
  "keeping.review": "متى يُعاد النظر في ذلك؟",
  "keeping.review-hint": "في موعد أقصاه {day}.",
  "keeping.review-wrong": "يُرجى اختيار يوم من اليوم إلى {day}.",
  "keeping.save": "وقف الحذف",
  "keeping.put-away": "ليس الآن",

  "hold.PROCEEDINGS": "هناك إجراءات أمام محكمة أو جهة أخرى",
  "hold.AUTHORITY_ORDER": "طلبت سلطة الاحتفاظ بها",
  "hold.SAFEGUARDING": "ربما لا يزال طفل في خطر",
  "hold.COMPLAINT": "اشتكى أحد من طريقة التعامل معها",

  "chip.held": "حذفها موقوف",
  "chip.hold-overdue": "وقف حذف ينتظر إعادة النظر",
  "chip.deleted-on": "تُحذف في {day}",

  "entry.legal-hold": "وقف حذف القضية من {name}: {reason}. يُعاد النظر في ذلك في موعد أقصاه {day}.",
  "entry.legal-hold-end": "إنهاء وقف حذف القضية، بفعل {name}.",

  "audit.deletion": "سجّل {name} أن الخادم حذف في {day}، {reason}: {cases}.",
  "deletion.schedule": "لانقضاء مدتها",
  "deletion.withdrawal": "لأن صاحب البلاغ سحبها",
  "deletions.title": "قضايا محذوفة لم تُسجَّل بعد في السجل",
  "deletions.lead": "يقول الخادم إنه حذفها. يُرجى تسجيل ذلك باسمك، ليُعرف لاحقًا متى انتهت ولماذا.",
  "deletions.none": "كل القضايا المحذوفة مسجَّلة.",
  "deletions.some": "في {day}، {reason}: {cases}.",
  "deletions.sign": "تسجيل ذلك في السجل",
  "deletions.signed": "سُجّل ذلك.",
} as const satisfies Translation<KeepingMessages>;
