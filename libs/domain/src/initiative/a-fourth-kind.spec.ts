import { describe, expect, it } from '@jest/globals';
import { event } from '@masar/contracts';
import { emptyOf } from '../testing/initiatives.js';
import { lead, reviewer } from '../testing/voices.js';
import { happened, whileOpen } from './guards.js';
import type { KindRules } from './kind-rules.js';
import type { Initiative } from './state.js';

/** A toy: works of art, which pass `sketch` and `cast`; the shared rules have never heard of it. */
const stages = ['sketch', 'cast'];
const entered = ({ own }: Initiative) => own as Readonly<Record<string, string>>;
const statues: KindRules = {
  kind: 'statues',
  emptyOwn: {},
  derivedStart: (initiative) => entered(initiative)['sketch'],
  stages: {
    all: () => stages,
    enteredOn: (initiative, stage) => entered(initiative)[stage],
    entryOn: () => undefined,
  },
  rules: {
    EnterStage: whileOpen((initiative, command) => {
      happened(initiative, command);
      return [event('law.stage-entered.v1', { happenedOn: command.on, stage: command.stage, visit: 1 })];
    }),
  },
  folds: {
    'law.stage-entered.v1': (initiative, { data }) => ({
      ...initiative,
      own: { ...entered(initiative), [data.stage]: data.happenedOn },
    }),
  },
};

describe('a fourth kind is a row', () => {
  const title = { en: 'Horse' };
  const statue = emptyOf(statues).after(
    lead('2026-02-01', 'RegisterInitiative', { title, owner: 'education' }),
    lead('2026-02-01', 'PlanMilestone', { milestone: 'm-1', title, target: { after: 'start', days: 30 } }),
  );

  it('with every shared rule', () => {
    expect((statue.state as Initiative).kind).toBe('statues');
    statue.when(lead('2026-02-02', 'ReachMilestone', { milestone: 'm-9' })).thenRefused('milestone/unknown');
  });
  it('and its own stages and start', () => {
    const sketched = statue.after(lead('2026-02-03', 'EnterStage', { stage: 'sketch' }));
    sketched
      .when(lead('2026-02-04', 'MoveTarget', { milestone: 'm-1', to: '2026-03-06', reason: 'r' }))
      .thenState((state) => expect((state as Initiative).milestones['m-1']?.current.promise).toBe('2026-03-06'));
    statue
      .when(lead('2026-02-04', 'PlanMilestone', { milestone: 'm-2', title, target: '2026-04-01', stage: 'fire' }))
      .thenRefused('law/stage-unknown', { allowed: stages });
  });
  it('and no rule of another kind', () =>
    statue.when(reviewer('2026-02-04', 'RecordOutcome', { outcome: 'rejected' })).thenRefused('command/invalid'));
});
