import { describe, expect, it } from '@jest/globals';
import { inPortions, thoseOf } from './in-portions.js';

const many = Array.from({ length: 120 }, (_, of) => of);

describe('many questions', () => {
  it('are asked fifty at a time and answered in order', async () => {
    let under = 0;
    let most = 0;
    const answers = await inPortions(many, async (of) => {
      most = Math.max(most, (under += 1));
      await Promise.resolve();
      under -= 1;
      return of * 2;
    });
    expect(answers).toEqual(many.map((of) => of * 2));
    expect(most).toBe(50);
  });

  it('leave those for which something holds', async () =>
    expect(await thoseOf(many, (of) => Promise.resolve(of % 40 === 0))).toEqual([0, 40, 80]));

  it('fail as a whole where one cannot be answered', async () =>
    await expect(
      inPortions(many, (of) => (of === 70 ? Promise.reject(new Error('away')) : Promise.resolve(of))),
    ).rejects.toThrow('away'));
});
