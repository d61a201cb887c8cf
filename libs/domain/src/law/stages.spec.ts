import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { egyptianStages, emptyLaw, law } from '../testing/initiatives.js';
import type { InitiativeMinutes } from '../testing/initiatives.js';
import { lead, member, reviewer, source } from '../testing/voices.js';
import type { Initiative } from '../initiative/state.js';
import { lawOf } from './law-state.js';

const title = { en: 'Companies law' };
const enter = (on: string, stage: string, more: object = {}) => lead(on, 'EnterStage', { stage, ...more });
/** Walks a law over stages, a day apart, in one month. */
const through = (...stages: readonly string[]): InitiativeMinutes =>
  law.after(...stages.map((stage, index) => enter(`2026-02-${String(index + 1).padStart(2, '0')}`, stage)));
const toFinalVote = ['committee', 'plenary', 'final-vote'];
const toGazette = [...toFinalVote, 'promulgation', 'gazette'];
const visits = (state: unknown) => lawOf(state as Initiative).visits.map(({ stage, visit }) => `${stage} ${visit}`);

describe('a law is registered on a path, for life', () => {
  const on = (fields: object) =>
    emptyLaw.after(lead('2026-01-04', 'RegisterInitiative', { title, owner: 'justice', ...fields }))
      .state as Initiative;
  it('that is named', () =>
    expect(on({ jurisdiction: 'AE', instrument: 'federal-law' }).path).toMatchObject({
      jurisdiction: 'AE',
      instrument: 'federal-law',
    }));
  it("that is usual in the owner's jurisdiction", () => {
    expect(on({}).path).toMatchObject({ jurisdiction: 'EG', instrument: 'law' });
    expect(on({ owner: 'economy' }).path).toMatchObject({ jurisdiction: 'AE', instrument: 'federal-law' });
  });
  it('that is the generic one where a jurisdiction has none', () =>
    expect(on({ jurisdiction: 'FR' }).path).toMatchObject({ jurisdiction: 'any', instrument: 'bill' }));
  it('that exists', () =>
    emptyLaw
      .when(
        lead('2026-01-04', 'RegisterInitiative', { title, owner: 'justice', jurisdiction: 'EG', instrument: 'decree' }),
      )
      .thenRefused('initiative/unknown-path'));
});

describe('a stage is entered', () => {
  it('first where the path begins', () => {
    law
      .when(enter('2026-02-01', 'committee'))
      .thenFacts(event('law.stage-entered.v1', { happenedOn: '2026-02-01', stage: 'committee', visit: 1 }));
    law
      .when(enter('2026-02-01', 'plenary'))
      .thenRefused('law/stage-not-allowed', { allowed: ['ministry-draft', 'committee'] });
  });
  it('next where the path allows, naming what it allows', () =>
    through('ministry-draft')
      .when(enter('2026-02-05', 'plenary'))
      .thenRefused('law/stage-not-allowed', { from: 'ministry-draft', allowed: ['council-of-ministers'] }));
  it('of the path', () =>
    through('committee')
      .when(enter('2026-02-05', 'cabinet-review'))
      .thenRefused('law/stage-unknown', { stage: 'cabinet-review', allowed: ['plenary', 'state-council'] }));
  it('not again while the law stands there', () =>
    through('committee').when(enter('2026-02-05', 'committee')).thenRefused('law/stage-not-allowed'));
  it('not before the stage before it, not in the future', () => {
    through('committee')
      .when(enter('2026-02-05', 'plenary', { on: '2026-01-31' }))
      .thenRefused('date/out-of-order');
    through('committee')
      .when(enter('2026-02-05', 'plenary', { on: '2026-02-06' }))
      .thenRefused('date/in-future');
  });
  it('on the same day as the one before', () =>
    through('committee')
      .when(enter('2026-02-05', 'plenary', { on: '2026-02-01' }))
      .thenState((state) => expect(visits(state)).toEqual(['committee 1', 'plenary 1'])));
  it('again, by going back: a new visit', () =>
    through('committee', 'plenary')
      .when(enter('2026-02-05', 'committee', { returned: { reason: 'article 4' } }))
      .thenFacts(
        event('law.stage-entered.v1', {
          happenedOn: '2026-02-05',
          stage: 'committee',
          visit: 2,
          returned: { reason: 'article 4' },
        }),
      ));
  it('held by another party where that is said', () => {
    law.when(enter('2026-02-01', 'committee', { party: 'entity:fisheries' })).thenRefused('initiative/unknown-party');
    law.when(enter('2026-02-01', 'committee', { party: 'entity:justice' })).thenFacts(
      event('law.stage-entered.v1', {
        happenedOn: '2026-02-01',
        stage: 'committee',
        visit: 1,
        party: 'entity:justice',
      }),
    );
  });
  it('not in a draft', () =>
    emptyLaw
      .after(lead('2026-01-04', 'RegisterInitiative', { title, owner: 'justice', draft: true }))
      .when(enter('2026-02-01', 'committee'))
      .thenRefused('initiative/draft'));
});

