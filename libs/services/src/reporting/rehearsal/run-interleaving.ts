import type { AnyRecordedEvent, Instant, StreamName } from '@masar/contracts';
import { answersTo, questionsOf } from './answers.js';
import { Chance } from './chance.js';
import { Room } from './room.js';

/** Streams in random order, each in its own; a part delivered twice. */
export const interleaved = (events: readonly AnyRecordedEvent[], chance: Chance): readonly AnyRecordedEvent[] => {
  const byStream = new Map<StreamName, AnyRecordedEvent[]>();
  for (const event of events) byStream.set(event.stream, [...(byStream.get(event.stream) ?? []), event]);
  const queues = [...byStream.values()];
  const told: AnyRecordedEvent[] = [];
  while (queues.length > 0) {
    const queue = chance.one(queues);
    told.push(...queue.splice(0, 1 + chance.below(3)));
    if (queue.length === 0) queues.splice(queues.indexOf(queue), 1);
    if (chance.happens(0.2)) told.push(...told.slice(-1 - chance.below(5)));
  }
  return told;
};

/**
 * Delivers the same events in an order of chance, with duplicates and restarts in between, and answers what is read in the
 * end: timelines, portfolio, milestones and delays, by all that is known and as known on each of some days. Any two seeds
 * must give equal answers.
 */
export const runInterleaving = async (
  events: readonly AnyRecordedEvent[],
  seed: number,
  now: Instant,
  days: readonly string[],
): Promise<readonly string[]> => {
  const chance = new Chance(seed);
  const room = await Room.open(undefined, `sqlite::memory:interleaving-${seed}`);
  try {
    const order = seed === 0 ? events : interleaved(events, chance);
    for (let at = 0; at < order.length;) {
      const next = at + 1 + chance.below(order.length / 4);
      room.log.deliver(...order.slice(at, next));
      at = next;
      if (chance.happens(0.5)) await room.projector.drained();
      if (chance.happens(0.3)) await room.restart();
    }
    await room.at(now);
    const streams = [...new Set(events.map(({ stream }) => stream))]
      .filter((stream) => stream.startsWith('projects/'))
      .sort() as StreamName[];
    const questions = [undefined, ...days].flatMap((day) => questionsOf(streams, day));
    return await answersTo(room, questions);
  } finally {
    await room.close();
  }
};
