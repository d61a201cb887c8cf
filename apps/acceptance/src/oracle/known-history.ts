import { dayOf, localDateOf, type DayNumber } from './day-numbers.js';
import type { OracleRegistry } from './oracle-registry.js';

/** An event as `GET /api/{kind}/{id}/events` answers it. */
export interface HistoryEvent {
  readonly type: string;
  readonly version: number;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly knownAt: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event after every correction known has been applied: its day as a number, its data as it now stands. */
export interface KnownEvent {
  /** Without the version of its type: `wait.began`. */
  readonly name: string;
  readonly version: number;
  readonly day: DayNumber;
  readonly recordedAt: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Fields a correction has changed. */
  readonly corrected: readonly string[];
}

const nameOf = (type: string): string => type.replace(/\.v\d+$/, '');
export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * The longest prefix known before the end of `knownOn` in the zone of the owner as that prefix names it (definitions §1).
 * `undefined` means everything recorded.
 */
export const knownPrefix = (
  events: readonly HistoryEvent[],
  knownOn: string | undefined,
  registry: OracleRegistry,
): readonly HistoryEvent[] => knownWithZone(events, knownOn, registry).prefix;

/** The same with the zone in which the day ended. */
export const knownWithZone = (
  events: readonly HistoryEvent[],
  knownOn: string | undefined,
  registry: OracleRegistry,
): { readonly prefix: readonly HistoryEvent[]; readonly zone: string } => {
  const prefix: HistoryEvent[] = [];
  let zone = registry.defaultZone;
  for (const event of events) {
    const name = nameOf(event.type);
    const owner = name === 'initiative.registered' ? text(event.data['owner']) : undefined;
    if (owner !== undefined) zone = registry.entities.get(owner)?.zone ?? registry.defaultZone;
    if (knownOn !== undefined && localDateOf(event.knownAt, zone) > knownOn) break;
    prefix.push(event);
    if (name === 'initiative.owner-changed') {
      zone = registry.entities.get(text(event.data['to']) ?? '')?.zone ?? registry.defaultZone;
    }
  }
  return { prefix, zone };
};

/** Fields that name the day a fact happened on. */
const dayFields = new Set(['on', 'since']);

/** Applies corrections whatever their own day: they act on the days they name (definitions §1, §4). The last one known wins. */
export const applyCorrections = (events: readonly HistoryEvent[]): readonly KnownEvent[] => {
  const known = new Map<number, KnownEvent>();
  for (const event of events) {
    known.set(event.version, {
      name: nameOf(event.type),
      version: event.version,
      day: dayOf(event.happenedOn),
      recordedAt: event.recordedAt,
      data: event.data,
      corrected: [],
    });
  }
  for (const event of events) {
    if (nameOf(event.type) !== 'entry.corrected') continue;
    const field = text(event.data['field']) ?? '';
    const corrected = known.get(Number(event.data['corrects']));
    if (!corrected) continue;
    const to = event.data['to'];
    const day = dayFields.has(field) ? dayOf(String(to)) : corrected.day;
    known.set(corrected.version, {
      ...corrected,
      day,
      data: { ...corrected.data, [field]: to },
      corrected: [...corrected.corrected, field],
    });
  }
  return [...known.values()].sort((a, b) => a.version - b.version);
};

/** In order of the day it happened, then of recording: how a state on a day is read. */
export const byDay = (events: readonly KnownEvent[]): readonly KnownEvent[] =>
  [...events].sort((a, b) => a.day - b.day || a.version - b.version);
