import { setImmediate as hear, setTimeout as rest } from 'node:timers/promises';
import type { AnyRecordedEvent, Instant, StreamName } from '@masar/contracts';
import { Consumer } from './consumer.js';
import {
  codeOf,
  codeVersion,
  declareGeneration,
  dropGeneration,
  firstGeneration,
  generation,
  generationsHeld,
  nextGeneration,
  pointerName,
} from './generation.js';
import { listParked, type ParkedStream } from './parked.js';
import type { Doubtful, PageTaker, ProjectorPorts, Redelivery } from './ports.js';
import { Projection, type PageAnswer } from './projection.js';
import { Rebuild, type Rebuilt } from './rebuild.js';
import { RedeliveredFromLog } from './redelivery.js';
import { Status, type ProjectorStatus } from './status.js';
import { Waiters, type Reached } from './waiters.js';

const shortestPause = 100;
const longestPause = 5_000;
/** Milliseconds. */
const longestRest = 40;
const dropAfterMs = 3_600_000;

/**
 * Reporting's consumer: follows the log page by page, lets time pass when told what time it is, answers who waits for a
 * position, and rebuilds beside what it has. Everything that writes runs one after another.
 */
export class Projector implements PageTaker {
  readonly #consumer: Consumer;
  readonly #waiters = new Waiters();
  readonly #status: Status;
  readonly #redelivery: Redelivery;
  #projection: Projection;
  #queue: Promise<unknown> = Promise.resolve();
  #draining = false;
  #hinted = false;
  #stopped = false;
  #rebuilding: Promise<Rebuilt> | undefined;
  #stopListening: () => void = () => undefined;
  #dropTimers: NodeJS.Timeout[] = [];

  constructor(private readonly ports: ProjectorPorts) {
    this.#projection = new Projection(ports, generation(firstGeneration));
    this.#consumer = new Consumer(ports, this);
    this.#redelivery = ports.redelivery ?? new RedeliveredFromLog(ports.log, ports.history, this.#consumer);
    this.#status = new Status((status) => ports.onStatus?.(status));
  }

  /** Name of the documents it writes. */
  get generation(): string {
    return this.#projection.generation.name;
  }

  get offset(): number {
    return this.#projection.state.offset;
  }

  /** Opens the documents in use (a new generation where there are none, or another version of the code wrote them) and follows the log. */
  async start(): Promise<void> {
    await this.#inOrder(async () => {
      const { models } = this.ports;
      const held = await models.pointer(pointerName);
      const usable = held !== undefined && codeOf(held) === codeVersion;
      const name = usable ? held : held === undefined ? firstGeneration : nextGeneration(held);
      await this.#open(name);
      await this.#consumer.meetEpoch();
      if (!usable) {
        // What is recorded meanwhile is not waited for: others may record all the time.
        const end = await this.ports.log.end();
        while (this.offset < end && (await this.#drainPage()).more);
        await models.switchPointer(pointerName, held, this.#projection.generation.name);
      }
      await this.#dropOthers();
    });
    this.#stopListening = this.ports.log.onAppended(() => this.#hint());
    this.#hint();
  }

  async #open(name: string): Promise<void> {
    await declareGeneration(this.ports.models, generation(name));
    this.#projection = new Projection(this.ports, generation(name));
    await this.#projection.load();
    // Somebody else may have parked them, before this process began.
    this.#status.standing(await this.parked());
  }

  /** Generations nobody points at: left by a rebuild that was cut short, or kept for an hour by the last one. */
  async #dropOthers(): Promise<void> {
    for (const name of await generationsHeld(this.ports.models)) {
      if (name !== this.#projection.generation.name) await dropGeneration(this.ports.models, generation(name));
    }
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #hint(): void {
    this.#hinted = true;
    if (!this.#draining && !this.#stopped) void this.#follow();
  }

  /** Takes pages while there are any; a fault of storage pauses, longer each time, and never parks anything. */
  async #follow(): Promise<void> {
    this.#draining = true;
    let pause = shortestPause;
    while (this.#hinted && !this.#stopped) {
      this.#hinted = false;
      try {
        for (let more = true; more && !this.#stopped;) more = await this.#followPage();
        pause = shortestPause;
      } catch (fault) {
        this.#status.unreachable(fault);
        this.#hinted = true;
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(pause * 2, longestPause);
      }
    }
    this.#draining = false;
    if (this.#hinted && !this.#stopped) void this.#follow();
  }

  /**
   * One page, and after a page that was not full as long a rest as it took: while commands keep coming, pages grow until
   * what each costs weighs little, and at least half of a core is left to the commands. Behind, it does not rest, but
   * hears between pages who asks for something.
   */
  async #followPage(): Promise<boolean> {
    const started = performance.now();
    const { more, full } = await this.#inOrder(() => this.#drainPage());
    if (full) await hear();
    else if (more) await rest(Math.min(performance.now() - started, longestRest));
    return more;
  }

  async #drainPage() {
    if (this.#projection.isStale) await this.#tell(await this.#projection.load());
    await this.#consumer.meetEpoch();
    const started = performance.now();
    const before = this.#projection.state.events;
    const drained = await this.#consumer.drainPage();
    this.#status.reachable();
    const folded = this.#projection.state.events - before;
    if (folded > 0) this.#status.folded(folded, performance.now() - started);
    this.#status.reads(drained.unknownVersion);
    if (!drained.more || folded > 0) {
      const { state, rows } = this.#projection;
      this.#status.measured(await this.#consumer.behind(), state.now, rows);
    }
    return drained;
  }

  async apply(events: readonly AnyRecordedEvent[], doubtful: Doubtful, offset: number): Promise<void> {
    await this.#tell(await this.#projection.apply(events, doubtful, offset));
  }

  async #tell({ applied, changes }: PageAnswer): Promise<void> {
    if (applied.size > 0) this.#status.standing(await listParked(this.ports.models, this.#projection.generation));
    this.#waiters.applied(applied);
    if (changes.length > 0) this.ports.onChanges?.(changes.map(({ item }) => item));
  }

