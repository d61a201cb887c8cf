import { isAbsentTarget } from '@masar/contracts';
import type { LocalDate } from '@masar/contracts';
import { find, mapById, put } from './by-id.js';
import type { Folds } from './kind-rules.js';
import { isOpen, isReached } from './milestone-state.js';
import type { Milestone, OpenMilestone, TargetChange, WrittenTarget } from './milestone-state.js';
import type { Initiative } from './state.js';
import { endWaitsOf } from './fold-waits.js';

const change = (initiative: Initiative, id: string, to: (milestone: Milestone) => Milestone): Initiative => {
  const milestone = find(initiative.milestones, id);
  return milestone ? { ...initiative, milestones: put(initiative.milestones, id, to(milestone)) } : initiative;
};

/** The first dated promise after publication is the original one; it is written once. */
const promised = (initiative: Initiative, milestone: Milestone, current: WrittenTarget): Milestone => {
  const original =
    milestone.original ?? (initiative.status === 'draft' || isAbsentTarget(current.promise) ? undefined : current);
  return { ...milestone, current, ...(original && { original }) };
};

const decided = (milestone: Milestone, id: string, status: TargetChange['status']): Milestone => {
  const request = find(milestone.changes, id);
  return request ? { ...milestone, changes: put(milestone.changes, id, { ...request, status }) } : milestone;
};

/** Undecided requests lapse when their milestone is reached or cancelled (definitions §2). */
const lapsed = (milestone: Milestone): Milestone['changes'] =>
  mapById(milestone.changes, (request) =>
    request.status === 'undecided' ? { ...request, status: 'lapsed' as const } : request,
  );

/** What every status of a milestone has; the rest belongs to one status and goes with it. */
const base = ({ id, title, party, key, stage, dependsOn, original, current, changes, startedOn }: Milestone) => ({
  id,
  title,
  key,
  dependsOn,
  current,
  changes,
  ...(party && { party }),
  ...(stage && { stage }),
  ...(original && { original }),
  ...(startedOn && { startedOn }),
});

const started = (milestone: Milestone, on: LocalDate): Milestone =>
  isOpen(milestone) ? { ...base(milestone), status: 'started', startedOn: on } : { ...milestone, startedOn: on };

export const milestoneFolds: Folds = {
  'milestone.planned.v1': (initiative, { data, version }) => {
    const { milestone: id, title, party, target, key, dependsOn, stage } = data;
    const current = { promise: target, version };
    const planned: OpenMilestone = {
      id,
      title,
      key,
      dependsOn,
      current,
      changes: {},
      status: 'planned',
      ...(party && { party }),
      ...(stage && { stage }),
    };
    return { ...initiative, milestones: put(initiative.milestones, id, promised(initiative, planned, current)) };
  },
  'milestone.described.v1': (initiative, { data }) =>
    change(initiative, data.milestone, (milestone) => ({ ...milestone, ...(data.title && { title: data.title }) })),
  'milestone.dependencies-set.v1': (initiative, { data }) =>
    change(initiative, data.milestone, (milestone) => ({ ...milestone, dependsOn: data.dependsOn })),
  'milestone.target-set.v1': (initiative, { data, version }) =>
    change(initiative, data.milestone, (milestone) =>
      promised(initiative, milestone, { promise: data.target, version }),
    ),
  'milestone.target-moved.v1': (initiative, { data, version }) =>
    change(initiative, data.milestone, (milestone) => promised(initiative, milestone, { promise: data.to, version })),
  'milestone.target-change-requested.v1': (initiative, { data, actor, onBehalfOf }) =>
    change(initiative, data.milestone, (milestone) => ({
      ...milestone,
      changes: put(milestone.changes, data.change, {
        status: 'undecided',
        from: data.from,
        to: data.to,
        on: data.happenedOn,
        requester: actor,
        ...(onBehalfOf !== undefined && { requestedFor: onBehalfOf }),
      }),
    })),
  'milestone.target-change-decided.v1': (initiative, { data, version }) =>
    change(initiative, data.milestone, (milestone) => {
      const closed = decided(milestone, data.change, data.decision);
      const to = data.to ?? find(milestone.changes, data.change)?.to;
      return data.decision === 'approved' && to !== undefined
        ? promised(initiative, closed, { promise: to, version })
        : closed;
    }),
  'milestone.target-change-withdrawn.v1': (initiative, { data }) =>
    change(initiative, data.milestone, (milestone) => decided(milestone, data.change, 'withdrawn')),
  'milestone.started.v1': (initiative, { data }) =>
    change(initiative, data.milestone, (milestone) => started(milestone, data.happenedOn)),
  'milestone.reached.v1': (initiative, { data, actor, onBehalfOf, version }) =>
    endWaitsOf(
      change(initiative, data.milestone, (milestone) => ({
        ...base(milestone),
        changes: lapsed(milestone),
        status: 'reached',
        reachedOn: data.happenedOn,
        reachedVersion: version,
        reporter: actor,
        ...(onBehalfOf !== undefined && { reportedFor: onBehalfOf }),
        evidence: data.evidence.length,
      })),
      data.milestone,
      data.happenedOn,
    ),
  'milestone.confirmed.v1': (initiative, { data }) =>
    change(initiative, data.milestone, (milestone) =>
      isReached(milestone)
        ? {
            ...milestone,
            status: 'confirmed',
            confirmedOn: data.happenedOn,
            evidence: milestone.evidence + (data.evidence?.length ?? 0),
          }
        : milestone,
    ),
  'milestone.reopened.v1': (initiative, { data }) =>
    change(initiative, data.milestone, (milestone) => ({
      ...base(milestone),
      status: 'reopened',
      reopenedOn: data.happenedOn,
    })),
  'milestone.cancelled.v1': (initiative, { data }) =>
    endWaitsOf(
      change(initiative, data.milestone, (milestone) => ({
        ...base(milestone),
        changes: lapsed(milestone),
        status: 'cancelled',
        cancelledOn: data.happenedOn,
      })),
      data.milestone,
      data.happenedOn,
    ),
};

/** Publication turns the promises of a draft into original ones. */
export const withOriginals = (initiative: Initiative): Initiative => ({
  ...initiative,
  milestones: mapById(initiative.milestones, (milestone) => promised(initiative, milestone, milestone.current)),
});
