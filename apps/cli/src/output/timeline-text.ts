import type { Bilingual, TimelineView } from '@masar/contracts';
import { orDash, tableLines } from './table.js';

const title = (text: Bilingual): string => text.ar ?? text.en ?? '';

/** A target in a few characters: its date, its rule, or the kind of its absence. */
const targetText = (target: TimelineView['milestones'][number]['originalTarget']): string => {
  if (target === null) return '–';
  if ('date' in target) return target.inherited ? `${target.date} (inherited)` : target.date;
  if ('absent' in target) return target.absent;
  const span = target.months === undefined ? `${target.days ?? 0} d` : `${target.months} mo`;
  return `${target.after} + ${span}${target.provisional ? ` ≈ ${target.provisional}` : ''}`;
};

const milestoneRow = (milestone: TimelineView['milestones'][number]): string[] => [
  milestone.id,
  milestone.status,
  targetText(milestone.originalTarget),
  targetText(milestone.currentTarget),
  orDash(milestone.forecast.team),
  orDash(milestone.actual),
  orDash(milestone.slip?.days),
  orDash(milestone.variance?.days),
  title(milestone.title),
];

const ledgerLines = (ledger: NonNullable<TimelineView['ledger']>): string[] => [
  '',
  `elapsed ${ledger.elapsed} = active ${ledger.active} + waiting ${ledger.waiting} + paused ${ledger.paused} days`,
  '',
  ...tableLines(
    ['from', 'to', 'days', 'bucket', 'party', 'cause', 'because'],
    ledger.entries.map((entry) => [
      entry.from,
      entry.to,
      String(entry.days),
      entry.bucket,
      entry.party,
      orDash(entry.cause),
      entry.because.join(' '),
    ]),
  ),
];

const commitmentLines = (commitments: TimelineView['commitments']): string[] => [
  '',
  ...tableLines(
    ['commitment', 'status', 'due', 'debtor', 'days', 'receiver', 'days', 'title'],
    commitments.map(({ id, status, dueOn, debtor, receiver, clock, title: words }) => [
      id,
      status,
      dueOn,
      debtor,
      String(clock.debtor),
      receiver,
      String(clock.receiver),
      title(words),
    ]),
  ),
];

/** A timeline as a person reads it in a terminal. Codes stay English, titles are the user's own. */
export const timelineText = (timeline: TimelineView): string =>
  [
    `${timeline.kind}/${timeline.id}  ${title(timeline.title)}`,
    `owner ${timeline.owner}  status ${timeline.status}  from ${orDash(timeline.startedOn)}  to ${orDash(timeline.endedOn)}  on ${timeline.on}  known on ${timeline.knownOn}`,
    ...(timeline.incompleteSince === undefined ? [] : [`INCOMPLETE since ${JSON.stringify(timeline.incompleteSince)}`]),
    '',
    ...tableLines(
      ['milestone', 'status', 'original', 'current', 'forecast', 'actual', 'slip', 'variance', 'title'],
      timeline.milestones.map(milestoneRow),
    ),
    ...(timeline.commitments.length === 0 ? [] : commitmentLines(timeline.commitments)),
    ...(timeline.ledger ? ledgerLines(timeline.ledger) : []),
  ].join('\n');
