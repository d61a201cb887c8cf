import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import {
  accepted,
  colleague,
  contractor,
  engineer,
  evidence,
  nothingOffered,
  offered,
  official,
  onlyAccount,
  permits,
  reported,
  rival,
  sites,
  commitmentVoice,
} from '../testing/commitments.js';

describe('offering a commitment', () => {
  it('says what is owed, by when, for which initiative, and who offered it', () =>
    nothingOffered.when(official('2026-03-01', 'OfferCommitment', { ...sites, with: 'entity:land' })).thenFacts(
      event('commitment.offered.v1', {
        happenedOn: '2026-03-01',
        ...sites,
        with: 'entity:land',
        offeredBy: 'government',
      }),
    ));

  it('may come from either side, in either direction', () =>
    nothingOffered
      .when(contractor('2026-03-01', 'OfferCommitment', permits))
      .thenFacts(event('commitment.offered.v1', { happenedOn: '2026-03-01', ...permits, offeredBy: 'partner' })));

  it.each([
    ['an unknown partner', { partner: 'nobody' }, 'partner/unknown'],
    ['a suspended partner', { partner: 'gone' }, 'partner/suspended'],
    ['an unknown initiative', { initiative: 'projects/P-9' as const }, 'commitment/unknown-initiative'],
    ['a draft', { initiative: 'projects/draft' as const }, 'initiative/draft'],
    ['an initiative that has ended', { initiative: 'projects/over' as const }, 'initiative/closed'],
    ['an unknown milestone', { milestone: 'm-9' }, 'milestone/unknown'],
    ['a milestone that was reached', { milestone: 'done' }, 'milestone/already-reached'],
    ['a milestone that was cancelled', { milestone: 'dropped' }, 'milestone/cancelled'],
    ['a milestone of a law stage', { milestone: 'published' }, 'milestone/bound-to-stage'],
    ['an unknown government side', { with: 'entity:nobody' }, 'initiative/unknown-party'],
    ['a partner as the government side', { with: 'partner:delta' }, 'initiative/unknown-party'],
    ['a day due before it was offered', { dueOn: '2026-02-28' }, 'date/out-of-order'],
    ['a due day that does not exist', { dueOn: '2026-04-31' }, 'date/not-a-date'],
  ])('is refused for %s', (_case, fields, code) =>
    nothingOffered.when(official('2026-03-01', 'OfferCommitment', { ...sites, ...fields })).thenRefused(code),
  );

  it('is refused ahead of time, twice, and by another partner', () => {
    nothingOffered
      .when(official('2026-03-01', 'OfferCommitment', { ...sites, on: '2026-03-02' }))
      .thenRefused('date/in-future');
    offered.when(official('2026-03-02', 'OfferCommitment', sites)).thenRefused('stream/exists');
    nothingOffered.when(rival('2026-03-01', 'OfferCommitment', sites)).thenRefused('access/denied');
  });
});

describe('the answer', () => {
  it('is given by the side it was offered to', () => {
    offered
      .when(contractor('2026-03-04', 'AcceptCommitment'))
      .thenFacts(event('commitment.accepted.v1', { happenedOn: '2026-03-04' }));
    offered
      .when(contractor('2026-03-04', 'DeclineCommitment', { reason: 'not our trade' }))
      .thenFacts(event('commitment.declined.v1', { happenedOn: '2026-03-04', reason: 'not our trade' }));
    offered.when(official('2026-03-04', 'AcceptCommitment')).thenRefused('commitment/other-side');
    offered.when(rival('2026-03-04', 'AcceptCommitment')).thenRefused('access/denied');
    const byPartner = nothingOffered.after(contractor('2026-03-01', 'OfferCommitment', sites));
    byPartner.when(contractor('2026-03-04', 'AcceptCommitment')).thenRefused('commitment/other-side');
    byPartner
      .when(official('2026-03-04', 'AcceptCommitment'))
      .thenState(({ status }) => expect(status).toBe('accepted'));
  });

  it('is given once, and not before the offer', () => {
    accepted.when(contractor('2026-03-05', 'AcceptCommitment')).thenRefused('commitment/answered');
    accepted.when(contractor('2026-03-05', 'DeclineCommitment', {})).thenRefused('commitment/answered');
    offered
      .when(contractor('2026-03-04', 'AcceptCommitment', { on: '2026-02-28' }))
      .thenRefused('date/out-of-order', { notBefore: '2026-03-01' });
  });

  it('is given for both sides by the one administrator while there is no second account', () =>
    offered
      .when(onlyAccount('2026-03-04', 'AcceptCommitment'))
      .thenState(({ status }) => expect(status).toBe('accepted')));
});

