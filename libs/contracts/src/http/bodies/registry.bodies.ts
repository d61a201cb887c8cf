import { LawPath } from '../../law-path.js';
import type { Bilingual, LocalDate } from '../../scalars.js';
import { CommandBody, MakingBody } from './command.body.js';
import { Nested } from './fields.js';
import { SchemaField } from './fitting.js';
import { BooleanField, DateField, IdField, NumberField, SourceField, TitleField, WordsField } from './values.js';

export class RegisterEntityBody extends MakingBody {
  @TitleField() name!: Bilingual;
  @IdField() jurisdiction!: string;
  /** IANA; default the jurisdiction's. */
  @WordsField({ optional: true, longest: 64 }) zone?: string;
  @IdField({ optional: true }) calendar?: string;
  @IdField({ optional: true }) parent?: string;
  @IdField({ optional: true }) sector?: string;
  @SourceField({ optional: true }) source?: { system: string; id: string };
}

export class SucceedEntityBody extends CommandBody {
  @IdField() by!: string;
}

export class CalendarScopeBody {
  @IdField({ optional: true }) country?: string;
  @IdField({ optional: true }) sector?: string;
  @IdField({ optional: true }) entity?: string;
}

export class SetCalendarDayBody extends CommandBody {
  @DateField() date!: LocalDate;
  @BooleanField() off!: boolean;
  @WordsField() reason!: string;
  @Nested(() => CalendarScopeBody, { optional: true }) scope?: CalendarScopeBody;
}

const path = LawPath.properties;

export class PublishLawPathBody extends CommandBody {
  @IdField() jurisdiction!: string;
  @IdField() instrument!: string;
  /** Default: the next one. */
  @NumberField({ optional: true, from: 1, to: 100_000, whole: true }) version?: number;
  @TitleField() name!: Bilingual;
  @WordsField({ optional: true }) source?: string;
  @SchemaField(path.first) first!: LawPath['first'];
  @SchemaField(path.stages) stages!: LawPath['stages'];
  @SchemaField(path.outcomes) outcomes!: LawPath['outcomes'];
  @SchemaField(path.sovereign, { optional: true }) sovereign?: LawPath['sovereign'];
  @SchemaField(path.inForceAfter, { optional: true }) inForceAfter?: LawPath['inForceAfter'];
  @SchemaField(path.recesses, { optional: true }) recesses?: LawPath['recesses'];
  @DateField({ optional: true }) confirmedOn?: LocalDate;
}
