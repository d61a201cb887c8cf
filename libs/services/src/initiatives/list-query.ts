import { Field, IdField } from '@masar/contracts/bodies';
import { Type } from 'typebox';
import { PageQuery } from '../platform/page.js';

const checkSource = (value: unknown) =>
  typeof value === 'string' && /^[A-Za-z0-9._-]{1,64}:.{1,200}$/.test(value)
    ? undefined
    : { code: 'field/shape', expected: 'system:id' };

export class ListQuery extends PageQuery {
  @Field(checkSource, Type.String({ description: 'system:id' }), { optional: true }) source?: string;
  @IdField({ optional: true }) owner?: string;
}
