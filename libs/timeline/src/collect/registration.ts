import type { RecordedEvent } from '@masar/contracts';
import { factOf, present, type Collectors } from './collector.js';
import type { InitiativeFacts } from './facts.js';

/** The first event of an initiative: everything else is about what it registers. */
export const registered = (event: RecordedEvent<'initiative.registered.v1'>): InitiativeFacts => {
  const { title, owner, draft, startedOn, kind, type, audience, partnerTitle, path, source } = event.data;
  return {
    stream: event.stream,
    kind,
    id: event.stream.slice(event.stream.indexOf('/') + 1),
    version: event.version,
    recordedAt: event.recordedAt,
    registration: { ...factOf(event), title, owner, draft, ...present({ startedOn }) },
    audience,
    ...present({ type, partnerTitle, path, source }),
    descriptions: [],
    owners: [],
    members: {},
    endings: [],
    milestones: [],
    waits: [],
    pauses: [],
    contests: [],
    blockers: [],
    corrections: [],
    correctionRequests: [],
    ratings: [],
    questions: [],
    stages: [],
    scopes: [],
    applications: [],
  };
};

export const initiativeCollectors: Collectors = {
  'initiative.published.v1': (facts, event) => ({ ...facts, published: factOf(event) }),
  'initiative.described.v1': (facts, event) => {
    const { title, type, partnerTitle, audience, startedOn } = event.data;
    return {
      ...facts,
      ...present({ partnerTitle, audience }),
      descriptions: [...facts.descriptions, { ...factOf(event), ...present({ title, type, startedOn }) }],
    };
  },
  'initiative.owner-changed.v1': (facts, event) => ({
    ...facts,
    owners: [...facts.owners, { ...factOf(event), to: event.data.to }],
  }),
  'initiative.member-added.v1': (facts, event) => ({
    ...facts,
    members: { ...facts.members, [event.data.user]: event.data.role },
  }),
  'initiative.member-removed.v1': (facts, event) => {
    const { [event.data.user]: _gone, ...members } = facts.members;
    return { ...facts, members };
  },
  'initiative.completed.v1': (facts, event) => ({
    ...facts,
    endings: [...facts.endings, { ...factOf(event), ending: 'complete' }],
  }),
  'initiative.cancelled.v1': (facts, event) => ({
    ...facts,
    endings: [...facts.endings, { ...factOf(event), ending: 'cancelled' }],
  }),
};
