import type { Formats } from '../formats.js';

/** The acceleration timeline and its legend. */
export const acceleration = ({ count, day, number }: Formats) => ({
  title: 'المسار الزمني',
  chart: (rows: number, from: string, to: string) =>
    `المسار الزمني من ${day(from)} إلى ${day(to)}، ${count(rows, { zero: 'بلا صفوف', one: 'صف واحد', two: 'صفان', few: '# صفوف', many: '# صفًا', other: '# صف' })}. البيانات نفسها في جدول.`,
  asTable: 'عرض جدول',
  asChart: 'عرض الرسم',
  scroll: 'المسار الزمني، يُمرَّر أفقيًا',
  legend: 'مفتاح الرسم',
  original: 'الموعد الأصلي',
  current: 'الموعد المعتمد',
  asked: 'الموعد المطلوب',
  forecast: 'الموعد المتوقع',
  actual: 'تاريخ الإنجاز',
  confirmed: 'معتمد',
  slipLegend: 'الفرق عن الموعد الأصلي',
  workLegend: 'عمل',
  pauseLegend: 'تعليق',
  concurrentLegend: 'انتظار متزامن لا يُحسب',
  legalLegend: 'نهاية المدة القانونية',
  today: 'اليوم',
  row: 'المحطة أو المرحلة',
  party: 'الطرف',
  status: 'الحالة',
  legalUntil: (on: string) => `المدة القانونية حتى ${day(on)}`,
  visit: (visit: number) => `المرة ${number(visit)}`,
  held: 'عمل وانتظار',
  provisional: 'مبدئي',
  inherited: 'موروث',
  dayLedger: 'سجل الأيام',
  empty: 'لا محطات ولا مراحل بعد',
  withDays: (bucket: string, party: string, n: number) =>
    `${bucket} ${party}: ${count(n, { zero: 'لا أيام', one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' })}`,
});
