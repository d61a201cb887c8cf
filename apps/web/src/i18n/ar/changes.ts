import type { Formats } from '../formats.js';

/** What changed, a sentence for each kind of change. Names of milestones stand in quotation marks. */
export const changes = ({ count }: Formats) => {
  const milestones = (n: number) =>
    count(n, { one: 'محطة واحدة', two: 'محطتان', few: '# محطات', many: '# محطة', other: '# محطة' });
  return {
    title: 'ما تغيّر منذ آخر اطلاع',
    all: 'عرض الكل',
    since: (at: string) => `آخر اطلاع لك: ${at}`,
    noLook: (days: string) => `لم تسجّل اطلاعًا بعد؛ هذا ما تغيّر خلال ${days}`,
    notAll: 'التغييرات أكثر مما يُعرض هنا.',
    none: 'لا شيء تغيّر منذ آخر اطلاع.',
    noneLately: 'لا شيء تغيّر في هذه المدة.',
    correctionsTitle: 'تصحيحات بيانات، ليست تغييرًا في الخطط',
    markSeen: 'تسجيل الاطلاع على الكل',
    noDate: 'بلا موعد',
    about: (date: string) => `${date} مبدئيًا`,
    parted: '؛ ',
    registered: 'قُيّد ملفًا جديدًا',
    status: (from: string, to: string) => `الحالة: من ${from} إلى ${to}`,
    titleChanged: (before: string) => `تغيّر الاسم، وكان ${before}`,
    owner: (from: string, to: string) => `انتقلت المسؤولية من ${from} إلى ${to}`,
    started: (date: string) => `بدأ في ${date}`,
    notStarted: 'أُلغي تاريخ البدء',
    milestoneAdded: (name: string, target: string) => `محطة جديدة «${name}»، موعدها: ${target}`,
    milestoneStatus: (name: string, status: string) => `محطة «${name}»: ${status}`,
    target: (name: string, from: string | undefined, to: string | undefined) =>
      from === undefined
        ? `الموعد المعتمد لمحطة «${name}»: ${to ?? 'بلا موعد'}`
        : `الموعد المعتمد لمحطة «${name}» من ${from} إلى ${to ?? 'بلا موعد'}`,
    forecast: (name: string, from: string | undefined, to: string | undefined) =>
      to === undefined
        ? `سُحب الموعد المتوقع لمحطة «${name}»`
        : from === undefined
          ? `الموعد المتوقع لمحطة «${name}»: ${to}`
          : `الموعد المتوقع لمحطة «${name}» من ${from} إلى ${to}`,
    actual: (name: string, from: string | undefined, to: string | undefined) =>
      to === undefined
        ? `لم تعد محطة «${name}» منجزة`
        : from === undefined
          ? `أُنجزت محطة «${name}» في ${to}`
          : `تاريخ إنجاز محطة «${name}» من ${from} إلى ${to}`,
    slip: (days: string, before: string | undefined) =>
      before === undefined ? `ترحيل الموعد: ${days} يوم` : `ترحيل الموعد: من ${before} إلى ${days} يوم`,
    noSlip: 'لم يعد للملف ترحيل يُحسب',
    missed: (from: number, to: number) =>
      to === 0
        ? 'لم تعد محطة متجاوزة موعدها'
        : to > from
          ? `${milestones(to)} ${to === 2 ? 'تجاوزتا موعدهما' : 'تجاوزت موعدها'}${from === 0 ? '' : `، وكانت ${milestones(from)}`}`
          : `${milestones(to)} ما زالت بعد موعدها، وكانت ${milestones(from)}`,
    next: (target: string) => `موعد المحطة التالية: ${target}`,
    noNext: 'لا محطة تالية',
    waitBegan: (party: string) => `بدأ انتظار ${party}`,
    waitEnded: (party: string) => `انتهى انتظار ${party}`,
    waitStale: 'انتظار لم يُؤكَّد منذ 28 يومًا',
    pauseLapsed: (date: string) => `انقضى التعليق في ${date} دون تجديد`,
    stalled: 'لا حركة منذ تسعة أشهر',
    movesAgain: 'تحرّك بعد توقف',
    contested: (days: string) => `اعتراض على ${days} لم يُفصل فيه`,
    contestDecided: 'فُصل في الاعتراض',
    corrections: (n: number) =>
      `في الملف ${count(n, { zero: 'صفر تصحيحات', one: 'تصحيح واحد', two: 'تصحيحان', few: '# تصحيحات', many: '# تصحيحًا', other: '# تصحيح' })}`,
    rating: (voice: string, from: string, to: string) => `تقييم ${voice}: من ${from} إلى ${to}`,
  };
};
