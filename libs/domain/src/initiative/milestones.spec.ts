import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { planned, project } from '../testing/initiatives.js';
import { lead, member, onlyAdministrator, otherReviewer, reviewer, source, voice } from '../testing/voices.js';
import type { Initiative } from './state.js';

const title = { en: 'Design' };
const deed = { title: 'Deed', url: 'https://example.org/deed' };
const reached = planned.after(lead('2026-03-06', 'ReachMilestone', { milestone: 'm-1', evidence: [deed] }));
const reachedBare = planned.after(lead('2026-03-06', 'ReachMilestone', { milestone: 'm-1' }));
const milestone = (state: unknown, id = 'm-1') => (state as Initiative).milestones[id];

describe('a milestone is planned', () => {
  it('working and without dependencies unless said otherwise', () =>
    project.when(lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title, target: '2026-03-01' })).thenFacts(
      event('milestone.planned.v1', {
        happenedOn: '2026-02-01',
        milestone: 'm-1',
        title,
        target: '2026-03-01',
        key: false,
        dependsOn: [],
      }),
    ));

  it.each([
    ['under an id that is taken', { milestone: 'm-1' }, 'milestone/exists'],
    ['for a body nobody registered', { party: 'entity:fisheries' }, 'initiative/unknown-party'],
    ['for a partner nobody registered', { party: 'partner:acme' }, 'initiative/unknown-party'],
    ['on a stage, in a kind without stages', { stage: 'committee' }, 'law/stage-unknown'],
    ['on a milestone that is not there', { dependsOn: ['m-7'] }, 'milestone/unknown-dependency'],
    ['after a milestone that is not there', { target: { after: 'm-7', days: 3 } }, 'milestone/unknown-dependency'],
    ['on itself', { dependsOn: ['m-2'] }, 'milestone/cycle'],
    ['after itself', { target: { after: 'projects/P-1/milestones/m-2', days: 3 } }, 'milestone/cycle'],
    ['for a day that does not exist', { target: '2026-02-30' }, 'date/not-a-date'],
    ['by a rule without a span', { target: { after: 'start' } }, 'command/invalid'],
    ['by a rule with two spans', { target: { after: 'start', days: 3, months: 1 } }, 'command/invalid'],
    ['in working months', { target: { after: 'start', months: 1, working: true } }, 'command/invalid'],
  ] as const)('not %s', (_, fields, code) =>
    planned
      .when(lead('2026-02-01', 'PlanMilestone', { milestone: 'm-2', title, target: '2026-03-01', ...fields }))
      .thenRefused(code),
  );

  it('on what belongs to others, which is theirs to have', () =>
    project
      .when(
        lead('2026-02-01', 'PlanMilestone', {
          milestone: 'm-1',
          title,
          target: { after: 'laws/L-7/stages/gazette', days: 30 },
          dependsOn: ['commitments/c-9', 'projects/P-2/milestones/m-2'],
          party: 'legislature',
        }),
      )
      .thenState((state) => expect(milestone(state)?.dependsOn).toHaveLength(2)));
});

describe('dependencies', () => {
  const chain = planned.after(
    lead('2026-02-01', 'PlanMilestone', { milestone: 'm-2', title, target: { after: 'm-1', days: 30 } }),
    lead('2026-02-01', 'PlanMilestone', { milestone: 'm-3', title, target: '2026-06-01', dependsOn: ['m-2'] }),
  );

  it('never close a circle, through dependencies and anchors alike', () => {
    chain
      .when(lead('2026-02-02', 'SetDependencies', { milestone: 'm-1', dependsOn: ['m-3'] }))
      .thenRefused('milestone/cycle', { cycle: ['m-1', 'm-3', 'm-2', 'm-1'] });
    chain
      .when(
        lead('2026-02-02', 'RequestTargetChange', {
          milestone: 'm-1',
          change: 'c-1',
          to: { after: 'm-3', days: 1 },
          reason: 'r',
        }),
      )
      .thenRefused('milestone/cycle');
  });

  it('name milestones that are there', () =>
    chain
      .when(lead('2026-02-02', 'SetDependencies', { milestone: 'm-1', dependsOn: ['m-8'] }))
      .thenRefused('milestone/unknown-dependency', { reference: 'm-8' }));

  it('said again are no event', () =>
    chain.when(lead('2026-02-02', 'SetDependencies', { milestone: 'm-3', dependsOn: ['m-2', 'm-2'] })).thenNothing());
});

