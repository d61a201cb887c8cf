import type { Formats } from '../formats.js';

/** What an initiative leans on, and what leans on it. */
export const links = ({ count, day, list }: Formats) => ({
  title: 'خريطة الاعتماد',
  before: 'يعتمد على',
  own: 'محطات هذا الملف',
  after: 'يعتمد عليه',
  none: 'لا شيء من ملف آخر',
  unseen: 'خارج نطاق الاطلاع',
  settled: (on: string) => `حدث في ${day(on)}`,
  due: (on: string) => `موعده ${day(on)}`,
  undated: 'بلا موعد',
  whole: 'الملف كله، بلا محطة بعينها',
  inner: (titles: readonly string[]) => `بعد ${list(titles)}`,
  openLine: 'لم يحدث بعد، فما بعده ينتظره',
  settledLine: 'حدث، ولم يعد يُنتظر',
  standing: (awaited: number, held: number) => {
    const first =
      awaited === 0
        ? 'كل ما يعتمد عليه من خارجه حدث'
        : `ينتظر ${count(awaited, { one: 'أمرًا واحدًا', two: 'أمرين', few: '# أمور', many: '# أمرًا', other: '# أمر' })} من خارجه`;
    if (held === 0) return first;
    return `${first}، و${count(held, { one: 'تنتظره محطة واحدة', two: 'تنتظره محطتان', few: 'تنتظره # محطات', many: 'تنتظره # محطة', other: 'تنتظره # محطة' })} في غيره`;
  },
  asTable: 'عرض الروابط في جدول',
  asMap: 'عرض خريطة',
  leaning: 'ما ينتظر',
  ofInitiative: 'من ملف',
  leantOn: 'ما يُنتظر',
  ofWhom: 'لدى',
  how: 'الصلة',
  stands: 'حاله',
  sort: { depends: 'اعتماد', 'counts-from': 'يُحسب الموعد منه', feeds: 'التزام يُنجز به' },
  isCut: 'يعتمد على هذا الملف أكثر مما يُعرض هنا.',
});
