import { setTimeout as rest } from 'node:timers/promises';
import type { Actor } from '@masar/access';
import { localDateOf } from '@masar/calendar';
import { type Instant, type StreamName } from '@masar/contracts';
import type { EventStore } from '@masar/event-store';
import type { Clock } from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import type { Question } from '../queries/question.js';
import type { Reporting } from '../runtime/open-reporting.js';
import type { QueryParameters } from './query-parameters.js';

const positionPattern = /^([a-z-]+\/[A-Za-z0-9._-]{1,64}(?:\/[A-Za-z0-9._-]{1,64})?)@(\d{1,9})$/;
const waitDefaultMs = 2_000;
const waitMostMs = 60_000;
const tickMostMs = 10_000;
const momentMs = 200;

interface AtLeast {
  readonly stream: StreamName;
  readonly version: number;
  readonly waitMs: number;
}

const atLeastOf = (query: QueryParameters): AtLeast | undefined => {
  const waitMs = Math.min(query.whole('waitMs', waitDefaultMs, 0, 999_999_999), waitMostMs);
  const text = query.text('atLeast');
  if (text === undefined) return undefined;
  const [, stream, version] = positionPattern.exec(text) ?? [];
  if (stream === undefined) return query.malformed('atLeast', '<collection>/<id>@<version>');
  return { stream: stream as StreamName, version: Number(version), waitMs };
};

/** Between HTTP and the readers: waits where a read asks for it, lets the day turn, says how far behind an answer is. */
export class ReadDesk {
  #day = '';

  constructor(
    private readonly reporting: Reporting,
    private readonly clock: Clock,
    private readonly zone: string,
    /** What time it is for what is recorded: a past may be told to a store (the demonstration), and no later day turns before. */
    private readonly recorded: Pick<EventStore, 'now'>,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  /** Rows due today are read again before anybody reads the day: the first question of a day waits for it. */
  async turnDay(): Promise<void> {
    const now = this.now();
    const day = localDateOf(now, this.zone);
    if (day === this.#day) return;
    await Promise.race([this.tick(now), new Promise((resolve) => setTimeout(resolve, tickMostMs).unref())]);
  }

  async tick(now = this.recorded.now()): Promise<void> {
    await this.reporting.projector.tick(now);
    this.#day = localDateOf(now, this.zone);
  }

  /**
   * Sets `X-Behind`. With `atLeast`, only when its events did not come in time: how many are missing; of a stream that does
   * not exist for the reader they never come, and all of them are missing. Without, reporting is
   * given a moment to catch up with what was recorded before the question, so that a reader seldom misses the own last
   * command; then the commits not yet folded.
   */
  async behind(query: QueryParameters, reply: FastifyReply, reader: Actor | undefined): Promise<void> {
    const atLeast = atLeastOf(query);
    if (!atLeast) return void reply.header('x-behind', String(await this.#lag()));
    const { stream, version, waitMs } = atLeast;
    const until = performance.now() + waitMs;
    const reached = await this.reporting.projector.reach(stream, version, waitMs);
    if (await this.#hides(stream, reader)) {
      await rest(Math.max(0, until - performance.now()));
      return void reply.header('x-behind', String(version));
    }
    if (reached.state !== 'level') void reply.header('x-behind', String(reached.missing));
  }

  async #hides(stream: StreamName, reader: Actor | undefined): Promise<boolean> {
    if (reader === undefined || reader.onlyAccount === true) return false;
    const answer = await this.ask({ ask: 'hides', stream, now: this.now(), reader });
    return JSON.parse(Buffer.from(answer).toString()) as boolean;
  }

  /** Gives reporting a moment to fold what was recorded before the question. */
  async settle(): Promise<void> {
    await this.#lag();
  }

  /** A projector that cannot be reached answers nothing new; what was read last still stands. */
  #lag(): Promise<number> {
    return this.reporting.projector.level(momentMs).catch(() => this.reporting.status().lag);
  }

  ask(question: Question): Promise<Uint8Array> {
    return this.reporting.reader.ask(question);
  }

  /** Answers a question as JSON: read and written in another thread, handed through here. */
  async answer(question: Question, query: QueryParameters, reply: FastifyReply): Promise<void> {
    await Promise.all([this.behind(query, reply, question.reader), this.turnDay()]);
    const bytes = await this.ask(question);
    void reply
      .header('content-type', 'application/json; charset=utf-8')
      .send(Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength));
  }
}
