import { addDays } from '@masar/calendar';
import { describe, expect, it } from '@jest/globals';
import type { StreamName } from '@masar/contracts';
import { answersTo, questionsOf } from './rehearsal/answers.js';
import { randomStory } from './rehearsal/random-story.js';
import { recorded } from './rehearsal/recorded.js';
import { Room } from './rehearsal/room.js';

/** `MASAR_KNOWN_ON_STORIES=5` for the long run. */
const stories = Array.from({ length: Number(process.env['MASAR_KNOWN_ON_STORIES'] ?? 1) }, (_, story) => story + 1);
const days = Array.from({ length: 60 }, (_, day) => addDays('2026-01-05', day));
/** The day's work is done in Cairo, and it is not yet tomorrow in Dubai. */
const evening = (day: string) => `${day}T19:30:00.000Z`;

describe('sixty days asked at their end, and again afterwards', () => {
  it.each(stories)(
    'read the same, byte by byte (story %i)',
    async (seed) => {
      const room = await Room.open();
      const events = recorded(randomStory(seed, { hours: 21 }));
      const streams = [...new Set(events.map(({ stream }) => stream))].filter((stream) =>
        stream.startsWith('projects/'),
      ) as StreamName[];
      const changesTo = (day: string) =>
        ({ ask: 'changes', since: '2026-01-01T00:00:00.000Z', limit: 500, knownOn: day }) as const;
      const told = new Map<string, readonly string[]>();
      let next = 0;
      for (const day of days) {
        const from = next;
        while (next < events.length && events[next]!.recordedAt <= evening(day)) next += 1;
        room.log.deliver(...events.slice(from, next));
        await room.at(evening(day));
        told.set(day, await answersTo(room, questionsOf(streams)));
      }
      const changes = await answersTo(room, days.slice(0, -1).map(changesTo));
      const again = async () => {
        for (const day of days) {
          const answers = await answersTo(room, questionsOf(streams, day));
          answers.forEach((answer, index) => expect([day, index, answer]).toEqual([day, index, told.get(day)![index]]));
        }
        expect(await answersTo(room, days.slice(0, -1).map(changesTo))).toEqual(changes);
      };
      await again();
      await room.projector.rebuild(evening(days.at(-1)!));
      await again();
      await room.close();
    },
    120_000,
  );
});
