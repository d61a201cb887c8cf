import type { EventLog } from '@masar/event-log';
import type { DeliveryStatus } from '../cluster/event-delivery.js';
import type { ProjectorStatus } from '../projector/status.js';
import { scriptBeside, type ThreadPlan } from './thread.js';
import { KeptThread } from './thread-kept-alive.js';
import type { ThreadStart } from './thread-start.js';
import { callProjector, projectorHandlers, type ProjectorCalls, type ProjectorNews } from './projector-calls.js';
import { callReader, readerHandlers, type ReaderCalls } from './reader-calls.js';

/** Reporting as the rest of a process sees it. */
export interface Reporting {
  readonly projector: ProjectorCalls;
  readonly reader: ReaderCalls;
  /** As last told. */
  status(): ProjectorStatus;
  /** How this process gets on with a broker, where there is one; as last told. */
  delivery(): DeliveryStatus | undefined;
  /** Called after changes have been written. Answers a function that stops it. */
  onChanged(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface ReportingOptions {
  /** `sqlite:` the commits themselves; `kafka:` what a broker delivers of them. */
  readonly eventLog: string;
  readonly eventStore: string;
  readonly readModels: string;
  /** Zone of whoever has none of his own. */
  readonly zone: string;
  /** Memory cannot be shared between threads: then everything runs here, over this log. Absent where a broker delivers. */
  readonly log?: EventLog;
  /** Hears that a thread ended by itself; it is started again. */
  readonly onFault: (fault: Error) => void;
}

const beforeFirst: ProjectorStatus = {
  lag: 0,
  lagMs: 0,
  holes: 0,
  parked: 0,
  forks: 0,
  events: 0,
  foldMs: 0,
  rows: 0,
  now: '',
  paused: 'starting',
};

class News {
  status = beforeFirst;
  delivery: DeliveryStatus | undefined;
  readonly #listeners = new Set<() => void>();

  hear = (news: unknown): void => {
    const told = news as ProjectorNews;
    if ('status' in told) this.status = told.status;
    else if ('delivery' in told) this.delivery = told.delivery;
    else if ('changed' in told) for (const listener of this.#listeners) listener();
  };
  onChanged = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** Everything in this thread, for stores in memory; what only threads run otherwise is loaded only here. */
const openHere = async ({ log, readModels, zone }: ReportingOptions & { log: EventLog }): Promise<Reporting> => {
  const [{ openReportingStore }, { Projector }, { Reader }] = await Promise.all([
    import('@masar/read-models'),
    import('../projector/projector.js'),
    import('../queries/reader.js'),
  ]);
  const news = new News();
  const store = await openReportingStore(readModels);
  const ports = { log, models: store.readModels, history: store.history, defaultZone: zone };
  const projector = new Projector({
    ...ports,
    onChanges: () => news.hear({ changed: true }),
    onStatus: (status) => news.hear({ status }),
  });
  await projector.start();
  const handlers = projectorHandlers(projector);
  const reader = readerHandlers(new Reader(ports));
  const calls: ProjectorCalls = {
    ...handlers,
    reach: (stream, version, waitMs) => handlers.reach({ stream, version, waitMs }),
    status: async () => projector.status(),
  };
  return {
    projector: calls,
    reader,
    status: () => projector.status(),
    delivery: () => undefined,
    onChanged: news.onChanged,
    close: async () => {
      await projector.stop();
      await store.close();
    },
  };
};

/** More heap than a thread needs at 40,000 milestones, little enough that garbage goes early. */
const planOf = (name: string, data: ThreadStart): ThreadPlan => ({
  name,
  script: scriptBeside(import.meta.url, name),
  data,
  heapMegabytes: 192,
  youngMegabytes: 8,
});

/** The reader opens what is there: made first, so that both threads can load and open at once. */
const makeReportingStore = async (readModels: string): Promise<void> => {
  const { openReportingStore } = await import('@masar/read-models');
  await (await openReportingStore(readModels)).close();
};

/**
 * The projector in one thread, the reader in another. One reader is enough: what reads every initiative lets other
 * questions in between, and a second thread would cost 35 MB.
 */
const openInThreads = async ({
  eventLog,
  eventStore,
  readModels,
  zone,
  onFault,
}: ReportingOptions): Promise<Reporting> => {
  const news = new News();
  const start = { eventLog, eventStore, readModels, zone };
  const writing = eventLog.startsWith('sqlite:') ? 'projector-thread' : 'shared-projector-thread';
  const ended = (fault: Error) => {
    news.status = { ...news.status, paused: `a thread ended: ${fault.message}` };
    onFault(fault);
  };
  await makeReportingStore(readModels);
  const projector = new KeptThread(planOf(writing, start), news.hear, ended);
  const reader = new KeptThread(planOf('reader-thread', start), () => undefined, onFault);
  await Promise.all([projector.ready, reader.ready]);
  return {
    projector: callProjector(projector.caller),
    reader: callReader(reader.caller),
    status: () => news.status,
    delivery: () => news.delivery,
    onChanged: news.onChanged,
    close: async () => {
      await reader.stop();
      await projector.stop();
    },
  };
};

/**
 * Opens reporting: in threads of its own over files or servers, in this thread over memory. Resolves when its first documents
 * can be read; in a cluster as soon as it takes part.
 */
export const openReporting = (options: ReportingOptions): Promise<Reporting> => {
  const { log, eventLog, readModels } = options;
  const isInMemory = readModels.includes(':memory:') || eventLog.includes(':memory:');
  return isInMemory && log ? openHere({ ...options, log }) : openInThreads(options);
};