describe('a milestone is described', () => {
  it('by what differs', () => {
    planned.when(lead('2026-02-02', 'DescribeMilestone', { milestone: 'm-1', title })).thenNothing();
    planned
      .when(lead('2026-02-02', 'DescribeMilestone', { milestone: 'm-1', title: { ar: 'تصميم' }, weight: 2 }))
      .thenFacts(
        event('milestone.described.v1', {
          happenedOn: '2026-02-02',
          milestone: 'm-1',
          title: { ar: 'تصميم' },
          weight: 2,
        }),
      );
  });
});

describe('a milestone is started', () => {
  const started = planned.after(lead('2026-02-10', 'StartMilestone', { milestone: 'm-1' }));
  it('once', () =>
    started
      .when(lead('2026-02-11', 'StartMilestone', { milestone: 'm-1' }))
      .thenRefused('milestone/already-started', { on: '2026-02-10' }));
  it('not in the future, not before the initiative, and only where it is', () => {
    planned
      .when(lead('2026-02-10', 'StartMilestone', { milestone: 'm-1', on: '2026-02-11' }))
      .thenRefused('date/in-future');
    planned
      .when(lead('2026-02-10', 'StartMilestone', { milestone: 'm-1', on: '2026-01-11' }))
      .thenRefused('date/before-start');
    planned.when(lead('2026-02-10', 'StartMilestone', { milestone: 'm-4' })).thenRefused('milestone/unknown');
  });
  it('not reached before it was started, unless a source says so', () => {
    started
      .when(lead('2026-02-20', 'ReachMilestone', { milestone: 'm-1', on: '2026-02-09' }))
      .thenRefused('date/out-of-order', { notBefore: '2026-02-10' });
    started
      .when(source('2026-02-20', 'ReachMilestone', { milestone: 'm-1', on: '2026-01-09' }))
      .thenFacts(event('milestone.reached.v1', { happenedOn: '2026-01-09', milestone: 'm-1', evidence: [] }));
  });
});

describe('a forecast', () => {
  it('may be any day, the future above all', () =>
    planned
      .when(lead('2026-02-10', 'ForecastMilestone', { milestone: 'm-1', date: '2026-09-01', reason: 'tender' }))
      .thenFacts(
        event('milestone.forecast.v1', {
          happenedOn: '2026-02-10',
          milestone: 'm-1',
          date: '2026-09-01',
          reason: 'tender',
        }),
      ));
  it('is not made of what has happened', () =>
    reached
      .when(lead('2026-03-10', 'ForecastMilestone', { milestone: 'm-1', date: '2026-09-01' }))
      .thenRefused('milestone/already-reached'));
});

describe('a milestone is reached', () => {
  it('without evidence', () =>
    planned
      .when(member('2026-03-06', 'ReachMilestone', { milestone: 'm-1' }))
      .thenFacts(event('milestone.reached.v1', { happenedOn: '2026-03-06', milestone: 'm-1', evidence: [] })));
  it('once', () =>
    reached
      .when(lead('2026-03-07', 'ReachMilestone', { milestone: 'm-1' }))
      .thenRefused('milestone/already-reached', { on: '2026-03-06' }));
  it('not in the future', () =>
    planned
      .when(lead('2026-03-06', 'ReachMilestone', { milestone: 'm-1', on: '2026-03-07' }))
      .thenRefused('date/in-future', { on: '2026-03-07', today: '2026-03-06' }));
});

