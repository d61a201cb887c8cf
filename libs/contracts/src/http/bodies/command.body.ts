import type { LocalDate } from '../../scalars.js';
import { DateField, IdField, WordsField } from './values.js';

/** Every command takes the business date; absent it is today. */
export class CommandBody {
  @DateField({ optional: true }) on?: LocalDate;
}

/**
 * What becomes of an account, a key or a delegation is a record of the moment it is made: the date is taken, as every command
 * takes it, and changes nothing.
 */
export class RecordBody {
  @DateField({ optional: true }) on?: LocalDate;
}

/** A command that makes something may name it. */
export class MakingBody extends CommandBody {
  @IdField({ optional: true }) id?: string;
}

export class ReasonedBody extends CommandBody {
  @WordsField() reason!: string;
}

/** A decision that may say why. */
export class DecisionBody extends CommandBody {
  @WordsField({ optional: true }) reason?: string;
}
