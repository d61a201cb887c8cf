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

export type BodyClass = abstract new () => object;

/** A field of a closed body: how it is checked, and how the interface describes it. */
export type BodyField = {
  readonly name: string;
  readonly required: boolean;
} & (
  | { readonly check: ValueCheck; readonly schema: TSchema }
  | { readonly nested: () => BodyClass; readonly atMost: number | undefined }
);

export interface FieldOptions {
  readonly optional?: boolean;
}

const declared = new WeakMap<object, Map<string, BodyField>>();

const declare = (prototype: object, field: BodyField): void => {
  const fields = declared.get(prototype) ?? new Map<string, BodyField>();
  fields.set(field.name, field);
  declared.set(prototype, fields);
};

/** Declares a field of a body by its check and its schema. */
export const Field =
  (check: ValueCheck, schema: TSchema, { optional = false }: FieldOptions = {}): PropertyDecorator =>
  (prototype, property) =>
    declare(prototype, { name: String(property), required: !optional, check, schema });

/** Declares a field that holds another body, or a list of them (`atMost` items). */
export const Nested =
  (
    nested: () => BodyClass,
    { optional = false, atMost }: FieldOptions & { readonly atMost?: number } = {},
  ): PropertyDecorator =>
  (prototype, property) =>
    declare(prototype, { name: String(property), required: !optional, nested, atMost });

/** A body class with its fields, inherited ones first. */
export interface BodyShape {
  readonly fields: readonly BodyField[];
  readonly names: ReadonlySet<string>;
}

const shapes = new WeakMap<BodyClass, BodyShape>();

/** The shape of a body class; undefined for a class that declares no field. */
export const shapeOf = (body: BodyClass): BodyShape | undefined => {
  const known = shapes.get(body);
  if (known) return known;
  const chain: Map<string, BodyField>[] = [];
  for (
    let at = body.prototype as object | null;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    const own = declared.get(at);
    if (own) chain.unshift(own);
  }
  if (chain.length === 0) return undefined;
  const fields = new Map(chain.flatMap((own) => [...own]));
  const shape = { fields: [...fields.values()], names: new Set(fields.keys()) };
  shapes.set(body, shape);
  return shape;
};

/** A fault with its dotted path from the body. */
export type PlacedFault = Omit<ValueFault, 'within'> & { readonly path: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const placed = ({ within, ...fault }: ValueFault, path: string): PlacedFault => ({
  ...fault,
  path: within ? `${path}.${within}` : path,
});

const checkNested = (
  value: unknown,
  body: BodyClass,
  atMost: number | undefined,
  path: string,
): readonly PlacedFault[] => {
  if (atMost === undefined) return checkBody(value, body, `${path}.`);
  if (!Array.isArray(value)) return [{ path, code: 'field/type', expected: 'list' }];
  if (value.length > atMost) return [{ path, code: 'field/length', expected: `0–${atMost}` }];
  return value.flatMap((item, at) => checkBody(item, body, `${path}.${at}.`));
};

const none: readonly PlacedFault[] = [];

const checkField = (field: BodyField, value: unknown, path: string): readonly PlacedFault[] => {
  if (value === undefined) return field.required ? [{ path, code: 'field/missing' }] : none;
  if ('nested' in field) return checkNested(value, field.nested(), field.atMost, path);
  const fault = field.check(value);
  return fault ? [placed(fault, path)] : none;
};

/**
 * Faults of a value against a body class: an unknown field, a missing one, a value that fails its check. Every body is
 * closed; `null` never stands for absent. `above` is the path so far, ending with a dot.
 */
export const checkBody = (value: unknown, body: BodyClass, above = ''): readonly PlacedFault[] => {
  const shape = shapeOf(body);
  if (!shape) throw new Error(`${body.name} declares no field`);
  if (!isRecord(value)) return [{ path: above.slice(0, -1), code: 'field/type', expected: 'object' }];
  let faults = none;
  for (const name of Object.keys(value))
    if (!shape.names.has(name)) faults = [...faults, { path: above + name, code: 'field/unknown' }];
  for (const field of shape.fields) {
    const found = checkField(field, value[field.name], above + field.name);
    if (found.length > 0) faults = [...faults, ...found];
  }
  return faults;
};
