import { Type } from 'typebox';
import { DateText, described, Id, OneOf, Words } from '../scalars.js';
import { confidenceColours, ratingVoices } from '../vocabulary.js';

export const ratingEvents = {
  /** How likely success is, as one voice sees it on a day; a later rating of the same voice takes its place. */
  'rating.given.v1': Type.Object({
    happenedOn: DateText,
    rating: Id,
    voice: described(OneOf(ratingVoices), 'follows from the role of who rates, never from what was sent'),
    colour: OneOf(confidenceColours),
    note: Type.Optional(Words),
    backToGreen: Type.Optional(described(DateText, 'when it is expected to be green again; of amber and red')),
  }),
};
