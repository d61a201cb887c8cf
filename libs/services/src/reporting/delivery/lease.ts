import type { ReadModels } from '@masar/read-models';

interface Held {
  readonly holder: string;
}

const collection = 'leases@1';
/** Of the time a turn lasts. */
const shownEvery = 0.2;

export interface LeaseOptions {
  readonly models: ReadModels;
  /** What only one process does at a time. */
  readonly name: string;
  readonly holder: string;
  /** Without a sign of life for so long a holder has lost it, milliseconds. */
  readonly forMs: number;
  /** Milliseconds of a clock that never goes back; of this process alone. */
  readonly clock?: () => number;
}

/**
 * A turn that one of several processes has. A holder shows that he is alive by writing the document again; whoever has seen
 * nothing new in it for `forMs` by his own clock takes it, by compare-and-set. Clocks of different machines are never
 * compared. It saves work and does not guard anything: what is written under it is checked by itself.
 */
export class Lease {
  #version = 0;
  #heldUntil = -Infinity;
  #seen: { readonly version: number; readonly since: number } | undefined;
  #declared: Promise<void> | undefined;

  constructor(private readonly options: LeaseOptions) {}

  /** By this process's own clock, without asking anybody. */
  get isHeld(): boolean {
    return this.#now() < this.#heldUntil;
  }

  /**
   * Takes the turn where it is free, or shows that its holder is alive, five times while it lasts at most. Rejects when
   * storage is away.
   */
  async take(): Promise<boolean> {
    const { models, name, forMs } = this.options;
    if (this.#heldUntil - this.#now() > forMs * (1 - shownEvery)) return true;
    await (this.#declared ??= models.declare({ name: collection, fields: {}, indexes: [] }).catch((fault: unknown) => {
      this.#declared = undefined;
      throw fault;
    }));
    if (this.#version > 0 && (await this.#write(this.#version))) return true;
    const found = await models.get<Held>(collection, name);
    const version = found?.version ?? 0;
    if (this.#seen?.version !== version) this.#seen = { version, since: this.#now() };
    const isFree = found === undefined || found.body.holder === '' || this.#now() - this.#seen.since >= forMs;
    return isFree && this.#write(version);
  }

  /** Gives the turn back, so that nobody has to wait. */
  async end(): Promise<void> {
    if (this.#version > 0) await this.#write(this.#version, '');
    this.#version = 0;
    this.#heldUntil = -Infinity;
  }

  async #write(expected: number, holder = this.options.holder): Promise<boolean> {
    const { models, name, forMs } = this.options;
    const at = this.#now();
    const { conflictAt } = await models.write([
      { op: 'put', collection, id: name, expected, fields: {}, body: { holder } satisfies Held },
    ]);
    const isMine = conflictAt === undefined;
    this.#version = isMine ? expected + 1 : 0;
    this.#heldUntil = isMine ? at + forMs : -Infinity;
    return isMine;
  }

  #now(): number {
    return (this.options.clock ?? (() => performance.now()))();
  }
}
