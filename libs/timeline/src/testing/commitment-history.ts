import type { LocalDate, RefusalCode } from '@masar/contracts';
import { collectAllOfCommitment, type CommitmentFacts } from '../collect/commitments.js';
import { history, type Minute } from './history.js';

/** For specs: the minutes of a commitment, as `history.ts` has them for an initiative. */

export const offered = (on: LocalDate, over: Readonly<Record<string, unknown>> = {}): Minute => [
  'commitment.offered',
  on,
  {
    partner: 'nile',
    direction: 'partner-to-government',
    title: { en: 'Ten sites' },
    initiative: 'projects/P-1',
    dueOn: '2026-04-01',
    offeredBy: 'government',
    ...over,
  },
];

/** A step of a commitment: `step('reported', '2026-04-08')`. */
export const step = (
  what: 'accepted' | 'declined' | 'reported' | 'returned' | 'confirmed' | 'withdrawn',
  on: LocalDate,
  recordedOn?: LocalDate,
): Minute => [`commitment.${what}`, on, { reason: 'because', evidence: [] }, recordedOn ?? on];

export const agreed = (to: LocalDate, on: LocalDate): Minute => [
  'commitment.due-change-decided',
  on,
  { change: `to-${to}`, decision: 'agreed', to },
];

/** What the initiative answered to the `reach` of a confirmation: `reached`, or why it refused. */
export const answered = (answer: 'reached' | RefusalCode, on: LocalDate, recordedOn?: LocalDate): Minute => [
  'commitment.milestone-fed',
  on,
  { milestone: 'sites', ...(answer === 'reached' ? { outcome: answer } : { outcome: 'refused', code: answer }) },
  recordedOn ?? on,
];

/** To a partner, due on 1 April: offered, accepted, reported, returned, reported again, confirmed on 11 May. */
export const story = (over: Readonly<Record<string, unknown>> = {}): readonly Minute[] => [
  offered('2026-03-01', over),
  step('accepted', '2026-03-04'),
  step('reported', '2026-04-08'),
  step('returned', '2026-04-20'),
  step('reported', '2026-04-26'),
  step('confirmed', '2026-05-11'),
];

export const commitmentOf = (
  minutes: readonly Minute[],
  id = 'c-1',
  knownBy: LocalDate = '2999-12-31',
): CommitmentFacts => {
  const known = history(`commitments/${id}`, minutes).filter((event) => event.knownAt.slice(0, 10) <= knownBy);
  const facts = collectAllOfCommitment(known);
  if (!facts) throw new Error('a history begins with an offer');
  return facts;
};