describe('reporting and deciding', () => {
  it('goes from debtor to receiver and back until it is confirmed', () =>
    reported
      .after(
        official('2026-04-20', 'ReturnCommitment', { reason: 'no power' }),
        engineer('2026-04-26', 'ReportCommitment', { evidence }),
      )
      .when(official('2026-05-11', 'ConfirmCommitment'))
      .thenFacts(event('commitment.confirmed.v1', { happenedOn: '2026-05-11' })));

  it('is the other way round where government owes', () => {
    const owed = nothingOffered.after(
      contractor('2026-03-01', 'OfferCommitment', permits),
      official('2026-03-04', 'AcceptCommitment'),
    );
    owed.when(contractor('2026-04-08', 'ReportCommitment', { evidence })).thenRefused('commitment/other-side');
    const delivered = owed.after(official('2026-04-08', 'ReportCommitment', { evidence }));
    delivered.when(colleague('2026-04-09', 'ConfirmCommitment')).thenRefused('commitment/other-side');
    delivered
      .when(contractor('2026-04-09', 'ConfirmCommitment'))
      .thenFacts(event('commitment.confirmed.v1', { happenedOn: '2026-04-09' }));
  });

  it('needs evidence, an accepted commitment, and a report to decide on', () => {
    accepted
      .when(contractor('2026-04-08', 'ReportCommitment', { evidence: [] }))
      .thenRefused('commitment/evidence-missing');
    offered.when(contractor('2026-04-08', 'ReportCommitment', { evidence })).thenRefused('commitment/not-accepted');
    reported
      .when(contractor('2026-04-09', 'ReportCommitment', { evidence }))
      .thenRefused('commitment/already-reported');
    accepted.when(official('2026-04-08', 'ConfirmCommitment')).thenRefused('commitment/not-reported');
    reported
      .after(official('2026-04-09', 'ConfirmCommitment'))
      .when(official('2026-04-10', 'ReturnCommitment', { reason: 'x' }))
      .thenRefused('commitment/over', { on: '2026-04-09' });
  });

  it('is never decided by whoever reported, should that person have changed sides', () => {
    const turncoat = commitmentVoice({ user: 'nadia', roles: ['lead'], entity: 'education' });
    reported.when(turncoat('2026-04-09', 'ConfirmCommitment')).thenRefused('commitment/same-reporter');
    reported
      .when(colleague('2026-04-09', 'ConfirmCommitment'))
      .thenState(({ status }) => expect(status).toBe('confirmed'));
  });

  it('is no longer for a partner that was suspended; government still decides', () => {
    const { directory } = official('2026-04-08', 'AcceptCommitment').context;
    const suspended = { ...directory, partner: () => ({ id: 'nile', name: { en: 'Nile' }, isSuspended: true }) };
    const stopped = commitmentVoice({ user: 'nadia', roles: ['partner'], partner: 'nile' }, { directory: suspended });
    const state = commitmentVoice({ user: 'omar', roles: ['lead'], entity: 'education' }, { directory: suspended });
    accepted.when(stopped('2026-04-08', 'ReportCommitment', { evidence })).thenRefused('partner/suspended');
    reported.when(state('2026-04-09', 'ConfirmCommitment')).thenState(({ status }) => expect(status).toBe('confirmed'));
    nothingOffered
      .after(contractor('2026-03-01', 'OfferCommitment', sites))
      .when(state('2026-03-02', 'AcceptCommitment'))
      .thenRefused('partner/suspended');
  });
});

describe('withdrawing', () => {
  it('is for the offerer before the answer, for the receiver afterwards', () => {
    offered.when(contractor('2026-03-02', 'WithdrawCommitment', { reason: 'x' })).thenRefused('commitment/other-side');
    offered
      .when(official('2026-03-02', 'WithdrawCommitment', { reason: 'x' }))
      .thenFacts(event('commitment.withdrawn.v1', { happenedOn: '2026-03-02', reason: 'x' }));
    accepted.when(contractor('2026-03-05', 'WithdrawCommitment', { reason: 'x' })).thenRefused('commitment/other-side');
    const given = accepted.after(official('2026-03-05', 'WithdrawCommitment', { reason: 'x' }));
    given.when(official('2026-03-06', 'WithdrawCommitment', { reason: 'x' })).thenRefused('commitment/over');
  });
});

describe('what the initiative answered', () => {
  const confirmed = reported.after(official('2026-05-11', 'ConfirmCommitment'));
  it('is kept once', () => {
    const answer = official('2026-05-11', 'RecordFeeding', { outcome: 'refused', code: 'milestone/already-reached' });
    confirmed.when(answer).thenFacts(
      event('commitment.milestone-fed.v1', {
        happenedOn: '2026-05-11',
        milestone: 'sites',
        outcome: 'refused',
        code: 'milestone/already-reached',
      }),
    );
    confirmed
      .after(answer)
      .when(official('2026-05-12', 'RecordFeeding', { outcome: 'reached' }))
      .thenNothing();
    reported.when(answer).thenNothing();
  });
});
