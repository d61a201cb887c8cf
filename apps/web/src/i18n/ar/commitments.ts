import type { Formats } from '../formats.js';

/** Commitments between partners and government. The page of a partner speaks to the partner: what is with it is «عندكم». */
export const commitments = ({ count, day, hijri, number }: Formats) => {
  const many = (n: number) =>
    count(n, {
      one: 'التزام واحد',
      two: 'التزامين',
      few: '# التزامات',
      many: '# التزامًا',
      other: '# التزام',
    });
  const days = (n: number) =>
    count(n, { zero: 'لا أيام', one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' });
  const byDays = (n: number) =>
    count(n, { one: 'بيوم واحد', two: 'بيومين', few: 'بـ# أيام', many: 'بـ# يومًا', other: 'بـ# يوم' });
  const clocks = (here: string, own: number, there: string, other: number): string => {
    if (own === 0 && other === 0) return 'لا ساعة تعدّ الآن';
    if (own === 0) return `الساعة ${there} في ${many(other)}، ولا شيء ${here}`;
    return other === 0
      ? `الساعة ${here} في ${many(own)}، ولا شيء ${there}`
      : `الساعة ${here} في ${many(own)}، و${there} في ${many(other)}`;
  };
  return {
    headline: {
      partner: (own: number, other: number) => clocks('عندكم', own, 'عند الحكومة', other),
      government: (own: number, other: number) => clocks('عند الحكومة', own, 'عند الشركاء', other),
    },
    unanswered: (n: number) =>
      count(n, {
        one: 'التزام واحد معروض لم يُجَب عنه بعد',
        two: 'التزامان معروضان لم يُجَب عنهما بعد',
        few: '# التزامات معروضة لم يُجَب عنها بعد',
        many: '# التزامًا معروضًا لم يُجَب عنها بعد',
        other: '# التزام معروض لم يُجَب عنها بعد',
      }),
    owe: { partner: 'ما علينا للحكومة', government: 'ما على الحكومة للشركاء' },
    owed: { partner: 'ما لنا على الحكومة', government: 'ما للحكومة على الشركاء' },
    nothingOwed: 'لا شيء هنا',
    with: { partner: 'عندكم', government: 'عند الحكومة', otherPartner: 'عند الشريك' },
    running: 'يعدّ الآن',
    stopped: 'متوقف',
    clockRuns: (side: string, since: number, from: string) =>
      since === 0 ? `الساعة ${side} منذ اليوم` : `الساعة ${side} منذ ${days(since)}، من ${day(from)}`,
    clockStopped: (side: string, own: number, otherLabel: string, other: number) =>
      `الساعة متوقفة: ${side} ${days(own)}، ${otherLabel} ${days(other)}`,
    span: (side: string, from: string, until: string, n: number) =>
      `${side} من ${day(from)} إلى ${day(until)}: ${days(n)}`,
    ribbonOf: (from: string, to: string) => `انتقال الساعة بين الطرفين من ${day(from)} إلى ${day(to)}`,
    notYetRunning: (n: number) =>
      n === 0
        ? 'عُرض اليوم. تبدأ الساعة من يوم القبول.'
        : `عُرض منذ ${days(n)} ولم يُجَب عنه بعد. تبدأ الساعة من يوم القبول.`,
    feeds: 'يخدم الملف',
    due: 'يُستحق',
    dueOn: (date: string) => `${day(date)} · ${hijri(date)}`,
    dueIn: (n: number) => `بعد ${days(n)}`,
    dueToday: 'اليوم',
    late: (n: number) => `تجاوز موعده ${byDays(n)}`,
    reportedEarly: (n: number) => `أُبلغ بتنفيذه قبل موعده ${byDays(n)}`,
    reportedOnTime: 'أُبلغ بتنفيذه في موعده',
    reportedLate: (n: number) => `أُبلغ بتنفيذه بعد موعده ${byDays(n)}`,
    firstDue: (date: string) => `الموعد الأصلي ${day(date)}`,
    status: {
      offered: 'عُرض',
      accepted: 'قُبل',
      declined: 'اعتُذر عنه',
      reported: 'أُبلغ بتنفيذه',
      returned: 'أُعيد للاستيفاء',
      confirmed: 'أُكّد',
      withdrawn: 'سُحب',
    },
    history: 'كل الخطوات',
    step: 'الخطوة',
    date: 'التاريخ',
    who: 'من قيّدها',
    why: 'السبب',
    returnedFor: (date: string, reason: string) => `أُعيد للاستيفاء في ${day(date)}: ${reason}`,
    declinedFor: (date: string, reason: string) => `اعتُذر عنه في ${day(date)}: ${reason}`,
    withdrawnFor: (date: string, reason: string) => `سُحب في ${day(date)}: ${reason}`,
    fedRefused: 'تأكّد الوفاء، ولم تُسجَّل المحطة منجزة: ردّها الملف.',
    proposed: {
      partner: (to: string, reason: string) => `اقترح الشريك موعدًا آخر: ${day(to)} (${hijri(to)})، لأن: ${reason}`,
      government: (to: string, reason: string) => `اقترحت الحكومة موعدًا آخر: ${day(to)} (${hijri(to)})، لأن: ${reason}`,
    },
    proposedByYou: (to: string) => `اقترحتم موعدًا آخر: ${day(to)} (${hijri(to)})، وهو بانتظار الطرف الآخر.`,
    nothingToDo: { partner: 'لا شيء مطلوب منكم الآن. الدور على الحكومة.', government: 'الدور على الشريك.' },
    act: {
      accept: 'قبول الالتزام',
      decline: 'الاعتذار مع السبب',
      report: 'الإبلاغ بالتنفيذ',
      confirm: 'تأكيد الاستلام',
      return: 'إعادة للاستيفاء',
      withdraw: 'سحب العرض',
      'give-up': 'التنازل عن الالتزام',
      propose: 'اقتراح موعد آخر',
      agree: 'الموافقة على الموعد',
      refuse: 'رفض الموعد المقترح',
    },
    consequence: {
      accept: 'من يوم القبول تعدّ الساعة عند من عليه الالتزام.',
      decline: 'ينتهي الالتزام المعروض، ويبقى سببه في السجل.',
      report: 'عند الإرسال تنتقل الساعة إلى الطرف الآخر، وتبقى عنده حتى يؤكد أو يعيده بسبب.',
      confirm: 'تقف الساعة وينتهي الالتزام، وتُسجَّل المحطة التي يخدمها منجزة في يوم التأكيد.',
      return: 'تعود الساعة إلى من عليه الالتزام حتى يستوفي ما نقص.',
      withdraw: 'يُسحب العرض قبل الإجابة عنه، ويبقى أثره في السجل.',
      'give-up': 'يسقط الالتزام عمّن عليه، ويبقى أثره في السجل.',
      propose: 'يبقى الموعد المعتمد حتى يوافق الطرف الآخر.',
      agree: 'يصير الموعد المقترح هو المعتمد من اليوم.',
      refuse: 'يبقى الموعد المعتمد كما هو.',
    },
    forSide: { partner: 'عن الشريك', government: 'عن الحكومة' },
    send: 'إرسال',
    sendAndPass: 'إرسال، ونقل الساعة',
    cancel: 'إلغاء',
    doneOn: 'تاريخ التنفيذ',
    newDate: 'الموعد المقترح',
    reason: 'السبب',
    reasonIfAny: 'السبب، إن وُجد',
    required: 'لا بد من ملء هذه الخانة',
    evidenceNeeded: 'لا بد من مستند إثبات واحد على الأقل: ملف أو رابط',
    booked: 'أيام مقيّدة عليكم',
    mayContest: 'لكم الاعتراض على أيٍّ منها',
    noneBooked: 'لا أيام مقيّدة عليكم',
    oneDay: (date: string) => day(date),
    fromTo: (from: string, last: string) => `من ${day(from)} حتى ${day(last)}`,
    workDays: (n: number) =>
      `منها ${count(n, { zero: 'لا أيام عمل', one: 'يوم عمل', two: 'يوما عمل', few: '# أيام عمل', many: '# يوم عمل', other: '# يوم عمل' })}`,
    contest: 'اعتراض',
    contestWhy: 'لماذا لا تخصّكم هذه الأيام؟',
    contestStays: 'تبقى الأيام مقيّدة وموسومة «مُعترَض عليها» حتى القرار.',
    contestSend: 'إرسال الاعتراض',
    contested: {
      open: 'اعترضتم، بانتظار قرار المراجعة',
      dismissed: 'لم يُقبل الاعتراض',
      ruled: 'صدر قرار إعادة القيد',
    },
    sourceDerived: 'مستنتج من الأحداث',
    sourceRecorded: 'مقيّد',
    sourceRuling: 'بقرار إعادة القيد',
    depended: 'مواعيد تعتمدون عليها',
    dependedLead: 'مواعيد المحطات التي تخدمها التزاماتكم',
    closed: (n: number) => `ما انتهى (${number(n)})`,
    onlyYours: 'ترون هنا التزاماتكم وعناوين الملفات التي تخدمها والمواعيد التي تعتمدون عليها، ولا شيء غيرها.',
    empty: { partner: 'لا التزامات بينكم وبين الحكومة بعد', government: 'لا التزامات مع الشركاء بعد' },
    emptyDetail: {
      partner: 'عندما تعرض جهة التزامًا يظهر هنا، ويُقبل أو يُعتذر عنه في مكانه.',
      government: 'يُعرض الالتزام لملف تملكه جهتك، ويظهر هنا بساعتيه.',
    },
    ofInitiative: 'التزامات الشركاء',
    noneOfInitiative: 'لا التزامات لهذا الملف بعد.',
    offer: 'عرض التزام',
    offerTitle: 'عرض التزام على شريك',
    offerLead: 'لا تبدأ الساعة حتى يقبل الطرف الآخر.',
    forInitiative: 'الملف الذي يخدمه',
    partner: 'الشريك',
    noPartners: 'لا شركاء مسجلين بعد. يسجّلهم مدير النظام في الإدارة.',
    choosePartner: 'اختيار الشريك',
    direction: 'من عليه الالتزام',
    byPartner: 'الشريك للحكومة',
    byGovernment: 'الحكومة للشريك',
    titleArabic: 'ما الالتزام، بالعربية',
    titleEnglish: 'ما الالتزام، بالإنجليزية',
    titleNeeded: 'لا بد من صياغته بلغة واحدة على الأقل',
    milestone: 'المحطة التي يخدمها',
    noMilestone: 'لا محطة بعينها',
    dueDate: 'موعد الاستحقاق',
    sendOffer: 'إرسال العرض',
  };
};
