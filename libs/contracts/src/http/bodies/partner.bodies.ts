import type { Evidence } from '../../evidence.js';
import type { Bilingual, LocalDate, Party, StreamName } from '../../scalars.js';
import { commitmentDirections, type CommitmentDirection } from '../../vocabulary.js';
import { CommandBody, MakingBody } from './command.body.js';
import {
  DateField,
  EvidenceField,
  IdField,
  InitiativeField,
  OneOfField,
  PartyField,
  TitleField,
  WordsField,
} from './values.js';

export class RegisterPartnerBody extends MakingBody {
  @TitleField() name!: Bilingual;
}

export class OfferCommitmentBody extends MakingBody {
  @OneOfField(commitmentDirections) direction!: CommitmentDirection;
  @TitleField() title!: Bilingual;
  /** `projects/P-1`. */
  @InitiativeField() initiative!: StreamName;
  /** Of that initiative: reached when this is confirmed. */
  @IdField({ optional: true }) milestone?: string;
  @DateField() dueOn!: LocalDate;
  /** The government side; default whoever owns the initiative. */
  @PartyField({ optional: true }) with?: Party;
}

export class ReportCommitmentBody extends CommandBody {
  @EvidenceField() evidence!: Evidence[];
}

export class ProposeDueChangeBody extends MakingBody {
  @DateField() to!: LocalDate;
  @WordsField() reason!: string;
}
