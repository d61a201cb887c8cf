import { registerDecorator, validateSync, type ValidationError } from 'class-validator';
import type { TSchema } from 'typebox';
import { unreadableIn } from '../../text/unreadable.js';
import { keepDeclarations } from './kept-declarations.js';

keepDeclarations();

/** What is wrong with the value of one field. `within` is a path inside the value. */
export interface ValueFault {
  readonly code: string;
  readonly expected?: string;
  readonly value?: unknown;
  readonly within?: string;
}

/** A check of one value: nothing when it is good. */
export type ValueCheck = (value: unknown) => ValueFault | undefined;

/** How a value that may be typed in more than one way is read, before it is checked: dates in Arabic digits. Others come back as they are. */
export type ValueReading = (value: unknown) => unknown;

export type BodyClass = abstract new () => object;

/** A field of a closed body: how it is checked, and how the interface describes it. */
export type BodyField = {
  readonly name: string;
  readonly required: boolean;
} & (
  | { readonly check: ValueCheck; readonly schema: TSchema; readonly read?: ValueReading; readonly verbatim: boolean }
  | { readonly nested: () => BodyClass; readonly atMost: number | undefined }
);

export interface FieldOptions {
  readonly optional?: boolean;
  /** Taken with every character it holds: what is only compared (a password), or checked as something else once more. */
  readonly verbatim?: boolean;
}

const constraint = 'field';
const declared = new WeakMap<object, Map<string, BodyField>>();

/** Keeps the declaration for whoever describes the interface, and gives the check to class-validator. */
const declare = (prototype: object, field: BodyField): void => {
  const fields = declared.get(prototype) ?? new Map<string, BodyField>();
  fields.set(field.name, field);
  declared.set(prototype, fields);
  registerDecorator({
    name: constraint,
    target: prototype.constructor,
    propertyName: field.name,
    validator: {
      validate: (value: unknown) => faultsOf(field, value).length === 0,
      // A message is text; the fault travels in it as JSON, and both languages are made of it at the edge.
      defaultMessage: (args) => JSON.stringify(faultsOf(field, args?.value)),
    },
  });
};

/** Declares a field of a body by its check and its schema. */
export const Field =
  (
    check: ValueCheck,
    schema: TSchema,
    { optional = false, verbatim = false }: FieldOptions = {},
    read?: ValueReading,
  ): PropertyDecorator =>
  (prototype, property) =>
    declare(prototype, { name: String(property), required: !optional, check, schema, verbatim, ...(read && { read }) });

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

const below = (name: string, faults: readonly PlacedFault[]): readonly PlacedFault[] =>
  faults.map((fault) => ({ ...fault, path: fault.path === '' ? name : `${name}.${fault.path}` }));

/** The first text within a value that holds a character nobody can read: in titles, reasons and names it would spoil every file they are told in. */
const unreadableWithin = (whole: unknown): ValueFault | undefined => {
  const waiting: { readonly value: unknown; readonly within: string }[] = [{ value: whole, within: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, within } = next;
    const found = typeof value === 'string' ? unreadableIn(value) : undefined;
    if (found !== undefined) return { code: 'field/characters', expected: found, within };
    if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value).reverse())
        waiting.push({ value: inner, within: within === '' ? name : `${within}.${name}` });
  }
  return undefined;
};

/** Faults of one field's value; paths begin at the value. */
const faultsOf = (field: BodyField, value: unknown): readonly PlacedFault[] => {
  if (value === undefined) return field.required ? [{ path: '', code: 'field/missing' }] : [];
  if (!('nested' in field)) {
    const { within = '', ...fault } = field.check(value) ??
      (field.verbatim ? undefined : unreadableWithin(value)) ?? { code: '' };
    return fault.code === '' ? [] : [{ ...fault, path: within }];
  }
  const { atMost } = field;
  if (atMost === undefined) return checkBody(value, field.nested());
  if (!Array.isArray(value)) return [{ path: '', code: 'field/type', expected: 'list' }];
  if (value.length > atMost) return [{ path: '', code: 'field/length', expected: `0–${atMost}` }];
  return value.flatMap((item, at) => below(String(at), checkBody(item, field.nested())));
};

const stated = ({ property, constraints = {} }: ValidationError): readonly PlacedFault[] =>
  below(property, JSON.parse(constraints[constraint] ?? '[]') as PlacedFault[]);

const readField = (field: BodyField, value: unknown): unknown => {
  if (!('nested' in field)) return field.read ? field.read(value) : value;
  if (field.atMost === undefined) return readBody(value, field.nested());
  return Array.isArray(value) ? value.map((item) => readBody(item, field.nested())) : value;
};

/** A value as it is meant, field by field of its body class, to be checked next; what is not of the body's form comes back as it is. */
export const readBody = (value: unknown, body: BodyClass): unknown => {
  if (!isRecord(value)) return value;
  let read: Record<string, unknown> | undefined;
  for (const field of shapeOf(body)?.fields ?? []) {
    if (!Object.hasOwn(value, field.name)) continue;
    const meant = readField(field, value[field.name]);
    if (meant !== value[field.name]) read = { ...(read ?? value), [field.name]: meant };
  }
  return read ?? value;
};

/** Whether every field passes its own check: the very check class-validator was given. */
const isGood = (value: Record<string, unknown>, { fields, names }: BodyShape): boolean =>
  Object.keys(value).every((name) => names.has(name)) &&
  fields.every(
    (field) => faultsOf(field, Object.hasOwn(value, field.name) ? value[field.name] : undefined).length === 0,
  );

/**
 * Faults of a value against a body class: an unknown field, a missing one, a value that fails its check. Every body is
 * closed; `null` never stands for absent. Names are compared before class-validator sees the value, so that a body's own
 * `__proto__` is only an unknown field. It is asked what is wrong with a body, not whether something is: most are good,
 * and to find that by its own way costs more than the rest of the check.
 */
export const checkBody = (value: unknown, body: BodyClass): readonly PlacedFault[] => {
  const shape = shapeOf(body);
  if (!shape) throw new Error(`${body.name} declares no field`);
  if (!isRecord(value)) return [{ path: '', code: 'field/type', expected: 'object' }];
  if (isGood(value, shape)) return [];
  const unknown = Object.keys(value).filter((name) => !shape.names.has(name));
  const instance = new (body as new () => Record<string, unknown>)();
  for (const name of shape.names) if (Object.hasOwn(value, name)) instance[name] = value[name];
  const errors = validateSync(instance, { validationError: { target: false, value: false } });
  return [...unknown.map((path) => ({ path, code: 'field/unknown' })), ...errors.flatMap(stated)];
};
