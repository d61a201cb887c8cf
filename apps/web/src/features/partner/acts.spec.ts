import { describe, expect, it } from '@jest/globals';
import { addressOf, openActs, type Proposed } from './acts.js';
import type { Sided, Side, Status } from './sides.js';

const owed = (status: Status): Sided => ({
  direction: 'partner-to-government',
  offeredBy: 'government',
  status,
  steps: [],
});
const acts = (status: Status, side: Side, changes: readonly Proposed[] = []) =>
  openActs(owed(status), changes, [side]).map(({ act }) => act);

describe('what each side may do', () => {
  it('an offer is answered by the other side and withdrawn by its own', () => {
    expect(acts('offered', 'partner')).toEqual(['accept', 'decline']);
    expect(acts('offered', 'government')).toEqual(['withdraw']);
  });

  it('who owes reports, who receives decides or gives it up', () => {
    expect(acts('accepted', 'partner')).toEqual(['report', 'propose']);
    expect(acts('returned', 'partner')).toEqual(['report', 'propose']);
    expect(acts('reported', 'partner')).toEqual(['propose']);
    expect(acts('reported', 'government')).toEqual(['confirm', 'return', 'give-up', 'propose']);
    expect(acts('accepted', 'government')).toEqual(['give-up', 'propose']);
  });

  it('one proposal at a time, decided by the side that did not make it', () => {
    const proposed: Proposed = { id: 'd-1', status: 'undecided', proposedBy: 'partner' };
    expect(acts('accepted', 'partner', [proposed])).toEqual(['report']);
    expect(acts('accepted', 'government', [proposed])).toEqual(['give-up', 'agree', 'refuse']);
    expect(acts('accepted', 'partner', [{ ...proposed, status: 'refused' }])).toEqual(['report', 'propose']);
  });

  it('what has ended asks for nothing', () => {
    for (const status of ['confirmed', 'declined', 'withdrawn'] as const)
      for (const side of ['partner', 'government'] as const) expect(acts(status, side)).toEqual([]);
  });

  it('one who speaks for both sides may do what either may', () => {
    expect(openActs(owed('offered'), [], ['government', 'partner'])).toEqual([
      { act: 'withdraw', side: 'government' },
      { act: 'accept', side: 'partner' },
      { act: 'decline', side: 'partner' },
    ]);
    const both = openActs(owed('accepted'), [], ['government', 'partner']);
    expect(both.filter(({ act }) => act === 'propose')).toEqual([{ act: 'propose', side: 'government' }]);
  });

  it('a decision on a due date goes to the date that was proposed', () => {
    expect(addressOf('c-9', 'report')).toBe('/api/commitments/c-9/report');
    expect(addressOf('c-9', 'give-up')).toBe('/api/commitments/c-9/withdraw');
    expect(addressOf('c-9', 'agree', 'd-1')).toBe('/api/commitments/c-9/due-changes/d-1/agree');
  });
});
