import type { Formats } from '../formats.js';

/** Registering an initiative and planning its milestones. */
export const editing = ({ day, count, number }: Formats) => {
  const ofDays = (n: number) =>
    count(n, { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' });
  const ofMonths = (n: number) =>
    count(n, { one: 'شهر واحد', two: 'شهرين', few: '# أشهر', many: '# شهرًا', other: '# شهر' });
  return {
    register: 'تسجيل ملف',
    registerTitle: 'تسجيل ملف جديد',
    registerLead: 'يبدأ الملف مسودة إلى أن تُنشر مواعيده؛ الموعد الأصلي يُكتب مرة واحدة عند النشر.',
    kind: 'النوع',
    titleAr: 'العنوان بالعربية',
    titleEn: 'العنوان بالإنجليزية',
    titleHint: 'تكفي لغة واحدة.',
    owner: 'الجهة المسؤولة',
    startedOn: 'تاريخ البداية',
    startedHint: 'يُترك فارغًا إن لم يبدأ العمل بعد. لا يتغيّر بعد قيده إلا بتصحيح.',
    lawPath: 'المسار التشريعي',
    audience: 'نطاق الاطلاع',
    audiences: { portfolio: 'كل موظفي البرنامج', reviewers: 'المراجعون والفريق', team: 'الفريق وحده' },
    state: 'حالة الملف',
    asDraft: 'مسودة حتى النشر',
    asPublished: 'منشور من الآن',
    enter: 'تسجيل',
    missing: {
      title: 'يلزم عنوان بلغة واحدة على الأقل.',
      owner: 'يلزم اختيار الجهة المسؤولة.',
      lawPath: 'يلزم اختيار المسار التشريعي.',
      target: 'يلزم موعد، أو قاعدة كاملة، أو سبب غيابه.',
    },
    editTitle: (title: string) => `إعداد الملف: ${title}`,
    back: 'إلى صفحة الملف',
    describe: 'بيانات الملف',
    save: 'حفظ',
    saved: 'حُفظ.',
    unchanged: 'لا تغيير لحفظه',
    milestones: 'المحطات',
    addMilestone: 'إضافة محطة',
    editMilestone: (title: string) => `تعديل «${title}»`,
    edit: 'تعديل',
    noMilestones: 'لا محطات بعد. تُضاف المحطة الأولى بموعدها ومن يعمل عليها.',
    party: 'لدى من',
    partyHint: 'يُترك للجهة المسؤولة إن لم يُختر غيرها.',
    theOwner: 'الجهة المسؤولة',
    weightOfIt: 'أهميتها',
    key: 'محطة رئيسة',
    dependsOn: 'تعتمد على',
    between: '، ',
    onNothing: 'لا شيء',
    target: 'الموعد',
    targetSort: 'نوع الموعد',
    targetSorts: { date: 'تاريخ', after: 'بعد حدث آخر', absent: 'بلا موعد الآن' },
    targetDate: 'التاريخ',
    after: 'بعد',
    start: 'بداية الملف',
    amount: 'المدة',
    unit: 'بـ',
    units: { days: 'أيام', working: 'أيام عمل', months: 'أشهر' },
    absence: 'سبب الغياب',
    targetFixed: 'للمحطة موعد معتمد. يُغيَّر بطلب من لوحة المحطات، ولا يُكتب من جديد.',
    rule: (after: string, amount: number, unit: 'days' | 'working' | 'months') =>
      unit === 'months'
        ? `بعد ${ofMonths(amount)} من ${after}`
        : unit === 'working'
          ? `بعد ${number(amount)} من أيام العمل من ${after}`
          : `بعد ${ofDays(amount)} من ${after}`,
    onDay: (date: string) => day(date),
    publish: 'نشر الملف',
    publishLead: 'الملف مسودة: لا وعد فيه بعد. يُكتب عند النشر الموعد الأصلي لكل محطة، مرة واحدة.',
    publishAsk: 'هل تُنشر المواعيد كما هي؟ لا يُغيَّر الموعد الأصلي بعد ذلك.',
    publishSure: 'تأكيد النشر',
    cancel: 'إلغاء',
    published: 'نُشر الملف.',
    members: 'أعضاء الملف',
    noMembers: 'لا أعضاء غير من يعملون في الجهة المسؤولة.',
    user: 'اسم المستخدم',
    role: 'الصفة',
    addMember: 'إضافة عضو',
    removeMember: (user: string) => `إخراج ${user}`,
    removed: 'إخراج',
    memberSince: (date: string) => `منذ ${day(date)}`,
    readOnly: 'تعديل الملف لقائد الجهة المسؤولة. ما لا يُسمح به يُرفض عند حفظه.',
  };
};
