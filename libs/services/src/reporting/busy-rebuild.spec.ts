import { expect, it } from '@jest/globals';
import { event, type AnyRecordedEvent } from '@masar/contracts';
import type { LogPage } from '@masar/event-log';
import { ArrayLog } from './rehearsal/array-log.js';
import { recorded } from './rehearsal/recorded.js';
import { Room } from './rehearsal/room.js';

const now = '2026-03-01T09:00:00.000Z';
const entities = Array.from({ length: 3_000 }, (_, n) => ({
  stream: `entities/e-${n}` as const,
  at: `2026-02-01T09:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}.000Z`,
  events: [
    event('entity.registered.v1', {
      happenedOn: '2026-02-01',
      name: { en: `e-${n}` },
      jurisdiction: 'EG',
      zone: 'Africa/Cairo',
      calendar: 'EG',
    }),
  ],
}));

/** Whenever it is read, somebody has recorded something more. */
class BusyLog extends ArrayLog {
  readonly #coming: AnyRecordedEvent[] = [...recorded(entities)];

  get coming(): number {
    return this.#coming.length;
  }

  override async read(offset: number, limit: number): Promise<LogPage> {
    this.deliver(...this.#coming.splice(0, 1));
    return super.read(offset, limit);
  }
}

it('a rebuild ends though something is recorded at every moment, and what came meanwhile is folded after it', async () => {
  const log = new BusyLog();
  const room = await Room.open(log);
  const { events } = await room.projector.rebuild(now);
  expect(log.coming).toBeGreaterThan(2_000);
  expect(events).toBeGreaterThan(0);
  await room.projector.drained();
  expect(room.projector.generation).toMatch(/\.2$/);
  await room.close();
});
