import { setTimeout as rest } from 'node:timers/promises';
import type { StreamName } from '@masar/contracts';
import type { EventLog } from '@masar/event-log';
import type { ReadModels } from '@masar/read-models';
import { generation, pointerName, type Generation } from '../projector/generation.js';
import { listParked, type ParkedStream } from '../projector/parked.js';
import { stateId, totalsId, type ProjectionState } from '../projector/projection-state.js';
import type { RunningTotals } from '../projector/running-totals.js';
import type { ProjectorStatus } from '../projector/status.js';
import type { StreamDocument } from '../projector/stream-document.js';
import type { Reached } from '../projector/waiters.js';

const firstLookMs = 10;
const laterLooksMs = 100;

/**
 * Looks at growing intervals until it is so, for at most so long; answers the last look. A look that fails, while storage
 * is away for a moment, is one that did not see it yet; rejects when the last one failed.
 */
const lookUntil = async <T>(look: () => Promise<T>, isSo: (seen: T) => boolean, waitMs: number): Promise<T> => {
  const end = performance.now() + waitMs;
  for (let pause = firstLookMs; ; pause = Math.min(pause * 2, laterLooksMs)) {
    const [seen] = await Promise.allSettled([look()]);
    const left = end - performance.now();
    if (seen.status === 'fulfilled' && (isSo(seen.value) || left <= 0)) return seen.value;
    if (seen.status === 'rejected' && left <= 0) throw seen.reason;
    await rest(Math.min(pause, left));
  }
};

/** Reporting as one who writes none of it sees it: everything is read from the documents. */
export class DocumentsInUse {
  constructor(
    private readonly models: ReadModels,
    private readonly log: EventLog,
  ) {}

  /** The generation readers use; undefined before the first is there. */
  async generation(): Promise<Generation | undefined> {
    const name = await this.models.pointer(pointerName);
    return name === undefined ? undefined : generation(name);
  }

  /** Changes whenever the writer has written anything. */
  async mark(): Promise<string> {
    const made = await this.generation();
    const state = made && (await this.models.get(made.of('reporting-state'), stateId));
    return `${made?.name ?? ''} ${state?.version ?? 0}`;
  }

  async #behind(): Promise<number> {
    const [end, state] = await Promise.all([this.log.end(), this.generation().then((made) => this.#state(made))]);
    return Math.max(0, end - (state?.offset ?? 0));
  }

  async #state(made: Generation | undefined): Promise<ProjectionState | undefined> {
    return made && (await this.models.get<ProjectionState>(made.of('reporting-state'), stateId))?.body;
  }

  /** Commits still to be folded after at most so long. */
  level(waitMs: number): Promise<number> {
    return lookUntil(
      () => this.#behind(),
      (behind) => behind === 0,
      waitMs,
    );
  }

  reach(stream: StreamName, version: number, waitMs: number): Promise<Reached> {
    const look = async (): Promise<Reached> => {
      const made = await this.generation();
      const document = made && (await this.models.get<StreamDocument>(made.of('timeline-facts'), stream))?.body;
      const missing = Math.max(0, version - (document?.version ?? 0));
      // Written one after the other: rows, then this, then what says that all of the page is there.
      const isWhole = missing > 0 || (document?.page ?? 0) <= ((await this.#state(made))?.offset ?? 0);
      if (missing === 0 && isWhole) return { state: 'level', missing };
      return { state: document?.parked ? 'parked' : 'behind', missing };
    };
    return lookUntil(look, ({ state }) => state !== 'behind', waitMs);
  }

  async parked(): Promise<readonly ParkedStream[]> {
    const made = await this.generation();
    return made ? listParked(this.models, made) : [];
  }

  /** As the writer would say it, without what only who looks again and again knows: time spent, and since when it is behind. */
  async status(): Promise<ProjectorStatus> {
    const made = await this.generation();
    const [state, parked, end, totals] = await Promise.all([
      this.#state(made),
      made ? listParked(this.models, made) : [],
      this.log.end(),
      made && this.models.get<RunningTotals>(made.of('reporting-state'), totalsId),
    ]);
    const holes = parked.filter(({ code }) => code === 'hole').length;
    return {
      lag: Math.max(0, end - (state?.offset ?? 0)),
      lagMs: 0,
      holes,
      parked: parked.length - holes,
      forks: parked.filter(({ code }) => code === 'fork').length,
      events: state?.events ?? 0,
      foldMs: 0,
      rows: totals?.body.initiatives ?? 0,
      now: state?.now ?? '',
      ...(made === undefined ? { paused: 'the first documents are being made' } : {}),
    };
  }
}
