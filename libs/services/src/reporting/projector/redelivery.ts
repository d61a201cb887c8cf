import type { StreamName } from '@masar/contracts';
import type { EventLog } from '@masar/event-log';
import type { History } from '@masar/read-models';
import type { Consumer } from './consumer.js';
import type { Redelivery } from './ports.js';

/** Where the log is the store itself: streams are read from it, and delivered at once. */
export class RedeliveredFromLog implements Redelivery {
  constructor(
    private readonly log: EventLog,
    private readonly history: History,
    private readonly consumer: Consumer,
  ) {}

  async again(stream: StreamName): Promise<number> {
    for (let delivered = 0; ;) {
      const { events, broken } = await this.log.readStream(stream, delivered, 500);
      if (events.length === 0 && broken.length === 0) return delivered;
      const read = events.map(({ event }) => event);
      await this.consumer.deliver(read, undefined, broken);
      delivered += events.length;
      if (broken.length > 0 || events.length === 0) return delivered;
    }
  }

  async anew(stream: StreamName): Promise<number> {
    await this.history.forget(stream);
    return this.again(stream);
  }
}
