import type { AnyRecordedEvent } from '@masar/contracts';
import type { Model } from 'mongoose';
import type { Neighbour } from '../place-in-history.js';
import { placeId } from './place-id.js';
import type { HistoryDocument } from './views-server.js';

const placesAtOnce = 1000;

/** The places of a page and those next to them, each once. Pure. */
export const placesAround = (
  epoch: string,
  events: readonly Pick<AnyRecordedEvent, 'stream' | 'version'>[],
): readonly string[] => {
  const places = events.flatMap(({ stream, version }) =>
    [version - 1, version, version + 1].filter((near) => near > 0).map((near) => placeId(epoch, stream, near)),
  );
  return [...new Set(places)];
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
    const places = placesAround(epoch, events);
    const columns = { stream: 1, version: 1, hash: 1, prevhash: 1, _id: 0 } as const;
    for (let at = 0; at < places.length; at += placesAtOnce) {
      const asked = { _id: { $in: places.slice(at, at + placesAtOnce) } };
      for (const one of await history.find(asked, columns).lean()) found.add(one.stream, one);
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
