import { describe, expect, it } from '@jest/globals';
import {
  began,
  ended,
  entered,
  factsOf,
  question,
  registered,
  registeredLaw,
  type Minute,
} from '../testing/history.js';
import { delayItems, delaySamples } from './delays.js';

const asked = (minutes: readonly Minute[], on: string) => question(factsOf(minutes), on);

describe('delays', () => {
  const project = (days: number): readonly Minute[] => [
    registered(),
    began('w', '2026-02-05', 'entity:land'),
    ended('w', new Date(Date.UTC(2026, 1, 5 + days)).toISOString().slice(0, 10)),
  ];
  const samples = (...histories: (readonly Minute[])[]) =>
    histories.flatMap((minutes) => delaySamples(asked(minutes, '2026-06-01')));

  it('the median is linear between the middle two, over the whole booked days of each wait', () => {
    const [item] = delayItems(samples(project(10), project(21), project(3), project(40)));
    expect(item).toEqual({
      party: 'entity:land',
      kind: 'projects',
      cause: 'contention',
      n: 4,
      days: 74,
      median: 15.5,
      statutory: 0,
      contested: 0,
      ranked: true,
    });
  });
  it('a wait interrupted by another is one wait with the days it held', () => {
    const interrupted = [...project(20), began('v', '2026-02-01', 'entity:finance'), ended('v', '2026-02-10')];
    expect(delayItems(samples(interrupted))).toMatchObject([
      { party: 'entity:land', n: 1, days: 15, median: 15 },
      { party: 'entity:finance', n: 1, days: 9 },
    ]);
  });
  it('statutory days and sovereign bodies are listed last, never ranked', () => {
    const law = [
      registeredLaw(),
      entered('committee', '2026-01-04'),
      entered('promulgation', '2026-03-01'),
      entered('gazette', '2026-03-20'),
    ];
    const items = delayItems(samples(law, project(2)));
    expect(items.map(({ party, cause, days, ranked }) => [party, cause, days, ranked])).toEqual([
      ['gazette', 'unstated', 58, true],
      ['entity:land', 'contention', 2, true],
      ['gazette', 'statutory', 15, false],
      ['head-of-state', 'statutory', 19, false],
      ['legislature', 'unstated', 56, false],
    ]);
  });
});
