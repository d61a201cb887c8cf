import type { AnyRecordedEvent } from '@masar/contracts';
import type { BrokenEntry, EventLog, LogOffset } from '@masar/event-log';
import type { History } from '@masar/read-models';
import { FoldedEpoch } from '../delivery/folded-epoch.js';
import { readableOf } from './commits.js';
import type { ConsumerPorts, PageTaker } from './ports.js';

/** Group under which history keeps how far it has been delivered. */
export const historyGroup = 'reporting';
/** A consumer that is behind takes many events of one stream in a page and writes its documents once for all of them. */
const pageEvents = 4000;

export interface Drained {
  /** There may be another page at once. */
  readonly more: boolean;
  /** As many events as a page takes: the log holds more. */
  readonly full: boolean;
  readonly unknownVersion?: string;
}

/** Every event first into history, where it is not there yet, then folded: one page at a time, from the log to a taker. */
export class Consumer {
  private readonly log: EventLog;
  private readonly history: History;
  /** Present where the log is one over the history itself: what it delivers was kept, and judged, before. */
  private readonly kept: FoldedEpoch | undefined;

  constructor(
    { log, history, models, redelivery }: ConsumerPorts,
    private readonly taker: PageTaker,
  ) {
    this.log = log;
    this.history = history;
    this.kept = redelivery && new FoldedEpoch(models);
  }

  /** Start empty when the store has another epoch than the history held here. */
  async meetEpoch(): Promise<boolean> {
    const epoch = await this.log.epoch();
    const held = await (this.kept ? this.kept.read() : this.history.epoch(historyGroup));
    if (held === epoch) return false;
    const told = held !== undefined || this.taker.offset > 0;
    // Documents first: a crash between the two is met again at the next start.
    if (told) await this.taker.startEmpty();
    await (this.kept ? this.kept.begin(epoch) : this.history.startEpoch(historyGroup, epoch));
    return told;
  }

  /** One page. `more`: there may be another at once. Rejects when log, history or documents cannot be reached. */
  async drainPage(): Promise<Drained> {
    const { offset } = this.taker;
    const page = await this.log.read(offset, pageEvents);
    if (page.next === offset) return { more: false, full: false };
    const { events, next, unknownVersion } = readableOf(page, offset);
    if (next > offset)
      await this.deliver(
        events,
        next,
        page.broken.filter((entry) => entry.offset <= next),
        page.forks,
      );
    const full = page.events.length >= pageEvents;
    return unknownVersion === undefined ? { more: true, full } : { more: false, full, unknownVersion };
  }

  /** Events from elsewhere than the log (republished): the place in the log stays. */
  async deliver(
    events: readonly AnyRecordedEvent[],
    offset: LogOffset = this.taker.offset,
    broken: readonly BrokenEntry[] = [],
    known: readonly AnyRecordedEvent[] = [],
  ): Promise<void> {
    if (this.kept) return this.taker.apply(events, { forks: known, broken }, offset);
    const held = await this.history.offset(historyGroup);
    const verdicts = await this.history.insert(historyGroup, events, Math.max(offset, held));
    const forks = events.filter((_, index) => verdicts[index] === 'fork');
    const sound = forks.length === 0 ? events : events.filter((_, index) => verdicts[index] !== 'fork');
    await this.taker.apply(sound, { forks, broken }, offset);
  }

  /** Events of the log not yet taken, by offset. */
  async behind(): Promise<number> {
    return Math.max(0, (await this.log.end()) - this.taker.offset);
  }
}
