import { refuse, type TimelineView } from '@masar/contracts';
import { deriveTimeline } from '@masar/timeline';
import { questionOf } from '../projector/row.js';
import type { World } from '../projector/world.js';
import type { Question, TimelineQuestion } from './question.js';
import { resolveDay, type ResolvedDay } from './reading-day.js';
import type { View } from './view.js';

/** The timeline of a world on a day; says `incompleteSince` where the stream is parked or has a hole. */
export const timelineOf = (
  world: World,
  { on, knownOn, hideSovereign }: Omit<ResolvedDay, 'isCurrent'>,
): TimelineView => {
  const timeline = deriveTimeline({ ...questionOf(world, on, knownOn), hideSovereign });
  return world.incompleteSince === undefined ? timeline : { ...timeline, incompleteSince: world.incompleteSince };
};

/** One initiative's timeline; refuses `read/not-found` where nothing of it was known by then. */
export const readTimeline = async (view: View, question: Question & TimelineQuestion): Promise<TimelineView> => {
  const { stream, now } = question;
  const current = view.hidden.has(stream) ? undefined : await view.worldNow(stream);
  if (!current) return refuse('read/not-found', { stream });
  const day = resolveDay(question, now, current.zone);
  const world = day.isCurrent ? current : await view.worldKnownOn(stream, day.knownOn);
  return world ? timelineOf(world, day) : refuse('read/not-found', { stream, knownOn: day.knownOn });
};
