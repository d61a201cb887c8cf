import type { Evidence } from '../../evidence.js';
import type { LocalDate } from '../../scalars.js';
import { applicationStates, type ApplicationState } from '../../vocabulary.js';
import { CommandBody } from './command.body.js';
import { Nested } from './fields.js';
import { DateField, EvidenceField, IdField, OneOfField, WordListField, WordsField } from './values.js';

export class ScopedEntityBody {
  @IdField() entity!: string;
  @DateField() dueOn!: LocalDate;
  @WordListField({ optional: true, atMost: 50 }) obligations?: string[];
}

export class SetScopeBody extends CommandBody {
  @Nested(() => ScopedEntityBody, { atMost: 2000 }) entities!: ScopedEntityBody[];
}

export class RecordApplicationBody extends CommandBody {
  @IdField() entity!: string;
  @OneOfField(applicationStates) state!: ApplicationState;
  @EvidenceField({ optional: true }) evidence?: Evidence[];
}

export class ExemptEntityBody extends CommandBody {
  @IdField() entity!: string;
  @WordsField() ground!: string;
}
