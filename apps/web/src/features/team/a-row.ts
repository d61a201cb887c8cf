import type { Row } from './board.js';

/** A milestone of the board, for specs. */
export const aRow = (given: Partial<Row> = {}): Row => ({
  id: 'm-2',
  title: { ar: 'اعتماد الدليل', en: 'Guide adopted' },
  party: 'entity:transport',
  key: false,
  status: 'in-progress',
  originalTarget: { date: '2026-11-25' },
  currentTarget: { date: '2026-11-25' },
  forecast: { team: null, reason: 'not-offered' },
  actual: null,
  confirmedOn: null,
  slip: null,
  variance: null,
  initiative: { kind: 'projects', id: 'P-1', title: { ar: 'نفق' }, owner: 'transport' },
  ...given,
});
