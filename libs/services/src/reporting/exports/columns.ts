import type { AnyRecordedEvent, Bilingual, LedgerEntry, PortfolioItem, StreamName, TargetView } from '@masar/contracts';
import type { Line, MilestoneLine } from '../queries/rows-on-day.js';
import type { ExportRecord, ExportTable } from './format.js';

/** A ledger entry with its initiative. */
export interface LedgerLine {
  readonly stream: StreamName;
  readonly version: number;
  readonly kind: string;
  readonly id: string;
  readonly title: Bilingual;
  /** Of the sum, or listed beside it as concurrent. */
  readonly concurrent: boolean;
  readonly entry: LedgerEntry;
}

const titleCells = (title: Bilingual): ExportRecord => ({ title_ar: title.ar, title_en: title.en });

const targetText = (target: TargetView | null): string | undefined => {
  if (target === null) return undefined;
  if ('date' in target) return target.date;
  if ('absent' in target) return target.absent;
  return `${target.after} + ${target.days ?? target.months} ${target.days === undefined ? 'months' : target.working ? 'working days' : 'days'}`;
};

const portfolioColumns = [
  ...[
    'kind',
    'id',
    'version',
    'title_ar',
    'title_en',
    'owner',
    'status',
    'startedOn',
    'endedOn',
    'next',
    'next_target',
    'slip_days',
    'slip_workingDays',
  ],
  ...[
    'missed',
    'elapsed',
    'active',
    'waiting',
    'paused',
    'longestWait_party',
    'longestWait_days',
    'contested',
    'corrections',
    'reviewOn',
    'incompleteSince',
  ],
];
const portfolioRecord = ({ item, version }: Line): ExportRecord => {
  const {
    kind,
    id,
    owner,
    status,
    startedOn,
    endedOn,
    missed,
    elapsed,
    active,
    waiting,
    paused,
    contested,
    corrections,
    reviewOn,
  }: PortfolioItem = item;
  return {
    ...{ kind, id, version, ...titleCells(item.title), owner, status, startedOn, endedOn, next: item.next?.milestone },
    ...{
      next_target: targetText(item.next?.target ?? null),
      slip_days: item.slip?.days,
      slip_workingDays: item.slip?.workingDays,
    },
    ...{
      missed,
      elapsed,
      active,
      waiting,
      paused,
      longestWait_party: item.longestWait?.party,
      longestWait_days: item.longestWait?.days,
    },
    ...{ contested, corrections, reviewOn, incompleteSince: item.incompleteSince },
  };
};
export const portfolioTable: ExportTable<Line> = {
  columns: portfolioColumns,
  recordOf: portfolioRecord,
  days: ['startedOn', 'endedOn', 'next_target', 'reviewOn', 'incompleteSince'],
};

const milestoneColumns = [
  ...[
    'kind',
    'initiative',
    'version',
    'id',
    'title_ar',
    'title_en',
    'owner',
    'party',
    'key',
    'status',
    'originalTarget',
    'currentTarget',
    'forecast',
    'actual',
  ],
  ...['confirmedOn', 'slip_days', 'slip_workingDays', 'variance_days', 'variance_workingDays'],
];
const milestoneRecord = ({ item, version }: MilestoneLine): ExportRecord => ({
  ...{
    kind: item.initiative.kind,
    initiative: item.initiative.id,
    version,
    id: item.id,
    ...titleCells(item.title),
    owner: item.initiative.owner,
  },
  ...{
    party: item.party,
    key: item.key,
    status: item.status,
    originalTarget: targetText(item.originalTarget),
    currentTarget: targetText(item.currentTarget),
  },
  ...{
    forecast: item.forecast.team,
    actual: item.actual,
    confirmedOn: item.confirmedOn,
    slip_days: item.slip?.days,
    slip_workingDays: item.slip?.workingDays,
  },
  ...{ variance_days: item.variance?.days, variance_workingDays: item.variance?.workingDays },
});
export const milestonesTable: ExportTable<MilestoneLine> = {
  columns: milestoneColumns,
  recordOf: milestoneRecord,
  days: ['originalTarget', 'currentTarget', 'forecast', 'actual', 'confirmedOn'],
};

const ledgerColumns = [
  ...[
    'kind',
    'initiative',
    'version',
    'title_ar',
    'title_en',
    'id',
    'from',
    'to',
    'days',
    'workingDays',
    'bucket',
    'party',
    'cause',
    'reason',
    'source',
    'concurrent',
  ],
  ...['contest', 'contest_state', 'stale', 'recordedLate', 'because'],
];
const ledgerRecord = ({ entry, ...line }: LedgerLine): ExportRecord => ({
  ...{
    kind: line.kind,
    initiative: line.id,
    version: line.version,
    ...titleCells(line.title),
    id: entry.id,
    from: entry.from,
    to: entry.to,
    days: entry.days,
  },
  ...{
    workingDays: entry.workingDays,
    bucket: entry.bucket,
    party: entry.party,
    cause: entry.cause,
    reason: entry.reason,
    source: entry.source,
  },
  ...{
    concurrent: line.concurrent,
    contest: entry.contest?.id,
    contest_state: entry.contest?.state,
    stale: entry.stale,
    recordedLate: entry.recordedLate,
  },
  because: entry.because.join(' '),
});
export const ledgerTable: ExportTable<LedgerLine> = {
  columns: ledgerColumns,
  recordOf: ledgerRecord,
  days: ['from', 'to'],
};

const eventColumns = [
  'stream',
  'version',
  'type',
  'happenedOn',
  'recordedAt',
  'knownAt',
  'actor',
  'data',
  'hash',
  'prevhash',
];
const eventRecord = ({ data, ...event }: AnyRecordedEvent): ExportRecord => ({
  ...{
    stream: event.stream,
    version: event.version,
    type: event.type,
    happenedOn: data.happenedOn,
    recordedAt: event.recordedAt,
    knownAt: event.knownAt,
  },
  ...{ actor: event.actor, data: JSON.stringify(data), hash: event.hash, prevhash: event.prevhash },
});
export const eventsTable: ExportTable<AnyRecordedEvent> = {
  columns: eventColumns,
  recordOf: eventRecord,
  days: ['happenedOn'],
};
