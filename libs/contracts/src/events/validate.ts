import { Compile, type Validator } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { eventCatalogue } from './catalogue.js';

/** What is wrong with the data of an event: a JSON pointer into it and the rule of the schema that it breaks. */
export interface EventFault {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

/** `unknown-version`: we know the fact but not this version of it (consumers pause: they upgrade first). `unknown-type`: kept and passed over. */
export type EventTypeKnowledge = 'known' | 'unknown-version' | 'unknown-type';

const schemas: Readonly<Record<string, TSchema>> = eventCatalogue;
const validators = new Map<string, Validator>();
const withoutVersion = (type: string): string => type.replace(/\.v\d+$/, '');
const knownFacts = new Set(Object.keys(schemas).map(withoutVersion));

const validatorOf = (type: string): Validator | undefined => {
  const found = validators.get(type);
  if (found !== undefined || !Object.hasOwn(schemas, type)) return found;
  const compiled = Compile(schemas[type]!);
  validators.set(type, compiled);
  return compiled;
};

export const knowledgeOf = (type: string): EventTypeKnowledge => {
  if (Object.hasOwn(schemas, type)) return 'known';
  return knownFacts.has(withoutVersion(type)) ? 'unknown-version' : 'unknown-type';
};

/**
 * Faults of an event's data against the catalogue, none when it is valid. Schemas are open: a field that the schema does
 * not name is no fault. A type that is not in the catalogue has the one fault `catalogue`. At most 20 faults are listed.
 */
export const validateEvent = (type: string, data: unknown): readonly EventFault[] => {
  const validator = validatorOf(type);
  if (validator === undefined) return [{ path: '', rule: 'catalogue', message: `${type} is not in the catalogue` }];
  if (validator.Check(data)) return [];
  return validator
    .Errors(data)
    .slice(0, 20)
    .map((fault) => ({ path: fault.instancePath, rule: fault.keyword, message: fault.message }));
};
