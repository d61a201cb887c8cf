import { configuration, eitherLead, officialsAndPartner, type Row } from '../row.js';

/**
 * Private partners and the commitments between them and government. What the table says of a side is said of its people; which
 * of the two sides a step belongs to is the commitment's own rule.
 */
export const partnerRows = {
  'partner.read': {
    reach: officialsAndPartner,
    ar: 'أسماء الشركاء معلومة لموظفي البرنامج، ولا يعلم شريك بغيره',
    en: 'The names of partners are known to officials; no partner knows of another',
  },
  'partner.register': { reach: configuration, ar: 'تسجيل الشركاء إعداد', en: 'Registering partners is configuration' },
  'partner.suspend': {
    reach: configuration,
    ar: 'إيقاف الشريك إعداد، ويبقى له أن يطّلع ويعترض',
    en: 'Suspending a partner is configuration; it still reads and contests',
  },
  'partner.inbox': {
    reach: officialsAndPartner,
    ar: 'لكل طرف ما ينتظره من التزامات يطّلع عليها',
    en: 'Each side reads what waits for it, of the commitments it may see',
  },

  'commitment.read': {
    reach: officialsAndPartner,
    ar: 'من يطّلع على الملف يطّلع على التزاماته، والشريك على التزاماته وحدها',
    en: 'Whoever sees an initiative sees the commitments for it; a partner its own and no others',
  },
  'commitment.offer': {
    reach: eitherLead,
    ar: 'يعرض القائد عن ملف جهته، والشريك في ملف له فيه التزام',
    en: 'A lead offers for the own initiative, a partner for one it already has a commitment for',
  },
  'commitment.answer': {
    reach: eitherLead,
    ar: 'يجيب عن العرض من عُرض عليه: القائد أو الشريك',
    en: 'Whom it was offered to answers: the lead, or the partner',
  },
  'commitment.report': {
    reach: { member: 'side', lead: 'side', 'focal-point': 'concerned', partner: 'partner' },
    ar: 'يعلن الوفاء من عليه الالتزام، ومعه دليله',
    en: 'Whoever owes it reports it done, with evidence',
  },
  'commitment.decide': {
    reach: { ...eitherLead, 'focal-point': 'concerned' },
    eyes: { asker: 'commitment/same-reporter' },
    ar: 'يعتمد الوفاء أو يعيده صاحب الحق فيه، لا من أعلنه',
    en: 'Who is owed it confirms or returns it, never who reported it',
  },
  'commitment.withdraw': {
    reach: eitherLead,
    ar: 'يسحب العرض من عرضه قبل الجواب، وبعده يتنازل صاحب الحق',
    en: 'Taken back by who offered it before the answer, given up by who is owed it afterwards',
  },
  'commitment.change-due': {
    reach: eitherLead,
    ar: 'لا يتغير الموعد إلا بموافقة الطرف الآخر',
    en: 'Either side proposes another date; the other one agrees or refuses',
  },
} as const satisfies Record<string, Row>;