describe('a milestone is confirmed', () => {
  const confirm = { milestone: 'm-1' };
  it('on the evidence given when it was reached', () =>
    reached
      .when(reviewer('2026-03-08', 'ConfirmMilestone', confirm))
      .thenFacts(event('milestone.confirmed.v1', { happenedOn: '2026-03-08', milestone: 'm-1' })));
  it('on evidence brought now', () =>
    reachedBare
      .when(reviewer('2026-03-08', 'ConfirmMilestone', { ...confirm, evidence: [deed] }))
      .thenFacts(event('milestone.confirmed.v1', { happenedOn: '2026-03-08', milestone: 'm-1', evidence: [deed] })));
  it("on a reviewer's reason, nobody else's", () => {
    reachedBare
      .when(reviewer('2026-03-08', 'ConfirmMilestone', { ...confirm, reason: 'seen on site' }))
      .thenFacts(
        event('milestone.confirmed.v1', { happenedOn: '2026-03-08', milestone: 'm-1', reason: 'seen on site' }),
      );
    reachedBare
      .when(
        voice({ user: 'fadi', roles: ['member'], entity: 'finance' })('2026-03-08', 'ConfirmMilestone', {
          ...confirm,
          reason: 'heard so',
        }),
      )
      .thenRefused('milestone/evidence-missing');
  });
  it('not on nothing, not even by the only account', () => {
    reachedBare.when(reviewer('2026-03-08', 'ConfirmMilestone', confirm)).thenRefused('milestone/evidence-missing');
    planned
      .after(onlyAdministrator('2026-03-06', 'ReachMilestone', { milestone: 'm-1' }))
      .when(onlyAdministrator('2026-03-08', 'ConfirmMilestone', confirm))
      .thenRefused('milestone/evidence-missing');
  });
  it('by somebody else than who reported it, save the only account', () => {
    planned
      .after(reviewer('2026-03-06', 'ReachMilestone', { milestone: 'm-1', evidence: [deed] }))
      .when(reviewer('2026-03-08', 'ConfirmMilestone', confirm))
      .thenRefused('milestone/same-reporter');
    planned
      .after(onlyAdministrator('2026-03-06', 'ReachMilestone', { milestone: 'm-1', evidence: [deed] }))
      .when(onlyAdministrator('2026-03-08', 'ConfirmMilestone', confirm))
      .thenFacts(event('milestone.confirmed.v1', { happenedOn: '2026-03-08', milestone: 'm-1' }));
  });
  it("not by the milestone's party", () =>
    reached.when(member('2026-03-08', 'ConfirmMilestone', confirm)).thenRefused('access/four-eyes'));
  it('after it was reached, once, and not before', () => {
    planned.when(reviewer('2026-03-08', 'ConfirmMilestone', confirm)).thenRefused('milestone/not-reached');
    reached
      .when(reviewer('2026-03-08', 'ConfirmMilestone', { ...confirm, on: '2026-03-05' }))
      .thenRefused('date/out-of-order');
    reached
      .after(reviewer('2026-03-08', 'ConfirmMilestone', confirm))
      .when(otherReviewer('2026-03-09', 'ConfirmMilestone', confirm))
      .thenRefused('milestone/already-confirmed');
  });
  it('also after the initiative is complete', () =>
    reached
      .after(lead('2026-03-10', 'CompleteInitiative', {}))
      .when(reviewer('2026-03-12', 'ConfirmMilestone', confirm))
      .thenFacts(event('milestone.confirmed.v1', { happenedOn: '2026-03-12', milestone: 'm-1' })));
});

describe('a milestone is reopened', () => {
  const reopened = reached.after(reviewer('2026-03-10', 'ReopenMilestone', { milestone: 'm-1', reason: 'flawed' }));
  it('after it was reached, and is then open again', () => {
    planned
      .when(reviewer('2026-03-10', 'ReopenMilestone', { milestone: 'm-1', reason: 'r' }))
      .thenRefused('milestone/not-reached');
    reopened
      .when(lead('2026-03-20', 'ReachMilestone', { milestone: 'm-1' }))
      .thenState((state) => expect(milestone(state)).toMatchObject({ status: 'reached', reachedOn: '2026-03-20' }));
  });
  it('and not reached again before that', () =>
    reopened
      .when(lead('2026-03-20', 'ReachMilestone', { milestone: 'm-1', on: '2026-03-09' }))
      .thenRefused('date/out-of-order'));
  it('asks for new evidence', () =>
    reopened
      .after(lead('2026-03-20', 'ReachMilestone', { milestone: 'm-1' }))
      .when(reviewer('2026-03-22', 'ConfirmMilestone', { milestone: 'm-1' }))
      .thenRefused('milestone/evidence-missing'));
});

describe('a milestone is cancelled', () => {
  it('while it is open', () =>
    reached
      .when(lead('2026-03-10', 'CancelMilestone', { milestone: 'm-1', reason: 'r' }))
      .thenRefused('milestone/already-reached'));
  it('for good', () =>
    planned
      .after(lead('2026-03-10', 'CancelMilestone', { milestone: 'm-1', reason: 'r' }))
      .when(lead('2026-03-11', 'StartMilestone', { milestone: 'm-1' }))
      .thenRefused('milestone/cancelled'));
});
