import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { BookedSpan, CommandContext } from '@masar/domain';
import type { EventStore } from '@masar/event-store';
import { bookedDays, collectAll, referencedStreams, type InitiativeFacts } from '@masar/timeline';

const streamsAtMost = 100;

const factsOf = async (store: EventStore, stream: StreamName): Promise<InitiativeFacts | undefined> => {
  const events: AnyRecordedEvent[] = [];
  for (;;) {
    const page = await store.read(stream, events.length, 500);
    events.push(...page);
    if (page.length < 500) return collectAll(events);
  }
};

/** Facts of the streams an initiative's targets and dependencies lead to, as far as they are in this store. */
const relatedFacts = async (
  store: EventStore,
  facts: InitiativeFacts,
): Promise<ReadonlyMap<StreamName, InitiativeFacts>> => {
  const found = new Map<StreamName, InitiativeFacts>();
  const asked = new Set<StreamName>([facts.stream]);
  const waiting = [...referencedStreams(facts)];
  while (waiting.length > 0 && asked.size < streamsAtMost) {
    const stream = waiting.pop()!;
    if (asked.has(stream)) continue;
    asked.add(stream);
    const related = await factsOf(store, stream);
    if (!related) continue;
    found.set(stream, related);
    waiting.push(...referencedStreams(related));
  }
  return found;
};

/**
 * The day ledger a contest or a ruling speaks about, as it reads today in the owner's zone: the same derivation that
 * reporting shows, over the stream's own events, so that a contest never depends on how far reporting has come.
 */
export const ledgerOf =
  (store: EventStore) =>
  async (stream: StreamName, { now, localDate, directory }: CommandContext): Promise<readonly BookedSpan[]> => {
    const facts = await factsOf(store, stream);
    if (!facts) return [];
    const related = await relatedFacts(store, facts);
    const owner = facts.owners.at(-1)?.to ?? facts.registration.owner;
    const on = localDate(now, directory.zoneOf(owner));
    return bookedDays({ facts, on, knownOn: on, directory, related: (other) => related.get(other) });
  };
