import type { Formats } from '../formats.js';

/** `⟦1:…⟧` marks the figures of a sentence that open their rows. */
export const portfolio = ({ count, day, number, signed }: Formats) => {
  const initiatives = (n: number) =>
    count(n, { one: 'ملف واحد', two: 'ملفان', few: '# ملفات', many: '# ملفًا', other: '# ملف' });
  const milestones = (n: number) =>
    count(n, { one: 'محطة واحدة', two: 'محطتان', few: '# محطات', many: '# محطة', other: '# محطة' });
  /** How many of them are under way, after how many there are. */
  const underWay = (all: number, active: number) => {
    if (all === 1) return active === 0 ? '، وليس قيد العمل' : ' ⟦2:قيد العمل⟧';
    if (active === 0) return `، ليس أي ${all === 2 ? 'منهما' : 'منها'} قيد العمل`;
    if (active === all) return all === 2 ? '، ⟦2:كلاهما⟧ قيد العمل' : '، ⟦2:كلها⟧ قيد العمل';
    return `، ${all === 2 ? 'منهما' : 'منها'} ⟦2:${initiatives(active)}⟧ قيد العمل`;
  };
  return {
    headline: (all: number, active: number, missed: number, wait: { party: string; days: string } | undefined) =>
      all === 0
        ? 'لا ملفات فيما اخترته.'
        : [
            `⟦1:${initiatives(all)}⟧${underWay(all, active)}، `,
            missed === 0
              ? 'ولا محطة تجاوزت موعدها.'
              : `و⟦3:${milestones(missed)}⟧ ${missed === 2 ? 'تجاوزتا موعدهما' : 'تجاوزت موعدها'}.`,
            wait ? ` أطول انتظار، عدا الإجراءات الدستورية، عند ⟦4:${wait.party}⟧: ${wait.days}.` : '',
          ].join(''),
    initiatives: 'الملفات',
    restricted: (n: number) => (n === 0 ? 'كلها متاحة لك' : `عدا ${number(n)} محجوبة عنك`),
    complete: 'اكتملت',
    completeDetail: 'أُنجزت، أو انتهى مسار القانون',
    waitingOnAParty: 'تنتظر طرفًا',
    waitingDetail: (days: string) => `${days} انتظار منذ البداية`,
    missedMilestones: 'محطات تجاوزت موعدها',
    missedDetail: `بعد موعدها بـ${number(5)} أيام عمل فأكثر`,
    apart: 'الثقة متباعدة',
    apartDetail: 'تقييم الفريق غير تقييم غيره',
    list: 'الملفات',
    line: 'المسار حتى آخر موعد',
    waitedOn: 'من ننتظر',
    confidence: 'الثقة: الفريق ثم غيره',
    slip: 'ترحيل الموعد',
    since: (date: string) => `منذ ${day(date)}`,
    open: (days: string) => `${days}، ما زال`,
    longest: (days: string) => `أطول انتظار: ${days}`,
    pausedSince: (date: string) => `معلّق منذ ${day(date)}`,
    working: 'لا انتظار اليوم',
    stalled: 'بلا حركة',
    groups: {
      attention: 'تحتاج انتباهك',
      active: 'قيد العمل',
      paused: 'معلّقة',
      planned: 'لم تبدأ',
      closed: 'انتهت',
    },
    kind: 'النوع',
    all: 'الكل',
    owner: 'الجهة المسؤولة',
    status: 'الحالة',
    colour: 'الثقة',
    late: 'المتأخرة فقط',
    only: { missed: 'تجاوزت موعدها', waiting: 'تنتظر طرفًا', apart: 'الثقة متباعدة' },
    find: 'البحث في الملفات',
    sort: 'الترتيب',
    sorts: {
      '-slip': 'الأكثر ترحيلًا',
      '-waiting': 'الأكثر انتظارًا',
      next: 'الأقرب موعدًا',
      title: 'الاسم',
      owner: 'الجهة المسؤولة',
      '-startedOn': 'الأحدث بدءًا',
    },
    filters: 'خيارات العرض',
    filtersSet: (set: number) => `خيارات العرض: ${number(set)}`,
    show: 'عرض',
    lateness: 'التأخر',
    clear: 'مسح خيارات العرض',
    noneFits: 'لا ملف يطابق ما طُلب',
    noneFitsDetail: (filters: string) => `المطلوب: ${filters}`,
    density: 'الكثافة',
    relaxed: 'مريح',
    compact: 'كثيف',
    views: 'عروض محفوظة',
    noViews: 'لا عروض محفوظة على هذا الجهاز',
    viewName: 'اسم العرض',
    saveView: 'حفظ هذا العرض',
    removeView: (name: string) => `حذف العرض ${name}`,
    knownOn: 'كما كان معلومًا في',
    knownOutside: 'يوم مضى، أو اليوم نفسه',
    knownToday: 'العودة إلى اليوم',
    knownNotice: (date: string) => `كما كان معلومًا في ${day(date)}؛ ما قُيّد بعده لا يُعرض`,
    legend: 'مفتاح الرموز',
    legendCurrent: 'الموعد المعتمد',
    legendOriginal: 'الموعد الأصلي',
    legendForecast: 'الموعد المتوقع',
    legendActual: 'تاريخ الإنجاز',
    legendConfirmed: 'معتمد',
    legendWait: 'انتظار، بنقش الطرف',
    legendPause: 'تعليق',
    noPromise: 'لا موعد بعد',
    drawn: {
      started: (date: string) => `بدأ ${day(date)}`,
      original: (date: string) => `الموعد الأصلي ${day(date)}`,
      current: (date: string) => `الموعد المعتمد ${day(date)}`,
      forecast: (date: string) => `الموعد المتوقع ${day(date)}`,
      actual: (date: string) => `تاريخ الإنجاز ${day(date)}`,
      confirmed: 'معتمد',
      waiting: (party: string, date: string) => `انتظار ${party} منذ ${day(date)}`,
      paused: (date: string) => `تعليق منذ ${day(date)}`,
    },
    slipped: (n: number) => signed(n),
    loadingMore: (shown: number, all: string) => `وصل ${number(shown)} من ${all}`,
    export: 'تصدير',
    exportTable: { xlsx: 'ملفات التسريع، XLSX', csv: 'ملفات التسريع، CSV' },
    exportDates: 'مواعيد المحطات، ICS',
    exportMilestones: { xlsx: 'المحطات، XLSX', csv: 'المحطات، CSV' },
    empty: 'لا ملفات بعد',
    emptyDetail: 'يبدأ المسار الزمني الأول باستيراد جدول قائم، أو بتسجيل ملف واحد.',
  };
};
