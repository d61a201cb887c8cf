import type { LawPath } from '@masar/contracts';

/**
 * A bill of a parliament of two chambers, for jurisdictions without a path of their own. Each chamber may send the bill
 * back to committee, the second to the first, and whoever assents may return it to the first. It knows no publication and
 * no clock. Not confirmed by a lawyer: it is nobody's law.
 */
export const genericBill: LawPath = {
  jurisdiction: 'any',
  instrument: 'bill',
  version: 1,
  name: { ar: 'مشروع قانون (مسار عام)', en: 'Bill (general path)' },
  first: ['introduced'],
  stages: [
    {
      stage: 'introduced',
      name: { ar: 'تقديم مشروع القانون', en: 'Introduced' },
      party: 'legislature',
      next: ['committee'],
      unconfirmed: true,
    },
    {
      stage: 'committee',
      name: { ar: 'الدراسة في اللجنة', en: 'In committee' },
      party: 'legislature',
      next: ['chamber-1', 'chamber-2'],
      unconfirmed: true,
    },
    {
      stage: 'chamber-1',
      name: { ar: 'المجلس الأول', en: 'First chamber' },
      party: 'legislature',
      next: ['chamber-2', 'committee'],
      unconfirmed: true,
    },
    {
      stage: 'chamber-2',
      name: { ar: 'المجلس الثاني', en: 'Second chamber' },
      party: 'legislature',
      next: ['assent', 'chamber-1', 'committee'],
      unconfirmed: true,
    },
    {
      stage: 'assent',
      name: { ar: 'المصادقة', en: 'Assent' },
      party: 'head-of-state',
      next: ['in-force', 'chamber-1'],
      unconfirmed: true,
    },
    {
      stage: 'in-force',
      name: { ar: 'نفاذ القانون', en: 'In force' },
      party: 'legislature',
      next: [],
      inForce: true,
      unconfirmed: true,
    },
  ],
  outcomes: ['in-force', 'rejected', 'withdrawn', 'lapsed', 'merged', 'split'],
  sovereign: ['head-of-state', 'legislature', 'judiciary'],
  recesses: [],
};
