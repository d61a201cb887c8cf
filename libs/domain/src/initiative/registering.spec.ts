import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { draft, emptyLaw, emptyProject, planned, project } from '../testing/initiatives.js';
import { lead, member, onlyAdministrator, reviewer, source, voice } from '../testing/voices.js';
import type { Initiative } from './state.js';

const title = { en: 'Schools' };

describe('an initiative is registered', () => {
  it('by an administrator: one event, public to the portfolio, not a draft', () =>
    emptyProject.when(onlyAdministrator('2026-02-01', 'RegisterInitiative', { title, owner: 'education' })).thenFacts(
      event('initiative.registered.v1', {
        happenedOn: '2026-02-01',
        kind: 'projects',
        title,
        owner: 'education',
        draft: false,
        audience: 'portfolio',
      }),
    ));

  it('by a lead of the owner, who becomes its lead', () =>
    expect((project.state as Initiative).members).toEqual({ layla: 'lead' }));

  it('once', () =>
    project.when(lead('2026-02-02', 'RegisterInitiative', { title, owner: 'education' })).thenRefused('stream/exists'));

  it('never for an owner nobody registered', () =>
    emptyProject
      .when(lead('2026-02-01', 'RegisterInitiative', { title, owner: 'fisheries' }))
      .thenRefused('initiative/unknown-party', { party: 'entity:fisheries' }));

  it('never, from its day on, for an owner whose place another has taken; what began before stands as it was', () => {
    const register = (fields: object, by = onlyAdministrator) =>
      emptyProject.when(by('2026-03-01', 'RegisterInitiative', { title, owner: 'roads', ...fields }));
    const refusal = { entity: 'roads', by: 'land', on: '2026-02-10' };
    register({}).thenRefused('entity/succeeded', refusal);
    register({ startedOn: '2026-02-10' }).thenRefused('entity/succeeded', refusal);
    for (const fields of [{ startedOn: '2026-02-09' }, { on: '2026-02-09' }])
      register(fields).thenState((state) => expect((state as Initiative).owner).toBe('roads'));
    register({}, source).thenState((state) => expect((state as Initiative).owner).toBe('roads'));
  });

  it('not with a start in the future, unless a source planned it so', () => {
    const fields = { title, owner: 'education', startedOn: '2026-05-01' };
    emptyProject.when(lead('2026-02-01', 'RegisterInitiative', fields)).thenRefused('date/in-future');
    emptyProject
      .when(source('2026-02-01', 'RegisterInitiative', fields))
      .thenState((state) => expect((state as Initiative).startedOn).toBe('2026-05-01'));
  });

  it('not on a day that does not exist', () =>
    emptyProject
      .when(lead('2026-03-10', 'RegisterInitiative', { title, owner: 'education', on: '2026-02-30' }))
      .thenRefused('date/not-a-date'));

  it('before anything else can be said of it', () =>
    emptyProject.when(lead('2026-02-01', 'PublishInitiative', {})).thenRefused('stream/not-found'));

  it('under an id that means something to JavaScript as well', () =>
    project
      .after(lead('2026-02-02', 'PlanMilestone', { milestone: 'constructor', title, target: '2026-03-01' }))
      .when(lead('2026-02-03', 'StartMilestone', { milestone: '__proto__' }))
      .thenRefused('milestone/unknown'));
});

describe('a draft', () => {
  const withMilestone = draft.after(
    lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title, target: '2026-03-01', key: true }),
  );

  it('moves its targets freely', () =>
    withMilestone
      .after(lead('2026-02-02', 'SetTarget', { milestone: 'm-1', to: '2026-09-01' }))
      .when(lead('2026-02-03', 'SetTarget', { milestone: 'm-1', to: '2026-12-01' }))
      .thenFacts(
        event('milestone.target-set.v1', { happenedOn: '2026-02-03', milestone: 'm-1', target: '2026-12-01' }),
      ));

  it('promises by being published: the target of that day is the original one', () =>
    withMilestone
      .after(
        lead('2026-02-02', 'SetTarget', { milestone: 'm-1', to: '2026-09-01' }),
        lead('2026-02-03', 'PublishInitiative', {}),
      )
      .when(lead('2026-02-04', 'SetTarget', { milestone: 'm-1', to: '2026-12-01' }))
      .thenRefused('target/already-set', { target: '2026-09-01' }));

  it.each([
    ['nothing is reached', lead('2026-02-02', 'ReachMilestone', { milestone: 'm-1' })],
    [
      'nobody is waited on',
      lead('2026-02-02', 'BeginWait', { wait: 'w', party: 'cabinet', reason: 'busy', since: '2026-02-02' }),
    ],
    ['no target is moved', lead('2026-02-02', 'MoveTarget', { milestone: 'm-1', to: '2026-03-02', reason: 'r' })],
    [
      'no request is made',
      lead('2026-02-02', 'RequestTargetChange', { milestone: 'm-1', change: 'c', to: '2026-04-02', reason: 'r' }),
    ],
    ['nothing is complete', lead('2026-02-02', 'CompleteInitiative', {})],
  ])('is not at work yet: %s', (_, command) => withMilestone.when(command).thenRefused('initiative/draft'));

  it('is published once', () =>
    project.when(lead('2026-02-02', 'PublishInitiative', {})).thenRefused('initiative/not-draft'));
});

