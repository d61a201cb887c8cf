import type { Entry, Milestone, Stage, Timeline } from '../reading.js';

/** Days of one party on one row. */
export interface RowSpan {
  readonly from: string;
  readonly to: string;
  readonly bucket: Entry['bucket'];
  readonly party: string;
  /** Runs beside the wait that holds the day. */
  readonly isConcurrent: boolean;
}

/** One row of the timeline: a milestone, or a stage of a law with all its visits and the milestone bound to it. */
export interface Row {
  readonly key: string;
  readonly party: string;
  readonly milestone?: Milestone;
  readonly visits: readonly Stage[];
  readonly spans: readonly RowSpan[];
}
type Told = Pick<Timeline, 'milestones' | 'stages' | 'ledger' | 'on' | 'endedOn'>;

/** The part of a span within others' days; nothing where they do not meet. */
const within = (span: RowSpan, from: string, to: string): RowSpan[] => {
  const begin = span.from > from ? span.from : from;
  const end = span.to < to ? span.to : to;
  return begin < end ? [{ ...span, from: begin, to: end }] : [];
};

const spanOf = ({ from, to, bucket, party }: Entry, isConcurrent: boolean): RowSpan => ({
  from,
  to,
  bucket,
  party,
  isConcurrent,
});

/** A milestone's own waits; and work and pauses of the initiative while it is under way. */
const spansOfMilestone = (told: Told, milestone: Milestone): RowSpan[] => {
  const { ledger, endedOn, on } = told;
  if (!ledger) return [];
  const until = milestone.actual ?? endedOn ?? on;
  const own = ledger.entries.flatMap((entry) => {
    if (entry.bucket === 'waiting') return entry.milestone === milestone.id ? [spanOf(entry, false)] : [];
    return milestone.startedOn === null ? [] : within(spanOf(entry, false), milestone.startedOn, until);
  });
  const beside = ledger.concurrent.flatMap((entry) =>
    entry.milestone === milestone.id && entry.source === 'recorded' ? [spanOf(entry, true)] : [],
  );
  return [...own, ...beside];
};

/** All the days of the visits: a law's day belongs to the stage it stands in. */
const spansOfVisits = ({ ledger, endedOn, on }: Told, visits: readonly Stage[]): RowSpan[] => {
  if (!ledger) return [];
  const all = [
    ...ledger.entries.map((entry) => spanOf(entry, false)),
    ...ledger.concurrent.filter(({ source }) => source === 'recorded').map((entry) => spanOf(entry, true)),
  ];
  return visits.flatMap(({ from, to }) => all.flatMap((span) => within(span, from, to ?? endedOn ?? on)));
};

/** Stages in the order they were first entered, then the milestones no stage was entered for. */
export const rowsOf = (told: Told): readonly Row[] => {
  const { milestones, stages } = told;
  const byStage = new Map<string, readonly Stage[]>();
  for (const visit of stages) byStage.set(visit.stage, [...(byStage.get(visit.stage) ?? []), visit]);
  const rows: Row[] = [...byStage].map(([stage, visits]) => {
    const milestone = milestones.find((one) => one.stage === stage);
    const spans = spansOfVisits(told, visits);
    return { key: `stage-${stage}`, party: visits.at(-1)!.party, visits, spans, ...(milestone ? { milestone } : {}) };
  });
  const others = milestones.filter(({ stage }) => stage === undefined || !byStage.has(stage));
  return [
    ...rows,
    ...others.map((milestone) => ({
      key: milestone.id,
      party: milestone.party,
      milestone,
      visits: [],
      spans: spansOfMilestone(told, milestone),
    })),
  ];
};
