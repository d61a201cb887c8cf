import { dayOf, type DayNumber } from './day-numbers.js';
import { knownCommitments, owedOn, withConfirmed, type CommitmentHistory, type OwedDay } from './commitments.js';
import { openContests, rulings, type OpenContest, type Ruling } from './contests.js';
import { applyCorrections, byDay, knownWithZone, text, type HistoryEvent, type KnownEvent } from './known-history.js';
import { milestoneDays, type MilestoneDays } from './milestone-days.js';
import { OracleCalendars, type OracleRegistry } from './oracle-registry.js';
import { stageVisits, type StageVisit } from './stage-visits.js';
import { undecidedQuestions, type UndecidedQuestion } from './undecided-questions.js';
import { never, pausedSpans, recordedWaits, type PausedSpan, type RecordedWait } from './wait-spans.js';

/** Everything the day loop asks about one initiative, as known. */
export interface LedgerFacts {
  readonly startedOn?: DayNumber;
  readonly endedOn: DayNumber;
  readonly ownerOn: (day: DayNumber) => string;
  /** The owner on the reading day: whose calendar counts for bodies that have none. */
  readonly owner: string;
  readonly milestones: readonly MilestoneDays[];
  readonly waits: readonly RecordedWait[];
  readonly pauses: readonly PausedSpan[];
  readonly visits: readonly StageVisit[];
  readonly questions: readonly UndecidedQuestion[];
  readonly rulings: readonly Ruling[];
  readonly contests: readonly OpenContest[];
  readonly calendars: OracleCalendars;
  /** Derived waits (b) of a day. */
  readonly owedOn: (day: DayNumber) => readonly OwedDay[];
}

const ownersBy =
  (registered: KnownEvent, events: readonly KnownEvent[]) =>
  (day: DayNumber): string => {
    const changes = byDay(events.filter((event) => event.name === 'initiative.owner-changed' && event.day <= day));
    return text(changes.at(-1)?.data['to']) ?? String(registered.data['owner']);
  };

/** The registered start, as described or corrected since; a law without one starts with its first stage. */
const startOf = (registered: KnownEvent, events: readonly KnownEvent[]): DayNumber | undefined => {
  const described = events
    .filter((event) => event.name === 'initiative.described')
    .map((e) => text(e.data['startedOn']));
  const corrected = registered.corrected.includes('startedOn') ? text(registered.data['startedOn']) : undefined;
  const given = corrected ?? described.findLast((value) => value !== undefined) ?? text(registered.data['startedOn']);
  if (given !== undefined) return dayOf(given);
  return byDay(events.filter((event) => event.name === 'law.stage-entered'))[0]?.day;
};

const endings = new Set(['initiative.completed', 'initiative.cancelled', 'law.outcome-recorded']);

/** Reads the facts of an initiative from its events as known on a day; `horizon` bounds the search for open ends. */
export const ledgerFacts = (
  recorded: readonly HistoryEvent[],
  registry: OracleRegistry,
  on: string,
  knownOn: string | undefined,
  histories: readonly CommitmentHistory[] = [],
): LedgerFacts | undefined => {
  const known = knownWithZone(recorded, knownOn, registry);
  const commitments = knownCommitments(histories, knownOn, known.zone);
  const events = withConfirmed(applyCorrections(known.prefix), known.prefix, commitments);
  const registered = events.find((event) => event.name === 'initiative.registered');
  if (!registered) return undefined;
  const ownerOn = ownersBy(registered, events);
  const horizon = dayOf(on);
  const owner = ownerOn(horizon);
  const calendars = new OracleCalendars(registry, knownOn === undefined ? never : dayOf(knownOn), known.zone);
  const zone = registry.entities.get(owner)?.zone ?? registry.defaultZone;
  const milestones = milestoneDays(events);
  const waits = recordedWaits(events, milestones, horizon);
  const startedOn = startOf(registered, events);
  return {
    ...(startedOn === undefined ? {} : { startedOn }),
    endedOn: Math.min(never, ...events.filter((event) => endings.has(event.name)).map((event) => event.day)),
    ownerOn,
    owner,
    milestones,
    waits,
    pauses: pausedSpans(events),
    visits: stageVisits(events, registry.path, owner, calendars),
    questions: undecidedQuestions(events, milestones, waits, { owner, zone, calendars }),
    rulings: rulings(events),
    contests: openContests(events),
    calendars,
    owedOn: (day) =>
      owedOn(commitments, day, {
        ownerOn,
        isDone: (id, on) => milestones.find((milestone) => milestone.id === id)?.doneOn(on) ?? false,
      }),
  };
};