describe('a reviewer skips', () => {
  const skip = [{ stage: 'council-of-ministers', reason: 'urgent' }];
  it('stages, each with a reason, up to one they lead to', () =>
    through('ministry-draft')
      .when(reviewer('2026-02-05', 'EnterStage', { stage: 'committee', skip }))
      .thenFacts(
        event('law.stage-entered.v1', { happenedOn: '2026-02-05', stage: 'committee', visit: 1, skipped: skip }),
      ));
  it('not to where they do not lead', () =>
    through('ministry-draft')
      .when(reviewer('2026-02-05', 'EnterStage', { stage: 'plenary', skip }))
      .thenRefused('law/stage-not-allowed'));
  it('not stages the path does not have', () =>
    through('ministry-draft')
      .when(reviewer('2026-02-05', 'EnterStage', { stage: 'committee', skip: [{ stage: 'fnc', reason: 'r' }] }))
      .thenRefused('law/stage-unknown', { stage: 'fnc', allowed: egyptianStages }));
  it('and nobody else', () =>
    through('ministry-draft')
      .when(member('2026-02-05', 'EnterStage', { stage: 'committee', skip }))
      .thenRefused('access/denied'));
});

describe('a source decided the step', () => {
  it('outside the path: recorded as a skip with reason source', () =>
    through('ministry-draft')
      .when(source('2026-02-05', 'EnterStage', { stage: 'plenary' }))
      .thenFacts(
        event('law.stage-entered.v1', {
          happenedOn: '2026-02-05',
          stage: 'plenary',
          visit: 1,
          skipped: [{ stage: 'council-of-ministers', reason: 'source' }],
        }),
      ));
  it('after the end, before an earlier date, and once more where it stands', () => {
    const over = through('committee').after(lead('2026-03-01', 'RecordOutcome', { outcome: 'rejected' }));
    over
      .when(source('2026-03-05', 'EnterStage', { stage: 'committee', on: '2026-01-20' }))
      .thenState((state) => expect(visits(state)).toEqual(['committee 1', 'committee 2']));
  });
});

