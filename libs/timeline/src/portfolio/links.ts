import type { InitiativeLink, LinkEnd, MilestoneView, TimelineView } from '@masar/contracts';
import { dateOfTarget } from './target-date.js';

/** A link as one initiative states it: what its own milestone leans on, by full references. */
export interface StatedLink {
  readonly from: string;
  readonly to: string;
  readonly sort: InitiativeLink['sorts'][number];
}

const streamOf = ({ kind, id }: Pick<TimelineView, 'kind' | 'id'>): string => `${kind}/${id}`;
const milestoneIn = (stream: string, id: string): string => `${stream}/milestones/${id}`;
/** `m-2` and its like are written without the initiative they are of. */
const inFull = (stream: string, reference: string): string =>
  reference.includes('/') ? reference : milestoneIn(stream, reference);

/** What the promise in force counts from; the start of the initiative itself is no link. */
const countsFrom = ({ currentTarget, targetChanges }: MilestoneView): string | undefined => {
  const inForce = targetChanges.findLast(({ how, state }) => how !== 'requested' || state === 'approved');
  const to = ('unresolved' in currentTarget ? currentTarget : inForce?.to) as { readonly after?: unknown } | undefined;
  const after = typeof to === 'object' ? to.after : undefined;
  return typeof after === 'string' && after !== 'start' ? after : undefined;
};

/** Every link that ends in an initiative, as its own timeline states it. */
export const linksInto = (timeline: TimelineView): readonly StatedLink[] => {
  const stream = streamOf(timeline);
  const ofMilestones = timeline.milestones.flatMap((milestone): StatedLink[] => {
    const to = milestoneIn(stream, milestone.id);
    const after = countsFrom(milestone);
    return [
      ...milestone.dependsOn.map((from) => ({ from: inFull(stream, from), to, sort: 'depends' as const })),
      ...(after === undefined ? [] : [{ from: inFull(stream, after), to, sort: 'counts-from' as const }]),
    ];
  });
  const ofCommitments = timeline.commitments
    .filter(({ status }) => status !== 'declined' && status !== 'withdrawn')
    .map(({ id, milestone }): StatedLink => {
      const to = milestone === undefined ? stream : milestoneIn(stream, milestone);
      return { from: `commitments/${id}`, to, sort: 'feeds' };
    });
  return [...ofMilestones, ...ofCommitments];
};

/** What an initiative says of one of its own: a milestone, a stage, a commitment for it, or itself. Undefined for what it does not know. */
export const endOf = (
  reference: string,
  timeline: TimelineView,
  stageName: (stage: string) => LinkEnd['title'],
): LinkEnd | undefined => {
  const [collection, of, place, id] = reference.split('/');
  if (collection === 'commitments') {
    const commitment = timeline.commitments.find((one) => one.id === of);
    if (!commitment) return undefined;
    const { title, partner, confirmedOn, dueOn } = commitment;
    return { reference, title, partner, settledOn: confirmedOn, dueOn };
  }
  if (`${collection}/${of}` !== streamOf(timeline)) return undefined;
  if (place === undefined) return { reference, title: timeline.title, settledOn: timeline.endedOn, dueOn: null };
  if (place === 'stages') {
    const title = stageName(id!);
    const entered = timeline.stages.findLast(({ stage }) => stage === id)?.from ?? null;
    return { reference, ...(title && { title }), settledOn: entered, dueOn: null };
  }
  const milestone = timeline.milestones.find((one) => one.id === id);
  if (!milestone) return undefined;
  const { title, actual, currentTarget } = milestone;
  return { reference, title, settledOn: actual, dueOn: dateOfTarget(currentTarget) };
};

/** Links that say the same of the same two are one. */
export const mergedLinks = (
  stated: readonly StatedLink[],
  ends: ReadonlyMap<string, LinkEnd>,
): readonly InitiativeLink[] => {
  const merged = new Map<string, { from: string; to: string; sorts: InitiativeLink['sorts'] }>();
  for (const { from, to, sort } of stated) {
    const known = merged.get(`${from} ${to}`);
    if (!known) merged.set(`${from} ${to}`, { from, to, sorts: [sort] });
    else if (!known.sorts.includes(sort)) known.sorts.push(sort);
  }
  const end = (reference: string): LinkEnd => ends.get(reference) ?? { reference, settledOn: null, dueOn: null };
  return [...merged.values()].map(({ from, to, sorts }) => ({ from: end(from), to: end(to), sorts }));
};
