import { endOfDayInstant, localDateOf } from '@masar/calendar';
import { upcast, type AnyRecordedEvent, type Instant, type LocalDate, type StreamName } from '@masar/contracts';
import type { History } from '@masar/read-models';
import { collect, collectCommitment, type CommitmentFacts, type InitiativeFacts } from '@masar/timeline';
import { isCommitment, isInitiative } from './collectors.js';
import type { DirectoryBook } from './directory-book.js';
import { collectionOf, incompleteSince, type StreamDocument } from './stream-document.js';
import { factsOf, leanedOn, ownerOf, reachableFrom, worldIncompleteSince, type World } from './world.js';

const pageEvents = 500;

/** Events of a stream in order, up to the version that is folded: what history holds beyond it is not believed yet. */
export const readApplied = async (history: History, document: StreamDocument): Promise<readonly AnyRecordedEvent[]> => {
  const events: AnyRecordedEvent[] = [];
  while (events.length < document.version) {
    const page = await history.read(document.stream, { after: events.length, limit: pageEvents });
    for (const event of page) if (event.version <= document.version) events.push(upcast(event));
    if (page.length < pageEvents) break;
  }
  return events;
};

type Fold<Facts> = (facts: Facts | undefined, event: AnyRecordedEvent) => Facts;

/** One stream folded further and further, as more of it becomes known. */
class Prefix<Facts> {
  #folded = 0;
  #facts: Facts | undefined;

  constructor(
    readonly document: StreamDocument<Facts>,
    readonly events: readonly AnyRecordedEvent[],
    private readonly fold: Fold<Facts>,
  ) {}

  get next(): AnyRecordedEvent | undefined {
    return this.events[this.#folded];
  }
  get facts(): Facts | undefined {
    return this.#facts;
  }

  foldOne(): void {
    this.#facts = this.fold(this.#facts, this.events[this.#folded]!);
    this.#folded += 1;
  }

  foldBefore(instant: Instant): void {
    while (this.next && this.next.knownAt < instant) this.foldOne();
  }
}

type AnyPrefix = Prefix<InitiativeFacts> | Prefix<CommitmentFacts>;

const prefixOf = (document: StreamDocument, events: readonly AnyRecordedEvent[]): AnyPrefix =>
  isCommitment(collectionOf(document.stream))
    ? new Prefix(document as StreamDocument<CommitmentFacts>, events, collectCommitment)
    : new Prefix(document as StreamDocument<InitiativeFacts>, events, collect);

/**
 * One initiative with everything it leans on, as known on one day after another (definitions §1): of each stream the
 * longest prefix known before the end of the day in the initiative's zone, the directory as known at the same instant. What
 * lent its dates then is what by its own facts of then did, so that a day reads the same whenever it is read. Days must be
 * asked for in order.
 */
export class PastWorlds {
  private constructor(
    private readonly own: Prefix<InitiativeFacts>,
    private readonly others: ReadonlyMap<StreamName, AnyPrefix>,
    private readonly directories: DirectoryBook,
  ) {}

  /** Undefined when nothing of the stream is folded. */
  static async open(
    stream: StreamName,
    history: History,
    documentOf: (stream: StreamName) => Promise<StreamDocument | undefined>,
    directories: DirectoryBook,
  ): Promise<PastWorlds | undefined> {
    const document = isInitiative(collectionOf(stream)) ? await documentOf(stream) : undefined;
    if (!document?.facts) return undefined;
    const initiative = document as StreamDocument<InitiativeFacts>;
    const others = new Map<StreamName, AnyPrefix>();
    for (const [name, other] of await reachableFrom(initiative, documentOf))
      others.set(name, prefixOf(other, await readApplied(history, other)));
    const own = new Prefix(initiative, await readApplied(history, document), collect);
    return new PastWorlds(own, others, directories);
  }

  /** Of the owner as far as it is folded; before the first event, of the owner that one names. */
  get zone(): string {
    const { facts, events } = this.own;
    return this.directories.knownBefore().zoneOf(facts ? ownerOf(facts) : String(events[0]?.data['owner']));
  }

  /** Folds what was known before the end of a day, or up to an instant; answers where that ends. */
  #foldTo(known: LocalDate | Instant): Instant {
    const end = (): Instant => (known.length === 10 ? endOfDayInstant(known, this.zone) : justAfter(known));
    while (this.own.next && this.own.next.knownAt < end()) this.own.foldOne();
    const before = end();
    for (const prefix of this.others.values()) prefix.foldBefore(before);
    return before;
  }

  /** As known on a day (or at an instant); undefined where nothing of the initiative was known. */
  at(known: LocalDate | Instant): World | undefined {
    const before = this.#foldTo(known);
    const { facts, document } = this.own;
    if (!facts) return undefined;
    const leaned = leanedOn({ ...document, facts }, (name) => this.#then(name));
    const since = worldIncompleteSince(document, leaned.commitments.values());
    return {
      stream: document.stream,
      facts,
      ...factsOf(leaned),
      directory: this.directories.knownBefore(before),
      zone: this.zone,
      ...(since !== undefined && since < before ? { incompleteSince: since } : {}),
    };
  }

  /** A document as far as it is folded. */
  #then(name: StreamName): StreamDocument | undefined {
    const prefix = this.others.get(name);
    return prefix?.facts && { ...prefix.document, facts: prefix.facts };
  }

  /** Days on which something the initiative leans on became known, in order. */
  knowledgeDays(): readonly LocalDate[] {
    const instants = new Set<Instant>(this.directories.instants());
    for (const { events, document } of [this.own, ...this.others.values()]) {
      for (const event of events) instants.add(event.knownAt);
      const since = incompleteSince(document);
      if (since !== undefined) instants.add(since);
    }
    const owners = this.own.events
      .flatMap(({ data }) => [data['owner'], data['to']])
      .filter((owner) => typeof owner === 'string');
    const zones = new Set(owners.map((owner) => this.directories.knownBefore().zoneOf(owner)));
    return [...new Set([...instants].flatMap((at) => [...zones].map((zone) => localDateOf(at, zone))))].sort();
  }
}

/** Known at an instant is known up to and with it. */
const justAfter = (instant: Instant): Instant => new Date(Date.parse(instant) + 1).toISOString();
