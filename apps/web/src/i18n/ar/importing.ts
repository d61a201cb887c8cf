import type { Formats } from '../formats.js';
import type { Summary } from '../../features/import/summary.js';

export const importing = ({ count, number, day, instant }: Formats) => {
  const rows = (n: number) =>
    count(n, { zero: 'لا صفوف', one: 'صف واحد', two: 'صفان', few: '# صفوف', many: '# صفًا', other: '# صف' });
  /** After a preposition, or as what is counted of something. */
  const ofRows = (n: number) =>
    count(n, { zero: 'لا صفوف', one: 'صف واحد', two: 'صفين', few: '# صفوف', many: '# صفًا', other: '# صف' });
  const faults = (n: number) =>
    count(n, { zero: 'لا أخطاء', one: 'خطأ واحد', two: 'خطآن', few: '# أخطاء', many: '# خطأً', other: '# خطأ' });
  return {
    title: 'استيراد',
    lead: 'من ملف Excel بصيغة XLSX أو جدول CSV، أو XML لبعض المصادر. يُعرض كل خطأ بصفّه وعموده قبل أن يُحفظ أي شيء، ثم يُحفظ الملف كله أو لا يُحفظ منه شيء.',
    drop: 'يُفلت الملف هنا',
    choose: 'اختيار ملف',
    chooseAnother: 'اختيار ملف آخر',
    recognised:
      'يُتعرّف على الترميز والفواصل والأرقام العربية وأسماء الشهور. وتُقرأ من ملف Excel الورقة المسماة باسم القالب وإلا فأولى أوراقه، وتُعتمد القيم المحفوظة للمعادلات.',
    file: 'الملف',
    profile: 'قالب الملف',
    template: { xlsx: 'تنزيل القالب الفارغ، XLSX', csv: 'تنزيل القالب الفارغ، CSV' },
    asOf: 'كما كان معلومًا في',
    asOfHint: 'يوم النسخة التي في الملف',
    looking: 'جارٍ فحص الملف',
    headline: ({ rows: all, faulty, faults: found }: Summary) =>
      found === 0
        ? `${rows(all)}، ولا أخطاء`
        : faulty === 0
          ? `${faults(found)} في الملف`
          : `${rows(all)}، في ${ofRows(faulty)} منها ${faults(found)}`,
    notSaved: 'لم يُحفظ شيء بعد. يُحفظ الملف كله حين يخلو من الأخطاء.',
    readyToSave: 'لم يُحفظ شيء بعد، والملف جاهز للاستيراد.',
    new: 'جديد',
    changed: 'متغيّر',
    unchanged: 'بلا تغيير',
    vanished: 'لم يعد في الملف',
    vanishedHint: 'لا يغيّر شيئًا',
    faults: 'الأخطاء والتنبيهات',
    faultsFile: 'أخطاء-الاستيراد',
    saveFaults: 'تنزيل القائمة',
    listed: (shown: number, all: number) =>
      `يظهر هنا أول ${number(shown)} من أصل ${number(all)}؛ ويظهر الباقي بعد تصحيحها ومعاينة الملف من جديد.`,
    row: 'الصف',
    column: 'العمود',
    value: 'القيمة',
    why: 'السبب',
    wholeFile: 'الملف كله',
    blank: 'فارغة',
    notice: 'تنبيه لا يمنع الاستيراد',
    blocking: 'خطأ',
    repair: 'تعديل الخلية',
    repairOf: (row: number, column: string) => `تعديل الخلية: الصف ${number(row)}، ${column}`,
    repairInFile: 'يُصحَّح في الملف',
    rowsAround: 'الصفوف حول الخطأ',
    edited: (n: number) =>
      count(n, {
        zero: 'لم تُعدَّل خلية',
        one: 'عُدّلت خلية واحدة',
        two: 'عُدّلت خليتان',
        few: 'عُدّلت # خلايا',
        many: 'عُدّلت # خلية',
        other: 'عُدّلت # خلية',
      }),
    lookAgain: 'معاينة من جديد',
    remaining: (n: number) => `الباقي: ${faults(n)}`,
    none: 'لا أخطاء',
    import: (n: number) => `استيراد ${ofRows(n)}`,
    whyNot: 'يتاح الاستيراد بعد تصحيح الأخطاء ومعاينة الملف من جديد',
    nothingNew: 'لا جديد في هذا الملف: كل ما فيه مسجّل من قبل',
    running: 'جارٍ الاستيراد',
    progress: (done: number, of: number) => `${number(done)} من ${number(of)} أمرًا`,
    done: (n: number) => `استُورد الملف: ${rows(n)}`,
    failed: 'لم يكتمل الاستيراد',
    refusedRow: (row: number) => `الصف ${number(row)}`,
    toPortfolio: 'إلى ملفات التسريع',
    another: 'استيراد ملف آخر',
    willHappen: 'ما سيُسجَّل',
    initiative: 'الملف',
    change: 'الحال',
    commands: 'الأوامر',
    commandCount: (n: number) =>
      count(n, { zero: 'لا أوامر', one: 'أمر واحد', two: 'أمران', few: '# أوامر', many: '# أمرًا', other: '# أمر' }),
    before: 'عمليات الاستيراد السابقة',
    status: { running: 'جارٍ', completed: 'اكتمل', failed: 'لم يكتمل' },
    when: 'متى',
    by: 'مَن استورد',
    at: (at: string) => instant(at),
    onDay: (date: string) => day(date),
    readersOnly: 'الاستيراد لفرق العمل ومدير النظام وبرامج الربط. تظهر هنا العمليات السابقة.',
  };
};