  /** A restored store: everything is dropped and read again from its beginning. */
  async startEmpty(): Promise<void> {
    const old = this.#projection.generation;
    const name = nextGeneration(old.name);
    await this.#open(name);
    await this.ports.models.switchPointer(pointerName, await this.ports.models.pointer(pointerName), name);
    await dropGeneration(this.ports.models, old);
  }

  /** What time it is: first everything recorded so far is folded, then rows that are due are read again. */
  async tick(now: Instant): Promise<void> {
    await this.drained();
    await this.#inOrder(async () => this.#tell(await this.#projection.tick(now)));
  }

  /** Waits until a stream is folded up to a version; parked answers at once. */
  reach(stream: StreamName, version: number, waitMs: number): Promise<Reached> {
    return this.#waiters.wait(stream, version, waitMs, async () => {
      const document = await this.#projection.writtenOf(stream);
      const missing = Math.max(0, version - (document?.version ?? 0));
      if (missing === 0) return { state: 'level', missing };
      return { state: document?.parked ? 'parked' : 'behind', missing };
    });
  }

  parked(): Promise<readonly ParkedStream[]> {
    return listParked(this.ports.models, this.#projection.generation);
  }

  /** Folds parked streams again: what was mended in the store is read from it anew. Answers what is still parked. */
  replay(stream?: StreamName): Promise<readonly ParkedStream[]> {
    return this.#inOrder(async () => {
      const parked = (await this.parked()).filter((one) => stream === undefined || one.stream === stream);
      for (const one of parked) await this.#replayOne(one);
      return this.parked();
    });
  }

  async #replayOne({ stream, code }: ParkedStream): Promise<void> {
    const doubted = code === 'fork' || code === 'event/broken' || code === 'event/invalid';
    if (doubted) await this.#redelivery.anew(stream);
    await this.#tell(await this.#projection.replay(stream, doubted));
  }

  /** Delivers streams once more, to fill holes: one, or all that have any. Answers how many events were delivered. */
  republish(stream?: StreamName): Promise<number> {
    return this.#inOrder(async () => {
      const streams = stream === undefined ? (await this.parked()).map((one) => one.stream) : [stream];
      let delivered = 0;
      for (const name of streams) delivered += await this.#redelivery.again(name);
      return delivered;
    });
  }

  /**
   * Builds everything anew beside what readers use, from the first event on; readers are switched when it is level, and
   * the old documents go after an hour. No live lines are sent. Answers what was read.
   */
  rebuild(now: Instant): Promise<Rebuilt> {
    // Asked for again while it runs, it is the same rebuild.
    this.#rebuilding ??= this.#rebuild(now).finally(() => (this.#rebuilding = undefined));
    return this.#rebuilding;
  }

  async #rebuild(now: Instant): Promise<Rebuilt> {
    const old = this.#projection;
    const rebuild = new Rebuild(this.ports, {
      inOrder: (work) => this.#inOrder(work),
      checkGoing: () => this.#checkGoing(),
    });
    const rebuilt = await rebuild.run(now, old, async (made) => {
      this.#projection = made;
      this.#status.standing(await this.parked());
    });
    this.#dropLater(old.generation.name);
    return rebuilt;
  }

  /** Another writes by now: readers must not be switched to what nobody keeps level. */
  #checkGoing(): void {
    if (this.#stopped) throw new Error('this process writes no more: the rebuild was given up');
  }

  #dropLater(name: string): void {
    const timer = setTimeout(
      () => void this.#inOrder(() => dropGeneration(this.ports.models, generation(name))).catch(() => undefined),
      dropAfterMs,
    );
    timer.unref();
    this.#dropTimers.push(timer);
  }

  status(): ProjectorStatus {
    return this.#status.now();
  }

  /** Folds what has been recorded, for at most so long; answers how many commits are then still to be folded. */
  async level(waitMs: number): Promise<number> {
    if ((await this.#consumer.behind()) === 0) return 0;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, waitMs)));
    await Promise.race([this.drained(), patience]).finally(() => clearTimeout(timer));
    return this.#consumer.behind();
  }

  /** Resolves when everything recorded by now is folded; what is recorded meanwhile is not waited for. */
  async drained(): Promise<void> {
    const end = await this.ports.log.end();
    for (let more = true; more;) {
      ({ more } = await this.#inOrder(() => this.#drainPage()));
      more &&= this.offset < end;
      if (more) await hear();
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    for (const timer of this.#dropTimers) clearTimeout(timer);
    await this.#queue;
  }
}
