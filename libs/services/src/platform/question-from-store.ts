import { initiativeKinds, type AnyRecordedEvent, type LocalDate, type StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import type { EventStore } from '@masar/event-store';
import {
  collectAll,
  collectAllOfCommitment,
  referencedStreams,
  type CommitmentFacts,
  type InitiativeFacts,
  type Question,
} from '@masar/timeline';
import type { CommitmentIndex } from './commitment-index.js';
import { inPortions } from './in-portions.js';
import { lendsDates } from './lent-dates.js';

/** Other streams that are read for one initiative, beside its own commitments. */
const othersAtMost = 5_000;
const kinds: ReadonlySet<string> = new Set(initiativeKinds);
const collectionOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('/'));

const ownerOf = ({ owners, registration }: InitiativeFacts): string => owners.at(-1)?.to ?? registration.owner;

const eventsOf = async (store: EventStore, stream: StreamName): Promise<readonly AnyRecordedEvent[]> => {
  const events: AnyRecordedEvent[] = [];
  for (;;) {
    const page = await store.read(stream, events.length, 500);
    events.push(...page);
    if (page.length < 500) return events;
  }
};

/** Where a question's facts are read from: the store itself, and what it knows of commitments. */
export interface FactsInStore {
  readonly store: EventStore;
  readonly commitments: CommitmentIndex;
}

/** Facts of every stream an initiative leads to, as far as they are in this store. */
class Gathered {
  readonly initiatives = new Map<StreamName, InitiativeFacts>();
  readonly commitments = new Map<StreamName, CommitmentFacts>();
  readonly #asked = new Set<StreamName>();
  readonly #read = new Map<StreamName, Promise<InitiativeFacts | undefined>>();
  #owner: string | undefined;

  constructor(private readonly from: FactsInStore) {}

  /**
   * The initiative with all of its own commitments, then what it hangs on, the nearest first and in order of name. Of those that
   * come after the `othersAtMost`-th it is as if nothing had happened there: nobody is refused for how many there are.
   */
  async gather(stream: StreamName): Promise<void> {
    this.#asked.add(stream);
    const named = await this.#take(stream);
    await this.#takeAll(await this.from.commitments.find({ initiative: stream }));
    let left = othersAtMost;
    for (let next = named; next.length > 0 && left > 0;) {
      const wave = [...new Set(next)].filter((one) => !this.#asked.has(one)).slice(0, left);
      left -= wave.length;
      const named = await this.#takeAll(wave);
      const lending = new Set(wave.filter((one) => this.initiatives.has(one)));
      next = [...named, ...(await this.from.commitments.findFor(lending))];
    }
  }

  async #takeAll(streams: readonly StreamName[]): Promise<readonly StreamName[]> {
    for (const stream of streams) this.#asked.add(stream);
    return (await inPortions(streams, (stream) => this.#take(stream))).flat();
  }

  async #take(stream: StreamName): Promise<readonly StreamName[]> {
    const { store } = this.from;
    if (collectionOf(stream) === 'commitments') {
      const commitment = collectAllOfCommitment(await eventsOf(store, stream));
      if (commitment && (await this.#lent(commitment.initiative))) this.commitments.set(stream, commitment);
      return [];
    }
    const facts = await this.#lent(stream);
    if (!facts) return [];
    this.initiatives.set(stream, facts);
    return referencedStreams(facts);
  }

  /** Facts of an initiative that lends its dates to the owner of the first one; undefined elsewhere, as reporting reads it. */
  #lent(stream: StreamName): Promise<InitiativeFacts | undefined> {
    const reading = this.#read.get(stream) ?? this.#readLent(stream);
    this.#read.set(stream, reading);
    return reading;
  }

  async #readLent(stream: StreamName): Promise<InitiativeFacts | undefined> {
    if (!kinds.has(collectionOf(stream))) return undefined;
    const facts = collectAll(await eventsOf(this.from.store, stream));
    if (!facts) return undefined;
    const owner = ownerOf(facts);
    this.#owner ??= owner;
    return lendsDates(facts, owner, this.#owner) ? facts : undefined;
  }
}

/**
 * What reporting would ask about an initiative, over the store's own events: for commands and reads that must not depend on how
 * far reporting has come. `on` comes from the owner. Undefined where there is no such initiative.
 */
export const questionFromStore = async (
  from: FactsInStore,
  stream: StreamName,
  directory: Directory,
  onOf: (owner: string) => LocalDate,
): Promise<Question | undefined> => {
  const gathered = new Gathered(from);
  await gathered.gather(stream);
  const facts = gathered.initiatives.get(stream);
  if (!facts) return undefined;
  const on = onOf(ownerOf(facts));
  return {
    facts,
    on,
    knownOn: on,
    directory,
    related: (other) => gathered.initiatives.get(other),
    commitments: [...gathered.commitments.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1)),
  };
};
