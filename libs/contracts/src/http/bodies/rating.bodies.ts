import type { LocalDate } from '../../scalars.js';
import { confidenceColours, type ConfidenceColour } from '../../vocabulary.js';
import { MakingBody } from './command.body.js';
import { DateField, OneOfField, WordsField } from './values.js';

/** Whose voice it is follows from the role of who rates: there is no field for it. */
export class GiveRatingBody extends MakingBody {
  @OneOfField(confidenceColours) colour!: ConfidenceColour;
  @WordsField({ optional: true }) note?: string;
  /** When it is expected to be green again. */
  @DateField({ optional: true }) backToGreen?: LocalDate;
}
