import { describe, expect, it } from '@jest/globals';
import { applicationStates as statesKnown, waitReasons as reasonsKnown } from '@masar/contracts';
import { actionGroups, type ActionName } from './actions.js';
import type { InitiativeAction, Values } from './action.js';
import { commandOf, isComplete, offeredTo } from './asking.js';
import { applicationStates, choicesOf, nextStages, skippedOnTheWay, waitReasons, type Known } from './choices.js';

const milestone = (id: string, status: string, over: object = {}) => ({ id, status, startedOn: null, ...over });
const path = {
  first: ['draft'],
  outcomes: ['in-force', 'rejected'],
  stages: [
    { stage: 'draft', next: ['committee'] },
    { stage: 'committee', next: ['plenary'] },
    { stage: 'plenary', next: ['committee', 'final-vote'] },
    { stage: 'final-vote', next: ['published'] },
    { stage: 'published', next: [], publication: true },
  ],
};
const known = (over: Partial<Known> = {}): Known => ({
  timeline: { milestones: [], stages: [], blockers: [] } as unknown as Known['timeline'],
  waits: [],
  pauses: [],
  maySkip: false,
  ...over,
});
const withMilestones = known({
  timeline: {
    milestones: [
      milestone('m-1', 'planned'),
      milestone('m-2', 'in-progress', { startedOn: '2026-02-01' }),
      milestone('m-3', 'reached', { startedOn: '2026-02-01' }),
      milestone('m-4', 'cancelled'),
      milestone('m-5', 'planned', { stage: 'plenary' }),
    ],
    stages: [],
    blockers: [
      { id: 'b-1', resolvedOn: '2026-02-01' },
      { id: 'b-2', resolvedOn: null },
    ],
  } as unknown as Known['timeline'],
});
const atCommittee = known({
  timeline: {
    milestones: [],
    stages: [{ stage: 'draft' }, { stage: 'committee' }],
    blockers: [],
  } as unknown as Known['timeline'],
  path,
});

const all = Object.values(actionGroups).flat() as readonly InitiativeAction[];
const action = (name: ActionName) => all.find((one) => one.name === name)!;
const at = { kind: 'projects', id: 'P-1' } as const;
const command = (name: ActionName, values: Values, of = known(), evidence: object[] = []) =>
  commandOf(action(name), at, values, { language: 'ar', known: of }, evidence);
const names = (roles: readonly string[], kind: 'projects' | 'laws' | 'policies', of: Known) =>
  Object.values(offeredTo({ roles, onlyAccount: false }, { kind }, of))
    .flat()
    .map(({ name }) => name);

describe('what is chosen from', () => {
  it('is what can still be done to a milestone', () => {
    expect(choicesOf('milestones-to-start', withMilestones)).toEqual(['m-1', 'm-5']);
    expect(choicesOf('milestones-to-reach', withMilestones)).toEqual(['m-1', 'm-2']);
    expect(choicesOf('milestones-done', withMilestones)).toEqual(['m-3']);
  });
  it('is what is open', () => {
    const waits = [
      { id: 'w-1', status: 'ended' },
      { id: 'w-2', status: 'open' },
    ];
    expect(choicesOf('open-waits', known({ waits }))).toEqual(['w-2']);
    expect(choicesOf('open-blockers', withMilestones)).toEqual(['b-2']);
    expect(choicesOf('running-pauses', known({ pauses: [{ id: 'p', status: 'requested' }] }))).toEqual([]);
  });
  it('is what the interface takes, and all of it', () => {
    expect(waitReasons).toEqual(reasonsKnown);
    expect(applicationStates).toEqual(statesKnown);
  });
  it('is the stages that come next, the first ones before any', () => {
    expect(nextStages(known({ path }))).toEqual(['draft']);
    expect(choicesOf('stages', atCommittee)).toEqual(['plenary']);
  });
  it('is for a reviewer also what can be reached over others', () => {
    expect(choicesOf('stages', { ...atCommittee, maySkip: true })).toEqual([
      'plenary',
      'committee',
      'final-vote',
      'published',
    ]);
    expect(skippedOnTheWay(atCommittee, 'final-vote')).toEqual(['plenary']);
    expect(skippedOnTheWay(atCommittee, 'plenary')).toEqual([]);
    expect(skippedOnTheWay(atCommittee, 'draft')).toEqual([]);
  });
});

