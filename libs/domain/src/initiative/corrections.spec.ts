import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import type { CorrectionField } from '@masar/contracts';
import { planned, project } from '../testing/initiatives.js';
import { lead, member, onlyAdministrator, reviewer, source, voice } from '../testing/voices.js';
import type { Initiative } from './state.js';

const title = { en: 'Design' };
/** Versions: 1 registered, 2 lead added, 3 planned, 4 reached. */
const reached = planned.after(lead('2026-03-06', 'ReachMilestone', { milestone: 'm-1' }));
const correct = (today: string, version: number, field: CorrectionField, to: unknown, speaker = lead) =>
  speaker(today, 'RequestCorrection', { correction: 'k-1', version, field, to, reason: 'typed wrong' });
const approve = (speaker = reviewer) => speaker('2026-03-20', 'ApproveCorrection', { correction: 'k-1' });
const milestone = (state: unknown, id = 'm-1') => (state as Initiative).milestones[id];

describe('a slip mended by who made it, within 24 hours', () => {
  it('applies at once, both values visible', () =>
    reached.when(correct('2026-03-07', 4, 'on', '2026-03-04')).thenFacts(
      event('entry.corrected.v1', {
        happenedOn: '2026-03-07',
        corrects: 4,
        field: 'on',
        from: '2026-03-06',
        to: '2026-03-04',
        reason: 'typed wrong',
        correction: 'k-1',
      }),
    ));
  it('may be approved, which adds nothing; it cannot be rejected any more', () => {
    const mended = reached.after(correct('2026-03-07', 4, 'on', '2026-03-04'));
    mended.when(approve()).thenFacts();
    mended
      .when(reviewer('2026-03-20', 'RejectCorrection', { correction: 'k-1', reason: 'no' }))
      .thenRefused('correction/decided');
  });
  it('is used by every later rule', () =>
    reached
      .after(correct('2026-03-07', 4, 'on', '2026-03-04'))
      .when(reviewer('2026-03-07', 'ConfirmMilestone', { milestone: 'm-1', on: '2026-03-05', reason: 'seen' }))
      .thenState((state) =>
        expect(milestone(state)).toMatchObject({ reachedOn: '2026-03-04', confirmedOn: '2026-03-05' }),
      ));
  it('needs a reviewer once the day has passed, or when it is the slip of another', () => {
    const asked = event('correction.requested.v1', {
      happenedOn: '2026-03-08',
      correction: 'k-1',
      corrects: 4,
      field: 'on',
      to: '2026-03-04',
      reason: 'typed wrong',
    });
    reached.when(correct('2026-03-08', 4, 'on', '2026-03-04')).thenFacts(asked);
    reached.when(correct('2026-03-06', 4, 'on', '2026-03-04', member)).thenFacts({
      ...asked,
      data: { ...asked.data, happenedOn: '2026-03-06' },
    } as typeof asked);
  });
  it('needs a reviewer always when it is a target', () =>
    planned
      .when(correct('2026-02-01', 3, 'target', '2026-03-02'))
      .thenState((state) => expect((state as Initiative).corrections['k-1']?.status).toBe('undecided')));
});

