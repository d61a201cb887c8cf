import { describe, expect, it } from '@jest/globals';
import { bodyOfOffer, emptyOffer, missingOf } from './offer.js';

describe('offering a commitment', () => {
  it('needs an initiative, a partner, a day, and a title in one language', () => {
    expect([...missingOf(emptyOffer)]).toEqual(['initiative', 'partner', 'title', 'dueOn']);
    expect([
      ...missingOf({ ...emptyOffer, initiative: 'laws/L-7', partner: 'n-1', english: 'Permits', dueOn: '2027-01-01' }),
    ]).toEqual([]);
  });

  it('says nothing of what was left empty', () => {
    const offer = {
      ...emptyOffer,
      initiative: 'projects/P-1',
      partner: 'n-1',
      arabic: ' تصاريح ',
      dueOn: '2027-01-01',
    };
    expect(bodyOfOffer(offer)).toEqual({
      direction: 'partner-to-government',
      title: { ar: 'تصاريح' },
      initiative: 'projects/P-1',
      dueOn: '2027-01-01',
    });
    expect(bodyOfOffer({ ...offer, milestone: 'm-2' })).toMatchObject({ milestone: 'm-2' });
  });
});
