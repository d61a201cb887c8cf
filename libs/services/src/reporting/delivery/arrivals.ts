import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { DocumentWrite, ReadModels } from '@masar/read-models';

/** A commit whose events are in history and that has no place in the order yet. `fork`: an event that does not fit what is there. */
export interface Arrived {
  readonly stream: StreamName;
  readonly first: number;
  readonly last: number;
  readonly hash: string;
  readonly fork?: AnyRecordedEvent;
}

interface StoredArrival {
  readonly id: string;
  readonly body: Arrived;
}

const attempts = 5;
const shape = {
  fields: { waiting: 'text', stream: 'text' },
  indexes: [['waiting'], ['stream']],
} as const;
const anything = { range: { waiting: { above: '' } } };

/** A commit and what lies under its name at most once: a fork is another hash. */
const idOf = ({ stream, last, hash }: Arrived): string => `${stream}@${last}#${hash}`;

/**
 * Commits that were delivered, by whichever process: each is noted once, after its events are in history, and waits until
 * the one process that puts them in order has given it a place. `waiting` sorts about as they came; order within a stream
 * is looked after by whoever takes them.
 */
export class Arrivals {
  readonly #collection: string;

  private constructor(
    private readonly models: ReadModels,
    epoch: string,
  ) {
    this.#collection = `arrivals@${epoch}`;
  }

  /** `declares`: made where it is missing; whoever only reads leaves that to those who write. */
  static async open(models: ReadModels, epoch: string, declares: boolean): Promise<Arrivals> {
    const arrivals = new Arrivals(models, epoch);
    if (declares) await models.declare({ name: arrivals.#collection, ...shape });
    return arrivals;
  }

  /** Notes what was not noted before; noted again changes nothing. `mark` sorts by when they came. */
  async note(arrived: readonly Arrived[], mark: string): Promise<void> {
    const byId = new Map(arrived.map((one) => [idOf(one), one]));
    // Nearly always nobody noted them before: only what is met is asked about.
    for (let tried = 1; byId.size > 0; tried += 1) {
      const writes = [...byId].map(([id, body], index) =>
        this.#put(id, body, `${mark}-${String(index).padStart(5, '0')}`),
      );
      const { conflictAt } = await this.models.write(writes.map((write) => ({ ...write, expected: 0 })));
      if (conflictAt === undefined) return;
      if (tried === attempts) throw new Error('arrivals are being noted by another');
      const held = await this.models.getMany(this.#collection, [...byId.keys()]);
      for (const { id } of held) byId.delete(id);
    }
  }

  /** The first that wait, about as they came. */
  async waiting(most: number): Promise<readonly StoredArrival[]> {
    return this.models.query<Arrived>(this.#collection, { ...anything, sort: { field: 'waiting' }, limit: most });
  }

  /** So many wait, counted to a bound. */
  count(upTo: number): Promise<number> {
    return this.models.count(this.#collection, anything, upTo);
  }

  /** They have a place: they wait no more. Said twice, it changes nothing. */
  async placed(arrivals: readonly StoredArrival[]): Promise<void> {
    await this.models.write(arrivals.map(({ id, body }) => this.#put(id, body)));
  }

  /** A stream whose copy is dropped comes again, and is to be put in order again. */
  async forget(stream: StreamName): Promise<void> {
    for (;;) {
      const some = await this.models.query<Arrived>(this.#collection, { equal: { stream }, limit: 500 });
      if (some.length === 0) return;
      await this.models.write(some.map(({ id }) => ({ op: 'delete' as const, collection: this.#collection, id })));
    }
  }

  #put(id: string, body: Arrived, waiting: string | null = null): Extract<DocumentWrite, { op: 'put' }> {
    return { op: 'put', collection: this.#collection, id, fields: { waiting, stream: body.stream }, body };
  }
}
