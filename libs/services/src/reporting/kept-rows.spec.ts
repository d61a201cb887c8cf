import { addDays } from '@masar/calendar';
import { describe, expect, it } from '@jest/globals';
import type { MilestonePage, PortfolioPage } from '@masar/contracts';
import { randomStory } from './rehearsal/random-story.js';
import { recorded } from './rehearsal/recorded.js';
import { Room } from './rehearsal/room.js';

const days = Array.from({ length: 20 }, (_, day) => addDays('2026-01-05', day * 3));
/** Dubai is a day ahead by now. */
const night = (day: string) => `${day}T21:30:00.000Z`;
const limit = 500;

describe('rows that are kept', () => {
  it.each([11, 12, 13])(
    'read like rows derived on the spot, and add up to the totals (story %i)',
    async (seed) => {
      const room = await Room.open();
      const events = recorded(randomStory(seed));
      let next = 0;
      for (const day of days) {
        const from = next;
        while (next < events.length && events[next]!.recordedAt <= night(day)) next += 1;
        room.log.deliver(...events.slice(from, next));
        await room.at(night(day));
        const kept = await room.ask<PortfolioPage>({ ask: 'portfolio', limit });
        // A day of knowledge that is an instant has no rows: everything is derived from history.
        const derived = await room.ask<PortfolioPage>({ ask: 'portfolio', limit, on: day, knownOn: night(day) });
        expect(kept).toEqual(derived);
        const milestones = await room.ask<MilestonePage>({ ask: 'milestones', limit });
        expect(milestones).toEqual(
          await room.ask<MilestonePage>({ ask: 'milestones', limit, on: day, knownOn: night(day) }),
        );
        for (const sort of ['-slip', 'title', '-missed', 'owner', 'status']) {
          const page = await room.ask<PortfolioPage>({ ask: 'portfolio', limit, sort });
          expect(page).toEqual(
            await room.ask<PortfolioPage>({ ask: 'portfolio', limit, sort, on: day, knownOn: night(day) }),
          );
        }
      }
      await room.close();
    },
    60_000,
  );

  it.each(['title', '-slip', 'id', '-elapsed', 'next'])('come page by page in one order (%s)', async (sort) => {
    const room = await Room.open();
    room.log.deliver(...recorded(randomStory(21, { initiatives: 7 })));
    await room.at('2026-03-09T09:00:00.000Z');
    const whole = await room.ask<PortfolioPage>({ ask: 'portfolio', limit, sort });
    const paged: PortfolioPage['items'] = [];
    let cursor: string | undefined;
    do {
      const page = await room.ask<PortfolioPage>({
        ask: 'portfolio',
        limit: 2,
        sort,
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect([page.total, page.totals]).toEqual([whole.total, whole.totals]);
      paged.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(whole.items);
    await room.close();
  });
});
