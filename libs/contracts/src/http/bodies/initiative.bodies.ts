import type { Bilingual, LocalDate } from '../../scalars.js';
import { audiences, membershipRoles, type Audience, type MembershipRole } from '../../vocabulary.js';
import { CommandBody, MakingBody } from './command.body.js';
import { BooleanField, DateField, IdField, OneOfField, SourceField, TitleField, WordsField } from './values.js';

export class RegisterInitiativeBody extends MakingBody {
  @TitleField() title!: Bilingual;
  /** An entity id, without prefix. */
  @IdField() owner!: string;
  @DateField({ optional: true }) startedOn?: LocalDate;
  @IdField({ optional: true }) type?: string;
  @BooleanField({ optional: true }) draft?: boolean;
  @OneOfField(audiences, { optional: true }) audience?: Audience;
  @TitleField({ optional: true }) partnerTitle?: Bilingual;
  @SourceField({ optional: true }) source?: { system: string; id: string };
  /** Of a law: which path it follows. */
  @IdField({ optional: true }) jurisdiction?: string;
  @IdField({ optional: true }) instrument?: string;
}

export class DescribeInitiativeBody extends CommandBody {
  @TitleField({ optional: true }) title?: Bilingual;
  @IdField({ optional: true }) type?: string;
  @TitleField({ optional: true }) partnerTitle?: Bilingual;
  @OneOfField(audiences, { optional: true }) audience?: Audience;
  @DateField({ optional: true }) startedOn?: LocalDate;
}

export class ChangeOwnerBody extends CommandBody {
  @IdField() to!: string;
  @WordsField() reason!: string;
}

export class AddMemberBody extends CommandBody {
  @IdField() user!: string;
  @OneOfField(membershipRoles) role!: MembershipRole;
}
