import type { Formats } from '../formats.js';

/** Items of evidence, wherever they are given and shown. */
export const evidence = ({ share, number }: Formats) => ({
  label: 'مستندات الإثبات',
  addFile: 'رفع ملف',
  addLink: 'إضافة رابط',
  dropHere: 'ملف أو رابط، أو سحب الملف إلى هنا',
  title: 'عنوان المستند',
  address: 'الرابط',
  addressHint: 'يبدأ بـ https://',
  addressWrong: 'الرابط لا يبدأ بـ https://',
  titleNeeded: 'لا بد من عنوان يُعرف به المستند',
  remove: (title: string) => `إزالة ${title}`,
  uploading: (part: number) => `جارٍ الرفع ${share(part)}`,
  uploaded: (kilobytes: number) => `رُفع، ${number(kilobytes, { maximumFractionDigits: 0 })} كيلوبايت`,
  notUploaded: 'لم يُرفع الملف',
  away: 'انقطع الاتصال قبل اكتمال الرفع',
  stillUploading: 'لم يكتمل رفع ملف بعد',
  chooseAgain: 'أُغلقت الصفحة قبل وصوله، فيلزم اختياره من جديد',
  again: 'إعادة الرفع',
  none: 'لا مستندات',
});
