import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { localDateOf } from '@masar/calendar';
import { genesisHash, initiativeKinds, knowledgeOf, refuse } from '@masar/contracts';
import { collectDirectoryRun, directoryAt, emptyDirectoryFacts } from '@masar/directory';
import { deciderOf } from '@masar/domain';
import { minutesOf } from '@masar/testing';
import { collectAll, deriveTimeline, portfolioRow } from '@masar/timeline';
import { rules } from './rules.mjs';
import { scan } from './scan.mjs';
import { sources } from './sources.mjs';

/**
 * A fourth kind of initiative, which no package has heard of: charters, sealed before witnesses. It brings a row with an
 * event, a fold and a rule of its own; the shared rules and the timeline do the rest, and not a line of them is touched.
 */
const charters = {
  kind: 'charters',
  emptyOwn: { witnesses: [] },
  rules: {
    SealCharter: ({ own }, { on, witnesses }) => {
      if (own.witnesses.length > 0) return refuse('initiative/closed');
      if (witnesses.length < 2) return refuse('command/invalid', {}, 'witnesses');
      return [
        { type: 'charter.sealed.v1', data: { happenedOn: on, witnesses } },
        // What its own fact means for everybody, it says in everybody's words.
        { type: 'milestone.reached.v1', data: { happenedOn: on, milestone: 'seal', evidence: [] } },
        { type: 'initiative.completed.v1', data: { happenedOn: on } },
      ];
    },
  },
  folds: {
    'charter.sealed.v1': (initiative, { data }) => ({ ...initiative, own: { witnesses: data.witnesses } }),
  },
};

const recorded = (stream) => (fact, version, command) => {
  const at = command.context.now;
  const data = JSON.parse(JSON.stringify(fact.data));
  const [source, chain] = [`/${stream.split('/')[0]}`, { hash: genesisHash, prevhash: genesisHash }];
  const cause = { actor: command.context.actor.user, correlationId: 'c', commandId: `c-${version}` };
  return {
    stream,
    version,
    type: fact.type,
    data,
    recordedAt: at,
    knownAt: at,
    source,
    partitionKey: stream,
    ...cause,
    ...chain,
  };
};

const entity = (id) =>
  recorded(`entities/${id}`)(
    {
      type: 'entity.registered.v1',
      data: { happenedOn: '2020-01-01', name: { en: id }, jurisdiction: 'EG', zone: 'Africa/Cairo', calendar: 'EG' },
    },
    1,
    { context: { now: '2020-01-01T00:00:00.000Z', actor: { user: 'admin' } } },
  );
const directory = directoryAt(collectDirectoryRun(emptyDirectoryFacts, ['culture', 'finance'].map(entity)), {
  defaultZone: 'Africa/Cairo',
});

/** A command of the lead, given on the day it speaks of. */
const lead = (on, type, fields = {}) => ({
  type,
  on,
  ...fields,
  context: {
    actor: { user: 'layla', roles: ['member', 'lead'], entity: 'culture' },
    now: `${on}T09:00:00.000Z`,
    today: on,
    localDate: localDateOf,
    directory,
    dateOf: () => undefined,
  },
});

const drafted = minutesOf(deciderOf(charters), recorded('charters/C-1')).after(
  lead('2026-02-01', 'RegisterInitiative', {
    title: { ar: 'ميثاق الخدمة' },
    owner: 'culture',
    startedOn: '2026-02-01',
  }),
  lead('2026-02-01', 'PlanMilestone', { milestone: 'text', title: { en: 'Text' }, target: '2026-03-01' }),
  lead('2026-02-01', 'PlanMilestone', {
    milestone: 'seal',
    title: { en: 'Seal' },
    target: { after: 'text', days: 30 },
  }),
  lead('2026-02-05', 'BeginWait', { wait: 'w-1', party: 'entity:finance', reason: 'busy', since: '2026-02-05' }),
  lead('2026-02-20', 'EndWait', { wait: 'w-1' }),
  lead('2026-03-06', 'ReachMilestone', { milestone: 'text' }),
);
const sealed = drafted.after(lead('2026-04-01', 'SealCharter', { witnesses: ['amal', 'basem'] }));

