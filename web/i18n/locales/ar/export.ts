/** الجزء من نصوص الأعضاء المتعلق بنسخ القضية خارج Tern، بالعربية. */
import type { ExportMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const exporting = {
  "export.title": "نسخة خارج Tern",
  "export.lead":
    "يستطيع كل من يحصل على النسخة أن يقرأها. يُرجى إخراج ما يلزم فقط. ويبقى ما فعلته مكتوبًا في الملاحظات وفي سجل الإجراءات.",
  "export.open": "إعداد نسخة…",
  "export.parts": "ماذا تتضمن؟",
  "export.part.report": "البلاغ",
  "export.part.voice": "كلمات الطفل نفسه",
  "export.part.conversation": "المحادثة",
  "export.part.work": "العمل على القضية",
  "export.part.notes": "الملاحظات الداخلية",
  "export.part.readers": "من يقرأ القضية",
  "export.part.history": "السجل من دون النصوص",
  "export.parts-missing": "يُرجى اختيار جزء واحد على الأقل.",
  "export.never": "لا تتضمن أي نسخة هوية صاحب البلاغ ولا من استبعدهم.",
  "export.names": "حذف أسماء من يعملون على القضية",
  "export.recipient": "لمن هذه النسخة؟",
  "export.recipient-missing": "يُرجى ذكر من ستُعطى له النسخة.",
  "export.file": "حفظ في ملف",
  "export.print": "عرض للطباعة",
  "export.cancel": "عدم إعداد نسخة",
  "export.done": "كُتب ذلك. حفظ النسخة في مكان آمن مسؤوليتك.",
  "export.print-now": "طباعة",
  "export.back": "العودة إلى القضية",
  "export.heading": "نسخة من قضية",
  "export.for": "إلى",
  "export.by": "أعدّها",
  "export.on": "تاريخ الإعداد",
  "export.received": "تاريخ الاستلام",
  "export.organisation": "المنظمة",
  "export.hash": "بصمة النسخة",
  "export.nothing": "لا شيء في هذا الجزء.",
  "export.proves":
    "تُظهر هذه النسخة ما كان مُعدّها يستطيع قراءته في Tern في ذلك اليوم، وتُظهر البصمات هل عُدّلت بعد ذلك. لكنها لا تثبت من كتب ماذا، ولا أن ساعاتهم كانت صحيحة.",
  "export.member": "أحد الأعضاء",
} as const satisfies Translation<ExportMessages>;
