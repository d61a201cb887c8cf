import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent } from '@masar/contracts';
import { followLog, type GroupOffsets } from './log-follower.js';
import type { EventLog, LogPage } from './port.js';

const event = (version: number) => ({ stream: 'projects/p', version }) as unknown as AnyRecordedEvent;

/** A log of numbered events that grows when told to. */
const growing = () => {
  const events: AnyRecordedEvent[] = [];
  const listeners = new Set<() => void>();
  const log = {
    read: async (offset: number, limit: number): Promise<LogPage> => {
      const page = events.slice(offset, offset + limit);
      return {
        events: page.map((one, at) => ({ offset: offset + at + 1, event: one })),
        broken: [],
        next: offset + page.length,
      };
    },
    onAppended: (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener)),
  } as unknown as EventLog;
  const append = (count: number) => {
    for (let n = 0; n < count; n += 1) events.push(event(events.length + 1));
    for (const tell of listeners) tell();
  };
  return { log, append };
};

const kept = (from = 0): GroupOffsets & { readonly offset: number } => {
  const held = { offset: from };
  return {
    get offset() {
      return held.offset;
    },
    get: async () => held.offset,
    put: async (_group, offset) => void (held.offset = offset),
  };
};

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
};

describe('who follows a log', () => {
  it('is told of everything from where its group had come, page by page, and of what is added', async () => {
    const { log, append } = growing();
    append(7);
    const offsets = kept(2);
    const told: number[] = [];
    const deliver = async (events: readonly AnyRecordedEvent[]) => void told.push(...events.map((one) => one.version));
    const follower = followLog(log, offsets, { group: 'g', deliver, pageEvents: 2 });
    await follower.start();
    await until(() => told.length === 5);
    append(1);
    await until(() => told.length === 6);
    await follower.stop();
    append(1);
    expect([told, offsets.offset]).toEqual([[3, 4, 5, 6, 7, 8], 8]);
  });

  it('is told again what it could not do, and nothing after it before', async () => {
    const { log, append } = growing();
    append(3);
    const offsets = kept();
    const faults: unknown[] = [];
    const tried: string[] = [];
    const follower = followLog(log, offsets, {
      group: 'g',
      pageEvents: 1,
      shortestPauseMs: 1,
      onPause: (fault) => faults.push((fault as Error).message),
      deliver: async ([one]) => {
        tried.push(`${one!.stream}@${one!.version}`);
        if (tried.length < 3) throw new Error('away');
      },
    });
    await follower.start();
    await until(() => offsets.offset === 3);
    await follower.stop();
    expect(tried.map((id) => Number(id.split('@')[1]))).toEqual([1, 1, 1, 2, 3]);
    expect(faults).toEqual(['away', 'away']);
  });
});
