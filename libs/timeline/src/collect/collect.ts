import { isLocalDate } from '@masar/calendar';
import type { AnyRecordedEvent, RecordedEvent, StreamName } from '@masar/contracts';
import { applicationCollectors } from './applications.js';
import { blockerCollectors } from './blockers.js';
import type { Collectors } from './collector.js';
import { contestCollectors } from './contests.js';
import { correctionCollectors } from './corrections.js';
import type { InitiativeFacts } from './facts.js';
import { FoldFault } from './fold-fault.js';
import { milestoneCollectors } from './milestones.js';
import { pauseCollectors } from './pauses.js';
import { initiativeCollectors, registered } from './registration.js';
import { stageCollectors } from './stages.js';
import { voiceCollectors } from './voices.js';
import { waitCollectors } from './waits.js';

const collectors = new Map(
  Object.entries({
    ...initiativeCollectors,
    ...milestoneCollectors,
    ...waitCollectors,
    ...pauseCollectors,
    ...contestCollectors,
    ...correctionCollectors,
    ...blockerCollectors,
    ...stageCollectors,
    ...voiceCollectors,
    ...applicationCollectors,
  } satisfies Collectors) as [string, (facts: InitiativeFacts, event: RecordedEvent) => InitiativeFacts][],
);

/** The data is what its schema promises at the wire; an event that is not lands here as a TypeError and parks the stream. */
const folded = (facts: InitiativeFacts | undefined, event: AnyRecordedEvent): InitiativeFacts => {
  if (event.type === 'initiative.registered.v1') {
    if (facts) throw new FoldFault('fold/registered-twice', event);
    return registered(event as RecordedEvent<'initiative.registered.v1'>);
  }
  if (!facts) throw new FoldFault('fold/not-registered', event);
  const collector = collectors.get(event.type);
  return collector ? collector(facts, event as RecordedEvent) : facts;
};

/**
 * Folds the next event of an initiative's stream into its facts. Types nobody collects are passed over. Throws
 * `FoldFault` on an event that cannot be folded: the first is no registration, a gap, a date that is none, an id that
 * was never announced.
 */
export const collect = (facts: InitiativeFacts | undefined, event: AnyRecordedEvent): InitiativeFacts => {
  if (event.version !== (facts?.version ?? 0) + 1) throw new FoldFault('fold/out-of-order', event);
  if (!isLocalDate(event.data?.happenedOn)) throw new FoldFault('fold/not-a-date', event, 'happenedOn');
  try {
    return { ...folded(facts, event), version: event.version, recordedAt: event.recordedAt };
  } catch (fault) {
    if (fault instanceof TypeError) throw new FoldFault('fold/malformed', event, fault.message);
    throw fault;
  }
};

/** Folds a whole stream, or the prefix of it that was known on a day. */
export const collectAll = (events: Iterable<AnyRecordedEvent>): InitiativeFacts | undefined => {
  let facts: InitiativeFacts | undefined;
  for (const event of events) facts = collect(facts, event);
  return facts;
};

/** Streams other than its own that an initiative's targets and dependencies name, in order of name. */
export const referencedStreams = (facts: InitiativeFacts): readonly StreamName[] => {
  const named = new Set<string>();
  for (const milestone of facts.milestones) {
    for (const { target } of milestone.promises)
      if (typeof target === 'object' && 'after' in target) named.add(target.after);
    for (const { dependsOn } of milestone.dependencies) for (const reference of dependsOn) named.add(reference);
  }
  const streams = new Set<StreamName>();
  for (const reference of named) {
    const [collection, id] = reference.split('/');
    if (collection !== undefined && id !== undefined) streams.add(`${collection}/${id}`);
  }
  streams.delete(facts.stream);
  return [...streams].sort();
};
