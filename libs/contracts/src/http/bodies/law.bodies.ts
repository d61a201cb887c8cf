import type { LocalDate, Party } from '../../scalars.js';
import { lawOutcomes, type LawOutcome } from '../../vocabulary.js';
import { CommandBody } from './command.body.js';
import { Nested } from './fields.js';
import { DateField, IdField, OneOfField, PartyField, WordListField, WordsField } from './values.js';

export class SkippedStageBody {
  @IdField() stage!: string;
  @WordsField() reason!: string;
}

export class ReturnedBody {
  @WordsField() reason!: string;
}

export class EnterStageBody extends CommandBody {
  @IdField() stage!: string;
  /** Only where it differs from the path's own holder. */
  @PartyField({ optional: true }) party?: Party;
  @Nested(() => ReturnedBody, { optional: true }) returned?: ReturnedBody;
  @Nested(() => SkippedStageBody, { optional: true, atMost: 64 }) skip?: SkippedStageBody[];
  @WordsField({ optional: true, longest: 200 }) issue?: string;
  @WordsField({ optional: true, longest: 200 }) number?: string;
  @DateField({ optional: true }) inForceOn?: LocalDate;
}

export class RecordOutcomeBody extends CommandBody {
  @OneOfField(lawOutcomes) outcome!: LawOutcome;
  @WordListField({ optional: true, atMost: 50, ids: true }) into?: string[];
}
