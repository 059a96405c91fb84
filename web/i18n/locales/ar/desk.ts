/** Texts of the members’ page, in Arabic: sign-in, inbox, case. */
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
  "page.title": "مكتب الأعضاء",

  "place.title": "الأقسام",
  "place.inbox": "الوارد",
  "place.leaving": "المغادرة",
  "place.nowhere-title": "لا شيء هنا لدورك",
  "place.nowhere": "لا يوجد في هذه الصفحة بعدُ ما يخص دورك.",

  "frame.signed-in-as": "تم الدخول باسم {name}",
  "frame.sign-out": "تسجيل الخروج",
  "frame.keys": "لوحة المفاتيح",

  "keys.title": "مفاتيح هذه الصفحة",
  "keys.lead": "تعمل خارج حقول الكتابة. ويمكن الوصول إلى كل شيء بمفتاح Tab أيضًا.",
  "keys.next": "القضية التالية",
  "keys.previous": "القضية السابقة",
  "keys.open": "فتح القضية",
  "keys.search": "البحث في صندوق الوارد",
  "keys.keys": "عرض هذه المفاتيح",
  "keys.reply": "داخل القضية: الكتابة إلى صاحب البلاغ",
  "keys.note": "داخل القضية: كتابة ملاحظة بين قرّاء القضية",
  "keys.back": "داخل القضية: العودة إلى صندوق الوارد",
  "keys.or": "أو",
  "keys.sign-enter": "Enter",
  "keys.sign-escape": "Esc",
  "keys.turn-off": "إيقاف هذه المفاتيح",
  "keys.turn-on": "تشغيل هذه المفاتيح",
  "keys.off": "هذه المفاتيح متوقفة حتى تسجيل الخروج.",
  "keys.close": "إغلاق",

  "place.account": "حسابك",
  "place.audit": "سجل الإجراءات",
  "place.releases": "طلبات الهوية",
} as const satisfies Translation<DeskMessages>;
