import { expect, it } from '@jest/globals';
import type { Clock } from '@masar/nest-kit';
import type { Reporting } from '../runtime/open-reporting.js';
import { ReadDesk } from './read-desk.js';

it('lets no day turn that comes after what is recorded: a past may be told to a store', async () => {
  const turned: string[] = [];
  const reporting = { projector: { tick: async (now: string) => void turned.push(now) } } as unknown as Reporting;
  let now = '2026-02-01T09:00:00.000Z';
  const desk = new ReadDesk(reporting, {} as Clock, 'Africa/Cairo', { now: () => now });
  await desk.tick();
  now = '2026-11-23T09:00:00.000Z';
  await desk.tick();
  expect(turned).toEqual(['2026-02-01T09:00:00.000Z', '2026-11-23T09:00:00.000Z']);
});
