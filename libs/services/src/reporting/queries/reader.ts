import type { ExportQuestion, Question } from './question.js';
import { readCalendarChange } from './calendar-change-query.js';
import { readChanges } from './changes-query.js';
import { readLive } from './live-query.js';
import { DelaysQuery } from './delays-query.js';
import { InboxQuery } from '../inbox/inbox-query.js';
import { endOfFeed, readFeed } from './feed-query.js';
import { readLinks } from './links-query.js';
import { readMilestones } from './milestones-query.js';
import { readPortfolio } from './portfolio-query.js';
import { hides } from './hidden-streams.js';
import { OpenExports } from './open-exports.js';
import { readTimeline } from './timeline-query.js';
import { Views, type ReaderPorts } from './view.js';

export interface ExportPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isLast: boolean;
}

const encoder = new TextEncoder();
const pieceLength = 64 * 1024;

/** A piece of its own memory, so that it can be handed over to another thread. */
const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const givenUp = (): never => {
  throw new Error('this export was given up: it was left alone while others waited');
};

/** The reading side: answers questions as JSON text in bytes, and hands out exports piece by piece. Writes nothing. */
export class Reader {
  readonly #views: Views;
  readonly #delays = new DelaysQuery();
  readonly #inbox = new InboxQuery();
  readonly #exports = new OpenExports();

  constructor(private readonly ports: ReaderPorts) {
    this.#views = new Views(ports);
  }

  async ask(question: Question): Promise<Uint8Array<ArrayBuffer>> {
    return encoder.encode(JSON.stringify(await this.#answer(question)));
  }

  async #answer(question: Question): Promise<unknown> {
    switch (question.ask) {
      case 'timeline':
        return readTimeline(await this.#views.open(question.reader), question);
      case 'links':
        return readLinks(this.#views, question);
      case 'portfolio':
        return readPortfolio(this.#views, question);
      case 'milestones':
        return readMilestones(this.#views, question);
      case 'changes':
        return readChanges(this.#views, question);
      case 'live':
        return readLive(this.#views, question);
      case 'delays':
        return this.#delays.read(this.#views, question);
      case 'calendar-change':
        return readCalendarChange(this.#views, question);
      case 'inbox':
        return this.#inbox.read(this.#views, question);
      case 'feed':
        return readFeed(this.#views, this.ports.log, question);
      case 'feed-end':
        return endOfFeed(this.#views, this.ports.log);
      case 'hides':
        return hides(await this.#views.open(question.reader), question);
    }
  }

  /** Opens an export. Refuses `rate/too-many` while as many as there may be are being taken. */
  async openExport(question: ExportQuestion): Promise<{ readonly id: number; readonly mediaType: string }> {
    // The libraries of calendars and XML are loaded when somebody exports, that of workbooks when one is asked for.
    const { openExport } = await import('../exports/export-text.js');
    const { mediaType, text } = await openExport(this.#views, question);
    return { id: await this.#exports.add(text), mediaType };
  }

  /** The next piece, about 64 KB; nothing is read ahead of who takes it. */
  async readExport(id: number): Promise<ExportPiece> {
    const parts: Uint8Array[] = [];
    for (let length = 0; length < pieceLength; length += parts.at(-1)!.length) {
      const next = await (this.#exports.next(id) ?? givenUp());
      if (next.done) {
        await this.#exports.close(id);
        return { bytes: joined(parts), isLast: true };
      }
      parts.push(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
    }
    return { bytes: joined(parts), isLast: false };
  }

  async closeExport(id: number): Promise<void> {
    await this.#exports.close(id);
  }
}
