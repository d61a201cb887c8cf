import type { Formats } from '../formats.js';

/** What becomes of what somebody has sent. */
export const commands = ({ time, count }: Formats) => {
  const updates = (n: number) =>
    count(n, { one: 'تحديث واحد', two: 'تحديثان', few: '# تحديثات', many: '# تحديثًا', other: '# تحديث' });
  return {
    sending: 'حُفظ هنا، يُرسل الآن',
    kept: 'محفوظ على هذا الجهاز، ينتظر الاتصال',
    arrived: (at: string) => `وصل ${time(at)}`,
    refused: 'لم يُقبل',
    undo: 'تراجع',
    dismiss: 'إخفاء',
    again: 'إعادة الإرسال',
    away: 'لا يوجد اتصال.',
    awayDetail: (n: number) =>
      `ما سُجّل محفوظ على هذا الجهاز (${updates(n)})، ويُرسل بترتيبه عند عودة الاتصال. لا شيء يضيع.`,
    ended: 'انتهت الجلسة.',
    endedDetail: (n: number) => `ما سُجّل محفوظ على هذا الجهاز (${updates(n)})، ويُرسل بترتيبه بعد تسجيل الدخول.`,
    goingOut: (n: number) => `يُرسل الآن ما حُفظ على هذا الجهاز: ${updates(n)}`,
    full: 'بلغ المحفوظ على هذا الجهاز حدّه. تُستكمل الإضافة بعد عودة الاتصال.',
    resumed: 'استُعيد ما كُتب هنا من قبل ولم يُرسل.',
    discard: 'مسح المسودة',
    conflict: 'تغيّر الملف بعد فتحه هنا',
    mine: 'ما كُتب هنا',
    theirs: 'المقيَّد الآن',
    keepMine: 'اعتماد ما كُتب هنا',
    keepTheirs: 'الإبقاء على المقيَّد',
  };
};