const questionOn = (on, { events } = sealed) => ({
  facts: collectAll(events),
  on,
  knownOn: on,
  directory,
  related: () => undefined,
  commitments: [],
});

describe('a fourth kind of initiative', () => {
  it('is in no list and its event in no catalogue', () => {
    expect(initiativeKinds).not.toContain('charters');
    expect(knowledgeOf('charter.sealed.v1')).toBe('unknown-type');
  });

  it('is held by the shared rules, and by its own', () => {
    drafted.when(lead('2026-03-07', 'ReachMilestone', { milestone: 'text' })).thenRefused('milestone/already-reached');
    drafted.when(lead('2026-03-07', 'SealCharter', { witnesses: ['amal'] })).thenRefused('command/invalid');
    drafted.when(lead('2026-03-07', 'EnterStage', { stage: 'committee' })).thenRefused('command/invalid');
    sealed.when(lead('2026-04-02', 'SealCharter', { witnesses: ['c', 'd'] })).thenRefused('initiative/closed');
    sealed
      .when(lead('2026-04-02', 'BeginWait', { wait: 'w-2', party: 'cabinet', reason: 'busy', since: '2026-04-02' }))
      .thenRefused('initiative/closed');
  });

  it('has a whole timeline: its events counted, its milestones measured', () => {
    const timeline = deriveTimeline(questionOn('2026-04-11'));
    expect(timeline).toMatchObject({ kind: 'charters', id: 'C-1', owner: 'culture', status: 'complete' });
    expect(timeline).toMatchObject({
      startedOn: '2026-02-01',
      endedOn: '2026-04-01',
      positions: { 'charters/C-1': sealed.events.length },
    });
    expect(timeline.milestones).toMatchObject([
      { id: 'text', status: 'reached', originalTarget: { date: '2026-03-01' }, variance: { days: 5 } },
      {
        id: 'seal',
        status: 'reached',
        originalTarget: { date: '2026-04-05' },
        slip: { days: 0 },
        variance: { days: -4 },
      },
    ]);
  });

  it('has a ledger that books every day once', () => {
    const { ledger } = deriveTimeline(questionOn('2026-04-11'));
    expect(ledger).toMatchObject({ elapsed: 59, active: 44, waiting: 15, paused: 0 });
    expect(ledger.entries.map(({ from, to, days, bucket, party }) => [from, to, days, bucket, party])).toEqual([
      ['2026-02-01', '2026-02-05', 4, 'active', 'entity:culture'],
      ['2026-02-05', '2026-02-20', 15, 'waiting', 'entity:finance'],
      ['2026-02-20', '2026-04-01', 40, 'active', 'entity:culture'],
    ]);
  });

  it('has its line in the portfolio, from which time alone moves it', () => {
    expect(portfolioRow(questionOn('2026-03-11', drafted))).toMatchObject({
      kind: 'charters',
      status: 'active',
      next: { milestone: 'seal', target: { date: '2026-04-05' } },
      elapsed: 38,
      waiting: 15,
      missed: 0,
      reviewOn: '2026-04-12',
    });
    expect(portfolioRow(questionOn('2026-04-12', drafted))).toMatchObject({ missed: 1 });
  });

  it('is named nowhere in the timeline, nor is any other kind', () => {
    const kinds = rules.find(({ name }) => name === 'kinds-are-data-not-a-switch');
    const named = [{ ...kinds, literals: [...initiativeKinds, 'charters', 'charter.sealed.v1'] }];
    const own = sources('libs/timeline/src/**/*.ts').filter((path) => !path.includes('/testing/'));
    expect(own.flatMap((path) => scan(named, path, readFileSync(path, 'utf8')))).toEqual([]);
  });
});
