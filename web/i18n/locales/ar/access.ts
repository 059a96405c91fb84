/** The part of the members’ texts that is about who reads a case, and leaving, in Arabic. */
import type { AccessMessages } from "../../languages.ts";
import type { Translation } from "../../message.ts";

export const access = {
  "readers.title": "من يستطيع قراءة هذه القضية",
  "readers.you": "{name} (أنت)",
  "readers.reporter": "يقرأ صاحب البلاغ المحادثة، ولا يقرأ الملاحظات أبدًا.",
  "readers.excluded": "استبعدهم صاحب البلاغ قبل الختم، وليس لديهم أي مفتاح:",
  "readers.revoked": "{name} (عضوية منتهية)",
  "readers.unknown": "شخص غير موجود في قائمة الأعضاء ({id})",
  "readers.roles": "{name}: {roles}",
  "readers.former": "كانوا يستطيعون القراءة، ولم يعودوا يستطيعون قراءة الجديد:",
  "readers.recused": "{name}، انسحاب في {day}",
  "readers.removed": "{name}، إخراج في {day}",
  "readers.left-out": "{name}، بلا مفاتيح جديدة منذ {day}",
  "readers.override-stands":
    "يوجد توقيع من {by} على جواز منح القراءة إلى {name} خلافًا لرغبة صاحب البلاغ. يجب أن يمنحها قارئ آخر.",

  "access.let-in": "منح زميل حق قراءة هذه القضية…",
  "access.take-out": "إخراج…",
  "access.take-out-name": "إخراج {name} من هذه القضية",
  "access.take-out-now": "إخراج {name}",
  "access.take-out-means":
    "يفقد {name} كل مفاتيح هذه القضية، وتُنشأ مفاتيح جديدة للآخرين. وقد يتذكر ما قرأه. ويرى صاحب البلاغ أنك أخرجته ولماذا.",
  "access.step-out": "الانسحاب من هذه القضية…",
  "access.step-out-now": "الانسحاب من هذه القضية",
  "access.step-out-means":
    "تفقد فورًا كل مفاتيح هذه القضية. لا يستطيع أن يعيدك إليها إلا من يبقى. ويرى صاحب البلاغ انسحابك.",
  "access.who": "من ينبغي أن يقرأ هذه القضية أيضًا؟",
  "access.who-hint": "سيقرأ هذا الشخص كل شيء من البداية، ومنه الملاحظات. ويرى صاحب البلاغ اسمه.",
  "access.who-missing": "يُرجى اختيار شخص.",
  "access.other-desk": "يعمل {name} في مكتب غير الذي اختاره صاحب البلاغ.",
  "access.excluded-hint": "{desks}. استبعده صاحب البلاغ.",
  "access.excluded-title": "طلب صاحب البلاغ ألا يقرأ {name} هذا",
  "access.sign-first":
    "يجب أن يوقّع اثنان منكم، ولكل توقيع سبب، ويرى صاحب البلاغ السببين. ستكون الأول. لا يُسمح لـ {name} بالقراءة إلا إذا وقّع زميل أيضًا.",
  "access.signed-by-you":
    "سبق أن وقّعت. يجب الآن أن يمنح زميل حق القراءة إلى {name}. يمكنك التوقيع مرة أخرى بسبب آخر.",
  "access.signed-by-other":
    "سبق أن وقّع زميل على جواز منح القراءة إلى {name}. إذا منحتها الآن صارت فورية، ويرى صاحب البلاغ الاسمين والسببين.",
  "access.grant": "منح حق قراءة هذه القضية",
  "access.grant-name": "منح حق القراءة إلى {name}",
  "access.override-name": "التوقيع على جواز منح القراءة إلى {name}",
  "access.reason": "السبب",
  "access.reason-hint": "سيراه صاحب البلاغ وكل من يقرأ هذه القضية.",
  "access.reason-missing": "يُرجى ذكر السبب.",
  "access.cancel": "عدم تغيير شيء",
  "access.gone": "لقد انسحبت من القضية.",
  "access.failed": "لم يتم ذلك. {reason}",

  "leaving.title": "المغادرة",
  "leaving.lead":
    "قبل مغادرتك يجب أن تنتقل كل قضية لا يقرؤها غيرك إلى زميل. وما يقرؤه آخرون أيضًا يبقى لديهم.",
  "leaving.looking": "جارٍ النظر فيما لديك.",
  "leaving.look": "النظر مرة أخرى",
  "leaving.none": {
    zero: "ليست لديك أي قضية.",
    one: "لديك قضية واحدة، ويستطيع غيرك قراءتها أيضًا.",
    two: "لديك قضيتان، ويستطيع غيرك قراءة كل منهما.",
    few: "لديك {count} قضايا، ويستطيع غيرك قراءة كل منها.",
    many: "لديك {count} قضية، ويستطيع غيرك قراءة كل منها.",
    other: "لديك {count} قضية، ويستطيع غيرك قراءة كل منها.",
  },
  "leaving.only-you": {
    zero: "لا توجد قضية لا يقرؤها غيرك",
    one: "قضية واحدة لا يقرؤها غيرك",
    two: "قضيتان لا يقرؤهما غيرك",
    few: "{count} قضايا لا يقرؤها غيرك",
    many: "{count} قضية لا يقرؤها غيرك",
    other: "{count} قضية لا يقرؤها غيرك",
  },
  "leaving.untitled": "قضية لم يُفتح ملخصها ({id})",
  "leaving.received": "{desk}، وردت في {day}",
  "leaving.give": "تسليم قضايا إلى زميل",
  "leaving.who": "من يتولاها؟",
  "leaving.who-hint": "سيقرأ هذا الشخص كل شيء من البداية، ويرى أصحاب البلاغات ذلك.",
  "leaving.colleague": "{name} ({desks})",
  "leaving.give-count": {
    zero: "لا شيء للتسليم",
    one: "تسليم قضية واحدة",
    two: "تسليم قضيتين",
    few: "تسليم {count} قضايا",
    many: "تسليم {count} قضية",
    other: "تسليم {count} قضية",
  },
  "leaving.stop": "التوقف بعد هذه القضية",
  "leaving.stopped": "تم التوقف. ما سُلّم يبقى مسلَّمًا.",
  "leaving.progress": "سُلّم {done} من {count}.",
  "leaving.failed-title": "تعذّر تسليم بعض القضايا",
  "leaving.failed": "{title}: {reason}",
  "leaving.excluded": "{title}: طلب صاحب هذا البلاغ ألا يقرأه هذا الزميل. يُرجى اختيار غيره.",
  "leaving.nobody": "لا يوجد قارئ آخر لتسلّمها. يُرجى أن تطلب من المنسّق ضم شخص أولًا.",
  "leaving.end-title": "إنهاء عضويتك",
  "leaving.end-lead":
    "يُسجَّل خروجك من كل مكان ولا تستطيع الدخول مرة أخرى. ثم يوقّع المنسّق قائمة أعضاء من دونك، وتُنشئ صفحات زملائك مفاتيح جديدة.",
  "leaving.not-yet": "يصبح هذا ممكنًا عندما يستطيع غيرك قراءة كل قضية.",
  "leaving.leave": "إنهاء عضويتي…",
  "leaving.confirm-title": "هل تريد إنهاء عضويتك الآن؟",
  "leaving.confirm": "لا يمكن التراجع عن هذا من هنا. وللعودة تلزمك دعوة جديدة.",
  "leaving.confirm-now": "إنهاء عضويتي الآن",
  "leaving.stay": "البقاء",
  "leaving.blocked-cases":
    "ستبقى قضية لا يستطيع أحد قراءتها. يُرجى النظر مرة أخرى وتسليمها إلى زميل.",
  "leaving.blocked-desk":
    "أنت آخر قارئ في أحد المكاتب: لن يستطيع أحد قراءة ما يُرسل إليه. يُرجى أن تطلب من المنسّق إضافة شخص أولًا.",
  "leaving.blocked-coordinator":
    "أنت آخر منسّق: لن يستطيع أحد توقيع قائمة الأعضاء من دونك. يُرجى منح هذا الدور لشخص آخر أولًا.",

  "access.overridden": "تم التسجيل، ويستطيع صاحب البلاغ رؤية ذلك. يجب الآن أن يمنح زميل حق القراءة.",
  "access.granted": "تم. يستطيع هذا الشخص قراءة القضية الآن، ويستطيع صاحب البلاغ رؤية ذلك.",
  "access.removed":
    "تم. لم يعد هذا الشخص يستطيع قراءة شيء من هذه القضية، ويستطيع صاحب البلاغ رؤية ذلك.",
  "access.rekeyed": "أُنشئت مفاتيح جديدة.",

  "readers.not-you": "لا يذكرك هذا البلاغ بين قرّائه",
  "readers.not-you-what":
    "يمكنك قراءته، لكن لا يمكنك الكتابة في هذه القضية، فلن تقبل ذلك أي صفحة. يُرجى إبلاغ المنسّق.",
} as const satisfies Translation<AccessMessages>;
