import type { AnyRecordedEvent } from '@masar/contracts';
import type { Model } from 'mongoose';
import type { Neighbour } from '../place-in-history.js';
import type { HistoryDocument } from './views-server.js';

const spansAtOnce = 200;

/** Versions of one stream without a hole. */
interface Span {
  readonly stream: string;
  readonly from: number;
  to: number;
}

/** The places of a page and those next to them, as few spans. Pure. */
export const spansOf = (events: readonly Pick<AnyRecordedEvent, 'stream' | 'version'>[]): Span[] => {
  const versions = new Map<string, number[]>();
  for (const { stream, version } of events) versions.set(stream, [...(versions.get(stream) ?? []), version]);
  const spans: Span[] = [];
  for (const [stream, held] of versions) {
    let last: Span | undefined;
    for (const version of held.sort((a, b) => a - b)) {
      if (last !== undefined && version - 1 <= last.to) last.to = version + 1;
      else spans.push((last = { stream, from: version - 1, to: version + 1 }));
    }
  }
  return spans;
};

/** What history holds at and around the places of a page; takes what the page itself adds. */
export class HeldNeighbours {
  private readonly held = new Map<string, Neighbour>();

  static async around(
    history: Model<HistoryDocument>,
    epoch: string,
    events: readonly AnyRecordedEvent[],
  ): Promise<HeldNeighbours> {
    const found = new HeldNeighbours();
    const spans = spansOf(events);
    const columns = { stream: 1, version: 1, hash: 1, prevhash: 1, _id: 0 } as const;
    for (let at = 0; at < spans.length; at += spansAtOnce) {
      const some = spans.slice(at, at + spansAtOnce);
      const places = some.map(({ stream, from, to }) => ({ epoch, stream, version: { $gte: from, $lte: to } }));
      for (const one of await history.find({ $or: places }, columns).lean()) found.add(one.stream, one);
    }
    return found;
  }

  add(stream: string, neighbour: Neighbour): void {
    this.held.set(`${stream}@${neighbour.version}`, neighbour);
  }

  of(stream: string): (version: number) => Neighbour | undefined {
    return (version) => this.held.get(`${stream}@${version}`);
  }
}
