import { describe, expect, it } from '@jest/globals';
import { waitedDays } from './waited-days.js';

const sums = (party: string, waiting: number) => ({ party, active: 0, waiting, paused: 0, contested: 0 });

describe('the waiting days on paper', () => {
  it('rank parties by days, and leave out who was not waited on', () => {
    const { ranked } = waitedDays([sums('entity:land', 12), sums('cabinet', 40), sums('entity:justice', 0)]);
    expect(ranked.map(({ party }) => party)).toEqual(['cabinet', 'entity:land']);
  });
  it('rank no sovereign body: their days are one sum', () => {
    const all = [sums('judiciary', 285), sums('cabinet', 10), sums('legislature', 6)];
    expect(waitedDays(all)).toMatchObject({ ranked: [{ party: 'cabinet' }], constitutional: 291 });
  });
  it('go by the path of a law where it names them, and by what is hidden already', () => {
    const all = [sums('cabinet', 10), sums('judiciary', 20), sums('constitutional-procedure', 5)];
    expect(waitedDays(all, ['cabinet'])).toMatchObject({ ranked: [{ party: 'judiciary' }], constitutional: 15 });
  });
});
