import type { EventData, EventType } from '@masar/contracts';
import type { Fact, Initiative } from '@masar/domain';

/** The facts of one type, in order, corrected where they were corrected. */
export const factsOf = <T extends EventType>(
  { facts }: Initiative,
  type: T,
): readonly (Fact & { readonly type: T; readonly data: EventData<T> })[] =>
  facts.filter((fact) => fact.type === type) as never;

/** The last fact of a type that `matches`. */
export const lastOf = <T extends EventType>(
  initiative: Initiative,
  type: T,
  matches: (data: EventData<T>) => boolean,
) => factsOf(initiative, type).findLast((fact) => matches(fact.data));

/** Who recorded something, when, and as which version. */
export const recordOf = ({ actor, recordedAt, version }: Fact) => ({ recordedBy: actor, recordedAt, version });

/** Leaves out what is undefined. */
export const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
