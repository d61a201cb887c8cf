import {
  isAbsentTarget,
  type EventType,
  type InitiativeStatus,
  type Instant,
  type LocalDate,
  type MilestoneStatus,
  type StreamName,
} from '@masar/contracts';
import { isReached, type Initiative, type Milestone } from '@masar/domain';
import type { KnownInitiative, KnownMilestone, KnownWait } from '@masar/import';
import type { ResolvedTarget } from './resolved-targets.js';

type FactOf<T extends EventType> = Extract<Initiative['facts'][number], { readonly type: T }>;
const factsOf = <T extends EventType>(initiative: Initiative, type: T): readonly FactOf<T>[] =>
  initiative.facts.filter((fact): fact is FactOf<T> => fact.type === type);

const mapped = <T, R>(things: Readonly<Record<string, T>>, change: (thing: T, id: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(things).map(([id, thing]) => [id, change(thing, id)]));

/** What reporting may say of a milestone: while it is open, the day and its waits decide. */
const statusesOf = (milestone: Milestone, { waits }: Initiative): readonly MilestoneStatus[] => {
  if (milestone.status === 'cancelled' || isReached(milestone)) return [milestone.status];
  const isWaitedOn = Object.values(waits).some((wait) => wait.status === 'open' && wait.milestone === milestone.id);
  const begun: readonly MilestoneStatus[] = milestone.startedOn === undefined ? ['planned'] : ['in-progress'];
  const standing: readonly MilestoneStatus[] = milestone.status === 'reopened' ? ['reopened', 'in-progress'] : begun;
  return [...standing, 'missed', ...(isWaitedOn ? (['waiting'] as const) : [])];
};

/** What reporting may say of an initiative: while it is open, its start and its pauses decide by the day. */
const standingsOf = ({ status, pauses }: Initiative): readonly InitiativeStatus[] => {
  if (status !== 'open') return [status];
  const isPaused = Object.values(pauses).some((pause) => pause.status === 'granted');
  return ['active', 'planned', ...(isPaused ? (['paused'] as const) : [])];
};

const milestoneOf = (
  milestone: Milestone,
  initiative: Initiative,
  forecasts: ReadonlyMap<string, LocalDate>,
  { current: resolved, original: resolvedOriginal }: ResolvedTarget,
): KnownMilestone => {
  const undecided = Object.values(milestone.changes).find((change) => change.status === 'undecided');
  const forecast = forecasts.get(milestone.id);
  return {
    title: milestone.title,
    target: milestone.current.promise,
    cancelled: milestone.status === 'cancelled',
    party: milestone.party ?? `entity:${initiative.owner}`,
    statuses: statusesOf(milestone, initiative),
    key: milestone.key,
    dependsOn: milestone.dependsOn,
    ...(isReached(milestone) ? { actual: { on: milestone.reachedOn, version: milestone.reachedVersion } } : {}),
    ...(forecast === undefined ? {} : { forecast }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(milestone.original ? { original: milestone.original.promise } : {}),
    ...(resolvedOriginal === undefined ? {} : { resolvedOriginal }),
    ...(milestone.status === 'confirmed' ? { confirmedOn: milestone.confirmedOn } : {}),
    ...(undecided && !isAbsentTarget(undecided.to) ? { asked: undecided.to } : {}),
  };
};

const waitsOf = (initiative: Initiative): Record<string, KnownWait> => {
  const began = new Map(factsOf(initiative, 'wait.began.v1').map((fact) => [fact.data.wait, fact.version]));
  const ended = new Map(factsOf(initiative, 'wait.ended.v1').map((fact) => [fact.data.wait, fact.version]));
  return mapped(initiative.waits, (wait, id) => {
    const version = ended.get(id);
    const known = { party: wait.party, since: wait.since, version: began.get(id) ?? 0 };
    if (wait.status === 'open') return known;
    return { ...known, ended: { on: wait.endedOn, ...(version === undefined ? {} : { version }) } };
  });
};

/** The version of the event that stated the start: registration, or the description that put it in. */
const startOf = (initiative: Initiative): KnownInitiative['startedOn'] => {
  const stated = initiative.facts.find(
    (fact) =>
      (fact.type === 'initiative.registered.v1' || fact.type === 'initiative.described.v1') &&
      fact.data.startedOn !== undefined,
  );
  return stated && initiative.startedOn ? { on: initiative.startedOn, version: stated.version } : undefined;
};

const endOf = (initiative: Initiative): KnownInitiative['ended'] => {
  const fact = initiative.facts.findLast(
    ({ type }) =>
      type === 'initiative.completed.v1' || type === 'initiative.cancelled.v1' || type === 'law.outcome-recorded.v1',
  );
  return fact && initiative.endedOn ? { on: initiative.endedOn, version: fact.version } : undefined;
};

/** An initiative's state in the terms an import compares itself with. */
export const knownOf = (
  stream: StreamName,
  initiative: Initiative,
  head: { readonly version: number; readonly knownAt: Instant },
  resolved: ReadonlyMap<string, ResolvedTarget> = new Map(),
): KnownInitiative => {
  const forecasts = new Map(
    factsOf(initiative, 'milestone.forecast.v1').map((fact) => [fact.data.milestone, fact.data.date]),
  );
  const startedOn = startOf(initiative);
  const ended = endOf(initiative);
  return {
    stream,
    version: head.version,
    knownAt: head.knownAt,
    draft: initiative.status === 'draft',
    title: initiative.title,
    statuses: standingsOf(initiative),
    owner: initiative.owner,
    milestones: mapped(initiative.milestones, (milestone) =>
      milestoneOf(milestone, initiative, forecasts, resolved.get(milestone.id) ?? {}),
    ),
    waits: waitsOf(initiative),
    stages: factsOf(initiative, 'law.stage-entered.v1').map(({ data }) => ({ stage: data.stage, on: data.happenedOn })),
    notes: initiative.notes,
    asked: Object.values(initiative.corrections)
      .filter(({ status }) => status === 'undecided')
      .map(({ corrects, field, to }) => ({ version: corrects, field, to })),
    ...(initiative.type ? { type: initiative.type } : {}),
    ...(startedOn ? { startedOn } : {}),
    ...(ended ? { ended } : {}),
  };
};
