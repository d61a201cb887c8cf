import type { EventType, RecordedEvent } from '@masar/contracts';
import { FoldFault, type FoldFaultCode } from './fold-fault.js';
import type { Fact, InitiativeFacts } from './facts.js';

/** Folds one type of event: gets the facts before it and answers the facts after it; nothing is changed in place. */
export type Collector<T extends EventType> = (facts: InitiativeFacts, event: RecordedEvent<T>) => InitiativeFacts;
/** Collectors by event type. A type without collector says nothing about timelines. */
export type Collectors = { readonly [T in EventType]?: Collector<T> };

/** The part every fact keeps of its envelope. */
export const factOf = (event: RecordedEvent): Fact => ({
  version: event.version,
  on: event.data.happenedOn,
  recordedAt: event.recordedAt,
  by: event.actor,
  ...(event.onBehalfOf !== undefined && { inNameOf: event.onBehalfOf }),
});

/** The list with one item replaced; a fault where no item has the id. */
export const changed = <T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  change: (item: T) => T,
  fault: FoldFaultCode,
  event: RecordedEvent,
): readonly T[] => {
  const at = items.findIndex((item) => item.id === id);
  const item = items[at];
  if (!item) throw new FoldFault(fault, event, id);
  return items.with(at, change(item));
};

/** An object without the properties that are undefined: facts are compared and stored as JSON. */
export const present = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } => {
  const kept: Record<string, unknown> = {};
  for (const [name, held] of Object.entries(value)) if (held !== undefined) kept[name] = held;
  return kept as { [K in keyof T]: Exclude<T[K], undefined> };
};
