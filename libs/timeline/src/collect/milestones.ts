import type { Position, RecordedEvent } from '@masar/contracts';
import { changed, factOf, present, type Collector, type Collectors } from './collector.js';
import { FoldFault } from './fold-fault.js';
import type { InitiativeFacts, LifeStep, MilestoneFacts, RequestFact } from './facts.js';

type MilestoneEvent = Extract<RecordedEvent, { data: { milestone: string; happenedOn: string } }>;

const within = (
  facts: InitiativeFacts,
  event: MilestoneEvent,
  change: (milestone: MilestoneFacts) => MilestoneFacts,
): InitiativeFacts => ({
  ...facts,
  milestones: changed(facts.milestones, event.data.milestone as string, change, 'fold/unknown-milestone', event),
});

/** Reached because a commitment was confirmed: what the timeline derives from that commitment is said here. */
const causeOf = ({ causationId }: RecordedEvent): { readonly causedBy?: Position } =>
  causationId?.startsWith('commitments/') ? { causedBy: causationId as Position } : {};

const lives =
  (step: LifeStep) =>
  (facts: InitiativeFacts, event: MilestoneEvent): InitiativeFacts =>
    within(facts, event, (m) => ({ ...m, life: [...m.life, { ...factOf(event), step, ...causeOf(event) }] }));

const answered = (
  milestone: MilestoneFacts,
  event: RecordedEvent<'milestone.target-change-decided.v1'> | RecordedEvent<'milestone.target-change-withdrawn.v1'>,
  answer: NonNullable<RequestFact['answer']>,
): MilestoneFacts => ({
  ...milestone,
  requests: changed(milestone.requests, event.data.change, (r) => ({ ...r, answer }), 'fold/unknown-request', event),
});

/** An approval answers the request and writes the promise, the one approved where the decision names it. */
const decided: Collector<'milestone.target-change-decided.v1'> = (facts, event) =>
  within(facts, event, (milestone) => {
    const { change, decision, to, reason } = event.data;
    const answer = { ...factOf(event), outcome: decision, ...present({ target: to }) };
    const after = answered(milestone, event, answer);
    const request = after.requests.find((r) => r.id === change);
    if (decision !== 'approved' || !request) return after;
    const target = to ?? request.target;
    const words = reason ?? request.reason;
    const promise = { ...factOf(event), how: 'requested', target, reason: words, request: change } as const;
    return { ...after, promises: [...after.promises, promise] };
  });

const planned: Collector<'milestone.planned.v1'> = (facts, event) => {
  const { milestone: id, title, type, party, target, key, weight, dependsOn, stage } = event.data;
  if (facts.milestones.some((m) => m.id === id)) throw new FoldFault('fold/milestone-twice', event, id);
  const milestone: MilestoneFacts = {
    id,
    planned: { ...factOf(event), title, key, ...present({ type, party, weight, stage }) },
    promises: [{ ...factOf(event), how: 'planned', target }],
    requests: [],
    life: [],
    forecasts: [],
    descriptions: [],
    dependencies: [{ ...factOf(event), dependsOn }],
  };
  return { ...facts, milestones: [...facts.milestones, milestone] };
};

export const milestoneCollectors: Collectors = {
  'milestone.planned.v1': planned,
  'milestone.described.v1': (facts, event) =>
    within(facts, event, (m) => {
      const { title, type, weight } = event.data;
      return { ...m, descriptions: [...m.descriptions, { ...factOf(event), ...present({ title, type, weight }) }] };
    }),
  'milestone.dependencies-set.v1': (facts, event) =>
    within(facts, event, (m) => ({
      ...m,
      dependencies: [...m.dependencies, { ...factOf(event), dependsOn: event.data.dependsOn }],
    })),
  'milestone.target-set.v1': (facts, event) =>
    within(facts, event, (m) => ({
      ...m,
      promises: [...m.promises, { ...factOf(event), how: 'set', target: event.data.target }],
    })),
  'milestone.target-moved.v1': (facts, event) =>
    within(facts, event, (m) => {
      const { to, reason } = event.data;
      return { ...m, promises: [...m.promises, { ...factOf(event), how: 'moved', target: to, reason }] };
    }),
  'milestone.target-change-requested.v1': (facts, event) =>
    within(facts, event, (m) => {
      const { change: id, to, reason } = event.data;
      return { ...m, requests: [...m.requests, { ...factOf(event), id, target: to, reason }] };
    }),
  'milestone.target-change-decided.v1': decided,
  'milestone.target-change-withdrawn.v1': (facts, event) =>
    within(facts, event, (m) => answered(m, event, { ...factOf(event), outcome: 'withdrawn' })),
  'milestone.started.v1': lives('started'),
  'milestone.forecast.v1': (facts, event) =>
    within(facts, event, (m) => ({
      ...m,
      forecasts: [...m.forecasts, { ...factOf(event), date: event.data.date }],
    })),
  'milestone.reached.v1': lives('reached'),
  'milestone.confirmed.v1': lives('confirmed'),
  'milestone.reopened.v1': lives('reopened'),
  'milestone.cancelled.v1': lives('cancelled'),
};
