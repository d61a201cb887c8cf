import { configuration, ofOneself, type Row } from '../row.js';

/** Rights lent from one person to another, between two days. */
export const delegationRows = {
  'delegation.make': {
    reach: { ...ofOneself, ...configuration },
    ar: 'لكل شخص أن يفوّض صلاحياته، وللمدير عن غيره لا لنفسه، ولا يُفوَّض ما فُوِّض',
    en: 'Everybody lends the own rights, an administrator also another’s, never to himself; what is lent is not lent further',
  },
  'delegation.read': {
    reach: { ...ofOneself, ...configuration, auditor: 'any' },
    ar: 'يطّلع على التفويض طرفاه، ومن يدير الحسابات ومن يدقق',
    en: 'A delegation is read by the two it is between, by those who keep accounts, and audited',
  },
  'delegation.end': {
    reach: { ...ofOneself, ...configuration },
    ar: 'ينهي التفويض أحد طرفيه أو المدير',
    en: 'Either of the two ends it, or an administrator',
  },
} as const satisfies Record<string, Row>;
