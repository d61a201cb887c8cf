import { knownCommitments, withConfirmed, type CommitmentHistory } from './commitments.js';
import { dateOf, dayOf, localDateOf, type DayNumber } from './day-numbers.js';
import { applyCorrections, byDay, knownWithZone, text, type HistoryEvent, type KnownEvent } from './known-history.js';
import { ledgerFacts } from './ledger-facts.js';
import { turnsOf, type Turn } from './milestone-days.js';
import { milestoneTargets, promisedDay } from './milestone-promises.js';
import type { OracleCalendars, OracleRegistry } from './oracle-registry.js';

export interface OracleDistance {
  readonly days: number;
  readonly workingDays: number;
}

/** One milestone as it stands on a day. */
export interface OracleMilestone {
  readonly id: string;
  readonly original: string | null;
  readonly current: string | null;
  readonly actual: string | null;
  readonly slip: OracleDistance | null;
  readonly variance: OracleDistance | null;
  /** True or false while it is open; null when nothing can be missed (reached, cancelled, or reopened). */
  readonly missed: boolean | null;
}

/** What happened last to a milestone on or before a day; nothing while it was never reached, reopened or cancelled. */
const lastTurn = (plan: KnownEvent, events: readonly KnownEvent[], on: DayNumber): Turn | undefined =>
  turnsOf(String(plan.data['milestone']), text(plan.data['stage']), events).findLast((turn) => turn.day <= on);

interface OpenPromise {
  readonly id: string;
  readonly party: string;
  readonly owner: string;
  readonly zone: string;
  /** The day a promise names, now that its anchor has or has not happened. */
  readonly dateOf: (target: unknown) => DayNumber | undefined;
}

/** An undecided request asked on or before the target then in force protects for at most twenty working days (definitions §2). */
const isProtected = (
  promise: OpenPromise,
  events: readonly KnownEvent[],
  calendars: OracleCalendars,
  on: DayNumber,
): boolean =>
  events.some((request) => {
    if (request.name !== 'milestone.target-change-requested' || request.data['milestone'] !== promise.id) return false;
    const asked = dayOf(localDateOf(request.recordedAt, promise.zone));
    const target = promise.dateOf(request.data['from']);
    if (request.day > on || asked > on || target === undefined || asked > target) return false;
    const answered = events.some(
      (event) =>
        (event.name === 'milestone.target-change-decided' || event.name === 'milestone.target-change-withdrawn') &&
        event.data['change'] === request.data['change'] &&
        event.day <= on,
    );
    return !answered && calendars.between(promise.party, promise.owner, asked, on) <= 20;
  });

/** Dates of every milestone planned by `on`, as known on `knownOn`. Once the initiative has ended, missed is judged on its last day. */
export const oracleMilestones = (
  recorded: readonly HistoryEvent[],
  registry: OracleRegistry,
  onDate: string,
  knownOn?: string,
  histories: readonly CommitmentHistory[] = [],
): readonly OracleMilestone[] => {
  const { prefix, zone: cut } = knownWithZone(recorded, knownOn, registry);
  const events = withConfirmed(applyCorrections(prefix), prefix, knownCommitments(histories, knownOn, cut));
  const facts = ledgerFacts(recorded, registry, onDate, knownOn, histories);
  if (!facts) return [];
  const on = dayOf(onDate);
  const zone = registry.entities.get(facts.owner)?.zone ?? registry.defaultZone;
  const allPlans = events.filter((event) => event.name === 'milestone.planned');
  const plans = allPlans.filter((event) => event.day <= on);
  const turns = new Map(allPlans.map((plan) => [String(plan.data['milestone']), lastTurn(plan, events, on)]));
  const actualOf = (id: string) => {
    if (id === 'start') return facts.startedOn;
    const turn = turns.get(id);
    return turn?.done && !turn.final ? turn.day : undefined;
  };
  return plans.map((plan) => {
    const id = String(plan.data['milestone']);
    const party = text(plan.data['party']) ?? `entity:${facts.owner}`;
    const { original, current } = milestoneTargets(id, events, on, actualOf);
    const actual = actualOf(id);
    const forecast = byDay(events).findLast(
      (e) => e.name === 'milestone.forecast' && e.data['milestone'] === id && e.day <= on,
    );
    const expected = actual ?? (forecast ? dayOf(String(forecast.data['date'])) : undefined);
    const distance = (a: DayNumber | undefined, b: DayNumber | undefined): OracleDistance | null =>
      a === undefined || b === undefined
        ? null
        : { days: b - a, workingDays: facts.calendars.between(party, facts.owner, a, b) };
    const judgedOn = Math.min(on, facts.endedOn);
    const overdue = current !== undefined && facts.calendars.between(party, facts.owner, current, judgedOn) >= 5;
    const promise = { id, party, owner: facts.owner, zone, dateOf: (target: unknown) => promisedDay(target, actualOf) };
    return {
      id,
      original: original === undefined ? null : dateOf(original),
      current: current === undefined ? null : dateOf(current),
      actual: actual === undefined ? null : dateOf(actual),
      slip: distance(original, current),
      variance: distance(original, expected),
      missed: turns.get(id) ? null : overdue && !isProtected(promise, events, facts.calendars, judgedOn),
    };
  });
};
