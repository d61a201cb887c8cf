import type { Initiative } from '@masar/domain';
import { factsOf, lastOf, present, recordOf } from './facts-of.js';

/** What a draft, an open or an ended initiative is called outside. Paused is a reading of the day: the timeline says it. */
const statusOf = ({ status, startedOn, facts }: Initiative): string => {
  if (status !== 'open') return status;
  const moves = facts.some(({ type }) => type === 'milestone.started.v1' || type === 'law.stage-entered.v1');
  return startedOn !== undefined || moves ? 'active' : 'planned';
};

export const initiativeView = (initiative: Initiative, version: number) => {
  const registered = factsOf(initiative, 'initiative.registered.v1')[0];
  return present({
    kind: initiative.kind,
    id: initiative.stream.slice(initiative.stream.indexOf('/') + 1),
    title: initiative.title,
    type: initiative.type,
    owner: initiative.owner,
    status: statusOf(initiative),
    audience: initiative.audience,
    partnerTitle: initiative.partnerTitle,
    startedOn: initiative.startedOn ?? null,
    endedOn: initiative.endedOn ?? null,
    path: initiative.path,
    source: registered?.data.source,
    version,
    position: `${initiative.stream}@${version}`,
  });
};

export const memberViews = (initiative: Initiative) =>
  Object.entries(initiative.members).map(([user, role]) => {
    const added = lastOf(initiative, 'initiative.member-added.v1', (data) => data.user === user);
    return present({ id: user, user, role, since: added?.data.happenedOn, ...(added && recordOf(added)) });
  });
