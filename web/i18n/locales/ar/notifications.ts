/** The part of the members' texts that is about messages that ask them to look, in Arabic. */
import type { NotificationMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const notifying = {
  "notify.title": "رسائل تدعوك إلى إلقاء نظرة",
  "notify.lead":
    "يمكن أن يرسل إليك Tern كل يوم رسالة قصيرة، هي نفسها دائمًا، سواء حدث شيء أم لا. ولا تذكر أبدًا شيئًا عن أي قضية.",
  "notify.none": "لا يُرسل إليك شيء حتى الآن.",
  "notify.by-email": "بريد إلكتروني إلى {name}",
  "notify.by-webhook": "برنامجك الخاص في {name}",
  "notify.by-push": "متصفح، عبر {name}",
  "notify.waiting": "لم يُستخدم بعد: ننتظر الرمز الذي أُرسل إلى هناك.",
  "notify.failing": "تعذّر توصيل أحدث رسالة. تُعاد المحاولة طوال يوم.",
  "notify.test": "إرسال رسالة تجريبية",
  "notify.test-which": "إرسال رسالة تجريبية: {place}",
  "notify.again": "إرسال الرمز من جديد",
  "notify.again-which": "إرسال الرمز من جديد: {place}",
  "notify.remove": "إزالة",
  "notify.remove-which": "إزالة: {place}",
  "notify.code": "الرمز الذي أُرسل إلى {name}",
  "notify.code-hint": "ثمانية أرقام. قد يستغرق وصوله دقيقتين.",
  "notify.code-shape": "يتكوّن الرمز من ثمانية أرقام.",
  "notify.confirm": "تأكيد",
  "notify.which": "ما الرسائل المطلوبة؟",
  "notify.daily": "رسالة كل يوم",
  "notify.daily-hint":
    "في الساعة {time} بالتوقيت العالمي، بالكلمات نفسها كل يوم. ولأنها تصل دائمًا، فهي لا تكشف لأحد شيئًا.",
  "notify.alerts": "تنبيه عندما يكون هناك أمر عاجل",
  "notify.alerts-hint":
    "عندما يصل بلاغ موسوم بأنه عاجل، أو يكاد أمر متأخر أن يفوت. من يرى وصول التنبيه يعرف أن شيئًا حدث للتو، لكنه لا يعرف ما هو.",
  "notify.language": "بأي لغة؟",
  "notify.save": "حفظ",
  "notify.add-email": "إضافة عنوان بريد إلكتروني",
  "notify.add-webhook": "إضافة برنامج خاص بك",
  "notify.add-push": "إضافة هذا المتصفح",
  "notify.push-hint":
    "المتصفح المضاف يتذكر ذلك إلى أن يُزال من هنا. يُرجى عدم إضافة متصفح يستخدمه غيرك. تنقل خدمة الشركة صاحبة المتصفح الرسائل ولا تستطيع قراءتها.",
  "notify.push-refused":
    "لم يوافق هذا المتصفح على ذلك، أو لا يستطيع. يُرجى السماح بالإشعارات لهذه الصفحة، أو اختيار طريقة أخرى.",
  "notify.email": "عنوان البريد الإلكتروني",
  "notify.email-hint": "يُرسل إليه رمز أولًا. ومن يدير صندوق البريد هذا يرى أنك تتلقى رسائل من Tern.",
  "notify.email-shape": "يُرجى إدخال عنوان بريد إلكتروني، مثل name@example.org.",
  "notify.url": "عنوان البرنامج",
  "notify.url-hint": "يبدأ بـ \u2066https://\u2069 ويمكن الوصول إليه من الإنترنت.",
  "notify.url-shape":
    "يُرجى إدخال عنوان يبدأ بـ \u2066https://\u2069 يليه اسم، من دون منفذ أو كلمة مرور أو جزء بعد #.",
  "notify.secret-lead":
    "يتحقق البرنامج من كل رسالة بهذا السر، وفق معيار Standard Webhooks. يُعرض الآن ولن يُعرض مرة أخرى.",
  "notify.submit": "إضافة",
  "notify.close": "عدم الإضافة",
  "notify.saved": "حُفظ.",
  "notify.added": "أُضيف. تصل الرسائل إلى هناك من الآن فصاعدًا.",
  "notify.code-sent": "الرمز في الطريق إلى هناك. يُرجى إدخاله أدناه.",
  "notify.confirmed": "تأكّد. تصل الرسائل إلى هناك من الآن فصاعدًا.",
  "notify.test-sent": "رسالة تجريبية في الطريق. قد تستغرق دقيقتين.",
  "notify.removed": "أُزيل. لن يُرسل شيء إلى هناك بعد الآن.",
  "notify.failed": "لم ينجح ذلك. {reason}",
} as const satisfies Translation<NotificationMessages>;
