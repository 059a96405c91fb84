/** What a team promises a reporter, in Arabic: receipts, as they are read, kept and checked. */
import type { PromisesMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const promises = {
  "promise.acknowledgement-kept":
    "أكّد الفريق في {met} أن البلاغ قد وصل. وكان قد وعد بذلك في موعد أقصاه {due}.",
  "promise.acknowledgement-late":
    "أكّد الفريق في {met} أن البلاغ قد وصل. وكان ذلك متأخرًا، فقد وعد به في موعد أقصاه {due}.",
  "promise.acknowledgement-missed": "وعد الفريق بأن يؤكّد وصول البلاغ في موعد أقصاه {due}، ولم يفعل.",
  "promise.feedback-kept":
    "أخبر الفريق في {met} بما فعله بشأن البلاغ. وكان قد وعد بذلك في موعد أقصاه {due}.",
  "promise.feedback-late":
    "أخبر الفريق في {met} بما فعله بشأن البلاغ. وكان ذلك متأخرًا، فقد وعد به في موعد أقصاه {due}.",
  "promise.feedback-missed":
    "وعد الفريق بأن يخبر في موعد أقصاه {due} بما فعله بشأن البلاغ، ولم يفعل.",
  "promise.challenge-decision-kept":
    "ردّ الفريق في {met} على الاعتراض على قراره. وكان قد وعد بذلك في موعد أقصاه {due}.",
  "promise.challenge-decision-late":
    "ردّ الفريق في {met} على الاعتراض على قراره. وكان ذلك متأخرًا، فقد وعد به في موعد أقصاه {due}.",
  "promise.challenge-decision-missed":
    "وعد الفريق بأن يردّ في موعد أقصاه {due} على الاعتراض على قراره، ولم يفعل.",

  "notice.RECEIVED": "وصلنا بلاغك ونحن نقرؤه. لا يلزمك فعل أي شيء الآن.",
  "notice.NEED_MORE":
    "لكي نواصل نحتاج إلى أن نسألك عن شيء. تكفي الإجابة عمّا تكون الإجابة عنه آمنة لك.",
  "notice.PASSED_ON":
    "أحلنا بلاغك إلى {recipient}، ويمكنهم فعل المزيد بشأنه. ويمكنك مواصلة الكتابة إلينا هنا.",
  "notice.UNDER_WAY": "هناك إجراءات جارية بشأن ما أخبرتنا به. ولا يمكننا دائمًا أن نقول ما هي.",
  "notice.NO_ACTION":
    "نظرنا في بلاغك بعناية، ولن نتخذ إجراءً بشأنه. هذا لا يعني أننا لا نصدّقك. وهذا هو السبب:",

  "receipt.line": "إيصال موقّع لك من {name}",
  "receipt.keep": "حفظ هذا الإيصال",
  "receipt.warning": "يُظهر الملف أن بلاغًا كُتب هنا، فيُرجى حفظه فقط حيث يكون ذلك آمنًا لك.",
  "receipt.kept":
    "حفظ المتصفّح الملف، وهو على الأغلب بين التنزيلات. ويمكن لأي شخص فحصه على العنوان {address}.",
  "receipt.not-kept": "تعذّر حفظ الإيصال. {reason}",

  "check.part": "الإيصالات",
  "check.title": "فحص إيصال",
  "check.lead":
    "الإيصال ملف صغير يُظهر في أي يوم تم الوفاء بوعد بشأن بلاغ، أو أنه لم يتم الوفاء به. تفحصه هذه الصفحة على جهازك أنت ولا ترسله إلى أي مكان.",
  "check.offline": "من الآن لا تحتاج هذه الصفحة إلى اتصال.",
  "check.file": "اختيار الملف",
  "check.file-hint": "اسمه يشبه receipt-2030-01-31.json.",
  "check.checking": "جارٍ فحص الملف…",
  "check.done": "تم فحص الملف. النتيجة أدناه.",
  "check.unreadable": "تعذّرت قراءة الملف. يُرجى اختياره مرة أخرى.",
  "check.holds": "هذا الإيصال صحيح",
  "check.refused": "هذا الملف لا يثبت شيئًا",
  "check.organisation": "المنظمة",
  "check.signed-by": "الموقِّع",
  "check.signed-on": "تاريخ التوقيع",
  "check.report": "رقم البلاغ",
  "check.says": "ما الذي يقوله",
  "check.in-time": "في الموعد",
  "check.late": "متأخر",
  "check.missed": "لم يتم الوفاء به",
  "check.means":
    "يُظهر أن هذا الشخص من هذه المنظمة وقّع على هذه الأيام. ولا يُظهر ما في البلاغ ولا من أرسله. ويوم التوقيع هو اليوم الذي دوّنه الشخص والخادم.",
  "check.first-page": "الانتقال إلى الصفحة الأولى",
  "fault.not-a-receipt": "ليس إيصالًا، أو غُيّر فيه شيء.",
  "fault.not-delegated": "لم يصدر عن منظمة هذه الصفحة، أو غُيّر الجزء الذي يحدّد من يحق له التوقيع.",
  "fault.other-organisation": "يعود إلى منظمة أخرى.",
  "fault.list-not-signed": "قائمة الأشخاص التي فيه لم يوقّعها من يحق له ذلك، أو أنها غُيّرت.",
  "fault.list-expired": "وُقّع في يوم لم تعد فيه قائمة الأشخاص التي فيه سارية.",
  "fault.list-older": "قائمة الأشخاص التي فيه ليست التي رآها من وقّع، ولا قائمة أحدث منها.",
  "fault.not-a-member": "لا يظهر في قائمة الأشخاص التي فيه من يُقال إنه وقّع، أو كان قد غادر قبل ذلك.",
  "fault.not-signed": "لم يوقّعه الشخص المذكور فيه، أو غُيّر فيه شيء.",
  "fault.no-sense": "هو موقَّع، لكن أيامه لا تتوافق.",
} as const satisfies Translation<PromisesMessages>;
