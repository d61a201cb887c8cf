import type { Formats } from '../formats.js';

/** The one printed page of an initiative. */
export const stocktake = ({ count, day, hijri, instant, number }: Formats) => ({
  title: 'ملف العرض',
  programme: 'المسرعات الحكومية · مسار',
  back: 'العودة إلى الملف',
  onePage: 'صفحة واحدة، مقاس A4',
  print: 'طباعة أو حفظ PDF',
  today: (on: string) => day(on, 'weekday'),
  hijriOf: (on: string) => hijri(on),
  knownAt: (at: string) => `كما كان معلومًا في ${at.length > 10 ? instant(at) : day(at)}`,
  elapsed: 'المنقضي',
  waiting: 'انتظار',
  missed: 'تجاوز الموعد',
  efficiency: 'كفاءة التدفق',
  confidence: 'الثقة في الإنجاز',
  milestones: 'المحطات',
  more: (left: number) => `ومعها ${number(left)} في صفحة الملف`,
  lastChanges: 'آخر ما تغيّر',
  ofMilestones: (n: number) =>
    `من ${count(n, { zero: 'لا محطات', one: 'محطة واحدة', two: 'محطتين', few: '# محطات', many: '# محطة', other: '# محطة' })}`,
  efficiencyMeaning: 'أيام العمل إلى العمل والانتظار',
  decisions: 'قرارات مطلوبة',
  noDecisions: 'لا قرارات مطلوبة الآن',
  waitedOn: 'على من انتظرنا',
  sinceStart: 'أيام مقيّدة منذ البدء',
  contested: (n: number, party: string) => `أيام معترض عليها: ${number(n)} على ${party}.`,
  blockers: 'معوقات مفتوحة',
  corrections: 'تصحيحات البيانات',
  correctionsDetail: (n: number) =>
    `${count(n, { zero: 'لا تصحيحات', one: 'تصحيح واحد', two: 'تصحيحان', few: '# تصحيحات', many: '# تصحيحًا', other: '# تصحيح' })}، وليست تغييرًا في الخطة.`,
  references: 'المراجع',
  page: 'صفحة 1 من 1',
  fingerprint: 'بصمة آخر قيد',
  askMove: (milestone: string, from: string, to: string) => `تغيير موعد محطة ${milestone} من ${from} إلى ${to}`,
  askBlocker: (title: string, decider: string, due: string) => `${title}. صاحب القرار ${decider}، موعده ${day(due)}`,
  askContest: (party: string, n: number) =>
    `البتّ في اعتراض ${party} على ${count(n, { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' })}`,
});
