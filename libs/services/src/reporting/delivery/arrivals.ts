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
const waitingShape = { fields: { mark: 'text', stream: 'text' }, indexes: [['mark'], ['stream']] } as const;
const placedShape = { fields: { stream: 'text' }, indexes: [['stream']] } as const;

/** A commit and what lies under its name at most once: a fork is another hash. */
const idOf = ({ stream, last, hash }: Arrived): string => `${stream}@${last}#${hash}`;

/**
 * Commits that were delivered, by whichever process: each is noted once, after its events are in history, and waits until
 * the one process that puts them in order has given it a place. What waits is held apart from what has its place, so that
 * looking for it costs the same however much was ever delivered. `mark` sorts about as they came; order within a stream is
 * looked after by whoever takes them.
 */
export class Arrivals {
  readonly #waiting: string;
  readonly #placed: string;

  private constructor(
    private readonly models: ReadModels,
    epoch: string,
  ) {
    this.#waiting = `arrivals-waiting@${epoch}`;
    this.#placed = `arrivals-placed@${epoch}`;
  }

  /** `declares`: made where it is missing; whoever only reads leaves that to those who write. */
  static async open(models: ReadModels, epoch: string, declares: boolean): Promise<Arrivals> {
    const arrivals = new Arrivals(models, epoch);
    if (!declares) return arrivals;
    await models.declare({ name: arrivals.#placed, ...placedShape });
    await models.declare({ name: arrivals.#waiting, ...waitingShape });
    return arrivals;
  }

  /**
   * Notes what was not noted before; noted again changes nothing. What is given its place at this very moment may be noted
   * once more: it is then in the order twice, which whoever folds bears. `mark` sorts by when they came.
   */
  async note(arrived: readonly Arrived[], mark: string): Promise<void> {
    const byId = new Map(arrived.map((one) => [idOf(one), one]));
    for (const { id } of await this.models.getMany(this.#placed, [...byId.keys()])) byId.delete(id);
    for (let tried = 1; byId.size > 0; tried += 1) {
      const writes = [...byId].map(([id, body], index): DocumentWrite => {
        const fields = { mark: `${mark}-${String(index).padStart(5, '0')}`, stream: body.stream };
        return { op: 'put', collection: this.#waiting, id, expected: 0, fields, body };
      });
      const { conflictAt } = await this.models.write(writes);
      if (conflictAt === undefined) return;
      if (tried === attempts) throw new Error('arrivals are being noted by another');
      for (const collection of [this.#waiting, this.#placed])
        for (const { id } of await this.models.getMany(collection, [...byId.keys()])) byId.delete(id);
    }
  }

  /** The first that wait, about as they came. */
  async waiting(most: number): Promise<readonly StoredArrival[]> {
    return this.models.query<Arrived>(this.#waiting, { sort: { field: 'mark' }, limit: most });
  }

  /** So many wait, counted to a bound. */
  count(upTo: number): Promise<number> {
    return this.models.count(this.#waiting, {}, upTo);
  }

  /** They have a place: they wait no more. Said twice, it changes nothing. */
  async placed(arrivals: readonly StoredArrival[]): Promise<void> {
    // First that they have it: cut in between, they still wait and are placed once more.
    await this.models.write([
      ...arrivals.map(({ id, body: { stream } }): DocumentWrite => {
        return { op: 'put', collection: this.#placed, id, fields: { stream }, body: null };
      }),
      ...arrivals.map(({ id }): DocumentWrite => ({ op: 'delete', collection: this.#waiting, id })),
    ]);
  }

  /** A stream whose copy is dropped comes again, and is to be put in order again. */
  async forget(stream: StreamName): Promise<void> {
    for (const collection of [this.#waiting, this.#placed])
      for (;;) {
        const some = await this.models.query(collection, { equal: { stream }, limit: 500 });
        if (some.length === 0) break;
        await this.models.write(some.map(({ id }) => ({ op: 'delete' as const, collection, id })));
      }
  }
}
