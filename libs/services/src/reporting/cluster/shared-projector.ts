import type { Instant, StreamName } from '@masar/contracts';
import type { History, ReadModels } from '@masar/read-models';
import type { HistoryLog } from '../delivery/history-log.js';
import type { Lease } from '../delivery/lease.js';
import type { ParkedStream } from '../projector/parked.js';
import { Projector } from '../projector/projector.js';
import type { Rebuilt } from '../projector/rebuild.js';
import type { Redelivery } from '../projector/ports.js';
import type { ProjectorStatus } from '../projector/status.js';
import type { Reached } from '../projector/waiters.js';
import type { ProjectorCalls, ProjectorNews } from '../runtime/projector-calls.js';
import { DocumentsInUse } from './documents-in-use.js';
import { MaintenanceRequests } from './maintenance-requests.js';

/** For metrics and health alone: who asks over HTTP is answered from the documents. */
const statusEveryMs = 1_000;

export interface SharedProjectorPorts {
  readonly models: ReadModels;
  readonly history: History;
  readonly log: HistoryLog;
  readonly lease: Lease;
  readonly redelivery: Redelivery;
  readonly defaultZone: string;
  readonly tell: (news: ProjectorNews) => void;
  /** How often to look whose turn it is and what has changed, milliseconds (default 250). */
  readonly turnMs?: number;
}

/**
 * Reporting where several processes serve the same documents: the one that has the turn folds and writes, all read. What
 * is asked of another than the writer is answered from the documents, or done by the writer and answered through them.
 */
export class SharedProjector implements ProjectorCalls {
  readonly #documents: DocumentsInUse;
  readonly #requests: MaintenanceRequests;
  #writer: Projector | undefined;
  #isReady = false;
  #stopped = false;
  #turning: Promise<void> | undefined;
  #serving = false;
  #seen = '';
  #status: ProjectorStatus | undefined;
  #toldAt = -Infinity;
  #aside: string | undefined;
  /** Why this process, whose turn it is, does not write. */
  #unopened: string | undefined;
  #levelAt = performance.now();

  constructor(private readonly ports: SharedProjectorPorts) {
    this.#documents = new DocumentsInUse(ports.models, ports.log);
    this.#requests = new MaintenanceRequests(ports.models);
  }

  /** Resolves when the first turn was looked at; the documents may still have to be made. */
  async start(): Promise<void> {
    await this.#requests.declare();
    await this.#turn();
    this.#turning = this.#keepTurning();
  }

  /** It has the turn, and its documents are level with what it found. */
  get isWriting(): boolean {
    return this.#isReady;
  }

  async #keepTurning(): Promise<void> {
    while (!this.#stopped) {
      await new Promise((resolve) => setTimeout(resolve, this.ports.turnMs ?? 250));
      if (!this.#stopped) await this.#turn();
    }
  }

