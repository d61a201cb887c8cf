import type { LocalDate, MilestoneView, TimelineView } from '@masar/contracts';
import { deriveTimeline } from '../derive/timeline.js';
import type { Question } from '../derive/question.js';
import { factsOf, question, type Minute } from './history.js';

/** For specs: reads a history on a day. */
export const timeline = (minutes: readonly Minute[], on: LocalDate, over: Partial<Question> = {}): TimelineView =>
  deriveTimeline(question(factsOf(minutes), on, over));

export const milestoneOf = (view: TimelineView, id: string): MilestoneView => {
  const milestone = view.milestones.find((candidate) => candidate.id === id);
  if (!milestone) throw new Error(`no milestone ${id}`);
  return milestone;
};

type Entries = NonNullable<TimelineView['ledger']>['entries'];
const line = ({ from, to, days, bucket, party }: Entries[number]): string =>
  `${from.slice(5)} → ${to.slice(5)} ${days} ${bucket} ${party.replace('entity:', '')}`;

/** The ledger's rows as the worked examples write them. */
export const ledgerLines = (view: TimelineView): readonly string[] => (view.ledger?.entries ?? []).map(line);
export const concurrentLines = (view: TimelineView): readonly string[] => (view.ledger?.concurrent ?? []).map(line);
