import { describe, expect, it } from '@jest/globals';
import { fewAtOnce } from './few-at-once.js';

describe('few at once', () => {
  it('two run, two wait in their order, a fifth is told to come back; who fails gives up the place', async () => {
    const inTurn = fewAtOnce({ atOnce: 2, waiting: 2 });
    const begun: number[] = [];
    const ends: ((fault?: Error) => void)[] = [];
    const pieces = [0, 1, 2, 3].map((piece) =>
      inTurn(
        () =>
          new Promise<number>((resolve, reject) => {
            begun.push(piece);
            ends[piece] = (fault) => (fault ? reject(fault) : resolve(piece));
          }),
      ).catch((fault: Error) => fault.message),
    );
    expect(begun).toEqual([0, 1]);
    await expect(inTurn(async () => 4)).rejects.toMatchObject({ code: 'rate/too-many' });
    ends[1]!(new Error('broken'));
    expect(await pieces[1]).toBe('broken');
    expect(begun).toEqual([0, 1, 2]);
    ends[0]!();
    await pieces[0];
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[2]!();
    ends[3]!();
    expect(await Promise.all(pieces)).toEqual([0, 'broken', 2, 3]);
    expect(await inTurn(async () => 5)).toBe(5);
  });
});
