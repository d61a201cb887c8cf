import type { AnyRecordedEvent, ChangeItem, StreamName } from '@masar/contracts';
import type { BrokenEntry, EventLog, LogOffset } from '@masar/event-log';
import type { History, ReadModels } from '@masar/read-models';
import type { ProjectorStatus } from './status.js';

/** Events that cannot be believed: of another history, or changed in the store. */
export interface Doubtful {
  readonly forks: readonly AnyRecordedEvent[];
  readonly broken: readonly BrokenEntry[];
}

/** Who takes the pages. `apply` resolves when documents and offset are written. */
export interface PageTaker {
  readonly offset: LogOffset;
  apply(events: readonly AnyRecordedEvent[], doubtful: Doubtful, offset: LogOffset): Promise<void>;
  /** A restored store tells another history: everything is dropped. */
  startEmpty(): Promise<void>;
}

export interface ConsumerPorts {
  readonly log: EventLog;
  readonly history: History;
  readonly models: ReadModels;
  /** Present where others keep events and `log` is one over the history: how a stream is delivered once more. */
  readonly redelivery?: Redelivery;
}

/** Delivers what was delivered before. Both answer how many events are to come, or have come. */
export interface Redelivery {
  /** Once more, to fill holes. */
  again(stream: StreamName): Promise<number>;
  /** Drops the copy that is held and delivers the stream anew. */
  anew(stream: StreamName): Promise<number>;
}

export interface ProjectorPorts extends ConsumerPorts {
  /** Zone of whoever has none of his own. */
  readonly defaultZone: string;
  /** Hears changes as they are written; never during a rebuild. */
  readonly onChanges?: (changes: readonly ChangeItem[]) => void;
  readonly onStatus?: (status: ProjectorStatus) => void;
}
