import type { RecordedEvent } from '@masar/contracts';
import { factOf, type Collectors } from './collector.js';
import type { ApplicationFact, InitiativeFacts } from './facts.js';

const step = (
  facts: InitiativeFacts,
  event: RecordedEvent,
  said: Omit<ApplicationFact, 'version' | 'on' | 'recordedAt' | 'by'>,
): InitiativeFacts => ({ ...facts, applications: [...facts.applications, { ...factOf(event), ...said }] });

export const applicationCollectors: Collectors = {
  'policy.scope-set.v1': (facts, event) => {
    const entities = event.data.entities.map(({ entity, dueOn }) => ({ entity, dueOn }));
    return { ...facts, scopes: [...facts.scopes, { ...factOf(event), entities }] };
  },
  'policy.application-recorded.v1': (facts, event) =>
    step(facts, event, { entity: event.data.entity, step: 'recorded', state: event.data.state }),
  'policy.application-verified.v1': (facts, event) =>
    step(facts, event, { entity: event.data.entity, step: 'verified' }),
  'policy.application-returned.v1': (facts, event) =>
    step(facts, event, { entity: event.data.entity, step: 'returned' }),
  'policy.entity-exempted.v1': (facts, event) =>
    step(facts, event, { entity: event.data.entity, step: 'exempted', ground: event.data.ground }),
};
