import { describe, expect, it } from '@jest/globals';
import type { LawPath } from '@masar/contracts';
import type { HistoryEvent } from './known-history.js';
import { oracleLedger, type OracleLedger } from './oracle-ledger.js';
import type { OracleRegistry } from './oracle-registry.js';

const entity = { zone: 'Africa/Cairo', calendar: 'EG' };
const registry: OracleRegistry = {
  defaultZone: 'Africa/Cairo',
  entities: new Map(['education', 'finance', 'land', 'justice'].map((id) => [id, entity])),
  holidays: new Map(),
  overrides: [],
};

/** Writes events as the API answers them: `[type, happenedOn, data, recordedOn?]`. */
const history = (...facts: [string, string, Record<string, unknown>, string?][]): HistoryEvent[] =>
  facts.map(([type, happenedOn, data, recordedOn], index) => {
    const recordedAt = `${recordedOn ?? happenedOn}T09:00:00.000Z`;
    return { type: `${type}.v1`, version: index + 1, happenedOn, recordedAt, knownAt: recordedAt, data };
  });

const spans = (ledger: OracleLedger | undefined) =>
  ledger?.entries.map((entry) => `${entry.from} ${entry.to} ${entry.days} ${entry.bucket} ${entry.party}`);

const registered: [string, string, Record<string, unknown>] = [
  'initiative.registered',
  '2026-02-01',
  { kind: 'projects', owner: 'education', startedOn: '2026-02-01', draft: false },
];
const waitA: [string, string, Record<string, unknown>] = [
  'wait.began',
  '2026-02-05',
  { wait: 'a', party: 'entity:finance', reason: 'busy' },
];
const waitB: [string, string, Record<string, unknown>] = [
  'wait.began',
  '2026-02-10',
  { wait: 'b', party: 'entity:land', reason: 'tender' },
];
const endA: [string, string, Record<string, unknown>] = ['wait.ended', '2026-02-20', { wait: 'a' }];
const endB: [string, string, Record<string, unknown>] = ['wait.ended', '2026-03-01', { wait: 'b' }];

