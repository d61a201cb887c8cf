import { describe, expect, it } from '@jest/globals';
import { registered, type Minute } from '../testing/history.js';
import { timeline } from '../testing/minutes.js';

const scope = (on: string, ...entities: string[]): Minute => [
  'policy.scope-set',
  on,
  { entities: entities.map((entity) => ({ entity, dueOn: '2026-06-01' })) },
];
const said = (step: string, entity: string, on: string, over: Readonly<Record<string, unknown>> = {}): Minute => [
  `policy.${step}`,
  on,
  { entity, evidence: [], ...over },
];
const policy = registered({ kind: 'policies' });

describe('coverage of a policy', () => {
  const minutes = [
    policy,
    scope('2026-02-01', 'education', 'finance', 'land', 'health'),
    said('application-recorded', 'education', '2026-02-10', { state: 'applied' }),
    said('application-recorded', 'finance', '2026-02-12', { state: 'applied' }),
    said('application-verified', 'education', '2026-02-15'),
    said('entity-exempted', 'health', '2026-02-20', { ground: 'no field offices' }),
    said('application-returned', 'finance', '2026-02-25', { reason: 'evidence of another year' }),
    scope('2026-03-01', 'education', 'finance'),
  ];
  const coverage = (on: string) => timeline(minutes, on).coverage;
  it('is applied ÷ (scope − exempt) on the scope of the day, declared and verified apart', () => {
    expect(coverage('2026-02-13')).toMatchObject({
      scope: 4,
      exempt: 0,
      of: 4,
      declared: { applied: 2, share: 0.5 },
      verified: { applied: 0, share: 0 },
    });
    expect(coverage('2026-02-20')).toMatchObject({
      exempt: 1,
      of: 3,
      declared: { applied: 2, share: 0.667 },
      verified: { applied: 1, share: 0.333 },
    });
    expect(coverage('2026-03-01')).toMatchObject({ scope: 2, of: 2, declared: { applied: 1, share: 0.5 } });
  });
  it('a declaration sent back does not count until it is made again', () => {
    expect(coverage('2026-02-25')).toMatchObject({ declared: { applied: 1 } });
  });
  it('is absent before a scope was set, and of initiatives that have none', () => {
    expect(coverage('2026-01-31')).toBeUndefined();
    expect(timeline([registered()], '2026-03-01')).not.toHaveProperty('coverage');
  });
});
