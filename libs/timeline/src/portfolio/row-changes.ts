import { sameValue, type Bilingual, type MilestoneItem, type PortfolioChange, type TargetView } from '@masar/contracts';
import type { PortfolioRow } from './row.js';

/** One difference between two rows of the same initiative. */
export interface RowChange {
  readonly change: PortfolioChange;
  readonly from: unknown;
  readonly to: unknown;
  readonly milestone?: string;
  readonly milestoneTitle?: Bilingual;
  readonly wait?: string;
  /** It came with a correction: listed apart from changes of plan (definitions §4). */
  readonly isCorrection: boolean;
}
type Found = Omit<RowChange, 'isCorrection'>;

const dateIn = (target: TargetView): unknown => ('date' in target ? target.date : target);

/** What is told of a milestone, with what it is called. */
const ofMilestone: readonly (readonly [PortfolioChange, (milestone: MilestoneItem) => unknown])[] = [
  ['milestone-status', (milestone) => milestone.status],
  ['target', (milestone) => dateIn(milestone.currentTarget)],
  ['forecast', (milestone) => milestone.forecast.team],
  ['actual', (milestone) => milestone.actual],
];

/** What each voice says; that a rating has grown old is nobody's word. */
const coloursOf = ({ confidence: { team, reviewer, independent } }: PortfolioRow) => ({
  team: team?.colour ?? null,
  reviewer: reviewer?.colour ?? null,
  independent: independent?.colour ?? null,
});

/** What is told of the initiative itself. */
const ofInitiative: readonly (readonly [PortfolioChange, (row: PortfolioRow) => unknown])[] = [
  ['title', (row) => row.title],
  ['owner', (row) => row.owner],
  ['started', (row) => row.startedOn],
  ['missed', (row) => row.missed],
  ['slip', (row) => row.slip],
  ['next', (row) => row.next && { milestone: row.next.milestone, target: dateIn(row.next.target) }],
  ['stalled', (row) => row.stalled ?? null],
  ['corrections', (row) => row.corrections],
  ['confidence', coloursOf],
];

const told = <T>(
  facets: readonly (readonly [PortfolioChange, (of: T) => unknown])[],
  before: T,
  after: T,
  about: Pick<Found, 'milestone' | 'milestoneTitle'> = {},
): readonly Found[] =>
  facets.flatMap(([change, read]) => {
    const [from, to] = [read(before), read(after)];
    return sameValue(from, to) ? [] : [{ change, from, to, ...about }];
  });

const statusChange = (before: PortfolioRow, after: PortfolioRow): readonly Found[] => {
  if (before.status === after.status) return [];
  const { pauseLapsedOn: to } = after;
  const isLapsed = before.status === 'paused' && to !== undefined && to !== before.pauseLapsedOn;
  const status: Found = { change: 'status', from: before.status, to: after.status };
  return isLapsed ? [status, { change: 'pause-lapsed', from: null, to }] : [status];
};

const milestoneChanges = (before: PortfolioRow, after: PortfolioRow): readonly Found[] => {
  const earlier = new Map(before.milestones.map((milestone) => [milestone.id, milestone]));
  return after.milestones.flatMap((milestone): readonly Found[] => {
    const known = earlier.get(milestone.id);
    const about = { milestone: milestone.id, milestoneTitle: milestone.title };
    if (known) return sameValue(known, milestone) ? [] : told(ofMilestone, known, milestone, about);
    return [{ change: 'milestone-added', from: null, to: dateIn(milestone.currentTarget), ...about }];
  });
};

const waitChanges = (before: PortfolioRow, after: PortfolioRow): readonly Found[] => {
  const earlier = new Map(before.waits.map((wait) => [wait.id, wait]));
  const later = new Map(after.waits.map((wait) => [wait.id, wait]));
  const ended = before.waits
    .filter(({ id }) => !later.has(id))
    .map(({ id, party }): Found => ({ change: 'wait-ended', from: party, to: null, wait: id }));
  const others = after.waits.flatMap(({ id, party, stale }): readonly Found[] => {
    const known = earlier.get(id);
    if (!known) return [{ change: 'wait-began', from: null, to: party, wait: id }];
    return stale && !known.stale ? [{ change: 'wait-stale', from: false, to: true, wait: id }] : [];
  });
  return [...ended, ...others];
};

/** Contested days run on with the days; only their beginning, end or a ruling is a change. */
const contestChange = (before: PortfolioRow, after: PortfolioRow): readonly Found[] =>
  before.contested > 0 === after.contested > 0
    ? []
    : [{ change: 'contested', from: before.contested, to: after.contested }];

/**
 * What a reader is told between two rows of one initiative: counts that merely ran on are not told. Everything that
 * came with a correction is marked, so that corrections are listed apart.
 */
export const rowChanges = (before: PortfolioRow | undefined, after: PortfolioRow): readonly RowChange[] => {
  if (!before) return [{ change: 'registered', from: null, to: after.status, isCorrection: false }];
  const isCorrection = after.corrections > before.corrections;
  return [
    ...statusChange(before, after),
    ...told(ofInitiative, before, after),
    ...milestoneChanges(before, after),
    ...waitChanges(before, after),
    ...contestChange(before, after),
  ].map((change) => ({ ...change, isCorrection }));
};