describe('a correction is asked for', () => {
  it.each([
    ['of an event that is not there', 9, 'on', '2026-03-04', 'correction/unknown-version'],
    ['of a field its event does not list', 4, 'title', title, 'correction/field-not-correctable'],
    ['of an owner', 1, 'party', 'entity:finance', 'correction/field-not-correctable'],
    ['of a value that is the recorded one', 4, 'on', '2026-03-06', 'correction/unchanged'],
    ['to a day that does not exist', 4, 'on', '2026-02-30', 'date/not-a-date'],
    ['to a number', 4, 'on', 20260304, 'date/not-a-date'],
    ['to the future', 4, 'on', '2026-03-09', 'date/in-future'],
    ['to a title without words', 3, 'title', {}, 'correction/value-invalid'],
    ['to a title that is a text', 3, 'title', 'Design', 'correction/value-invalid'],
    ['to a body nobody registered', 3, 'party', 'entity:fisheries', 'initiative/unknown-party'],
    ['to a party that is none', 3, 'party', 'finance', 'correction/value-invalid'],
    ['to a target that hangs on itself', 3, 'target', { after: 'm-1', days: 2 }, 'milestone/cycle'],
    ['to a target after nothing', 3, 'target', { after: 'm-9', days: 2 }, 'milestone/unknown-dependency'],
  ] as const)('not %s', (_, version, field, to, code) =>
    reached.when(correct('2026-03-08', version, field, to)).thenRefused(code),
  );

  it('under an id of its own', () =>
    reached
      .after(correct('2026-03-08', 4, 'on', '2026-03-04'))
      .when(correct('2026-03-08', 4, 'on', '2026-03-05'))
      .thenRefused('correction/exists'));

  it('of a party that was left out', () =>
    planned.when(correct('2026-02-01', 3, 'party', 'entity:finance')).thenFacts(
      event('entry.corrected.v1', {
        happenedOn: '2026-02-01',
        corrects: 3,
        field: 'party',
        from: null,
        to: 'entity:finance',
        reason: 'typed wrong',
        correction: 'k-1',
      }),
    ));

  it("of a wait's start, party and reason", () => {
    const waiting = project.after(
      member('2026-02-10', 'BeginWait', { wait: 'w-1', party: 'entity:finance', reason: 'busy', since: '2026-02-05' }),
      member('2026-02-10', 'EndWait', { wait: 'w-1', on: '2026-02-08' }),
    );
    const mend = (field: CorrectionField, to: unknown) => correct('2026-02-10', 3, field, to, member);
    waiting
      .when(mend('since', '2026-02-03'))
      .thenState((state) => expect((state as Initiative).waits['w-1']).toMatchObject({ since: '2026-02-03' }));
    waiting
      .when(mend('party', 'entity:land'))
      .thenState((state) => expect((state as Initiative).waits['w-1']).toMatchObject({ party: 'entity:land' }));
    waiting.when(mend('reason', 'whatever')).thenRefused('correction/value-invalid');
    waiting.when(mend('since', '2026-02-09')).thenRefused('date/out-of-order', { at: 'waits/w-1' });
  });

  it('never so that something ends before it begins', () => {
    const started = planned.after(
      lead('2026-02-10', 'StartMilestone', { milestone: 'm-1' }),
      lead('2026-02-20', 'ReachMilestone', { milestone: 'm-1' }),
    );
    started
      .when(correct('2026-02-20', 5, 'on', '2026-02-09'))
      .thenRefused('date/out-of-order', { at: 'milestones/m-1' });
    started.when(correct('2026-02-21', 4, 'on', '2026-02-21')).thenRefused('date/out-of-order');
    started
      .after(lead('2026-02-25', 'CompleteInitiative', {}))
      .when(correct('2026-02-26', 6, 'on', '2026-02-19'))
      .thenRefused('date/out-of-order', { at: 'end/m-1' });
  });

  it('also after the end', () =>
    reached
      .after(lead('2026-03-10', 'CompleteInitiative', {}))
      .when(correct('2026-03-11', 5, 'on', '2026-03-09'))
      .thenState((state) => expect((state as Initiative).endedOn).toBe('2026-03-09')));
});