  /** Whose turn is it? A holder who cannot show that he is alive stops writing before another may begin. */
  async #turn(): Promise<void> {
    const { lease } = this.ports;
    try {
      const isMine = await lease.take();
      if (isMine && !this.#writer) this.#begin();
      if (!isMine) this.#unopened = undefined;
      if (!isMine && this.#writer) await this.#stepDown();
      if (await this.#writesAside()) await this.#stepDown();
      if (this.#isReady) this.#serve();
      if (!this.#isReady) await this.#follow();
    } catch (fault) {
      if (this.#writer && !lease.isHeld) await this.#stepDown();
      this.#say({ ...(this.#status ?? unknownStatus), paused: `storage is away: ${String(fault)}` });
    }
  }

  #begin(): void {
    const { models, history, log, defaultZone, redelivery, tell } = this.ports;
    const writer = new Projector({
      ...{ models, history, log, defaultZone, redelivery },
      onChanges: () => tell({ changed: true }),
      onStatus: (status) => this.#say(status),
    });
    this.#writer = writer;
    writer.start().then(
      () => {
        this.#isReady = this.#writer === writer;
        this.#unopened = undefined;
        // Whoever wrote before may have written since this process looked last, or left a page that was finished here.
        tell({ changed: true });
      },
      (fault: unknown) => {
        if (this.#writer !== writer) return;
        this.#unopened = `the documents could not be opened for writing: ${String(fault)}`;
        // Another may be able to.
        void this.#stepDown().then(() => this.ports.lease.end().catch(() => undefined));
      },
    );
  }

  async #stepDown(): Promise<void> {
    const writer = this.#writer;
    this.#writer = undefined;
    this.#isReady = false;
    await writer?.stop().catch(() => undefined);
  }

  /**
   * Readers were switched to other documents than this process writes: by one that had lost its turn in the middle of a
   * rebuild. Seen twice, since its own switch takes a moment to come back.
   */
  async #writesAside(): Promise<boolean> {
    const used = this.#isReady ? (await this.#documents.generation())?.name : undefined;
    const isAside = used !== undefined && used !== this.#writer?.generation;
    const wasAside = this.#aside === used;
    this.#aside = isAside ? used : undefined;
    return isAside && wasAside;
  }

  /** Beside the turns: a rebuild takes longer than a turn may. */
  #serve(): void {
    const writer = this.#writer;
    if (!writer || this.#serving) return;
    this.#serving = true;
    this.#requests
      .serve({
        replay: (stream?: StreamName) => writer.replay(stream),
        republish: (stream?: StreamName) => writer.republish(stream),
        rebuild: (now: Instant) => writer.rebuild(now),
      })
      .catch(() => 0)
      .finally(() => (this.#serving = false));
  }

  /** What another has written is told here as well; how it stands takes several questions and is asked once a second. */
  async #follow(): Promise<void> {
    const mark = await this.#documents.mark();
    if (mark !== this.#seen && this.#seen !== '') this.ports.tell({ changed: true });
    this.#seen = mark;
    if (this.#status?.paused === undefined && performance.now() - this.#toldAt < statusEveryMs) return;
    const status = await this.#documents.status();
    this.#toldAt = performance.now();
    if (status.lag === 0) this.#levelAt = this.#toldAt;
    const paused = this.#unopened ?? status.paused;
    const lagMs = Math.round(this.#toldAt - this.#levelAt);
    this.#say({ ...status, lagMs, ...(paused === undefined ? {} : { paused }) });
  }

  #say(status: ProjectorStatus): void {
    this.#status = status;
    this.ports.tell({ status });
  }

  get #ready(): Projector | undefined {
    return this.#isReady ? this.#writer : undefined;
  }

  /** Time passes where documents are written; elsewhere there is nothing to do. */
  async tick(now: Instant): Promise<void> {
    await this.#ready?.tick(now);
  }

  level(waitMs: number): Promise<number> {
    return (this.#ready ?? this.#documents).level(waitMs);
  }

  reach(stream: StreamName, version: number, waitMs: number): Promise<Reached> {
    return (this.#ready ?? this.#documents).reach(stream, version, waitMs);
  }

  parked(): Promise<readonly ParkedStream[]> {
    return (this.#ready ?? this.#documents).parked();
  }

  replay(stream?: StreamName): Promise<readonly ParkedStream[]> {
    return this.#ready?.replay(stream) ?? this.#requests.ask('replay', stream);
  }

  republish(stream?: StreamName): Promise<number> {
    return this.#ready?.republish(stream) ?? this.#requests.ask('republish', stream);
  }

  rebuild(now: Instant): Promise<Rebuilt> {
    return this.#ready?.rebuild(now) ?? this.#requests.ask('rebuild', now);
  }

  async status(): Promise<ProjectorStatus> {
    return this.#ready?.status() ?? this.#documents.status();
  }

  /** As if the process had ended: nothing is finished, the turn is not given back. */
  abandon(): void {
    this.#stopped = true;
    void this.#writer?.stop().catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#turning;
    await this.#stepDown();
    await this.ports.lease.end().catch(() => undefined);
  }
}

/** Before anything could be read. */
const unknownStatus: ProjectorStatus = {
  ...{ lag: 0, lagMs: 0, holes: 0, parked: 0, forks: 0, events: 0, foldMs: 0, rows: 0, now: '' },
};
