import type { HistoryEvent } from '../oracle/known-history.js';
import type { Shown } from './shown.js';

export interface Answer {
  readonly status: number;
  readonly body: Shown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CommandHeaders {
  readonly 'idempotency-key'?: string;
  readonly 'if-match'?: string;
}

/** A running system as the checks see it: a process over HTTP, or the application in this process. */
export interface Target {
  command(path: string, body: unknown, headers?: CommandHeaders): Promise<Answer>;
  read(path: string): Promise<Answer>;
  /** `GET /api/timelines/{kind}/{id}`; waits until reporting has `atLeast`. */
  timeline(
    stream: string,
    question: { readonly on?: string; readonly knownOn?: string; readonly atLeast?: string },
  ): Promise<Answer>;
  /** Every event of an initiative, page by page. */
  events(stream: string): Promise<readonly HistoryEvent[]>;
  /** Moves the clock of the system to an instant. */
  setNow(instant: string): Promise<void>;
}
