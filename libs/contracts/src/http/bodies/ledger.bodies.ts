import type { Bilingual, LocalDate, Party } from '../../scalars.js';
import {
  correctionFields,
  waitCauses,
  waitReasons,
  type CorrectionField,
  type WaitCause,
  type WaitReason,
} from '../../vocabulary.js';
import { CommandBody, MakingBody } from './command.body.js';
import { Nested } from './fields.js';
import { AnyField, DateField, IdField, NumberField, OneOfField, PartyField, TitleField, WordsField } from './values.js';

export class BeginWaitBody extends MakingBody {
  @PartyField() party!: Party;
  @OneOfField(waitReasons) reason!: WaitReason;
  @DateField() since!: LocalDate;
  @IdField({ optional: true }) milestone?: string;
  @WordsField({ optional: true }) note?: string;
}

export class ContestBody extends MakingBody {
  @PartyField() party!: Party;
  @DateField() from!: LocalDate;
  @DateField() to!: LocalDate;
  @WordsField() reason!: string;
}

/** Days `[from, to)` given to a party. */
export class RuledSpanBody {
  @DateField() from!: LocalDate;
  @DateField() to!: LocalDate;
  @PartyField() party!: Party;
  @OneOfField(waitCauses, { optional: true }) cause?: WaitCause;
}

export class RuleBody extends CommandBody {
  @Nested(() => RuledSpanBody, { atMost: 50 }) spans!: RuledSpanBody[];
  @WordsField() reason!: string;
}

export class RequestPauseBody extends MakingBody {
  /** The last paused day. */
  @DateField() until!: LocalDate;
  @WordsField() reason!: string;
  @WordsField() steps!: string;
  @PartyField({ optional: true }) party?: Party;
}

export class RenewPauseBody extends CommandBody {
  @DateField() until!: LocalDate;
  @WordsField() reason!: string;
}

export class CorrectionBody extends MakingBody {
  /** Version of the event to correct. */
  @NumberField({ from: 1, to: 1_000_000_000, whole: true }) version!: number;
  @OneOfField(correctionFields) field!: CorrectionField;
  @AnyField() to!: unknown;
  @WordsField() reason!: string;
}

export class RaiseBlockerBody extends MakingBody {
  @TitleField() title!: Bilingual;
  /** A party, or the user name of a person. */
  @WordsField({ longest: 80 }) decider!: string;
  @DateField() dueOn!: LocalDate;
  @IdField({ optional: true }) wait?: string;
}

export class ResolveBlockerBody extends CommandBody {
  @WordsField() outcome!: string;
}

export class AddNoteBody extends MakingBody {
  @WordsField() text!: string;
  @WordsField({ optional: true, longest: 200 }) about?: string;
  @WordsField({ optional: true, longest: 200 }) to?: string;
}
