import { describe, expect, it } from '@jest/globals';
import { undoOf, type Entry } from '../../app/commands/intent.js';
import { aRow } from './a-row.js';
import { askForDate, beginWait, forecast, pressOf, reach, wishOf } from './actions.js';

const row = aRow();
const plain = { ctrlKey: false, metaKey: false, altKey: false };
const arrivedWith = (command: object, id?: string): Entry =>
  ({
    state: 'arrived',
    at: '2026-11-22T09:58:00Z',
    intent: command,
    arrival: { version: 9, position: 'projects-P-1@9', ...(id && { id }) },
  }) as Entry;

describe('an action on a milestone', () => {
  it('is found by where the key lies, and never with another key held', () => {
    expect(pressOf({ code: 'Digit3', ...plain })).toBe('wait');
    expect(pressOf({ code: 'KeyZ', ...plain, ctrlKey: true })).toBeUndefined();
    expect(pressOf({ code: 'KeyQ', ...plain })).toBeUndefined();
  });

  it('reports with its evidence, and is taken back by reopening', () => {
    const command = reach(row, '2026-11-22', [{ title: 'x', url: 'https://x.gov' }], 'by mistake');
    expect(command).toMatchObject({
      path: '/api/projects/P-1/milestones/m-2/reach',
      body: { on: '2026-11-22', evidence: [{ title: 'x' }] },
    });
    expect(undoOf(arrivedWith(command))).toEqual({
      path: '/api/projects/P-1/milestones/m-2/reopen',
      body: { reason: 'by mistake' },
    });
  });

  it('takes a wait back by ending it on its first day, under the id it was given', () => {
    const command = beginWait(row, 'cabinet', 'busy', '2026-11-22');
    expect(undoOf(arrivedWith(command, 'w-7'))).toEqual({
      path: '/api/projects/P-1/waits/w-7/end',
      body: { on: '2026-11-22' },
    });
  });

  it('takes a forecast back only where there was one before', () => {
    expect(undoOf(arrivedWith(forecast(row, '2026-12-01')))).toBeUndefined();
    const expected = aRow({ forecast: { team: '2026-11-28', reason: 'not-offered' } });
    expect(undoOf(arrivedWith(forecast(expected, '2026-12-01')))?.body).toEqual({ date: '2026-11-28' });
  });

  it('withdraws a request', () => {
    expect(undoOf(arrivedWith(askForDate(row, '2026-12-06', 'why'), 'c-1'))?.path).toBe(
      '/api/projects/P-1/milestones/m-2/target-changes/c-1/withdraw',
    );
  });

  it('says what was wished before it has arrived', () => {
    expect(wishOf(forecast(row, '2026-12-01'))).toEqual({ what: 'forecast', date: '2026-12-01' });
    expect(wishOf(beginWait(row, 'cabinet', 'busy', '2026-11-22'))).toEqual({ what: 'wait', party: 'cabinet' });
    expect(wishOf(reach(row, '2026-11-22', [], ''))).toEqual({ what: 'reached' });
  });
});
