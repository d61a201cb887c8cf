import { configuration, officialsAll, ofOneself, type Row } from '../row.js';

/** The session, and what the whole programme stands on. */
export const registryRows = {
  'session.read': { reach: ofOneself, ar: 'يطّلع كل شخص على جلسته', en: 'Everybody reads the own session' },
  'session.end': { reach: ofOneself, ar: 'ينهي كل شخص جلسته', en: 'Everybody ends the own session' },

  'entity.read': {
    reach: officialsAll,
    ar: 'أسماء الجهات معلومة لكل موظفي البرنامج',
    en: 'The names of entities are known to every official',
  },
  'entity.register': { reach: configuration, ar: 'تسجيل الجهات إعداد', en: 'Registering entities is configuration' },
  'entity.succeed': {
    reach: configuration,
    ar: 'خلافة الجهات إعداد، ولا تغيّر ما قُيّد من قبل',
    en: 'Succession is configuration; it changes nothing that was recorded before',
  },
  'calendar.read': {
    reach: officialsAll,
    ar: 'تقوم الأرقام على التقاويم فيطّلع عليها كل من يقرأ رقمًا',
    en: 'Figures lean on calendars, so whoever reads a figure may read them',
  },
  'calendar.set-day': { reach: configuration, ar: 'أيام العطلات إعداد', en: 'Holidays are configuration' },
  'calendar.foresee': {
    reach: configuration,
    ar: 'يعرف من يحدد يومًا ما يغيّره قبل قيده، فيما يجوز له الاطلاع عليه',
    en: 'Whoever sets a day may know first what it moves, of what he may see',
  },
  'calendar.confirm-year': {
    reach: configuration,
    ar: 'اعتماد قائمة العطلات المعلنة إعداد',
    en: 'Confirming the announced list of holidays is configuration',
  },
  'law-path.read': {
    reach: officialsAll,
    ar: 'المسارات التشريعية معلنة',
    en: 'Law paths are no secret',
  },
  'law-path.publish': { reach: configuration, ar: 'المسارات التشريعية إعداد', en: 'Law paths are configuration' },
} as const satisfies Record<string, Row>;
