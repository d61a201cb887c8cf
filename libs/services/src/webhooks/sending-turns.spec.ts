import { expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { SendingRoom } from './sending-turns.js';
import { SendingTurns } from './sending-turns.js';

it('a turn that takes long is kept, and ends where it was lost to another process', async () => {
  let [asked, isMine, turns] = [0, true, 0];
  let lost: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (lost = resolve));
  const room = {
    leaseMs: 60,
    leases: {
      take: async () => {
        asked += 1;
        return isMine;
      },
      end: async () => undefined,
    },
    sender: {
      // Sends for as long as it may.
      turn: async (isStopped: () => boolean) => {
        turns += 1;
        while (!isStopped()) {
          if (asked > 3) isMine = false;
          await pause(1);
        }
        lost();
        return true;
      },
    },
    metrics: { gauge: () => undefined },
    logger: { warn: () => undefined },
  } as unknown as SendingRoom;
  const sending = new SendingTurns(room);
  sending.onApplicationBootstrap();
  await ended;
  expect(asked).toBeGreaterThan(4);
  expect(turns).toBe(1);
  await sending.beforeApplicationShutdown();
});
