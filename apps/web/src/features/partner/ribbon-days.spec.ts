import { describe, expect, it } from '@jest/globals';
import { ribbonOf } from './ribbon-days.js';

const commitment = {
  direction: 'partner-to-government' as const,
  status: 'reported' as const,
  dueOn: '2026-11-21',
  steps: [
    { step: 'offered' as const, on: '2026-11-01' },
    { step: 'accepted' as const, on: '2026-11-03' },
    { step: 'reported' as const, on: '2026-11-08' },
  ],
};

describe('the ribbon of a commitment', () => {
  it('runs from the offer to the day it is due, with today between', () => {
    expect(ribbonOf(commitment, [], '2026-11-11')).toEqual({
      from: '2026-11-01',
      to: '2026-11-21',
      spans: [
        { side: 'partner', from: '2026-11-03', until: '2026-11-08' },
        { side: 'government', from: '2026-11-08', until: '2026-11-11' },
      ],
      today: '2026-11-11',
      due: '2026-11-21',
      firstDue: undefined,
      askedDue: undefined,
    });
  });

  it('runs on to today when the day has passed', () => {
    expect(ribbonOf(commitment, [], '2026-12-11')).toMatchObject({ to: '2026-12-11', due: '2026-11-21' });
  });

  it('ends where the commitment ended, and shows no today after it', () => {
    const steps = [...commitment.steps, { step: 'confirmed' as const, on: '2026-11-11' }];
    const ribbon = ribbonOf({ ...commitment, status: 'confirmed', steps }, [], '2027-03-01');
    expect(ribbon).toMatchObject({ today: undefined, to: '2026-11-21' });
    expect(ribbon.spans.at(-1)).toMatchObject({ side: 'government', until: '2026-11-11' });
  });

  it('keeps the first date beside the one agreed, and shows one that is asked for', () => {
    const proposals = [
      { status: 'agreed', from: '2026-11-11', to: '2026-11-16' },
      { status: 'agreed', from: '2026-11-16', to: '2026-11-21' },
      { status: 'undecided', from: '2026-11-21', to: '2026-12-11' },
    ];
    expect(ribbonOf(commitment, proposals, '2026-11-12')).toMatchObject({
      firstDue: '2026-11-11',
      due: '2026-11-21',
      askedDue: '2026-12-11',
      to: '2026-12-11',
    });
  });
});
