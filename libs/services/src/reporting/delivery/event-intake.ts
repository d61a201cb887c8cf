import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { Delivery } from '@masar/event-log';
import type { History, ReadModels } from '@masar/read-models';
import { commitsOf, type Commit } from '../projector/commits.js';
import type { Arrived } from './arrivals.js';
import { deliveryGroup } from './history-log.js';
import { openKept, type Kept } from './kept.js';

export interface IntakePorts {
  readonly models: ReadModels;
  readonly history: History;
  /** The epoch of the truth, asked of the store itself: the topics still hold what a store told before it was restored. */
  readonly truthEpoch: () => Promise<string>;
  /** Sorts by when a delivery came: an instant and a name of this process. */
  readonly mark: () => string;
}

/** Nothing may be kept here: what is told is a history this process has no truth of. */
export class OtherStore extends Error {
  constructor() {
    super('other processes of reporting have another store open: all are to be started again with the same');
    this.name = 'OtherStore';
  }
}

/**
 * Keeps what the broker delivers to this process: each event in history, then its commit among the arrivals. Everything may
 * come again, from here or from another process: what is kept already stays as it is. Rejects when storage is away; the
 * partition then rests and the same delivery comes again.
 */
export class EventIntake {
  #kept: Kept | undefined;

  constructor(private readonly ports: IntakePorts) {}

  /** To be called before anything is delivered. A store with another epoch than the one held tells another history: all is begun anew. */
  async meetEpoch(): Promise<Kept> {
    const { models, history, truthEpoch } = this.ports;
    const epoch = await truthEpoch();
    // Declared before the epoch is told: whoever reads of it finds where to look.
    const kept = await openKept(models, epoch, true);
    if ((await history.epoch(deliveryGroup)) !== epoch) await history.startEpoch(deliveryGroup, epoch);
    await dropOthers(models, epoch);
    return (this.#kept = kept);
  }

  /** Answers how many events were new. */
  async keep({ events, epoch }: Pick<Delivery, 'events' | 'epoch'>): Promise<number> {
    const kept = this.#kept?.epoch === epoch ? this.#kept : await this.#meetOther(epoch);
    // Of another store, or of this one before it was restored: it is told again under the epoch that holds.
    if (kept.epoch !== epoch) return 0;
    // Others began another: what is inserted from here on would be told as if it were of that.
    if ((await this.ports.history.epoch(deliveryGroup)) !== epoch) throw new OtherStore();
    const verdicts = await this.ports.history.insert(deliveryGroup, events);
    const forks = new Set(events.filter((_, index) => verdicts[index] === 'fork'));
    await kept.arrivals.note(arrivedOf(events, forks), this.ports.mark());
    return verdicts.filter((verdict) => verdict === 'new').length;
  }

  /** Something of another epoch came: of a restored store, which this process has open by now, has not yet, or had before. */
  async #meetOther(epoch: string): Promise<Kept> {
    const { history, truthEpoch } = this.ports;
    const isStill = this.#kept !== undefined && this.#kept.epoch === (await truthEpoch());
    if (!isStill) return this.meetEpoch();
    // Passed over, it would be lost: its offset is committed next, and whoever follows the restored store never given it.
    if ((await history.epoch(deliveryGroup)) === epoch) throw new OtherStore();
    return this.#kept!;
  }

  /** Drops the copy of a stream, which is then delivered again. */
  async forget(stream: StreamName): Promise<void> {
    const { arrivals } = this.#kept ?? (await this.meetEpoch());
    // The arrivals first: cut in between, what is still held is a duplicate and noted again.
    await arrivals.forget(stream);
    await this.ports.history.forget(stream);
  }
}

/** Each fork by itself, every other commit as one. Pure. */
const arrivedOf = (events: readonly AnyRecordedEvent[], forks: ReadonlySet<AnyRecordedEvent>): readonly Arrived[] =>
  commitsOf(events).flatMap(({ stream, events: ofCommit }: Commit) => {
    const sound = ofCommit.filter((event) => !forks.has(event)).sort((a, b) => a.version - b.version);
    const [first, last] = [sound[0], sound.at(-1)];
    return [
      ...(first && last ? [{ stream, first: first.version, last: last.version, hash: last.hash }] : []),
      ...ofCommit
        .filter((event) => forks.has(event))
        .map((fork) => ({ stream, first: fork.version, last: fork.version, hash: fork.hash, fork })),
    ];
  });

/** What was kept of a store's earlier epochs. */
const dropOthers = async (models: ReadModels, epoch: string): Promise<void> => {
  for (const name of await models.collections()) {
    const [collection, of] = name.split('@');
    if (collection?.startsWith('arrival') && of !== epoch) await models.drop(name);
  }
};
