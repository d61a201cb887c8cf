/** The keys that work, by where they do. */
export const keys = () => ({
  title: 'مفاتيح اللوحة',
  lead: 'تعمل باللوحة العربية والإنجليزية، ولا تعمل أثناء الكتابة.',
  rooms: {
    everywhere: 'في كل الشاشات',
    portfolio: 'ملفات التسريع',
    milestones: 'محطاتي',
    importing: 'استيراد',
  },
  does: {
    keys: 'عرض هذه القائمة',
    close: 'إغلاق ما هو مفتوح',
    move: 'الانتقال من عنصر إلى الذي بعده',
    press: 'تنفيذ ما عليه المؤشر',
    skip: 'من أول الشاشة إلى المحتوى',
    rowNext: 'الصف التالي والسابق',
    open: 'فتح الصف',
    find: 'البحث',
    milestoneNext: 'المحطة التالية والسابقة',
    reached: 'تسجيل إنجاز',
    forecast: 'موعد متوقع',
    wait: 'انتظار',
    date: 'طلب موعد جديد',
    blocker: 'تسجيل معوّق',
    undo: 'تراجع',
    lookAgain: 'معاينة الملف من جديد بعد تعديل خلية',
  },
});
