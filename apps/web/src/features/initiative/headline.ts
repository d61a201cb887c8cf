import type { Said } from '../../i18n/languages.js';
import type { Timeline } from './reading.js';

/** A part of the sentence, and the rows its figures come from. */
export interface Clause {
  readonly text: string;
  readonly to: string;
}
interface Speaker {
  readonly said: Said['initiative']['sentence'];
  party(of: string): string;
  title(text: { readonly ar?: string; readonly en?: string }): string;
}
type Told = Pick<Timeline, 'kind' | 'status' | 'ledger' | 'milestones' | 'on' | 'endedOn' | 'stalled'>;

const closed: ReadonlySet<string> = new Set(['reached', 'confirmed', 'cancelled']);
const rows = { ledger: '#ledger', timeline: '#timeline', trail: '#trail' } as const;

const daysOf = ({ kind, ledger, status, endedOn }: Told, { said, party }: Speaker): Clause[] => {
  if (!ledger) return [];
  const { elapsed, waiting, paused, longestWait } = ledger;
  // No sovereign body is named as the longest wait (definitions §3), and laws wait on them: the sentence says what it leaves out.
  const longest = kind === 'laws' ? said.longestOfLaw : said.longest;
  const isOver = endedOn !== null && status !== 'active';
  return [
    { text: (isOver ? said.took : said.passed)(elapsed, waiting), to: rows.ledger },
    ...(paused > 0 ? [{ text: said.pausedDays(paused), to: rows.ledger }] : []),
    ...(longestWait ? [{ text: longest(party(longestWait.party), longestWait.days), to: rows.ledger }] : []),
  ];
};

/** The open milestone promised next, today or later. */
const nextOf = ({ milestones, on }: Told) =>
  milestones
    .flatMap(({ status, currentTarget, title }) =>
      !closed.has(status) && 'date' in currentTarget && currentTarget.date >= on
        ? [{ title, date: currentTarget.date }]
        : [],
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0];

const promisesOf = (told: Told, { said, title }: Speaker): Clause[] => {
  const { milestones, stalled, status } = told;
  const missed = milestones.filter((milestone) => milestone.status === 'missed').length;
  const next = nextOf(told);
  const open = milestones.filter((milestone) => !closed.has(milestone.status)).length;
  return [
    ...(stalled ? [{ text: said.stalled(stalled.lastMovedOn), to: rows.trail }] : []),
    ...(missed > 0 ? [{ text: said.missed(missed), to: rows.timeline }] : []),
    ...(next && status !== 'cancelled' ? [{ text: said.next(title(next.title), next.date), to: rows.timeline }] : []),
    ...(milestones.length > 0 && open === 0 && status !== 'cancelled'
      ? [{ text: said.allDone, to: rows.timeline }]
      : []),
  ];
};

/** The initiative in one sentence or a few, from its timeline alone; every figure leads to its rows. */
export const headlineOf = (told: Told, speaker: Speaker): readonly Clause[] => {
  const { said } = speaker;
  if (told.status === 'draft') return [{ text: said.draft, to: rows.timeline }];
  if (told.status === 'cancelled' && told.endedOn !== null)
    return [{ text: said.cancelled(told.endedOn), to: rows.trail }, ...daysOf(told, speaker)];
  if (!told.ledger) return [{ text: said.notStarted, to: rows.timeline }, ...promisesOf(told, speaker)];
  return [...daysOf(told, speaker), ...promisesOf(told, speaker)];
};
