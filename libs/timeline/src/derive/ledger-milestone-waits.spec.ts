import { describe, expect, it } from '@jest/globals';
import { began, ended, milestone, planned, registered } from '../testing/history.js';
import { concurrentLines, ledgerLines, timeline } from '../testing/minutes.js';

const plans = [registered(), planned('m1', '2026-04-01'), planned('m2', '2026-04-01')];
const waitOnM1 = began('w', '2026-02-05', 'entity:finance', { milestone: 'm1' });

describe('a wait that names a milestone', () => {
  it('holds the day while no other milestone is in progress', () => {
    const view = timeline([...plans, milestone('started', 'm1', '2026-02-02'), waitOnM1], '2026-02-11');
    expect(ledgerLines(view)).toEqual(['02-01 → 02-05 4 active education', '02-05 → 02-11 6 waiting finance']);
  });

  it('is concurrent while another is in progress, and takes the day when that is reached', () => {
    const other = [milestone('started', 'm2', '2026-02-03'), milestone('reached', 'm2', '2026-02-08')];
    const view = timeline([...plans, ...other, waitOnM1], '2026-02-11');
    expect(ledgerLines(view)).toEqual(['02-01 → 02-08 7 active education', '02-08 → 02-11 3 waiting finance']);
    expect(concurrentLines(view)).toEqual(['02-05 → 02-08 3 waiting finance']);
  });

  it('holds the day where the other is itself waited on; the earlier wait goes first', () => {
    const other = [
      milestone('started', 'm2', '2026-02-03'),
      began('v', '2026-02-07', 'entity:land', { milestone: 'm2' }),
    ];
    const view = timeline([...plans, ...other, waitOnM1], '2026-02-11');
    expect(ledgerLines(view)).toEqual(['02-01 → 02-07 6 active education', '02-07 → 02-11 4 waiting finance']);
    expect(concurrentLines(view)).toEqual(['02-05 → 02-07 2 waiting finance', '02-07 → 02-11 4 waiting land']);
  });

  it('ends by itself when its milestone is reached or cancelled, and does not come back when that is reopened', () => {
    const done = [
      milestone('started', 'm1', '2026-02-02'),
      milestone('reached', 'm1', '2026-02-09'),
      milestone('reopened', 'm1', '2026-02-12'),
    ];
    const reopened = timeline([...plans, waitOnM1, ...done], '2026-02-15');
    expect(ledgerLines(reopened).at(-1)).toBe('02-09 → 02-15 6 active education');
    const cancelled = timeline([...plans, waitOnM1, milestone('cancelled', 'm1', '2026-02-08')], '2026-02-10');
    expect(ledgerLines(cancelled).at(-1)).toBe('02-08 → 02-10 2 active education');
  });

  it('makes the status of its milestone waiting', () => {
    const minutes = [...plans, milestone('started', 'm1', '2026-02-02'), waitOnM1, ended('w', '2026-02-20')];
    const status = (on: string) => timeline(minutes, on).milestones[0]?.status;
    expect(['2026-02-01', '2026-02-04', '2026-02-06', '2026-02-20'].map(status)).toEqual([
      'planned',
      'in-progress',
      'waiting',
      'in-progress',
    ]);
  });
});
