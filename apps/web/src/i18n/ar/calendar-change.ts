import type { Formats } from '../formats.js';

/** What setting a day would move, said before it is recorded. Names of milestones stand in quotation marks. */
export const calendarChange = ({ count, day, number, signed }: Formats) => {
  const initiatives = (n: number) =>
    count(n, { one: 'ملف واحد', two: 'ملفان', few: '# ملفات', many: '# ملفًا', other: '# ملف' });
  const between = (from: string, to: string) => `من ${from} إلى ${to}`;
  const dates = (from: string | null, to: string | null) =>
    between(from === null ? 'بلا تاريخ' : day(from), to === null ? 'بلا تاريخ' : day(to));
  const workingDays = (from: number | null, to: number | null) =>
    between(from === null ? '—' : signed(from), to === null ? '—' : signed(to));
  return {
    title: 'ما يغيّره هذا اليوم',
    lead: 'يُحسب قبل القيد، ولا يُسجَّل منه شيء.',
    reading: (looked: number, of: number) => `قُرئ ${number(looked)} من ${initiatives(of)}`,
    progress: 'تقدم القراءة',
    nothing: (of: number) => `لا يتغيّر به تاريخ ولا عدد أيام عمل: قُرئ ${initiatives(of)}.`,
    moved: (n: number, of: number) =>
      `يتغيّر به ${count(n, { one: 'ملف واحد', two: 'ملفان', few: '# ملفات', many: '# ملفًا', other: '# ملف' })} من ${number(of)}`,
    restricted: (n: number) => `دون ${initiatives(n)} خارج نطاق الاطلاع.`,
    others: (n: number) => `و${initiatives(n)} غيرها`,
    away: 'تعذّرت قراءة ما يتغيّر. يبقى القيد ممكنًا.',
    dated: {
      'original-target': (of: string, from: string | null, to: string | null) =>
        `«${of}»: الموعد الأصلي ${dates(from, to)}`,
      target: (of: string, from: string | null, to: string | null) => `«${of}»: الموعد المعتمد ${dates(from, to)}`,
      'missed-from': (of: string, from: string | null, to: string | null) =>
        `«${of}»: تُعد متجاوزة لموعدها ${dates(from, to)}`,
      'request-until': (of: string, from: string | null, to: string | null) =>
        `«${of}»: يُمهل طلب الموعد حتى ${dates(from, to)}`,
      'legal-until': (of: string, from: string | null, to: string | null) =>
        `مرحلة «${of}»: تنتهي المدة القانونية ${dates(from, to)}`,
    },
    status: (of: string, from: string, to: string) => `«${of}»: ${between(from, to)}`,
    counted: {
      slip: (of: string, from: number | null, to: number | null) =>
        `«${of}»: ترحيل الموعد بأيام العمل ${workingDays(from, to)}`,
      variance: (of: string, from: number | null, to: number | null) =>
        `«${of}»: الفرق عن الموعد الأصلي بأيام العمل ${workingDays(from, to)}`,
    },
    summed: {
      active: (from: number, to: number) => `بند «عمل» في سجل الأيام ${between(number(from), number(to))}`,
      waiting: (from: number, to: number) => `بند «انتظار» في سجل الأيام ${between(number(from), number(to))}`,
      paused: (from: number, to: number) => `بند «تعليق» في سجل الأيام ${between(number(from), number(to))}`,
      'working-days': (from: number, to: number) =>
        `أيام العمل الرسمية في سجل الأيام ${between(number(from), number(to))}`,
    },
  };
};
