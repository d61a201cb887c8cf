import { setTimeout as pause } from 'node:timers/promises';
import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import { isDuplicateKey, walk } from '@masar/mongo';
import mongoose, { type mongo } from 'mongoose';
import { ReadModelsUnavailable } from '../faults.js';
import type { History, HistoryRead, Inserted, VersionSpan } from '../history.js';
import { placeInHistory } from '../place-in-history.js';
import { HeldNeighbours } from './held-neighbours.js';
import { placeId } from './place-id.js';
import type { HistoryDocument, ViewsServer } from './views-server.js';

const eventsAtOnce = 1000;
const attempts = 10;
const pointerId = 'epoch';
const beforeAnyEpoch = '';

const documentOf = (epoch: string, event: AnyRecordedEvent, by: mongo.ObjectId): HistoryDocument => {
  const { stream, version, hash, prevhash, knownAt } = event;
  const _id = placeId(epoch, stream, version);
  return { _id, epoch, stream, version, hash, prevhash, knownAt, event: JSON.stringify(event), by };
};

/**
 * Reporting's copy in MongoDB. Every event is held under the epoch it was delivered in and one pointer says which epoch is
 * told: starting empty is switching it, so that whoever is still at work on the old epoch disturbs nobody. Events are
 * written before the offset; without a transaction a crash in between delivers them again, as duplicates.
 */
export class MongoHistory implements History {
  /** The epoch this process works in, since it last asked or began one. */
  private believed: string | undefined;
  /** The epoch that was told when this process last read. */
  private seen: string | undefined;

  constructor(private readonly server: ViewsServer) {}

  insert(group: string, events: readonly AnyRecordedEvent[], offset?: number): Promise<readonly Inserted[]> {
    return this.server.change(async () => {
      const epoch = this.believed ?? (await this.told());
      const verdicts = await this.insertAll(epoch, events);
      if (offset !== undefined) await this.place(group, offset);
      return verdicts;
    });
  }

  /** Another delivery at the same time is met by the unique index: what it was faster with is looked at again. */
  private async insertAll(epoch: string, events: readonly AnyRecordedEvent[], tried = 1): Promise<Inserted[]> {
    if (tried > attempts) throw new ReadModelsUnavailable('history is being written by another');
    // What another has written is read only once a majority has it.
    if (tried > 1) await pause(2 ** tried);
    const held = await HeldNeighbours.around(this.server.history, epoch, events);
    const verdicts = events.map((event) => {
      const verdict = placeInHistory(event, held.of(event.stream));
      if (verdict === 'new') held.add(event.stream, event);
      return verdict;
    });
    const missed = await this.insertNew(
      epoch,
      events.filter((_, index) => verdicts[index] === 'new'),
    );
    if (missed.size === 0) return verdicts;
    const again = await this.insertAll(epoch, [...missed], tried + 1);
    const looked = new Map([...missed].map((event, index) => [event, again[index]!]));
    return verdicts.map((verdict, index) => looked.get(events[index]!) ?? verdict);
  }

  /** Answers those that somebody else was faster with; the others are written. */
  private async insertNew(epoch: string, events: readonly AnyRecordedEvent[]): Promise<Set<AnyRecordedEvent>> {
    const missed = new Set<AnyRecordedEvent>();
    for (let from = 0; from < events.length; from += eventsAtOnce) {
      const some = events.slice(from, from + eventsAtOnce);
      const by = new mongoose.mongo.ObjectId();
      const documents = some.map((event) => documentOf(epoch, event, by));
      try {
        await this.server.history.collection.insertMany(documents as never, { ordered: false });
      } catch (fault) {
        if (!isDuplicateKey(fault)) throw fault;
        const asked = { _id: { $in: documents.map(({ _id }) => _id) }, by };
        const written = await this.server.history.find(asked, { _id: 1 }).lean();
        const mine = new Set(written.map(({ _id }) => _id));
        for (const [index, { _id }] of documents.entries()) if (!mine.has(_id)) missed.add(some[index]!);
      }
    }
    return missed;
  }

  read(stream: StreamName, options: HistoryRead = {}): Promise<readonly AnyRecordedEvent[]> {
    const { after = 0, knownBefore, limit = 500 } = options;
    const readOf = async (epoch: string) => {
      const cursor = this.server.history
        .find({ epoch, stream, version: { $gt: after } }, { knownAt: 1, event: 1, _id: 0 })
        .sort({ version: 1 })
        .limit(limit)
        .lean()
        .cursor({ batchSize: 500 });
      const events: AnyRecordedEvent[] = [];
      for await (const { knownAt, event } of walk(cursor)) {
        if (knownBefore !== undefined && knownAt >= knownBefore) break;
        events.push(JSON.parse(event) as AnyRecordedEvent);
      }
      return events;
    };
    return this.reading(readOf, (events) => events.length === 0);
  }

