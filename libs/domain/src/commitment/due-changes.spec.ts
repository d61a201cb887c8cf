import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { accepted, contractor, evidence, offered, official, reported } from '../testing/commitments.js';

const later = { change: 'd-1', to: '2026-04-30', reason: 'the feast' };
const proposed = accepted.after(contractor('2026-03-20', 'ProposeDueChange', later));

describe('another due date', () => {
  it('is proposed by either side', () => {
    accepted.when(official('2026-03-20', 'ProposeDueChange', later)).thenFacts(
      event('commitment.due-change-proposed.v1', {
        happenedOn: '2026-03-20',
        change: 'd-1',
        from: '2026-04-01',
        to: '2026-04-30',
        reason: 'the feast',
        proposedBy: 'government',
      }),
    );
    proposed.when(contractor('2026-03-20', 'AgreeToDueChange', { change: 'd-1' })).thenRefused('commitment/other-side');
  });

  it('holds once the other side agrees', () => {
    proposed.when(official('2026-03-22', 'AgreeToDueChange', { change: 'd-1' })).thenFacts(
      event('commitment.due-change-decided.v1', {
        happenedOn: '2026-03-22',
        change: 'd-1',
        decision: 'agreed',
        to: '2026-04-30',
      }),
    );
    proposed
      .when(official('2026-03-22', 'AgreeToDueChange', { change: 'd-1' }))
      .thenState((state) => expect(state).toMatchObject({ dueOn: '2026-04-30', status: 'accepted' }));
  });

  it('changes nothing where it is refused', () =>
    proposed
      .when(official('2026-03-22', 'RefuseDueChange', { change: 'd-1', reason: 'no' }))
      .thenState((state) =>
        expect(state).toMatchObject({ dueOn: '2026-04-01', changes: { 'd-1': { status: 'refused', words: 'no' } } }),
      ));

  it('is proposed one at a time, to another day, while the commitment runs', () => {
    proposed
      .when(official('2026-03-21', 'ProposeDueChange', { ...later, change: 'd-2' }))
      .thenRefused('due-change/undecided', { change: 'd-1' });
    proposed.when(official('2026-03-21', 'ProposeDueChange', later)).thenRefused('due-change/exists');
    accepted
      .when(contractor('2026-03-20', 'ProposeDueChange', { ...later, to: '2026-04-01' }))
      .thenRefused('due-change/unchanged');
    accepted
      .when(contractor('2026-03-20', 'ProposeDueChange', { ...later, to: '2026-02-01' }))
      .thenRefused('date/out-of-order');
    offered.when(contractor('2026-03-03', 'ProposeDueChange', later)).thenRefused('commitment/not-accepted');
  });

  it('never holds from a day before that of the last one, nor from before it was accepted', () => {
    const first = accepted.after(
      contractor('2026-03-20', 'ProposeDueChange', later),
      official('2026-04-20', 'AgreeToDueChange', { change: 'd-1' }),
    );
    const again = { change: 'd-2', to: '2026-05-31', reason: 'rain' };
    first
      .when(contractor('2026-04-21', 'ProposeDueChange', { ...again, on: '2026-04-10' }))
      .thenRefused('date/out-of-order', { notBefore: '2026-04-20' });
    const second = first.after(contractor('2026-04-21', 'ProposeDueChange', again));
    second
      .when(official('2026-04-22', 'AgreeToDueChange', { change: 'd-2', on: '2026-04-20' }))
      .thenRefused('date/out-of-order', { notBefore: '2026-04-21' });
    second
      .when(official('2026-04-22', 'AgreeToDueChange', { change: 'd-2' }))
      .thenState((state) => expect(state).toMatchObject({ dueOn: '2026-05-31' }));
    accepted
      .when(contractor('2026-03-20', 'ProposeDueChange', { ...later, on: '2026-03-03' }))
      .thenRefused('date/out-of-order', { notBefore: '2026-03-04' });
  });

  it('bars no step of an earlier day, proposed by the other side or agreed, and is barred by none', () => {
    const report = contractor('2026-05-20', 'ReportCommitment', { evidence, on: '2026-05-18' });
    const asked = accepted.after(official('2026-05-20', 'ProposeDueChange', { ...later, to: '2026-06-30' }));
    asked.when(report).thenState((state) => expect(state).toMatchObject({ status: 'reported', dueOn: '2026-04-01' }));
    const agreed = asked.after(contractor('2026-05-20', 'AgreeToDueChange', { change: 'd-1' }));
    agreed.when(report).thenState((state) => expect(state).toMatchObject({ status: 'reported', dueOn: '2026-06-30' }));
    agreed
      .after(report)
      .when(official('2026-05-21', 'ReturnCommitment', { reason: 'no power', on: '2026-05-17' }))
      .thenRefused('date/out-of-order', { notBefore: '2026-05-18' });
    reported
      .when(contractor('2026-04-09', 'ProposeDueChange', { ...later, on: '2026-04-07' }))
      .thenState((state) => expect(state).toMatchObject({ changes: { 'd-1': { on: '2026-04-07' } } }));
  });

  it('is decided once, not before it was proposed, and lapses when the commitment ends', () => {
    const agreed = proposed.after(official('2026-03-22', 'AgreeToDueChange', { change: 'd-1' }));
    agreed.when(official('2026-03-23', 'RefuseDueChange', { change: 'd-1' })).thenRefused('due-change/decided');
    proposed.when(official('2026-03-23', 'AgreeToDueChange', { change: 'd-9' })).thenRefused('due-change/unknown');
    proposed
      .when(official('2026-03-22', 'AgreeToDueChange', { change: 'd-1', on: '2026-03-19' }))
      .thenRefused('date/out-of-order');
    const over = reported.after(
      contractor('2026-04-09', 'ProposeDueChange', later),
      official('2026-04-10', 'ConfirmCommitment'),
    );
    over
      .when(official('2026-04-11', 'AgreeToDueChange', { change: 'd-1' }))
      .thenRefused('due-change/decided', { status: 'lapsed' });
  });
});
