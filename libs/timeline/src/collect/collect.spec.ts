import { describe, expect, it } from '@jest/globals';
import type { AnyRecordedEvent } from '@masar/contracts';
import fc from 'fast-check';
import { corrected, factsOf, history, milestone, planned, registered, type Minute } from '../testing/history.js';
import { randomLaw, randomProject } from '../testing/random-history.js';
import { collect, collectAll, referencedStreams } from './collect.js';
import { FoldFault } from './fold-fault.js';

const faultOf = (minutes: readonly Minute[]): string | undefined => {
  try {
    collectAll(history('projects/P-1', minutes));
    return undefined;
  } catch (fault) {
    return fault instanceof FoldFault ? `${fault.code} ${fault.position}` : String(fault);
  }
};

describe('collecting the facts of a stream', () => {
  it('passes over types nobody collects, and counts them', () => {
    const facts = factsOf([registered(), ['star.awarded', '2026-02-02', { stars: 5 }]]);
    expect(facts.version).toBe(2);
  });
  it('is plain JSON, and goes on from a copy of it', () => {
    fc.assert(
      fc.property(fc.oneof(randomProject, randomLaw), fc.nat(), (minutes, at) => {
        const events = history('projects/P-1', minutes);
        const cut = 1 + (at % events.length);
        const kept = JSON.parse(JSON.stringify(collectAll(events.slice(0, cut)))) as ReturnType<typeof collectAll>;
        expect(events.slice(cut).reduce(collect, kept)).toEqual(collectAll(events));
      }),
      { numRuns: 100 },
    );
  });
  it('changes nothing in place', () => {
    const events = history('projects/P-1', [
      registered(),
      planned('m', '2026-03-01'),
      milestone('reached', 'm', '2026-03-01'),
    ]);
    const before = collectAll(events.slice(0, 2));
    const copy = JSON.stringify(before);
    collect(before, events[2] as AnyRecordedEvent);
    expect(JSON.stringify(before)).toBe(copy);
  });
  it('keeps what was stated first beside a corrected field', () => {
    const facts = factsOf([
      registered(),
      planned('m', '2026-03-01'),
      milestone('reached', 'm', '2026-03-06'),
      corrected(3, 'on', '2026-03-06', '2026-03-04', '2026-03-08'),
    ]);
    expect(facts.milestones[0]?.life[0]).toMatchObject({
      on: '2026-03-04',
      stated: { on: { value: '2026-03-06' } },
      correctedBy: [4],
    });
    expect(facts.corrections).toMatchObject([{ corrects: 3, field: 'on', milestone: 'm' }]);
  });
  it('corrects a title or party without touching what else the event made', () => {
    const facts = factsOf([
      registered(),
      planned('m', '2026-03-01'),
      corrected(2, 'party', null, 'entity:land', '2026-02-08'),
    ]);
    expect(facts.milestones[0]?.planned.party).toBe('entity:land');
    expect(facts.milestones[0]?.promises[0]).not.toHaveProperty('party');
  });
  it('names the other streams its targets and dependencies refer to', () => {
    const minutes = [
      registered(),
      planned(
        'a',
        { after: 'laws/L-7/stages/gazette', days: 3 },
        { dependsOn: ['projects/P-1/milestones/b', 'commitments/c-9'] },
      ),
      planned('b', { after: 'start', days: 3 }, { dependsOn: ['a', 'projects/P-2/milestones/x'] }),
    ];
    expect(referencedStreams(factsOf(minutes))).toEqual(['commitments/c-9', 'laws/L-7', 'projects/P-2']);
  });
});

describe('an event that cannot be folded parks its stream', () => {
  const cases: readonly (readonly [string, readonly Minute[]])[] = [
    ['fold/not-registered projects/P-1@1', [planned('m', '2026-03-01')]],
    ['fold/registered-twice projects/P-1@2', [registered(), registered()]],
    ['fold/not-a-date projects/P-1@2', [registered(), milestone('reached', 'm', '2026-02-30')]],
    ['fold/unknown-milestone projects/P-1@2', [registered(), milestone('reached', 'm', '2026-02-03')]],
    ['fold/milestone-twice projects/P-1@3', [registered(), planned('m', '2026-03-01'), planned('m', '2026-03-01')]],
    ['fold/unknown-wait projects/P-1@2', [registered(), ['wait.ended', '2026-02-03', { wait: 'w' }]]],
    ['fold/unknown-pause projects/P-1@2', [registered(), ['pause.ended', '2026-02-03', { pause: 'p' }]]],
    ['fold/unknown-contest projects/P-1@2', [registered(), ['ledger.contest-decided', '2026-02-03', { contest: 'c' }]]],
    ['fold/unknown-blocker projects/P-1@2', [registered(), ['blocker.resolved', '2026-02-03', { blocker: 'b' }]]],
    [
      'fold/unknown-version projects/P-1@2',
      [registered(), corrected(9, 'on', '2026-02-01', '2026-02-02', '2026-02-03')],
    ],
    ['fold/not-a-date projects/P-1@2', [registered(), corrected(1, 'startedOn', '2026-02-01', 'soon', '2026-02-03')]],
  ];
  it.each(cases)('%s', (fault, minutes) => {
    expect(faultOf(minutes)).toBe(fault);
  });
  it('a gap', () => {
    const [first, , third] = history('projects/P-1', [
      registered(),
      planned('m', '2026-03-01'),
      planned('n', '2026-03-01'),
    ]);
    expect(() => collect(collect(undefined, first as AnyRecordedEvent), third as AnyRecordedEvent)).toThrow(
      'fold/out-of-order',
    );
  });
});
