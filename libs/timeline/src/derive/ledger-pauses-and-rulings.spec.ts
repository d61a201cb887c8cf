import { describe, expect, it } from '@jest/globals';
import { began, registered, typedOn, type Minute } from '../testing/history.js';
import { concurrentLines, ledgerLines, timeline } from '../testing/minutes.js';

const asked = (over: Readonly<Record<string, unknown>> = {}): Minute => [
  'pause.requested',
  '2026-02-08',
  { pause: 'p', on: '2026-02-08', until: '2026-02-12', reason: 'flood', steps: 'none', ...over },
];
const granted = (over: Readonly<Record<string, unknown>> = {}): Minute => [
  'pause.decided',
  '2026-02-09',
  { pause: 'p', decision: 'granted', on: '2026-02-08', until: '2026-02-12', ...over },
];

describe('a pause', () => {
  it('holds its days to the last one named, whichever day it was granted on', () => {
    const view = timeline([registered(), asked(), granted()], '2026-02-20');
    expect(ledgerLines(view)[1]).toBe('02-08 → 02-13 5 paused education');
    expect(timeline([registered(), asked(), granted()], '2026-02-08').status).toBe('paused');
    expect(timeline([registered(), asked(), granted()], '2026-02-13').status).toBe('active');
  });
  it('belongs to the party it names', () => {
    const view = timeline([registered(), asked({ party: 'entity:land' }), granted()], '2026-02-20');
    expect(ledgerLines(view)[1]).toBe('02-08 → 02-13 5 paused land');
  });
  it('holds nothing before it is granted, nor when it is refused', () => {
    const refused: Minute = ['pause.decided', '2026-02-09', { pause: 'p', decision: 'refused' }];
    expect(timeline([registered(), asked()], '2026-02-12').ledger?.paused).toBe(0);
    expect(timeline([registered(), asked(), refused], '2026-02-20').ledger?.paused).toBe(0);
  });
  it('goes on when it is renewed and stops on the day it is ended', () => {
    const renewed: Minute = ['pause.renewed', '2026-02-12', { pause: 'p', until: '2026-02-20', reason: 'still' }];
    const over: Minute = ['pause.ended', '2026-02-16', { pause: 'p' }];
    const view = timeline([registered(), asked(), granted(), renewed, over], '2026-02-25');
    expect(ledgerLines(view).slice(1)).toEqual([
      '02-08 → 02-16 8 paused education',
      '02-16 → 02-25 9 active education',
    ]);
  });
  it('reaches back at most five working days before the request where the grant names no day', () => {
    const late = typedOn(asked(), '2026-02-17');
    const silent: Minute = ['pause.decided', '2026-02-17', { pause: 'p', decision: 'granted' }];
    // Five working days before Tuesday 02-17: 16, 15, 12, 11, 10.
    expect(ledgerLines(timeline([registered(), late, silent], '2026-02-20'))[1]).toBe(
      '02-10 → 02-13 3 paused education',
    );
  });
});

describe('a ruling', () => {
  const contested: Minute = [
    'ledger.contested',
    '2026-02-20',
    { contest: 'c', party: 'entity:finance', from: '2026-02-05', to: '2026-02-15', reason: 'not ours' },
  ];
  const base = [registered(), began('w', '2026-02-05', 'entity:finance')];
  const decided = (data: Readonly<Record<string, unknown>>): Minute => [
    'ledger.contest-decided',
    '2026-02-22',
    { contest: 'c', reason: 'heard', ...data },
  ];

  it('gives its days to whom it names, with the cause it names', () => {
    const spans = [{ from: '2026-02-05', to: '2026-02-09', party: 'entity:land', cause: 'batching' }];
    const view = timeline([...base, contested, decided({ decision: 'ruled', spans })], '2026-02-20');
    expect(ledgerLines(view).slice(1)).toEqual(['02-05 → 02-09 4 waiting land', '02-09 → 02-20 11 waiting finance']);
    expect(view.ledger?.entries[1]).toMatchObject({
      source: 'ruling',
      cause: 'batching',
      contest: { id: 'c', state: 'ruled', by: 'entity:finance' },
    });
    expect(concurrentLines(view)).toEqual(['02-05 → 02-09 4 waiting finance']);
  });
  it('yields to a pause', () => {
    const spans = [{ from: '2026-02-05', to: '2026-02-12', party: 'entity:land' }];
    const view = timeline(
      [...base, asked(), granted(), contested, decided({ decision: 'ruled', spans })],
      '2026-02-20',
    );
    expect(ledgerLines(view)[1]).toBe('02-05 → 02-08 3 waiting land');
    expect(ledgerLines(view)[2]).toBe('02-08 → 02-13 5 paused education');
  });
  it('leaves the days where they are while undecided, shown as of which contested', () => {
    const open = timeline([...base, contested], '2026-02-25').ledger;
    expect(open?.byParty.find(({ party }) => party === 'entity:finance')).toMatchObject({ waiting: 20, contested: 10 });
    expect(open?.entries[1]).toMatchObject({
      contest: { id: 'c', state: 'open', on: '2026-02-20' },
      contestedDays: 10,
    });
    const dismissed = timeline([...base, contested, decided({ decision: 'dismissed' })], '2026-02-25').ledger;
    expect(dismissed?.entries[1]).toMatchObject({ contest: { state: 'dismissed' } });
    expect(dismissed?.byParty.every((party) => party.contested === 0)).toBe(true);
  });
});
