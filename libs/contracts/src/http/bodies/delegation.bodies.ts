import { Type } from 'typebox';
import type { LocalDate } from '../../scalars.js';
import { Field, type ValueCheck } from './fields.js';
import { DateField, IdField, WordsField } from './values.js';
import { RecordBody } from './command.body.js';

const mostRights = 100;
const right = /^(\*|[a-z-]{1,40}\.(\*|[a-z-]{1,40}))$/;

const checkRights: ValueCheck = (value) => {
  if (!Array.isArray(value)) return { code: 'field/type', expected: 'list' };
  if (value.length === 0 || value.length > mostRights || new Set(value).size !== value.length)
    return { code: 'field/length', expected: `1–${mostRights}` };
  const at = value.findIndex((word) => typeof word !== 'string' || !right.test(word));
  return at < 0
    ? undefined
    : { code: 'field/word', expected: 'milestone.confirm | milestone.* | *', within: String(at) };
};

/** Rights lent between two days, both counted in. Without `from` they are the own. */
export class MakeDelegationBody extends RecordBody {
  @IdField({ optional: true }) from?: string;
  @IdField() to!: string;
  /** Actions of the table of rights, families of them (`milestone.*`), or `*` for all that can be lent. */
  @Field(
    checkRights,
    Type.Array(Type.String({ pattern: right.source }), { minItems: 1, maxItems: mostRights, uniqueItems: true }),
  )
  what!: string[];
  @DateField() since!: LocalDate;
  @DateField() until!: LocalDate;
  @WordsField({ optional: true }) reason?: string;
}

export class EndDelegationBody extends RecordBody {
  @WordsField({ optional: true }) reason?: string;
}
