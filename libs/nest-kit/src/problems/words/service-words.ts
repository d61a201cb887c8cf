import type { RefusalCode } from '@masar/contracts';
import type { RefusalWords } from './refusal-words.js';

/** Reasons that belong to no context: the request itself, sessions, pages, the service. */
export const serviceWords = {
  'body/malformed': { status: 400, ar: 'تعذّرت قراءة محتوى الطلب', en: 'The body of the request cannot be read' },
  'body/unknown-field': { status: 400, ar: 'في الطلب حقول غير معروفة', en: 'The request has unknown fields' },
  'body/invalid': {
    status: 400,
    ar: 'في الطلب حقول ناقصة أو على غير الشكل المطلوب',
    en: 'Fields of the request are missing or not of the expected shape',
  },
  'body/too-large': {
    status: 413,
    ar: 'محتوى الطلب أكبر من المسموح به',
    en: 'The body of the request is larger than allowed',
    detail: { ar: 'الحد الأقصى {limit} بايت', en: 'At most {limit} bytes are allowed' },
  },
  'body/unsupported-media': {
    status: 415,
    ar: 'نوع محتوى الطلب غير مقبول',
    en: 'The media type of the body is not accepted',
  },
  'command/invalid': { status: 422, ar: 'في الطلب قيم غير ممكنة', en: 'The request has impossible values' },
  'command/unknown-version': { status: 422, ar: 'إصدار الأمر غير معروف', en: 'The version of the command is unknown' },
  'idempotency/key-reused': {
    status: 409,
    ar: 'استُخدم مفتاح عدم التكرار من قبل مع طلب مختلف',
    en: 'This Idempotency-Key was used before with another request',
  },
  'version/conflict': {
    status: 412,
    ar: 'تغيّر السجل بعد آخر اطلاع عليه',
    en: 'The record has changed since it was last read',
    detail: {
      ar: 'الإصدار المطلوب {expected} والإصدار الحالي {actual}',
      en: 'Version {expected} was asked for, the record is at {actual}',
    },
  },
  'stream/not-found': { status: 404, ar: 'لا يوجد سجل بهذا المعرّف', en: 'There is no record of this id' },
  'stream/exists': {
    status: 409,
    ar: 'يوجد سجل بهذا المعرّف من قبل',
    en: 'A record of this id exists already',
    detail: { ar: 'المعرّف {id} مستخدم من قبل', en: 'The id {id} is taken' },
  },
  'stream/recorded-otherwise': {
    status: 409,
    ar: 'السجل القائم يخالف ما في الطلب',
    en: 'What is on record differs from the request',
  },
  'access/denied': {
    status: 403,
    ar: 'ليست لديك صلاحية لهذا الإجراء',
    en: 'You do not have the right to do this',
    detail: { ar: 'يتطلب هذا الإجراء صلاحية {action}', en: 'This needs the right {action}' },
  },
  'access/four-eyes': { status: 403, ar: 'يلزم أن يقوم بهذا الإجراء شخص آخر', en: 'Somebody else has to do this' },
  'access/foreign-origin': {
    status: 403,
    ar: 'ورد الطلب من صفحة خارج مسار',
    en: 'The request comes from a page outside Masar',
  },
  'session/required': { status: 401, ar: 'يلزم تسجيل الدخول', en: 'Signing in is required' },
  'account/exists': {
    status: 409,
    ar: 'يوجد حساب بهذا الاسم من قبل',
    en: 'There is an account of this name already',
    detail: { ar: 'الاسم {user} مستخدم من قبل', en: 'The name {user} is taken' },
  },
  'account/unknown': {
    status: 404,
    ar: 'لا يوجد حساب بهذا الاسم',
    en: 'There is no account of this name',
    detail: { ar: 'لا يوجد حساب باسم {user}', en: 'There is no account named {user}' },
  },
  'session/wrong-credentials': {
    status: 401,
    ar: 'اسم المستخدم أو كلمة المرور غير صحيحة',
    en: 'The user name or the password is wrong',
  },
  'rate/too-many': {
    status: 429,
    ar: 'محاولات كثيرة في وقت قصير',
    en: 'Too many attempts in a short time',
    detail: { ar: 'يمكن إعادة المحاولة بعد {seconds} ثانية', en: 'Try again in {seconds} seconds' },
  },
  'page/unknown-filter': {
    status: 400,
    ar: 'معيار تصفية غير معروف',
    en: 'Unknown filter',
    detail: { ar: 'المعيار {filter} غير معروف', en: 'The filter {filter} is unknown' },
  },
  'page/cursor-invalid': { status: 400, ar: 'مؤشر الصفحة غير صالح', en: 'The cursor is not valid' },
  'page/cursor-expired': {
    status: 410,
    ar: 'انتهت صلاحية مؤشر الصفحة، تُعاد القراءة من البداية',
    en: 'The cursor has expired; read again from the beginning',
  },
  'read/on-in-future': {
    status: 422,
    ar: 'لا يمكن الاطلاع على يوم لم يأتِ بعد',
    en: 'A day that has not come cannot be read',
    detail: { ar: '{on} بعد اليوم {today}', en: '{on} is after today, {today}' },
  },
  'read/not-found': { status: 404, ar: 'لا يوجد شيء في هذا العنوان', en: 'There is nothing at this address' },
  'read/not-offered': { status: 404, ar: 'هذا غير متاح بعد', en: 'This is not offered yet' },
  'service/not-ready': { status: 503, ar: 'الخدمة غير جاهزة بعد', en: 'The service is not ready' },
  'service/unexpected': { status: 500, ar: 'حدث خطأ غير متوقع', en: 'Something unexpected happened' },
  'import/older-than-known': {
    status: 409,
    ar: 'هذه النسخة أقدم مما هو معلوم من قبل',
    en: 'This snapshot is older than what is already known',
    detail: { ar: 'السجل {stream} معلوم حتى {knownAt}', en: '{stream} is already known up to {knownAt}' },
  },
  'import/unknown-profile': {
    status: 422,
    ar: 'نموذج استيراد غير معروف',
    en: 'Unknown import profile',
    detail: { ar: 'النموذج {profile} غير معروف', en: 'The profile {profile} is unknown' },
  },
  'import/faults': {
    status: 422,
    ar: 'في الملف أخطاء، ولم يُقيَّد منه شيء',
    en: 'The file has faults; nothing of it was recorded',
  },
  'import/unreadable': { status: 422, ar: 'تعذّرت قراءة الملف', en: 'The file cannot be read' },
  'import/running': {
    status: 409,
    ar: 'يجري استيراد آخر على السجلات نفسها',
    en: 'Another import is running on the same records',
  },
  'import/too-large': { status: 413, ar: 'الملف أكبر من المسموح به', en: 'The file is larger than allowed' },
  'import/write-failed': {
    status: 503,
    ar: 'توقف الاستيراد ويُستأنف لاحقًا',
    en: 'The import stopped and will be resumed',
  },
} as const satisfies Partial<Record<RefusalCode, RefusalWords>>;
