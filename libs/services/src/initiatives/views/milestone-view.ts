import { isDateTarget, isRelativeTarget, type TargetPromise } from '@masar/contracts';
import { isReached, type Initiative, type Milestone } from '@masar/domain';
import { factsOf, lastOf, present, recordOf } from './facts-of.js';

const statuses: Readonly<Record<Milestone['status'], string>> = {
  planned: 'planned',
  started: 'in-progress',
  reopened: 'reopened',
  reached: 'reached',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
};

/** A promise as it was made; when a rule resolves and to which date, the timeline says. */
const targetView = (promise: TargetPromise | undefined) => {
  if (promise === undefined) return null;
  if (isDateTarget(promise)) return { date: promise };
  return isRelativeTarget(promise) ? { unresolved: true, ...promise } : promise;
};

const milestoneView = (initiative: Initiative, milestone: Milestone) => {
  const { id } = milestone;
  const planned = lastOf(initiative, 'milestone.planned.v1', (data) => data.milestone === id);
  const described = factsOf(initiative, 'milestone.described.v1').filter((fact) => fact.data.milestone === id);
  const forecast = lastOf(initiative, 'milestone.forecast.v1', (data) => data.milestone === id);
  const reached = isReached(milestone)
    ? lastOf(initiative, 'milestone.reached.v1', (data) => data.milestone === id)
    : undefined;
  return present({
    id,
    title: milestone.title,
    type: described.findLast((fact) => fact.data.type !== undefined)?.data.type ?? planned?.data.type,
    weight: described.findLast((fact) => fact.data.weight !== undefined)?.data.weight ?? planned?.data.weight,
    party: milestone.party ?? `entity:${initiative.owner}`,
    key: milestone.key,
    stage: milestone.stage,
    dependsOn: milestone.dependsOn,
    status: statuses[milestone.status],
    originalTarget: targetView(milestone.original?.promise),
    currentTarget: targetView(milestone.current.promise),
    startedOn: milestone.startedOn ?? null,
    forecast: forecast?.data.date ?? null,
    actual: isReached(milestone) ? milestone.reachedOn : null,
    confirmedOn: milestone.status === 'confirmed' ? milestone.confirmedOn : null,
    evidence: reached?.data.evidence ?? [],
    ...(planned && recordOf(planned)),
  });
};

export const milestoneViews = (initiative: Initiative) =>
  Object.values(initiative.milestones).map((milestone) => milestoneView(initiative, milestone));

/** Requests for another target, of one milestone or of all. */
export const targetChangeViews = (initiative: Initiative, of?: string) =>
  factsOf(initiative, 'milestone.target-change-requested.v1')
    .filter(({ data }) => of === undefined || data.milestone === of)
    .map((asked) => {
      const { milestone, change, from, to, reason, happenedOn } = asked.data;
      const decided = lastOf(
        initiative,
        'milestone.target-change-decided.v1',
        (data) => data.change === change && data.milestone === milestone,
      );
      const status = initiative.milestones[milestone]?.changes[change]?.status;
      return present({
        id: change,
        milestone,
        from: targetView(from),
        to: targetView(to),
        reason,
        on: happenedOn,
        status,
        decidedOn: decided?.data.happenedOn,
        decidedBy: decided?.actor,
        decision: decided?.data.reason,
        ...recordOf(asked),
      });
    });
