import { describe, expect, it } from '@jest/globals';
import { factsOf, milestone, planned, question, registered, type Minute } from '../testing/history.js';
import { commitmentOf, offered, step } from '../testing/commitment-history.js';
import { mayWait, waitingIn } from './index.js';

const waits = (minutes: readonly Minute[], on: string) => waitingIn(question(factsOf(minutes), on)).things;
const kinds = (minutes: readonly Minute[], on: string) => waits(minutes, on).map(({ what }) => what);
const asked: Minute = ['note.added', '2026-02-02', { note: 'n-1', text: 'When?', to: 'layla' }];

describe('what waits', () => {
  it('a question until whom it was put to has answered, a level higher after five and after ten working days', () => {
    const answered: Minute = ['note.added', '2026-02-20', { note: 'n-2', text: 'May', about: 'n-1', answers: 'n-1' }];
    const remark: Minute = ['note.added', '2026-02-03', { note: 'n-3', text: 'I wonder too', about: 'n-1' }];
    const open = [registered(), asked, remark];
    // Monday 2 February; Egypt rests on Friday and Saturday.
    const on = (day: string) => waits(open, day)[0];
    expect(on('2026-02-02')).toMatchObject({ what: 'question', to: 'layla', words: 'When?', days: 0, level: 0 });
    expect(on('2026-02-09')).toMatchObject({ days: 7, workingDays: 5, level: 0 });
    expect(on('2026-02-10')).toMatchObject({ workingDays: 6, level: 1 });
    expect(on('2026-02-16')).toMatchObject({ workingDays: 10, level: 1 });
    expect(on('2026-02-17')).toMatchObject({ workingDays: 11, level: 2 });
    expect(kinds([...open, answered], '2026-02-21')).toEqual([]);
  });

  it('a date that was asked for, until it is decided or the milestone is reached', () => {
    const request: Minute = [
      'milestone.target-change-requested',
      '2026-02-10',
      { milestone: 'm', change: 'c-1', from: '2026-03-05', to: '2026-04-05', reason: 'rain' },
    ];
    const open = [registered(), planned('m', '2026-03-05', { party: 'entity:land' }), request];
    expect(waits(open, '2026-02-12')).toMatchObject([
      { what: 'target-change', milestone: 'm', record: 'c-1', words: 'rain', by: 'admin', concerns: 'entity:land' },
    ]);
    const decided: Minute = [
      'milestone.target-change-decided',
      '2026-02-13',
      { milestone: 'm', change: 'c-1', decision: 'rejected' },
    ];
    expect(kinds([...open, decided], '2026-02-14')).toEqual([]);
    expect(kinds([...open, milestone('reached', 'm', '2026-02-13')], '2026-02-14')).toEqual(['confirmation']);
  });

  it('a confirmation from the day it is reached until it is confirmed, after the end of the initiative too', () => {
    const reached = [registered(), planned('m', '2026-03-05'), milestone('reached', 'm', '2026-03-01')];
    expect(kinds(reached, '2026-02-28')).toEqual([]);
    expect(kinds([...reached, ['initiative.completed', '2026-03-02']], '2026-03-10')).toEqual(['confirmation']);
    expect(kinds([...reached, milestone('confirmed', 'm', '2026-03-04')], '2026-03-04')).toEqual([]);
  });

  it('a forecast of what is missed, unless there is one of a day to come', () => {
    const missed = [registered(), planned('m', '2026-03-05')];
    const forecast = (date: string): Minute => ['milestone.forecast', '2026-03-15', { milestone: 'm', date }];
    expect(kinds(missed, '2026-03-11')).toEqual([]);
    expect(waits(missed, '2026-03-15')).toMatchObject([{ what: 'forecast', since: '2026-03-12', milestone: 'm' }]);
    expect(kinds([...missed, forecast('2026-04-01')], '2026-03-20')).toEqual([]);
    expect(kinds([...missed, forecast('2026-04-01')], '2026-04-02')).toEqual(['forecast']);
    expect(mayWait(factsOf(missed))).toBe(false);
  });

  it('pauses, contests, corrections and obstacles until they are decided', () => {
    const requests: readonly Minute[] = [
      ['pause.requested', '2026-02-10', { pause: 'p', on: '2026-02-10', until: '2026-03-01', reason: 'a', steps: 'b' }],
      [
        'ledger.contested',
        '2026-02-11',
        { contest: 'x', party: 'entity:land', from: '2026-02-02', to: '2026-02-05', reason: 'no' },
      ],
      ['correction.requested', '2026-02-12', { correction: 'k', corrects: 1, field: 'title', to: {}, reason: 'typo' }],
      [
        'blocker.raised',
        '2026-02-13',
        { blocker: 'b', title: { en: 'No site' }, decider: 'cabinet', dueOn: '2026-03-01' },
      ],
    ];
    const decisions: readonly Minute[] = [
      ['pause.decided', '2026-02-14', { pause: 'p', decision: 'refused' }],
      ['ledger.contest-decided', '2026-02-14', { contest: 'x', decision: 'dismissed', reason: 'so' }],
      ['correction.decided', '2026-02-14', { correction: 'k', decision: 'rejected' }],
      ['blocker.resolved', '2026-02-14', { blocker: 'b', outcome: 'given' }],
    ];
    const open = [registered(), ...requests];
    expect(kinds(open, '2026-02-13').sort()).toEqual(['blocker', 'contest', 'correction', 'pause']);
    expect(mayWait(factsOf(open))).toBe(true);
    expect(kinds([...open, ...decisions], '2026-02-15')).toEqual([]);
    expect(mayWait(factsOf([...open, ...decisions]))).toBe(false);
  });

  it('an application that was declared applied, until it is verified', () => {
    const policy = registered({ kind: 'policies' });
    const recorded = (state: string): Minute => [
      'policy.application-recorded',
      '2026-02-10',
      { entity: 'land', state },
    ];
    expect(kinds([policy, recorded('begun')], '2026-02-11')).toEqual([]);
    expect(waits([policy, recorded('applied')], '2026-02-11')).toMatchObject([
      { what: 'application', entity: 'land', concerns: 'entity:land' },
    ]);
    const verified: Minute = ['policy.application-verified', '2026-02-12', { entity: 'land' }];
    expect(kinds([policy, recorded('applied'), verified], '2026-02-12')).toEqual([]);
  });

  it('of commitments the next step of either side, and who it is waited for', () => {
    const on = (day: string, ...minutes: readonly Minute[]) =>
      waitingIn(question(factsOf([registered()]), day, { commitments: [commitmentOf(minutes)] })).things.map(
        ({ what, partner }) => [what, partner ?? 'government'],
      );
    const byPartner = offered('2026-03-01', { offeredBy: 'partner' });
    expect(on('2026-03-02', offered('2026-03-01'))).toEqual([['commitment-answer', 'nile']]);
    expect(on('2026-03-02', byPartner)).toEqual([['commitment-answer', 'government']]);
    const accepted = [byPartner, step('accepted', '2026-03-04')] as const;
    expect(on('2026-03-05', ...accepted)).toEqual([['commitment-delivery', 'nile']]);
    const reported = [...accepted, step('reported', '2026-04-08')] as const;
    expect(on('2026-04-09', ...reported)).toEqual([['commitment-decision', 'government']]);
    expect(on('2026-04-11', ...reported, step('confirmed', '2026-04-10'))).toEqual([]);
    const proposed = (proposedBy: string): Minute => [
      'commitment.due-change-proposed',
      '2026-03-06',
      { change: 'd-1', from: '2026-04-01', to: '2026-05-01', reason: 'rain', proposedBy },
    ];
    expect(on('2026-03-07', ...accepted, proposed('partner'))).toContainEqual(['due-change', 'government']);
    expect(on('2026-03-07', ...accepted, proposed('government'))).toContainEqual(['due-change', 'nile']);
    const owed = offered('2026-03-01', { direction: 'government-to-partner' });
    expect(on('2026-03-05', owed, step('accepted', '2026-03-04'))).toEqual([['commitment-delivery', 'government']]);
  });

  it('of a draft only its questions', () => {
    const draft = [registered({ draft: true }), planned('m', '2026-02-01'), asked];
    expect(kinds(draft, '2026-04-01')).toEqual(['question']);
  });
});