describe('the oracle on the worked examples', () => {
  it('1: books overlapping waits to the earlier one, whatever the order of typing', () => {
    const ledger = oracleLedger(history(registered, waitA, waitB, endA, endB), registry, '2026-03-11');
    expect(spans(ledger)).toEqual([
      '2026-02-01 2026-02-05 4 active entity:education',
      '2026-02-05 2026-02-20 15 waiting entity:finance',
      '2026-02-20 2026-03-01 9 waiting entity:land',
      '2026-03-01 2026-03-11 10 active entity:education',
    ]);
    expect(ledger?.concurrent.map((entry) => `${entry.party} ${entry.from} ${entry.to} ${entry.days}`)).toEqual([
      'entity:land 2026-02-10 2026-02-20 10',
    ]);
    expect(ledger?.flowEfficiency).toBeCloseTo(0.368, 3);
    const typedBackwards = oracleLedger(history(registered, waitB, waitA, endA, endB), registry, '2026-03-11');
    expect(spans(typedBackwards)).toEqual(spans(ledger));
  });

  it('2: a pause nobody renews gives the days back', () => {
    const pause = { pause: 'p', on: '2026-02-12', until: '2026-02-14', reason: 'r', steps: 's' };
    const events = history(
      registered,
      waitA,
      waitB,
      endA,
      endB,
      ['pause.requested', '2026-02-12', pause],
      ['pause.decided', '2026-02-12', { pause: 'p', decision: 'granted', on: '2026-02-12', until: '2026-02-14' }],
    );
    const ledger = oracleLedger(events, registry, '2026-03-11');
    expect(ledger).toMatchObject({ elapsed: 38, paused: 3, waiting: 21, active: 14 });
    expect(spans(ledger)?.slice(1, 4)).toEqual([
      '2026-02-05 2026-02-12 7 waiting entity:finance',
      '2026-02-12 2026-02-15 3 paused entity:education',
      '2026-02-15 2026-02-20 5 waiting entity:finance',
    ]);
  });

  it('3: a ruled day stays in the waiting bucket, and only knownOn hides the ruling', () => {
    const contest = { contest: 'c', party: 'entity:finance', from: '2026-02-05', to: '2026-02-20', reason: 'r' };
    const spansRuled = [{ from: '2026-02-05', to: '2026-02-09', party: 'entity:education' }];
    const events = history(
      registered,
      waitA,
      waitB,
      endA,
      endB,
      ['ledger.contested', '2026-03-03', contest],
      ['ledger.contest-decided', '2026-03-08', { contest: 'c', decision: 'ruled', spans: spansRuled, reason: 'r' }],
    );
    const totals = (knownOn?: string) =>
      oracleLedger(events, registry, '2026-03-11', knownOn)?.byParty.map((p) => [
        p.party,
        p.active,
        p.waiting,
        p.contested,
      ]);
    expect(totals()).toEqual([
      ['entity:education', 14, 4, 0],
      ['entity:finance', 0, 11, 0],
      ['entity:land', 0, 9, 0],
    ]);
    expect(totals('2026-03-05')?.[1]).toEqual(['entity:finance', 0, 15, 15]);
    expect(totals('2026-03-02')?.[1]).toEqual(['entity:finance', 0, 15, 0]);
  });

  it('4: what was typed late was not known before', () => {
    const late: [string, string, Record<string, unknown>, string] = [
      'wait.began',
      '2026-03-20',
      { wait: 'w', party: 'entity:finance', reason: 'busy' },
      '2026-04-10',
    ];
    const events = history(registered, late);
    expect(oracleLedger(events, registry, '2026-04-01', '2026-04-01')?.waiting).toBe(0);
    expect(oracleLedger(events, registry, '2026-04-01')?.waiting).toBe(12);
  });

  it('7: a law books its stages although nobody types a wait', () => {
    const stage = (name: string, party: string) => ({ stage: name, name: { en: name }, party, next: [] });
    const path: LawPath = {
      jurisdiction: 'EG',
      instrument: 'law',
      version: 1,
      name: { en: 'law' },
      first: ['ministry-draft'],
      stages: [
        stage('ministry-draft', 'owner'),
        stage('council-of-ministers', 'cabinet'),
        stage('committee', 'legislature'),
      ],
      outcomes: [],
      sovereign: [],
      recesses: [],
    };
    const entered = (on: string, name: string): [string, string, Record<string, unknown>] => [
      'law.stage-entered',
      on,
      { stage: name, visit: 1 },
    ];
    const events = history(
      [
        'initiative.registered',
        '2026-01-04',
        { kind: 'laws', owner: 'justice', startedOn: '2026-01-04', draft: false },
      ],
      entered('2026-01-04', 'ministry-draft'),
      entered('2026-02-01', 'council-of-ministers'),
      entered('2026-02-15', 'committee'),
    );
    expect(spans(oracleLedger(events, { ...registry, path }, '2026-03-01'))).toEqual([
      '2026-01-04 2026-02-01 28 active entity:justice',
      '2026-02-01 2026-02-15 14 waiting cabinet',
      '2026-02-15 2026-03-01 14 waiting legislature',
    ]);
  });

  it('8: books a commitment from its due date, first to who owes it, then to who is to confirm it', () => {
    const offered = {
      partner: 'nile',
      direction: 'government-to-partner',
      initiative: 'projects/P-1',
      with: 'entity:land',
      dueOn: '2026-05-01',
    };
    const events = history(
      ['commitment.offered', '2026-04-01', offered],
      ['commitment.accepted', '2026-04-01', {}],
      ['commitment.reported', '2026-05-06', {}],
      ['commitment.confirmed', '2026-05-20', {}],
    );
    const ledger = oracleLedger(history(registered), registry, '2026-06-01', undefined, [
      { stream: 'commitments/c-9', events },
    ]);
    expect(spans(ledger)?.slice(1, 3)).toEqual([
      '2026-05-01 2026-05-06 5 waiting entity:land',
      '2026-05-06 2026-05-20 14 waiting partner:nile',
    ]);
  });
});
