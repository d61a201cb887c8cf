import { configuration, ofOneself, type Row } from '../row.js';

/** Who works here, and with which rights. Nobody changes the own standing, whatever the role. */
export const peopleRows = {
  'password.change': { reach: ofOneself, ar: 'لكل شخص كلمة مروره', en: 'Everybody chooses the own password' },
  'profile.read': { reach: ofOneself, ar: 'لكل شخص بريده ولغته', en: 'Everybody reads where he is written to' },
  'profile.change': {
    reach: ofOneself,
    ar: 'يغيّر كل شخص بريده ولغته وما يُذكَّر به',
    en: 'Everybody changes the own address, language and reminders',
  },
  'person.read': {
    reach: { ...configuration, auditor: 'any' },
    ar: 'يطّلع على الحسابات من يديرها ومن يدقق',
    en: 'Accounts are read by those who keep them, and audited',
  },
  'person.invite': { reach: configuration, ar: 'الدعوة إعداد', en: 'Inviting is configuration' },
  'person.change': {
    reach: configuration,
    ar: 'الأدوار إعداد، ولا يغيّر أحد أدواره',
    en: 'Roles are configuration; nobody changes the own',
  },
  'person.disable': {
    reach: configuration,
    ar: 'إيقاف الحسابات إعداد، ويبقى مدير واحد على الأقل',
    en: 'Disabling is configuration; one administrator stays',
  },
  'person.reset': {
    reach: configuration,
    ar: 'يصدر المدير رابطًا ولا يعلم كلمة المرور',
    en: 'An administrator gives a link and never learns the password',
  },
  'service-account.read': {
    reach: { ...configuration, auditor: 'any' },
    ar: 'يطّلع على حسابات الأنظمة من يديرها ومن يدقق',
    en: 'Accounts of programs are read by those who keep them, and audited',
  },
  'service-account.make': {
    reach: configuration,
    ar: 'حسابات الأنظمة إعداد',
    en: 'Accounts of programs are configuration',
  },
  'service-account.make-key': {
    reach: configuration,
    ar: 'المفتاح محدود بصلاحيات ومدة، ويُعرض مرة واحدة',
    en: 'A key has named rights and an end, and is shown once',
  },
  'service-account.end-key': { reach: configuration, ar: 'إنهاء المفاتيح إعداد', en: 'Ending a key is configuration' },
} as const satisfies Record<string, Row>;
