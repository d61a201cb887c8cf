import {
  buildCalendar,
  fallbackCalendarId,
  shippedCalendar,
  type CalendarDefinition,
  type WorkingCalendar,
} from '@masar/calendar';
import type { Instant } from '@masar/contracts';
import { amendmentsFor, type CalendarSubject } from './amendments.js';
import type { CalendarFacts } from './facts.js';

const unamended = new WeakMap<CalendarDefinition, WorkingCalendar>();
const amended = new WeakMap<CalendarFacts, Map<string, WorkingCalendar>>();

const shippedOr = (id: string): CalendarDefinition => {
  const definition = shippedCalendar(id) ?? shippedCalendar(fallbackCalendarId);
  if (!definition) throw new Error('the general calendar is always shipped');
  return definition;
};

const kept = <Key>(
  store: { get(key: Key): WorkingCalendar | undefined; set(key: Key, value: WorkingCalendar): unknown },
  key: Key,
  make: () => WorkingCalendar,
): WorkingCalendar => {
  const known = store.get(key);
  if (known) return known;
  const made = make();
  store.set(key, made);
  return made;
};

/**
 * The working calendar of a subject as known before an instant. Built calendars are kept for as long as the facts they rest
 * on, one for each distinct set of amendments, so that four thousand initiatives share a handful of tables.
 */
export const knownCalendar = (
  id: string,
  facts: CalendarFacts | undefined,
  subject: CalendarSubject,
  knownBefore?: Instant,
): WorkingCalendar => {
  const definition = shippedOr(id);
  const plain = (): WorkingCalendar => kept(unamended, definition, () => buildCalendar(definition));
  if (!facts) return plain();
  const amendments = amendmentsFor(facts, subject, knownBefore);
  if (amendments.overrides.length === 0 && amendments.confirmed.length === 0) return plain();
  const variants = amended.get(facts) ?? new Map<string, WorkingCalendar>();
  amended.set(facts, variants);
  return kept(variants, JSON.stringify(amendments), () => buildCalendar(definition, amendments));
};
