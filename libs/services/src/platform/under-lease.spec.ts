import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Leases } from '@masar/event-store';
import { underLease } from './under-lease.js';

const wanted = { name: 'work', holder: 'me', forMs: 60 };
const leasesSaying = (say: (asked: number) => boolean | Error): Leases & { asked: number } => ({
  asked: 0,
  async take() {
    const answer = say((this.asked += 1));
    if (answer instanceof Error) throw answer;
    return answer;
  },
  end: async () => undefined,
});
/** Works until it has lost its turn; fails by the time of the spec where that never comes. */
const untilLost = async (isLost: () => boolean) => {
  while (!isLost()) await pause(1);
  return 'lost';
};

describe('work under a lease', () => {
  it('is not begun while somebody else holds it', async () => {
    expect(
      await underLease(
        leasesSaying(() => false),
        wanted,
        async () => 'done',
      ),
    ).toBeUndefined();
  });

  it('keeps it for as long as it takes', async () => {
    const leases = leasesSaying(() => true);
    const work = async (isLost: () => boolean) => {
      while (leases.asked < 8) await pause(1);
      return isLost();
    };
    expect(await underLease(leases, wanted, work)).toBe(false);
    const asked = leases.asked;
    await pause(wanted.forMs);
    expect(leases.asked).toBe(asked);
  });

  it('hears that it was lost, to somebody else or by a server that does not answer', async () => {
    const taken = leasesSaying((asked) => asked === 1);
    expect(await underLease(taken, wanted, untilLost)).toBe('lost');
    const away = leasesSaying((asked) => asked === 1 || new Error('away'));
    expect(await underLease(away, wanted, untilLost)).toBe('lost');
    expect(away.asked).toBeGreaterThan(2);
  });
});
