import { describe, expect, it } from '@jest/globals';
import { stagesOf } from './stages.js';

const places = (status: Parameters<typeof stagesOf>[0]) =>
  stagesOf(status).map(({ stage, place }) => `${stage} ${place}`);

describe('the way of a commitment', () => {
  it('goes from the offer to the confirmation', () => {
    expect(places('reported')).toEqual(['offered past', 'accepted past', 'reported at', 'confirmed ahead']);
  });

  it('what was returned is to be reported again', () => {
    expect(places('returned')).toEqual(['offered past', 'returned at', 'reported ahead', 'confirmed ahead']);
  });

  it('what was declined or withdrawn ends there', () => {
    expect(places('declined')).toEqual(['offered past', 'declined at']);
    expect(places('withdrawn')).toEqual(['offered past', 'withdrawn at']);
  });
});
