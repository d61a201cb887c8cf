import type { Evidence } from '../../evidence.js';
import type { Bilingual, LocalDate, Party } from '../../scalars.js';
import type { TargetPromise } from '../../target.js';
import { CommandBody, DecisionBody, MakingBody } from './command.body.js';
import {
  BooleanField,
  DateField,
  EvidenceField,
  IdField,
  NumberField,
  PartyField,
  ReferencesField,
  TargetField,
  TitleField,
  WordsField,
} from './values.js';

export class PlanMilestoneBody extends MakingBody {
  @TitleField() title!: Bilingual;
  @IdField({ optional: true }) type?: string;
  /** Default: whoever owns the initiative on the day. */
  @PartyField({ optional: true }) party?: Party;
  @TargetField() target!: TargetPromise;
  @BooleanField({ optional: true }) key?: boolean;
  @NumberField({ optional: true, from: 0.000001, to: 1000 }) weight?: number;
  @ReferencesField({ optional: true }) dependsOn?: string[];
  /** Of a law: the stage whose entry reaches it. */
  @IdField({ optional: true }) stage?: string;
}

export class ForecastBody extends CommandBody {
  @DateField() date!: LocalDate;
  @WordsField({ optional: true }) reason?: string;
}

export class ReachMilestoneBody extends CommandBody {
  @EvidenceField({ optional: true }) evidence?: Evidence[];
}

export class ConfirmMilestoneBody extends DecisionBody {
  @EvidenceField({ optional: true }) evidence?: Evidence[];
}

export class SetTargetBody extends CommandBody {
  @TargetField() to!: TargetPromise;
}

export class MoveTargetBody extends CommandBody {
  @TargetField() to!: TargetPromise;
  @WordsField() reason!: string;
}

export class DescribeMilestoneBody extends CommandBody {
  @TitleField({ optional: true }) title?: Bilingual;
  @IdField({ optional: true }) type?: string;
  @NumberField({ optional: true, from: 0.000001, to: 1000 }) weight?: number;
}

export class SetDependenciesBody extends CommandBody {
  @ReferencesField() dependsOn!: string[];
}

export class RequestTargetChangeBody extends MakingBody {
  @TargetField() to!: TargetPromise;
  @WordsField() reason!: string;
}
