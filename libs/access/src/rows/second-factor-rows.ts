import { configuration, ofOneself, type Row } from '../row.js';

/** A code beside the password. */
export const secondFactorRows = {
  'second-factor.read': { reach: ofOneself, ar: 'يطّلع كل شخص على عامله الثاني', en: 'Everybody reads the own' },
  'second-factor.set': {
    reach: ofOneself,
    ar: 'لكل شخص أن يشغّل عامله الثاني ويوقفه، بكلمة مروره',
    en: 'Everybody sets up and ends the own, by the password',
  },
  'person.reset-second-factor': {
    reach: configuration,
    ar: 'يلغيه المدير لمن فقده، لا لنفسه',
    en: 'An administrator takes it away from somebody who has lost it, never from himself',
  },
} as const satisfies Record<string, Row>;
