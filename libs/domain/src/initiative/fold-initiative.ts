import { put, without } from './by-id.js';
import { withOriginals } from './fold-milestones.js';
import { ended } from './fold-waits.js';
import type { Fact, Initiative } from './state.js';
import type { Folds } from './kind-rules.js';

/** What a registration leaves; `emptyOwn` is the kind's. */
export const registered = (
  { data }: Fact<'initiative.registered.v1'>,
  stream: Initiative['stream'],
  emptyOwn: unknown,
): Initiative => ({
  status: data.draft ? 'draft' : 'open',
  stream,
  kind: data.kind,
  title: data.title,
  owner: data.owner,
  audience: data.audience,
  ...(data.type && { type: data.type }),
  ...(data.partnerTitle && { partnerTitle: data.partnerTitle }),
  ...(data.path && { path: data.path }),
  ...(data.startedOn && { startedOn: data.startedOn }),
  members: {},
  milestones: {},
  waits: {},
  pauses: {},
  contests: {},
  corrections: {},
  blockers: {},
  notes: [],
  own: emptyOwn,
  facts: [],
});

export const initiativeFolds: Folds = {
  'initiative.published.v1': (initiative) => withOriginals({ ...initiative, status: 'open' }),
  'initiative.described.v1': (initiative, { data }) => ({
    ...initiative,
    ...(data.title && { title: data.title }),
    ...(data.type && { type: data.type }),
    ...(data.partnerTitle && { partnerTitle: data.partnerTitle }),
    ...(data.audience && { audience: data.audience }),
    ...(data.startedOn && { startedOn: data.startedOn }),
  }),
  'initiative.owner-changed.v1': (initiative, { data }) => ({
    ...initiative,
    owner: data.to,
    ownerSince: data.happenedOn,
  }),
  'initiative.member-added.v1': (initiative, { data }) => ({
    ...initiative,
    members: put(initiative.members, data.user, data.role),
  }),
  'initiative.member-removed.v1': (initiative, { data }) => ({
    ...initiative,
    members: without(initiative.members, data.user),
  }),
  'initiative.completed.v1': (initiative, { data }) => ended(initiative, 'complete', data.happenedOn),
  'initiative.cancelled.v1': (initiative, { data }) => ended(initiative, 'cancelled', data.happenedOn),
};
