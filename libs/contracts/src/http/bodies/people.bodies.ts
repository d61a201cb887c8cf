import { Type } from 'typebox';
import type { Bilingual, LocalDate } from '../../scalars.js';
import {
  languages,
  reminderWishes,
  roles,
  serviceRoles,
  type Language,
  type ReminderWish,
  type Role,
  type ServiceRole,
} from '../../vocabulary.js';
import { Field, type ValueCheck } from './fields.js';
import { DateField, IdField, OneOfField, SecretField, TitleField, WordsField } from './values.js';
import { RecordBody } from './command.body.js';

const checkList =
  (most: number, isGood: (word: unknown) => boolean, expected: string): ValueCheck =>
  (value) => {
    if (!Array.isArray(value)) return { code: 'field/type', expected: 'list' };
    if (value.length === 0 || new Set(value).size !== value.length || value.length > most)
      return { code: 'field/length', expected: `1–${most}` };
    const at = value.findIndex((word) => !isGood(word));
    return at < 0 ? undefined : { code: 'field/word', expected, within: String(at) };
  };

const RolesField = (known: readonly Role[] = roles): PropertyDecorator =>
  Field(
    checkList(known.length, (word) => known.some((role) => role === word), known.join(', ')),
    Type.Array(Type.Union(known.map((role) => Type.Literal(role))), { minItems: 1, uniqueItems: true }),
  );

const mostScopes = 100;
const action = /^[a-z-]{1,40}\.[a-z-]{1,40}$/;

/** Actions of the table of rights. */
const ScopesField = (): PropertyDecorator =>
  Field(
    checkList(mostScopes, (word) => typeof word === 'string' && action.test(word), 'milestone.reach'),
    Type.Array(Type.String({ pattern: action.source }), { minItems: 1, maxItems: mostScopes, uniqueItems: true }),
  );

/** One address and nothing else: no name, no list, no line of a letter's head. */
const mailPattern = '^[A-Za-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,188}[A-Za-z0-9])?$';
const mailShape = new RegExp(mailPattern);
const MailField = (): PropertyDecorator =>
  Field(
    (value) =>
      typeof value !== 'string'
        ? { code: 'field/type', expected: 'text' }
        : mailShape.test(value)
          ? undefined
          : { code: 'field/shape', expected: 'name@example.org' },
    Type.String({ pattern: mailPattern, maxLength: 255 }),
    { optional: true },
  );

/** How a person is written to: all of it anew, what is left out is taken away. */
export class ContactBody {
  @MailField() mail?: string;
  @OneOfField(languages, { optional: true }) language?: Language;
  @OneOfField(reminderWishes, { optional: true }) reminders?: ReminderWish;
}

/** A person to be invited: of an entity, of a partner, or (cabinet office) of neither. */
export class InvitePersonBody extends RecordBody {
  @IdField() user!: string;
  @TitleField() name!: Bilingual;
  @IdField({ optional: true }) entity?: string;
  @IdField({ optional: true }) partner?: string;
  @RolesField() roles!: Role[];
  @MailField() mail?: string;
  @OneOfField(languages, { optional: true }) language?: Language;
  @WordsField({ optional: true }) reason?: string;
}

/** All roles the person is to have from now on, and where he belongs; what is left out is taken away. */
export class ChangePersonBody extends RecordBody {
  @RolesField() roles!: Role[];
  @IdField({ optional: true }) entity?: string;
  @IdField({ optional: true }) partner?: string;
  @WordsField() reason!: string;
}

export class ReasonBody extends RecordBody {
  @WordsField() reason!: string;
}

export class ChoosePasswordBody {
  @SecretField() password!: string;
}

export class ChangePasswordBody {
  @SecretField() current!: string;
  @SecretField() password!: string;
}

/** A program that signs in by keys: it reports and reads, and decides nothing. */
export class MakeServiceAccountBody extends RecordBody {
  @IdField() user!: string;
  @TitleField() name!: Bilingual;
  @IdField({ optional: true }) entity?: string;
  @RolesField(serviceRoles) roles!: ServiceRole[];
  @WordsField() reason!: string;
}

export class MakeKeyBody extends RecordBody {
  @ScopesField() scopes!: string[];
  /** The last day it is good, in UTC; within a year. */
  @DateField() expiresOn!: LocalDate;
  @WordsField() reason!: string;
}