describe('what is offered', () => {
  it('follows the role and the kind', () => {
    expect(names(['member'], 'projects', withMilestones)).toEqual([
      'reach',
      'forecast',
      'start',
      'ask-date',
      'wait',
      'blocker',
      'resolve-blocker',
    ]);
    expect(names(['reviewer'], 'projects', withMilestones)).toEqual(['reopen', 'resolve-blocker', 'owner']);
    expect(names(['lead'], 'laws', atCommittee)).toEqual(['stage', 'outcome', 'wait', 'blocker', 'pause', 'cancel']);
    expect(names(['auditor'], 'laws', atCommittee)).toEqual([]);
  });
  it('is everything to the only account there is', () => {
    const offered = offeredTo({ roles: [], onlyAccount: true }, at, withMilestones);
    expect(offered.whole.map(({ name }) => name)).toEqual(['complete', 'cancel', 'owner']);
  });
});

describe('the command', () => {
  it('goes to what was chosen, and says the rest', () => {
    expect(command('reopen', { milestone: 'm-3', on: '2026-03-01', reason: ' not done ' })).toEqual({
      path: '/api/projects/P-1/milestones/m-3/reopen',
      body: { on: '2026-03-01', reason: 'not done' },
    });
  });
  it('withdraws a request by its milestone and its own id', () => {
    expect(command('withdraw-date', { request: 'm-1/target-changes/c-9' })).toEqual({
      path: '/api/projects/P-1/milestones/m-1/target-changes/c-9/withdraw',
      body: {},
    });
  });
  it('says nothing of what was left empty', () => {
    expect(
      command('wait', { party: 'cabinet', reason: 'busy', since: '2026-03-01', milestone: '', note: ' ' }).body,
    ).toEqual({ party: 'cabinet', reason: 'busy', since: '2026-03-01' });
  });
  it('calls an obstacle in the language of who writes', () => {
    expect(command('blocker', { title: 'أرض', decider: 'cabinet', dueOn: '2026-04-01' }).body['title']).toEqual({
      ar: 'أرض',
    });
  });
  it('takes evidence along', () => {
    const evidence = [{ title: 'Minutes', url: 'https://example.test' }];
    expect(command('reach', { milestone: 'm-1', on: '2026-03-01' }, known(), evidence).body).toEqual({
      on: '2026-03-01',
      evidence,
    });
  });
  it('names the stages passed over, each with the reason', () => {
    const values = { stage: 'final-vote', on: '2026-03-01', skip: 'urgent' };
    expect(command('stage', values, atCommittee).body).toEqual({
      stage: 'final-vote',
      on: '2026-03-01',
      skip: [{ stage: 'plenary', reason: 'urgent' }],
    });
    expect(isComplete(action('stage'), { ...values, skip: '' }, atCommittee)).toBe(false);
    expect(isComplete(action('stage'), { stage: 'plenary', on: '2026-03-01' }, atCommittee)).toBe(true);
  });
  it('says of the Gazette at publication alone, and what a law became where it became others', () => {
    const gazette = { issue: '12', number: '7', on: '2026-03-01', skip: 'r' };
    expect(command('stage', { ...gazette, stage: 'published' }, atCommittee).body).toMatchObject({ issue: '12' });
    expect(command('stage', { ...gazette, stage: 'plenary' }, atCommittee).body).toEqual({
      stage: 'plenary',
      on: '2026-03-01',
    });
    const into = { on: '2026-03-01', into: 'L-1، L-2' };
    expect(command('outcome', { ...into, outcome: 'split' }).body['into']).toEqual(['L-1', 'L-2']);
    expect(command('outcome', { ...into, outcome: 'rejected' }).body).not.toHaveProperty('into');
  });
  it('is complete when all is said that has to be', () => {
    expect(isComplete(action('pause'), { on: '2026-03-01', until: '2026-03-09', reason: 'r' }, known())).toBe(false);
    expect(
      isComplete(action('pause'), { on: '2026-03-01', until: '2026-03-09', reason: 'r', steps: 's' }, known()),
    ).toBe(true);
  });
  it('of each action goes below the initiative and names every field of its address', () => {
    for (const { path: tail, fields } of all)
      for (const [, name] of tail.matchAll(/\{(\w+)\}/g)) expect(fields.map((field) => field.name)).toContain(name);
  });
});
