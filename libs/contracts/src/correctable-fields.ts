import type { EventType } from './events/catalogue.js';
import type { CorrectionField } from './vocabulary.js';

/** Where a corrected field lives in the data of an event: `on` and `since` are its `happenedOn`; the rest keep their name. */
export const correctedProperty = (field: CorrectionField): string =>
  field === 'on' || field === 'since' ? 'happenedOn' : field;

/**
 * What may be corrected, per event type: a closed list (definitions §4). A correction names the version of the event
 * and one of these fields. `target` is the original promise, so only the events that can write it are listed; what
 * was decided by somebody (decisions, rulings, grants) is not corrected but decided anew.
 */
export const correctableFields = {
  'initiative.registered.v1': ['title', 'startedOn'],
  'initiative.published.v1': ['on'],
  'initiative.described.v1': ['title', 'startedOn'],
  'initiative.owner-changed.v1': ['on', 'reason'],
  'initiative.completed.v1': ['on'],
  'initiative.cancelled.v1': ['on', 'reason'],
  'milestone.planned.v1': ['title', 'party', 'target'],
  'milestone.described.v1': ['title'],
  'milestone.target-set.v1': ['target'],
  'milestone.target-moved.v1': ['reason'],
  'milestone.started.v1': ['on'],
  'milestone.reached.v1': ['on'],
  'milestone.confirmed.v1': ['on'],
  'milestone.reopened.v1': ['on', 'reason'],
  'milestone.cancelled.v1': ['on', 'reason'],
  'wait.began.v1': ['since', 'party', 'reason'],
  'wait.affirmed.v1': ['on'],
  'wait.ended.v1': ['on'],
  'blocker.raised.v1': ['on', 'title', 'dueOn'],
  'blocker.resolved.v1': ['on'],
  'rating.given.v1': ['on'],
  'law.stage-entered.v1': ['on', 'stage', 'party'],
  'law.outcome-recorded.v1': ['on'],
  'policy.application-recorded.v1': ['on'],
  'policy.application-verified.v1': ['on'],
  'policy.entity-exempted.v1': ['on'],
} as const satisfies { readonly [T in EventType]?: readonly CorrectionField[] };

/** The correctable fields of an event type; none for a type that is not listed. */
export const correctableFieldsOf = (type: string): readonly CorrectionField[] =>
  Object.hasOwn(correctableFields, type) ? correctableFields[type as keyof typeof correctableFields] : [];
