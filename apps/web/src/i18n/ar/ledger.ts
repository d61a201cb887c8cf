import type { Formats } from '../formats.js';
import { vocabulary } from './vocabulary.js';

/** The day ledger of one initiative: every day booked to one party and one cause. */
export const ledger = (formats: Formats) => {
  const { count, day, number } = formats;
  const { days, ofDays } = vocabulary(formats);
  return {
    lead: 'كل يوم مقيّد على طرف واحد وسبب واحد',
    noLedger: 'لا أيام قبل بدء العمل.',
    bar: (parts: string) => `الأيام بحسب الطرف: ${parts}`,
    barPart: (party: string, bucket: string, n: number) => `${party} ${bucket} ${days(n)}`,
    daysWord: (n: number) => count(n, { two: 'يومان', few: 'أيام', many: 'يومًا', other: 'يوم' }),
    byParty: 'الأيام بحسب الطرف',
    byCause: 'أيام الانتظار بحسب السبب',
    total: 'المجموع',
    share: 'من الكل',
    contested: 'منها معترض عليه',
    entries: 'القيود، الأحدث أولًا',
    bookedTo: 'على من',
    cause: 'السبب',
    span: 'المدة',
    count: 'أيام',
    fromTo: (from: string, to: string) => `${day(from, 'short')} إلى ${day(to, 'short')}`,
    fromOn: (from: string) => `من ${day(from, 'short')} إلى اليوم`,
    working: (n: number) =>
      count(n, { zero: 'لا أيام عمل', one: 'يوم عمل واحد', two: 'يوما عمل', few: '# أيام عمل', other: '# يوم عمل' }),
    onlyWaits: 'الانتظار والتعليق فقط',
    everything: 'كل القيود',
    more: (left: number) => `عرض ما قبل ذلك (${number(left)})`,
    why: 'على ماذا يقوم هذا القيد',
    source: { recorded: 'مقيّد', derived: 'مشتق', ruling: 'بقرار إعادة قيد' },
    rule: {
      stage: 'المرحلة في يد طرف آخر',
      commitment: 'التزام حل موعده',
      undecided: 'طلب لم يُبتّ فيه أكثر من خمسة أيام عمل',
      'other-party': 'محطة يعمل فيها طرف آخر',
    },
    statutory: 'مدة قانونية، لا تُعد تأخيرًا',
    stale: 'لم يتأكد منذ 28 يومًا',
    recordedLate: (n: number) => `قُيّد متأخرًا ${ofDays(n)}`,
    forMilestone: (title: string) => `محطة ${title}`,
    concurrent: 'انتظارات متزامنة لا تُحسب أيامها',
    concurrentEntry: (party: string, n: number) => `${days(n)} على ${party}`,
    contest: {
      action: 'اعتراض',
      title: (party: string) => `اعتراض على أيام مقيّدة على ${party}`,
      lead: 'تبقى الأيام حيث هي حتى يُبتّ في الاعتراض، ويظهر أنها معترض عليها.',
      from: 'من يوم',
      to: 'حتى يوم (لا يدخل فيه)',
      reason: 'سبب الاعتراض',
      send: 'تقديم الاعتراض',
      open: (by: string, on: string) => `معترض عليه من ${by} في ${day(on)}، ولم يُبتّ فيه`,
      dismissed: (by: string, on: string) => `اعتراض ${by} في ${day(on)} رُفض`,
      ruled: (by: string, on: string) => `بُتّ في اعتراض ${by} المقدم في ${day(on)} بإعادة القيد`,
      contestedDays: (n: number) => `معترض على ${ofDays(n)} منها`,
    },
  };
};
