import type { Instant } from '@masar/contracts';
import type { EventLog } from '@masar/event-log';
import { openReportingStore } from '@masar/read-models';
import { Projector } from '../projector/projector.js';
import type { ProjectorStatus } from '../projector/status.js';
import { Reader } from '../queries/reader.js';
import type { Question } from '../queries/question.js';
import { KeptThread } from './kept-thread.js';
import { callProjector, projectorHandlers, type ProjectorCalls, type ProjectorNews } from './projector-calls.js';
import { callReader, readerHandlers, type ReaderCalls } from './reader-calls.js';

/** Reporting as the rest of a process sees it. */
export interface Reporting {
  readonly projector: ProjectorCalls;
  /** A reader for questions that are answered at once, and one for those that read the whole portfolio. */
  readerFor(weight: 'light' | 'heavy'): ReaderCalls;
  /** As last told. */
  status(): ProjectorStatus;
  /** Called after changes have been written. Answers a function that stops it. */
  onChanged(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface ReportingOptions {
  readonly eventLog: string;
  readonly readModels: string;
  /** Zone of whoever has none of his own. */
  readonly zone: string;
  /** Memory cannot be shared between threads: then everything runs here, over this log. */
  readonly log: EventLog;
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
  readonly #listeners = new Set<() => void>();

  hear = (news: unknown): void => {
    const told = news as ProjectorNews | { readonly ready: true };
    if ('status' in told) this.status = told.status;
    else if ('changed' in told) for (const listener of this.#listeners) listener();
  };
  onChanged = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** Everything in this thread: for stores in memory. */
const openHere = async ({ log, readModels, zone }: ReportingOptions): Promise<Reporting> => {
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
    readerFor: () => reader,
    status: () => projector.status(),
    onChanged: news.onChanged,
    close: async () => {
      await projector.stop();
      await store.close();
    },
  };
};

/** The projector in one thread, readers in others; the one for heavy questions starts when the first is asked. */
const openInThreads = async ({ eventLog, readModels, zone, onFault }: ReportingOptions): Promise<Reporting> => {
  const news = new News();
  const start = { eventLog, readModels, zone };
  const ended = (fault: Error) => {
    news.status = { ...news.status, paused: `a thread ended: ${fault.message}` };
    onFault(fault);
  };
  const projector = new KeptThread('projector-thread', start, news.hear, ended);
  await projector.ready;
  const light = new KeptThread('reader-thread', start, () => undefined, onFault);
  await light.ready;
  let heavy: KeptThread | undefined;
  const heavyReader = () => (heavy ??= new KeptThread('reader-thread', start, () => undefined, onFault));
  return {
    projector: callProjector(projector.caller),
    readerFor: (weight) => callReader((weight === 'light' ? light : heavyReader()).caller),
    status: () => news.status,
    onChanged: news.onChanged,
    close: async () => {
      await Promise.all([light.stop(), heavy?.stop()]);
      await projector.stop();
    },
  };
};

/** Opens reporting: in threads of its own over files, in this thread over memory. Resolves when its first documents can be read. */
export const openReporting = (options: ReportingOptions): Promise<Reporting> =>
  options.readModels.includes(':memory:') || options.eventLog.includes(':memory:')
    ? openHere(options)
    : openInThreads(options);

/** Questions that read every initiative go where they hold up nobody. */
export const weightOf = (question: Question): 'light' | 'heavy' => {
  switch (question.ask) {
    case 'delays':
      return 'heavy';
    case 'milestones':
      return question.on === undefined && question.knownOn === undefined ? 'light' : 'heavy';
    case 'portfolio': {
      const { on, knownOn, q, colour, late, kind, owner, status, sort } = question;
      return [on, knownOn, q, colour, late, kind, owner, status, sort].every((value) => value === undefined)
        ? 'light'
        : 'heavy';
    }
    default:
      return 'light';
  }
};

export type Now = () => Instant;
