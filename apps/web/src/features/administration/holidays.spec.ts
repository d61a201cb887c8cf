import { describe, expect, it } from '@jest/globals';
import { holidaysOf } from './holidays.js';

describe('the holidays of a year', () => {
  it('lets what was announced stand over what was computed, and keeps what is for some beside it', () => {
    const computed = ['2021-10-06', '2021-10-19'];
    const said = [
      { date: '2021-10-19', off: false, reason: 'moved' },
      { date: '2021-10-21', off: true, reason: 'moved' },
      { date: '2021-10-06', off: false, reason: 'shift', scope: { entity: 'customs' } },
      { date: '2022-01-07', off: true, reason: 'another year' },
    ];
    expect(holidaysOf(2021, computed, said)).toEqual([
      { date: '2021-10-06', source: 'computed' },
      { date: '2021-10-06', source: 'worked', reason: 'shift', scope: { entity: 'customs' } },
      { date: '2021-10-19', source: 'worked', reason: 'moved' },
      { date: '2021-10-21', source: 'announced', reason: 'moved' },
    ]);
  });
});
