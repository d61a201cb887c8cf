import { officialsAll, officialsAndPartner, type Row } from '../row.js';

/** Evidence files: brought by whoever may have to prove something, read by whoever sees what they prove. */
export const fileRows = {
  'file.upload': {
    reach: { ...officialsAll, partner: 'partner' },
    ar: 'يرفع الدليل من قد يُطلب منه، وهو وحده يراه حتى يُقدَّم',
    en: 'Whoever may have to prove something uploads it, and alone sees it until it is named as evidence',
  },
  'file.read': {
    reach: officialsAndPartner,
    ar: 'يقرأ الدليل من يطّلع على ما قُدّم فيه، ومن رفعه',
    en: 'Evidence is read by whoever sees what it was named in, and by who uploaded it',
  },
} as const satisfies Record<string, Row>;
