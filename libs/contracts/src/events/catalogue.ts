import type { Static, TSchema } from 'typebox';
import { registryEvents } from './registry.events.js';
import { initiativeEvents } from './initiative.events.js';
import { milestoneEvents } from './milestone.events.js';
import { lawEvents } from './law.events.js';
import { policyEvents } from './policy.events.js';
import { partnerEvents } from './partner.events.js';
import { importEvents } from './import.events.js';
import { lookEvents } from './look.events.js';
import { ratingEvents } from './rating.events.js';

/** Every event type and version with its schema. A later context (challenges, forecasts) attaches by adding its own map here. */
export const eventCatalogue = {
  ...registryEvents,
  ...initiativeEvents,
  ...milestoneEvents,
  ...lawEvents,
  ...policyEvents,
  ...partnerEvents,
  ...importEvents,
  ...lookEvents,
  ...ratingEvents,
} satisfies Record<`${string}.v${number}`, TSchema>;

export type EventCatalogue = typeof eventCatalogue;
export type EventType = keyof EventCatalogue;
export type EventData<T extends EventType> = Static<EventCatalogue[T]>;

/** A fact as a decider states it: type and data, before any store has seen it. */
export type DomainEvent<T extends EventType = EventType> = {
  [K in T]: { readonly type: K; readonly data: EventData<K> };
}[T];

/** Events that stay inside: never on the wire, in feeds or exports. */
export const internalEventTypes: ReadonlySet<string> = new Set<EventType>([
  'import.commands-planned.v1',
  'look.taken.v1',
]);

/** States a fact; the compiler holds its data to the catalogue. */
export const event = <T extends EventType>(type: T, data: EventData<T>): DomainEvent<T> =>
  ({ type, data }) as unknown as DomainEvent<T>;
