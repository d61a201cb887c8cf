import { renameSync, writeFileSync } from 'node:fs';
import type { HistoryEvent } from '../oracle/known-history.js';
import type { ApiClient } from './api-client.js';
import type { Answer, CommandHeaders, Target } from './target.js';

/** Writes the clock file whole, so that no reader meets half of it. */
export const writeClock = (file: string, instant: string): void => {
  writeFileSync(`${file}.next`, instant);
  renameSync(`${file}.next`, file);
};

/** A system reached over HTTP whose clock is the file named by `MASAR_TODAY=@FILE`. */
export class HttpTarget implements Target {
  constructor(
    private readonly client: ApiClient,
    private readonly clockFile: string,
  ) {}

  command(path: string, body: unknown, headers: CommandHeaders = {}): Promise<Answer> {
    return this.client.post(path, body, headers);
  }

  read(path: string): Promise<Answer> {
    return this.client.get(path);
  }

  timeline(
    stream: string,
    question: { readonly on?: string; readonly knownOn?: string; readonly atLeast?: string },
  ): Promise<Answer> {
    const query = new URLSearchParams();
    if (question.on !== undefined) query.set('on', question.on);
    if (question.knownOn !== undefined) query.set('knownOn', question.knownOn);
    if (question.atLeast !== undefined) {
      query.set('atLeast', question.atLeast);
      query.set('waitMs', '10000');
    }
    return this.client.get(`/api/timelines/${stream}?${query.toString()}`);
  }

  async events(stream: string): Promise<readonly HistoryEvent[]> {
    return (await this.client.all(`/api/${stream}/events`)) as unknown as readonly HistoryEvent[];
  }

  setNow(instant: string): Promise<void> {
    writeClock(this.clockFile, instant);
    return Promise.resolve();
  }
}