describe('publication', () => {
  const published = through(...toGazette).after(
    enter('2026-07-02', 'published', { issue: '27 bis', number: '12/2026' }),
  );
  it('brings the law into force by the path: 30 days from the day after', () =>
    expect(published.events.at(-1)?.data).toMatchObject({
      issue: '27 bis',
      number: '12/2026',
      inForceOn: '2026-08-02',
    }));
  it('not before that day', () => {
    published
      .when(enter('2026-08-10', 'in-force', { on: '2026-08-01' }))
      .thenRefused('date/out-of-order', { notBefore: '2026-08-02' });
    published
      .when(enter('2026-08-10', 'in-force', { on: '2026-08-02' }))
      .thenState((state) => expect(visits(state).at(-1)).toBe('in-force 1'));
  });
  it('also when the day of publication is corrected', () => {
    const version = published.events.length;
    const slip = { correction: 'k-1', version, field: 'on', to: '2026-07-01', reason: 'slip' } as const;
    published
      .after(lead('2026-07-02', 'RequestCorrection', slip))
      .when(enter('2026-08-10', 'in-force', { on: '2026-08-01' }))
      .thenState((state) => expect(visits(state).at(-1)).toBe('in-force 1'));
  });
  it('or as the law itself says', () => {
    const at = through(...toGazette);
    at.when(enter('2026-07-02', 'published', { inForceOn: '2026-07-03' })).thenState((state) =>
      expect(lawOf(state as Initiative).visits.at(-1)?.inForceOn).toBe('2026-07-03'),
    );
    at.when(enter('2026-07-02', 'published', { inForceOn: '2026-07-01' })).thenRefused('date/out-of-order');
    at.when(enter('2026-07-02', 'published', { inForceOn: '2026-02-30' })).thenRefused('date/not-a-date');
  });
  it('alone says when', () =>
    law.when(enter('2026-02-01', 'committee', { inForceOn: '2026-07-03' })).thenRefused('law/publication-missing'));
  it('in the UAE: one month after it', () => {
    const stages = [
      'cabinet-draft',
      'fnc',
      'cabinet-review',
      'president-approval',
      'supreme-council',
      'signature',
      'gazette',
    ];
    const federal = emptyLaw.after(
      lead('2026-01-04', 'RegisterInitiative', { title, owner: 'economy' }),
      ...stages.map((stage, index) => enter(`2026-03-0${index + 1}`, stage)),
      enter('2026-07-02', 'published'),
    );
    expect(federal.events.at(-1)?.data).toMatchObject({ inForceOn: '2026-08-02' });
  });
});

describe('a law ends by its outcome', () => {
  const outcome = (on: string, name: 'in-force' | 'rejected' | 'merged', more: object = {}) =>
    lead(on, 'RecordOutcome', { outcome: name, ...more });
  const inForce = through(...toGazette, 'published').after(enter('2026-03-20', 'in-force'));
  it('in force once it entered into force', () => {
    through(...toFinalVote)
      .when(outcome('2026-03-01', 'in-force'))
      .thenRefused('law/outcome-not-allowed');
    inForce
      .when(outcome('2026-03-20', 'in-force'))
      .thenFacts(event('law.outcome-recorded.v1', { happenedOn: '2026-03-20', outcome: 'in-force' }));
  });
  it('and not merely by entering into force', () => expect(inForce.state.status).toBe('open'));
  it('after which only executive regulations follow', () => {
    const over = inForce.after(outcome('2026-03-20', 'in-force'));
    over
      .when(enter('2026-06-01', 'executive-regulations'))
      .thenState((state) => expect(state).toMatchObject({ status: 'complete', endedOn: '2026-03-20' }));
    over.when(enter('2026-06-01', 'committee')).thenRefused('law/stage-not-allowed');
    over.when(outcome('2026-06-01', 'rejected')).thenRefused('law/outcome-recorded');
  });
  it('rejected, it does not come back', () =>
    through(...toFinalVote)
      .after(outcome('2026-03-01', 'rejected'))
      .when(enter('2026-03-02', 'promulgation'))
      .thenRefused('law/ended', { outcome: 'rejected' }));
  it('merged, naming what into; not before its last stage, not in the future', () => {
    const stands = through(...toFinalVote);
    stands
      .when(outcome('2026-03-01', 'merged', { into: ['L-9'] }))
      .thenFacts(event('law.outcome-recorded.v1', { happenedOn: '2026-03-01', outcome: 'merged', into: ['L-9'] }));
    stands.when(outcome('2026-03-01', 'rejected', { on: '2026-02-02' })).thenRefused('date/out-of-order');
    stands.when(outcome('2026-03-01', 'rejected', { on: '2026-03-02' })).thenRefused('date/in-future');
  });
});
