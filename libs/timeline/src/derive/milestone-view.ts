import { fromEpochDay, toEpochDay } from '@masar/calendar';
import type { CorrectionView, MilestoneView, TargetChangeView, TargetRequestView } from '@masar/contracts';
import type { MilestoneFacts, RequestFact } from '../collect/facts.js';
import { correctionViews } from './correction-view.js';
import { slipOf, varianceOf } from './distance.js';
import { milestoneStatus } from './milestone-status.js';
import { promisesOn, targetView } from './promise.js';
import type { MilestoneReading, Reading } from './reading-shapes.js';
import { dateOrNull, hasHappened, localDay, positionIn } from './reading.js';
import type { ShowParty } from './sovereign.js';
import { openRequest, protectsUntil, requestsOn, type RequestReading } from './target-request.js';

const requestView = (reading: Reading, milestone: MilestoneReading, request: RequestReading): TargetRequestView => {
  const { id, target, reason, by, recordedAt, version } = request.fact;
  const until = protectsUntil(reading, milestone, request);
  return {
    id,
    to: target,
    reason,
    by,
    askedOn: fromEpochDay(localDay(reading, recordedAt)),
    ...(until !== undefined && { suspendsMissedUntil: fromEpochDay(until) }),
    because: positionIn(reading, version),
  };
};

const stateOf = (reading: Reading, { fact, answeredOn, lapsedOn }: RequestReading): TargetChangeView['state'] => {
  if (fact.answer && answeredOn <= reading.on && answeredOn <= lapsedOn) return fact.answer.outcome;
  return lapsedOn <= reading.on ? 'lapsed' : 'undecided';
};

const requested = (reading: Reading, request: RequestReading): TargetChangeView => {
  const fact: RequestFact = request.fact;
  const isAnswered = request.answeredOn <= reading.on;
  return {
    how: 'requested',
    to: fact.answer?.target ?? fact.target,
    on: fact.on,
    by: fact.by,
    reason: fact.reason,
    request: fact.id,
    state: stateOf(reading, request),
    ...(isAnswered && fact.answer && { decidedOn: fact.answer.on }),
    because: [fact.version, ...(isAnswered && fact.answer ? [fact.answer.version] : [])].map((version) =>
      positionIn(reading, version),
    ),
  };
};

/** Every promise and every request, oldest first; an approved request is its own promise. */
const targetChanges = (reading: Reading, milestone: MilestoneReading): TargetChangeView[] => {
  const promises = promisesOn(reading, milestone.facts.promises)
    .filter((promise) => promise.how !== 'requested')
    .map((promise) => ({
      version: promise.version,
      view: {
        how: promise.how,
        to: promise.target,
        on: promise.on,
        by: promise.by,
        ...(promise.reason !== undefined && { reason: promise.reason }),
        because: [promise.version, ...(promise.correctedBy ?? [])].map((version) => positionIn(reading, version)),
      } satisfies TargetChangeView,
    }));
  const requests = requestsOn(reading, milestone).map((request) => ({
    version: request.fact.version,
    view: requested(reading, request),
  }));
  return [...promises, ...requests].sort((a, b) => a.version - b.version).map(({ view }) => view);
};

/** Title, type and weight as last described by the reading day. */
export const described = (
  reading: Reading,
  facts: MilestoneFacts,
): Pick<MilestoneView, 'title' | 'type' | 'weight'> => {
  const { title, type, weight } = facts.planned;
  let said = { title, ...(type !== undefined && { type }), ...(weight !== undefined && { weight }) };
  for (const description of facts.descriptions) {
    if (!hasHappened(reading, description)) continue;
    const { title: newTitle = said.title, type: newType, weight: newWeight } = description;
    said = {
      ...said,
      title: newTitle,
      ...(newType !== undefined && { type: newType }),
      ...(newWeight !== undefined && { weight: newWeight }),
    };
  }
  return said;
};

const dependenciesOf = (reading: Reading, facts: MilestoneFacts): string[] => {
  const [planned] = facts.dependencies;
  const said = facts.dependencies.filter((fact) => fact === planned || hasHappened(reading, fact)).at(-1);
  return [...(said?.dependsOn ?? [])];
};

/** One milestone as the timeline shows it. */
export const milestoneView = (
  reading: Reading,
  milestone: MilestoneReading,
  context: { readonly show: ShowParty; readonly cyclic: ReadonlySet<string> },
): MilestoneView => {
  const { facts, state, original, current, forecast } = milestone;
  const isCyclic = context.cyclic.has(facts.id);
  const actual = state.reached && toEpochDay(state.reached.on);
  const request = openRequest(reading, milestone);
  const corrections: CorrectionView[] = correctionViews(reading, facts.id);
  return {
    id: facts.id,
    ...described(reading, facts),
    party: context.show(milestone.party),
    key: facts.planned.key,
    ...(facts.planned.stage !== undefined && { stage: facts.planned.stage }),
    status: milestoneStatus(reading, milestone),
    startedOn: state.started?.on ?? null,
    originalTarget: original ? targetView(original, isCyclic) : null,
    currentTarget: targetView(current, isCyclic),
    forecast: { team: dateOrNull(forecast), reason: 'not-offered' },
    actual: dateOrNull(actual),
    confirmedOn: state.confirmed?.on ?? null,
    slip: slipOf(milestone),
    variance: varianceOf(milestone, actual),
    ...(request && { request: requestView(reading, milestone, request) }),
    targetChanges: targetChanges(reading, milestone),
    dependsOn: dependenciesOf(reading, facts),
    corrections,
  };
};
