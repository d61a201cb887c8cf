import type { ChangeItem, Instant, StreamName } from '@masar/contracts';
import { openReportingStore, type ReportingStore } from '@masar/read-models';
import { Projector } from '../projector/projector.js';
import { Reader } from '../queries/reader.js';
import type { Question } from '../queries/question.js';
import { ArrayLog } from './array-log.js';

const zone = 'Africa/Cairo';
/** A question without the time it is asked at. */
export type Asked = Question extends infer Each ? (Each extends Question ? Omit<Each, 'now'> : never) : never;

/** Reporting as a whole in one thread, over a log in memory: for specs and rehearsals. */
export class Room {
  readonly changes: ChangeItem[] = [];
  projector!: Projector;
  reader!: Reader;
  #now: Instant = '2026-01-01T00:00:00.000Z';

  private constructor(
    readonly log: ArrayLog,
    readonly store: ReportingStore,
  ) {}

  static async open(log = new ArrayLog(), url = 'sqlite::memory:'): Promise<Room> {
    const room = new Room(log, await openReportingStore(url));
    await room.#begin();
    return room;
  }

  async #begin(): Promise<void> {
    const { readModels: models, history } = this.store;
    this.projector = new Projector({
      log: this.log,
      models,
      history,
      defaultZone: zone,
      onChanges: (changes) => this.changes.push(...changes),
    });
    await this.projector.start();
    this.reader = new Reader({ log: this.log, models, history, defaultZone: zone });
  }

  /** Another process over the same documents. */
  async restart(): Promise<void> {
    await this.projector.stop();
    await this.#begin();
  }

  /** It is this late; everything delivered is folded and time has passed. */
  async at(now: Instant): Promise<void> {
    this.#now = now;
    await this.projector.tick(now);
  }

  async ask<T>(question: Asked): Promise<T> {
    return JSON.parse(await this.text(question)) as T;
  }

  /** The answer as the bytes say it. */
  async text(question: Asked): Promise<string> {
    return new TextDecoder().decode(await this.reader.ask({ ...question, now: this.#now } as Question));
  }

  timeline<T>(stream: StreamName, day: { on?: string; knownOn?: string } = {}): Promise<T> {
    return this.ask<T>({ ask: 'timeline', stream, ...day });
  }

  async close(): Promise<void> {
    await this.projector.stop();
    await this.store.close();
  }
}
