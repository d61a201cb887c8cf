import { Type } from 'typebox';
import type { Bilingual } from '../../scalars.js';
import { roles, type Role } from '../../vocabulary.js';
import { Field, type ValueCheck } from './fields.js';
import { IdField, TitleField, WordsField } from './values.js';

const checkRoles: ValueCheck = (value) => {
  if (!Array.isArray(value)) return { code: 'field/type', expected: 'list' };
  if (value.length === 0 || new Set(value).size !== value.length || value.length > roles.length)
    return { code: 'field/length', expected: `1–${roles.length}` };
  const at = value.findIndex((role) => !roles.some((known) => known === role));
  return at < 0 ? undefined : { code: 'field/word', expected: roles.join(', '), within: String(at) };
};

const RolesField = (): PropertyDecorator =>
  Field(
    checkRoles,
    Type.Array(Type.Union(roles.map((role) => Type.Literal(role))), { minItems: 1, uniqueItems: true }),
  );

/** A person to be invited: of an entity, of a partner, or (cabinet office) of neither. */
export class InvitePersonBody {
  @IdField() user!: string;
  @TitleField() name!: Bilingual;
  @IdField({ optional: true }) entity?: string;
  @IdField({ optional: true }) partner?: string;
  @RolesField() roles!: Role[];
  @WordsField({ optional: true }) reason?: string;
}

/** All roles the person is to have from now on, and where he belongs; what is left out is taken away. */
export class ChangePersonBody {
  @RolesField() roles!: Role[];
  @IdField({ optional: true }) entity?: string;
  @IdField({ optional: true }) partner?: string;
  @WordsField() reason!: string;
}

export class ReasonBody {
  @WordsField() reason!: string;
}

export class ChoosePasswordBody {
  @WordsField({ longest: 1024 }) password!: string;
}

export class ChangePasswordBody {
  @WordsField({ longest: 1024 }) current!: string;
  @WordsField({ longest: 1024 }) password!: string;
}