  readSpans(spans: readonly VersionSpan[]): Promise<readonly (readonly AnyRecordedEvent[])[]> {
    const readOf = async (epoch: string) => {
      const held = new Map<string, AnyRecordedEvent>();
      const idsOf = ({ stream, from, to }: VersionSpan) =>
        Array.from({ length: to - from + 1 }, (_, index) => placeId(epoch, stream, from + index));
      const ids = spans.flatMap(idsOf);
      for (let at = 0; at < ids.length; at += eventsAtOnce) {
        const asked = { _id: { $in: ids.slice(at, at + eventsAtOnce) } };
        for (const { _id, event } of await this.server.history.find(asked, { event: 1 }).lean())
          held.set(_id, JSON.parse(event) as AnyRecordedEvent);
      }
      return spans.map((span) =>
        idsOf(span)
          .map((id) => held.get(id))
          .filter((event) => event !== undefined),
      );
    };
    return this.reading(readOf, (found) => found.some((events) => events.length === 0));
  }

  /** Walks from name to name along the index instead of over every event. */
  streams(prefix: string, after = '', limit = 500): Promise<readonly StreamName[]> {
    return this.server.ask(async () => {
      const epoch = await this.told();
      const names: StreamName[] = [];
      let from: Readonly<Record<string, string>> = after >= prefix ? { $gt: after } : { $gte: prefix };
      while (names.length < limit) {
        const asked = { epoch, stream: { ...from, $lt: `${prefix}\u{10FFFF}` } };
        const found = await this.server.history.findOne(asked, { stream: 1, _id: 0 }).sort({ stream: 1 }).lean();
        if (found === null) break;
        names.push(found.stream as StreamName);
        from = { $gt: found.stream };
      }
      return names;
    });
  }

  offset(group: string): Promise<number> {
    return this.server.ask(async () => (await this.server.groups.findOne({ _id: group }).lean())?.offset ?? 0);
  }

  moveOffset(group: string, offset: number): Promise<void> {
    return this.server.change(() => this.place(group, offset));
  }

  private async place(group: string, offset: number): Promise<void> {
    await this.server.groups.updateOne({ _id: group }, { $set: { offset } }, { upsert: true });
  }

  epoch(group: string): Promise<string | undefined> {
    return this.server.ask(async () => {
      const held = (await this.server.groups.findOne({ _id: group }).lean())?.epoch;
      if (held !== undefined) this.believed = held;
      return held;
    });
  }

  /** In an order that may be cut anywhere and done again: nobody takes the new epoch for begun before it tells nothing. */
  startEpoch(group: string, epoch: string): Promise<void> {
    return this.server.change(async () => {
      const { epochs, groups, history } = this.server;
      await epochs.updateOne({ _id: pointerId }, { $set: { epoch } }, { upsert: true });
      await groups.updateMany({ epoch: { $ne: epoch } }, { $set: { offset: 0 } });
      const begun = await groups.findOne({ _id: group, epoch }).lean();
      if (begun === null) await groups.updateOne({ _id: group }, { $set: { epoch, offset: 0 } }, { upsert: true });
      this.believed = epoch;
      await history.deleteMany({ epoch: { $ne: epoch } });
    });
  }

  forget(stream: StreamName): Promise<void> {
    return this.server.change(async () => {
      await this.server.history.deleteMany({ epoch: this.believed ?? (await this.told()), stream });
    });
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /**
   * Asks by the epoch last seen: what is found in it is told still, since all of another is dropped. Where something is
   * missing the pointer is looked at, and if another epoch is told, all is asked again.
   */
  private reading<T>(readOf: (epoch: string) => Promise<T>, misses: (found: T) => boolean): Promise<T> {
    return this.server.ask(async () => {
      const seen = this.seen ?? (this.seen = await this.told());
      const found = await readOf(seen);
      if (!misses(found)) return found;
      const now = (this.seen = await this.told());
      return now === seen ? found : readOf(now);
    });
  }

  private async told(): Promise<string> {
    return (await this.server.epochs.findOne({ _id: pointerId }).lean())?.epoch ?? beforeAnyEpoch;
  }
}
