import { describe, expect, it } from '@jest/globals';
import { commitmentNext, commitmentStepOf } from './commitment.js';
import { eventCatalogue } from './events/catalogue.js';
import { commitmentStatuses } from './vocabulary.js';

const owed = { direction: 'partner-to-government', offeredBy: 'government' } as const;

describe('a commitment', () => {
  it('comes to each status but the first by one event', () => {
    const reached = Object.keys(eventCatalogue).flatMap((type) => commitmentStepOf(type) ?? []);
    expect([...reached].sort()).toEqual(commitmentStatuses.filter((status) => status !== 'offered').sort());
    expect(commitmentStepOf('toString')).toBeUndefined();
  });

  it('waits for one side at a time, turned round with the direction, and for nobody once it has ended', () => {
    const next = commitmentStatuses.map((status) => commitmentNext(owed, status));
    const turned = commitmentStatuses.map((status) =>
      commitmentNext({ direction: 'government-to-partner', offeredBy: 'partner' }, status),
    );
    const shown = (all: readonly (ReturnType<typeof commitmentNext> | undefined)[]) =>
      all.map((one) => (one ? `${one.wants} of ${one.of}` : 'nothing'));
    const lines = Object.fromEntries(commitmentStatuses.map((status, at) => [status, shown(next)[at]]));
    expect(lines).toEqual({
      offered: 'answer of partner',
      accepted: 'delivery of partner',
      declined: 'nothing',
      reported: 'decision of government',
      returned: 'delivery of partner',
      confirmed: 'nothing',
      withdrawn: 'nothing',
    });
    const swapped = shown(next).map((line) =>
      line.replace(/partner|government/, (side) => (side === 'partner' ? 'government' : 'partner')),
    );
    expect(shown(turned)).toEqual(swapped);
  });
});
