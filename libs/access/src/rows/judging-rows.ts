import { decision, officialsAll, teamWork, type Row } from '../row.js';

/** What is said about an initiative as a whole, and what waits for whoever asks. */
export const judgingRows = {
  'rating.give': {
    reach: { ...teamWork, ...decision, independent: 'appointed' },
    ar: 'يقدّر الثقة الفريقُ والمراجع من غير جهته والمقيّم المستقل المعيَّن، ولكلٍّ رأيه',
    en: 'The team rates, a reviewer of another entity, and the independent assessor where appointed: each by the own voice',
  },
  'inbox.read': {
    reach: officialsAll,
    ar: 'لكل موظف ما ينتظر قراره هو، مما يطّلع عليه ويملك البتّ فيه',
    en: 'Every official reads what waits for the own decision: of what he may see and decide',
  },
} as const satisfies Record<string, Row>;