describe('an initiative is described', () => {
  it('by what differs alone', () =>
    project
      .when(lead('2026-02-02', 'DescribeInitiative', { title: { ar: 'مدارس', en: 'Schools' }, audience: 'team' }))
      .thenFacts(event('initiative.described.v1', { happenedOn: '2026-02-02', audience: 'team' })));

  it('without an event when nothing differs', () =>
    project.when(lead('2026-02-02', 'DescribeInitiative', { audience: 'portfolio' })).thenNothing());

  it('with its start only while it has none', () => {
    project
      .when(lead('2026-02-05', 'DescribeInitiative', { startedOn: '2026-02-03' }))
      .thenRefused('initiative/already-started', { startedOn: '2026-02-01' });
    emptyProject
      .after(lead('2026-02-01', 'RegisterInitiative', { title, owner: 'education' }))
      .when(lead('2026-02-05', 'DescribeInitiative', { startedOn: '2026-02-03' }))
      .thenFacts(event('initiative.described.v1', { happenedOn: '2026-02-05', startedOn: '2026-02-03' }));
  });
});

describe('an owner', () => {
  it('changes on a day, for a reason', () =>
    project
      .when(reviewer('2026-03-01', 'ChangeOwner', { to: 'finance', reason: 'decree', on: '2026-02-20' }))
      .thenFacts(
        event('initiative.owner-changed.v1', {
          happenedOn: '2026-02-20',
          from: 'education',
          to: 'finance',
          reason: 'decree',
        }),
      ));

  it('is another one, and known', () => {
    project
      .when(reviewer('2026-03-01', 'ChangeOwner', { to: 'education', reason: 'r' }))
      .thenRefused('initiative/same-owner');
    project
      .when(reviewer('2026-03-01', 'ChangeOwner', { to: 'fisheries', reason: 'r' }))
      .thenRefused('initiative/unknown-party');
  });

  it('is not the entity of who decides it, nor the one whose place that has taken', () => {
    const ofFinance = voice({ user: 'rami', roles: ['reviewer'], entity: 'finance', predecessors: ['land'] });
    for (const to of ['finance', 'land'])
      project
        .when(ofFinance('2026-03-01', 'ChangeOwner', { to, reason: 'ours now' }))
        .thenRefused('access/four-eyes', { party: `entity:${to}` });
  });

  it('is no entity whose place another has taken by then', () => {
    const change = (on: string) => reviewer('2026-03-01', 'ChangeOwner', { to: 'roads', reason: 'r', on });
    project.when(change('2026-02-10')).thenRefused('entity/succeeded', { by: 'land' });
    project.when(change('2026-02-09')).thenState((state) => expect((state as Initiative).owner).toBe('roads'));
  });

  it('does not take over before the present one did', () =>
    project
      .after(reviewer('2026-03-01', 'ChangeOwner', { to: 'finance', reason: 'r' }))
      .when(reviewer('2026-03-05', 'ChangeOwner', { to: 'land', reason: 'r', on: '2026-02-25' }))
      .thenRefused('date/out-of-order'));
});

