import 'reflect-metadata';
import { registerDecorator, ValidateIf, ValidateNested, IsArray, ArrayMaxSize } from 'class-validator';
import { Type as Transformed } from 'class-transformer';
import type { TSchema } from 'typebox';

/** What is wrong with the value of one field. `within` is a path inside the value. */
export interface ValueFault {
  readonly code: string;
  readonly expected?: string;
  readonly value?: unknown;
  readonly within?: string;
}

/** A check of one value: nothing when it is good. */
export type ValueCheck = (value: unknown) => ValueFault | undefined;

/** A field as the description of the interface shows it. */
export interface FieldDescription {
  readonly name: string;
  readonly required: boolean;
  readonly schema: TSchema | (() => { readonly dto: abstract new () => object; readonly list: boolean });
}

const described = new WeakMap<object, Map<string, FieldDescription>>();

const describe = (prototype: object, field: FieldDescription): void => {
  const fields = described.get(prototype) ?? new Map<string, FieldDescription>();
  fields.set(field.name, field);
  described.set(prototype, fields);
};

/** Fields of a body class, inherited ones first; undefined for a class whose fields are not declared here. */
export const fieldsOf = (dto: abstract new () => object): readonly FieldDescription[] | undefined => {
  const chain: Map<string, FieldDescription>[] = [];
  for (
    let prototype: object | null = dto.prototype as object;
    prototype && prototype !== Object.prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    const own = described.get(prototype);
    if (own) chain.unshift(own);
  }
  return chain.length === 0 ? undefined : [...new Map(chain.flatMap((fields) => [...fields])).values()];
};

export interface FieldOptions {
  readonly optional?: boolean;
}

/** Absent may be what is optional; `null` never stands for absent. */
const whenGiven = ValidateIf((_, value) => value !== undefined);

/** Declares a field of a body: how it is checked, and how the interface describes it. */
export const Field =
  (check: ValueCheck, schema: TSchema, options: FieldOptions = {}): PropertyDecorator =>
  (prototype, property) => {
    const name = String(property);
    describe(prototype, { name, required: !options.optional, schema });
    if (options.optional) whenGiven(prototype, property);
    registerDecorator({
      name: 'field',
      target: prototype.constructor,
      propertyName: name,
      validator: {
        validate: (value: unknown) => value !== undefined && check(value) === undefined,
        defaultMessage: (args) =>
          JSON.stringify(args?.value === undefined ? { code: 'field/missing' } : check(args.value)),
      },
    });
  };

/** Declares a field that holds another body, or a list of them (`atMost` items). */
export const Nested =
  (
    dto: () => abstract new () => object,
    options: FieldOptions & { readonly atMost?: number } = {},
  ): PropertyDecorator =>
  (prototype, property) => {
    const list = options.atMost !== undefined;
    describe(prototype, { name: String(property), required: !options.optional, schema: () => ({ dto: dto(), list }) });
    if (options.optional) whenGiven(prototype, property);
    Transformed(dto as () => new () => object)(prototype, property);
    if (list) {
      IsArray()(prototype, property);
      ArrayMaxSize(options.atMost!)(prototype, property);
    }
    ValidateNested({ each: list })(prototype, property);
  };
