import type { AnyRecordedEvent } from '../envelope/recorded-event.js';

/** One step: the data of a type and version as the next version states it. */
export interface Upcaster {
  /** `milestone.reached.v2`. */
  readonly to: string;
  readonly data: (data: AnyRecordedEvent['data']) => AnyRecordedEvent['data'];
}

/**
 * By the type a stored event carries (`milestone.reached.v1`). Empty while every fact is in its first version: a new
 * version adds its schema to the catalogue and its one step here, and golden examples of the old one stay as they are.
 */
export const upcasters: Readonly<Record<string, Upcaster>> = {};

/**
 * An event in the newest version of its type, step by step; applied on reading, never to what is stored. Place, times and
 * hash stay those of the stored text. A type without upcaster, known or not, comes back as it is.
 */
export const upcast = (
  event: AnyRecordedEvent,
  steps: Readonly<Record<string, Upcaster>> = upcasters,
): AnyRecordedEvent => {
  let current = event;
  while (Object.hasOwn(steps, current.type)) {
    const { to, data } = steps[current.type]!;
    current = { ...current, type: to, data: data(current.data) };
  }
  return current;
};