describe('members', () => {
  it('are added once in a role and may change it', () => {
    project
      .when(lead('2026-02-02', 'AddMember', { user: 'layla', role: 'lead' }))
      .thenRefused('initiative/member-exists');
    project
      .when(lead('2026-02-02', 'AddMember', { user: 'layla', role: 'member' }))
      .thenFacts(event('initiative.member-added.v1', { happenedOn: '2026-02-02', user: 'layla', role: 'member' }));
  });
  it('are officials, or whom nobody knows yet; a source names whom it names', () => {
    const mayJoin = (user: string) => user === 'noha';
    const adding = (user: string, more: object = {}) =>
      voice({ user: 'layla', roles: ['lead'], entity: 'education' }, { mayJoin, ...more })('2026-02-02', 'AddMember', {
        user,
        role: 'member',
      });
    const added = (user: string) =>
      event('initiative.member-added.v1', { happenedOn: '2026-02-02', user, role: 'member' });
    project.when(adding('noha')).thenFacts(added('noha'));
    project.when(adding('nadia')).thenRefused('initiative/member-not-official', { user: 'nadia' });
    project.when(adding('cabinet', { mayJoin: () => true })).thenRefused('initiative/member-not-official');
    project.when(adding('nadia', { fromSource: true })).thenFacts(added('nadia'));
  });

  it('are removed while they are there', () =>
    project.when(lead('2026-02-02', 'RemoveMember', { user: 'maha' })).thenRefused('initiative/member-unknown'));
});

describe('an initiative ends', () => {
  const withKey = planned.after(
    lead('2026-02-01', 'PlanMilestone', { milestone: 'm-2', title, target: '2026-04-01', key: true }),
  );

  it('not while a key milestone is open', () =>
    withKey
      .when(lead('2026-03-01', 'CompleteInitiative', {}))
      .thenRefused('initiative/open-milestones', { milestones: ['m-2'] }));

  it('with working milestones open', () =>
    planned
      .when(lead('2026-03-01', 'CompleteInitiative', {}))
      .thenFacts(event('initiative.completed.v1', { happenedOn: '2026-03-01' })));

  it('with its key milestones reached or cancelled', () =>
    withKey
      .after(reviewer('2026-02-20', 'CancelMilestone', { milestone: 'm-2', reason: 'dropped' }))
      .when(lead('2026-03-01', 'CompleteInitiative', {}))
      .thenFacts(event('initiative.completed.v1', { happenedOn: '2026-03-01' })));

  it('not in the future, not before its start, not before what was reached', () => {
    planned.when(lead('2026-03-01', 'CompleteInitiative', { on: '2026-03-02' })).thenRefused('date/in-future');
    planned.when(lead('2026-03-01', 'CompleteInitiative', { on: '2026-01-31' })).thenRefused('date/before-start');
    planned
      .after(lead('2026-02-20', 'ReachMilestone', { milestone: 'm-1' }))
      .when(lead('2026-03-01', 'CompleteInitiative', { on: '2026-02-19' }))
      .thenRefused('date/out-of-order');
  });

  it('once, and then nothing happens in it any more', () => {
    const over = planned.after(lead('2026-03-01', 'CompleteInitiative', {}));
    for (const command of [
      lead('2026-03-02', 'CompleteInitiative', {}),
      lead('2026-03-02', 'CancelInitiative', { reason: 'r' }),
      lead('2026-03-02', 'ReachMilestone', { milestone: 'm-1' }),
      lead('2026-03-02', 'PlanMilestone', { milestone: 'm-9', title, target: '2026-04-01' }),
      lead('2026-03-02', 'ChangeOwner', { to: 'finance', reason: 'r' }),
    ])
      over.when(command).thenRefused('initiative/closed', { status: 'complete', endedOn: '2026-03-01' });
  });

  it('by being cancelled, also as a draft', () =>
    draft
      .when(lead('2026-02-10', 'CancelInitiative', { reason: 'no funds' }))
      .thenFacts(event('initiative.cancelled.v1', { happenedOn: '2026-02-10', reason: 'no funds' })));

  it('as a law by its outcome, never by completion', () =>
    emptyLaw
      .after(
        voice({ user: 'admin', roles: ['administrator'] })('2026-02-01', 'RegisterInitiative', {
          title,
          owner: 'justice',
        }),
      )
      .when(lead('2026-03-01', 'CompleteInitiative', {}))
      .thenRefused('initiative/no-outcome'));

  it('a command of another kind is not one of its own', () =>
    project
      .when(member('2026-03-01', 'EnterStage', { stage: 'committee' }))
      .thenRefused('command/invalid', { kind: 'projects' }));
});