describe('a correction is decided', () => {
  const asked = reached.after(correct('2026-03-08', 4, 'on', '2026-03-04'));
  it('by a reviewer: decision and correction in one commit', () =>
    asked.when(approve()).thenFacts(
      event('correction.decided.v1', { happenedOn: '2026-03-20', correction: 'k-1', decision: 'approved' }),
      event('entry.corrected.v1', {
        happenedOn: '2026-03-20',
        corrects: 4,
        field: 'on',
        from: '2026-03-06',
        to: '2026-03-04',
        reason: 'typed wrong',
        correction: 'k-1',
      }),
    ));
  it('never by who asked, save the only account', () => {
    asked.when(approve(lead)).thenRefused('correction/own-request');
    asked.when(lead('2026-03-20', 'RejectCorrection', { correction: 'k-1' })).thenRefused('correction/own-request');
    reached
      .after(correct('2026-03-08', 4, 'on', '2026-03-04', onlyAdministrator))
      .when(approve(onlyAdministrator))
      .thenState((state) => expect(milestone(state)).toMatchObject({ reachedOn: '2026-03-04' }));
  });
  it('not by a reviewer of the owner', () =>
    asked
      .when(approve(voice({ user: 'omar', roles: ['reviewer'], entity: 'education' })))
      .thenRefused('access/four-eyes'));
  it('once; rejected, it changes nothing', () => {
    const rejected = asked.after(reviewer('2026-03-12', 'RejectCorrection', { correction: 'k-1', reason: 'no' }));
    expect(milestone(rejected.state)).toMatchObject({ reachedOn: '2026-03-06' });
    rejected.when(approve()).thenRefused('correction/decided', { status: 'rejected' });
    reached.when(approve()).thenRefused('correction/unknown');
  });
  it('looked at again: what was recorded since may have made it impossible', () =>
    planned
      .after(
        lead('2026-02-10', 'StartMilestone', { milestone: 'm-1' }),
        correct('2026-02-20', 4, 'on', '2026-02-19'),
        lead('2026-02-21', 'ReachMilestone', { milestone: 'm-1', on: '2026-02-15' }),
      )
      .when(approve())
      .thenRefused('date/out-of-order'));
});

describe('a corrected target', () => {
  const asked = planned.after(correct('2026-02-02', 3, 'target', '2026-03-05'));
  const targets = (state: unknown) => ({
    original: milestone(state)?.original?.promise,
    current: milestone(state)?.current.promise,
  });
  it('moves both where original and current are the same', () =>
    asked
      .when(approve())
      .thenState((state) => expect(targets(state)).toEqual({ original: '2026-03-05', current: '2026-03-05' })));
  it('moves the original alone where the current one is another', () =>
    asked
      .after(lead('2026-02-10', 'MoveTarget', { milestone: 'm-1', to: '2026-03-09', reason: 'r' }))
      .when(approve())
      .thenState((state) => expect(targets(state)).toEqual({ original: '2026-03-05', current: '2026-03-09' })));
  it('moves both where the current one was moved away and back, for good', () => {
    const back = asked.after(
      lead('2026-02-10', 'MoveTarget', { milestone: 'm-1', to: '2026-03-09', reason: 'r' }),
      lead('2026-02-11', 'MoveTarget', { milestone: 'm-1', to: '2026-03-01', reason: 'r' }),
      approve(),
      source('2026-03-21', 'RequestCorrection', {
        correction: 'k-2',
        version: 1,
        field: 'title',
        to: { en: 'New schools' },
        reason: 'source',
      }),
    );
    expect(targets(back.state)).toEqual({ original: '2026-03-05', current: '2026-03-05' });
  });
  it('is the promise that was written first, not a later one', () =>
    project
      .after(
        lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title, target: { absent: 'not-provided' } }),
        lead('2026-02-02', 'SetTarget', { milestone: 'm-1', to: '2026-03-01' }),
      )
      .when(correct('2026-02-03', 3, 'target', '2026-03-02'))
      .thenRefused('correction/field-not-correctable'));
});

describe('a start', () => {
  it('is corrected by its source at once', () =>
    project
      .when(correct('2026-03-31', 1, 'startedOn', '2026-01-15', source))
      .thenState((state) => expect((state as Initiative).startedOn).toBe('2026-01-15')));
  it('never stated is not corrected but described', () =>
    planned.when(correct('2026-03-31', 2, 'startedOn', '2026-01-15')).thenRefused('correction/field-not-correctable'));
});
