import { officialPeople, officialsAll, type Row } from '../row.js';

/** What decisions and readers have to know of accounts, and no more of them. */
export const standingRows = {
  'standing.read': {
    reach: officialsAll,
    ar: 'لكل موظف أن يعلم هل لجهة أو شريك من يتكلم عنه وبأي أدوار، وهل صاحب اسم منها، وهل يصلح اسم لعضوية ملف، لا أكثر',
    en: 'Every official may learn with which roles a body has people, whether a name is of it, and whether a name can be a member: nothing else of accounts',
  },
  'official.read': {
    reach: officialPeople,
    ar: 'يقرأ الموظفون أسماء زملائهم وجهاتهم، لا أكثر؛ وليس ذلك للشركاء ولا للأنظمة',
    en: 'Officials read the names and entities of officials, and no more of them; partners and programs do not',
  },
} as const satisfies Record<string, Row>;
