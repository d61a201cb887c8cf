import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { event, type StreamName } from '@masar/contracts';
import type { LiveAnswer, LivePlace } from './queries/question.js';
import { recorded, type Told } from './rehearsal/recorded.js';
import { Room } from './rehearsal/room.js';

const registration = (stream: StreamName, minute: number): Told => ({
  stream,
  at: `2026-02-01T09:${String(minute).padStart(2, '0')}:00.000Z`,
  events: [
    event('initiative.registered.v1', {
      happenedOn: '2026-02-01',
      kind: 'projects',
      title: { en: stream },
      owner: 'edu',
      draft: false,
      audience: 'portfolio',
      startedOn: '2026-02-01',
    }),
  ],
});
const [first, second, third] = recorded([
  registration('projects/P-1', 1),
  registration('projects/P-2', 2),
  registration('projects/P-3', 3),
]);

describe('changes told to live lines', () => {
  let room: Room;
  let place: LivePlace | undefined;
  beforeEach(async () => {
    room = await Room.open();
    place = undefined;
    await room.at('2026-02-10T09:00:00.000Z');
    expect(await told()).toEqual([]);
  });
  afterEach(() => room.close());

  /** What a line is told next, as its initiatives; to the end. */
  const told = async (limit = 1, after: LivePlace | string | undefined = place): Promise<readonly string[]> => {
    const answer = await room.ask<LiveAnswer>({ ask: 'live', limit, ...(after === undefined ? {} : { after }) });
    const wasElsewhere = place !== undefined && place.generation !== answer.place.generation;
    place = answer.place;
    const ids = answer.changes.map(({ initiative }) => initiative.id);
    return ids.length === 0 && !wasElsewhere ? [] : [...ids, ...(await told(limit, place))];
  };
  const deliver = async (...events: readonly (typeof first)[]) => {
    room.log.deliver(...events.map((one) => one!));
    await room.projector.drained();
  };

  it('come as they are written, also those that happened before others that were told', async () => {
    await deliver(second);
    expect(await told()).toEqual(['P-2']);
    await deliver(first);
    expect(await told()).toEqual(['P-1']);
    await deliver(third, second);
    expect(await told()).toEqual(['P-3']);
  });

  it('come once and all, over a rebuild that happens when a line has not heard everything', async () => {
    await deliver(second);
    expect(await told()).toEqual(['P-2']);
    await deliver(first);
    await room.projector.rebuild('2026-02-10T09:00:00.000Z');
    await deliver(third);
    expect(await told()).toEqual(['P-1', 'P-3']);
  });

  it('go on after a change that a line had', async () => {
    await deliver(second, first, third);
    const all = await room.ask<LiveAnswer>({ ask: 'live', limit: 9, after: '2026-01-01T00:00:00.000Z' });
    expect(all.changes.map(({ initiative }) => initiative.id)).toEqual(['P-2', 'P-1', 'P-3']);
    expect(await told(9, all.changes[0]!.id)).toEqual(['P-1', 'P-3']);
  });
});
