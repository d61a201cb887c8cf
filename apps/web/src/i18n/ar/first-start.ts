/** The portfolio while there is nothing in it. */
export const firstStart = () => ({
  title: 'لا ملفات بعد. من أين نبدأ؟',
  importTitle: 'استيراد جدول قائم',
  importDetail: 'من Excel أو CSV. يُعرض كل خطأ بصفّه وعموده قبل أن يُحفظ أي شيء، ثم يُحفظ الملف كله أو لا يُحفظ منه شيء.',
  createTitle: 'تسجيل أول ملف',
  createDetail: 'عنوان وجهة مسؤولة يكفيان للبدء. المحطات والمواعيد تأتي حين تُعرف، ولغيابها سبب يُذكر.',
  create: 'تسجيل ملف',
  demonstrationTitle: 'تجربة بيانات توضيحية',
  demonstrationDetail: 'ملفات مختلقة بأحداثها وسجل أيامها، لتجربة كل شاشة. تُحمَّل في مجلد بيانات فارغ عند التشغيل:',
  demonstrationCommand: 'MASAR_DEMO=1 MASAR_DATA=./demonstration npm start',
  peopleTitle: 'دعوة الفريق',
  peopleDetail: 'يسجّل القادة ملفات جهاتهم، ويقرّر المراجعون. يبدأ ذلك بدعوة كل منهم.',
  people: 'إلى الأشخاص',
  waitingTitle: 'لا ملفات متاحة لك بعد',
  waitingDetail: 'تظهر هنا الملفات حين تُسجَّل، دون إعادة تحميل الشاشة.',
  looks: 'هكذا ستبدو: الموعد الأصلي، والموعد المعتمد، والموعد المتوقع، وتاريخ الإنجاز.',
});
