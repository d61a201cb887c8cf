import { seededRandom, temporaryFolder, type SeededRandom } from '@masar/testing';
import { sampleAppend } from '../contract/sample-events.js';
import type { AppendRequest } from '../port.js';
import { eventsOf } from '../commit/commit-events.js';
import { verifySqliteStore } from '../sqlite/verify-store.js';
import type { WriterReply, WriterRequest } from '../sqlite/writer-messages.js';
import { cutDuringCheckpoint, cutDuringCommit, type DiskImage } from './disk-image.js';
import { PromisesKept } from './promises-kept.js';
import { SimulatedStore } from './simulated-store.js';

export interface FaultSimulationOptions {
  /** Each seed is a life of one store. */
  readonly seeds: readonly number[];
  /** Crashes in each life (default 5). */
  readonly crashes?: number;
  /**
   * A disk that says "synced" and is not: at a cut everything since an older moment is lost. No store survives that; the
   * simulation must notice it.
   */
  readonly lyingDisk?: boolean;
}

export interface FaultSimulationReport {
  /** Crashes survived, by what was under way. */
  readonly rounds: number;
  readonly cutCommits: number;
  readonly cutCheckpoints: number;
  readonly killedBeforeAnswer: number;
  readonly fullDisks: number;
  readonly acknowledgedCommits: number;
  readonly eventsHeld: number;
}

type Counts = { -readonly [K in keyof FaultSimulationReport]: number };

const streams = ['projects/P-1', 'projects/P-2', 'laws/L-1', 'policies/Q-1', 'entities/e-1'] as const;

/** One store, its callers, a consumer of its log, and chance. */
class Life {
  private readonly promises = new PromisesKept();
  private readonly delivered: string[] = [];
  private offset = 0;
  private commands = 0;
  /** Sent and never answered: its callers send it again. */
  private unanswered: AppendRequest[] = [];
  /** The group of the last cut. */
  private underWay: readonly AppendRequest[] = [];
  private oldImage: DiskImage;

  constructor(
    private readonly store: SimulatedStore,
    private readonly random: SeededRandom,
    private readonly counts: Counts,
    private readonly lyingDisk: boolean,
  ) {
    this.oldImage = store.image();
  }

  /** Work until the next crash, then the crash, then everything is checked. */
  round(): void {
    for (let step = this.random.below(6); step >= 0; step -= 1) this.quietStep();
    if (this.random.chance(0.25)) this.cutCheckpoint();
    else this.cutCommit();
    this.counts.rounds += 1;
    this.check();
    this.underWay = [];
  }

  finish(): void {
    this.answered(this.unanswered.splice(0));
    this.check();
    this.consume();
    this.counts.acknowledgedCommits += this.promises.acknowledgedCommits;
    this.counts.eventsHeld += this.delivered.length;
  }

  private quietStep(): void {
    const what = this.random.below(10);
    if (what === 0) this.store.checkpoint();
    else if (what === 1) this.fullDisk();
    else if (what === 2) this.consume();
    else this.answered([...this.unanswered.splice(0), ...this.newGroup()]);
    if (this.random.chance(0.1)) this.oldImage = this.store.image();
  }

  private answered(group: readonly AppendRequest[]): void {
    const reply = this.send(group);
    if ('unavailable' in reply) throw new Error(`a healthy disk did not take a group: ${reply.unavailable}`);
    const stored = this.stored();
    this.promises.acknowledge(group, reply, (stream) => stored.get(stream) ?? []);
  }

  /** A disk without room takes nothing of a group, keeps all it had, and takes the same group once there is room. */
  private fullDisk(): void {
    this.store.fillDisk();
    const heavy = Array.from({ length: 6 }, () => this.newRequest(60));
    const refused = this.send(heavy);
    this.store.makeRoom();
    if (!('unavailable' in refused)) throw new Error('a full disk took a group');
    this.check();
    this.answered(heavy);
    this.counts.fullDisks += 1;
  }

  private cutCommit(): void {
    const synced = this.store.image();
    const group = this.newGroup();
    this.send(group);
    this.unanswered.push(...group);
    this.underWay = group;
    const written = this.store.image();
    if (this.lyingDisk) return this.store.crash(this.oldImage);
    if (this.random.chance(0.3)) {
      // Committed, and killed before anybody was told: neither callers nor the consumer know.
      this.counts.killedBeforeAnswer += 1;
      return this.store.crash(written);
    }
    this.counts.cutCommits += 1;
    this.store.crash(cutDuringCommit(synced, written, this.random));
  }

  private cutCheckpoint(): void {
    const synced = this.store.image();
    this.store.checkpoint();
    this.counts.cutCheckpoints += 1;
    this.store.crash(cutDuringCheckpoint(synced, this.store.image(), this.random));
  }

  /** What was acknowledged is there after reopening, once, in order; a group that was not is there whole or not at all. */
  private check(): void {
    const verification = verifySqliteStore(`sqlite:${this.store.file}`);
    if (!verification.ok) throw new Error(`the store is broken: ${JSON.stringify(verification.broken)}`);
    const extra = this.promises.check(this.stored());
    const found = this.unanswered.filter(({ stream, meta }) => {
      const commit = this.store.reader.find(stream, meta.commandId);
      return commit !== undefined && commit.last > this.promises.versionOf(stream);
    });
    const foundEvents = new Map(
      found.map(({ stream, events, meta }) => [`${stream} ${meta.commandId}`, events.length]),
    );
    const sent = [...foundEvents.values()].reduce((sum, count) => sum + count, 0);
    if (sent !== extra) throw new Error(`${extra - sent} events are there that nobody sent`);
    this.checkWhole();
  }

  /** The group of the last cut went in one transaction: all of it that could be committed is there, or nothing. */
  private checkWhole(): void {
    const isThere = ({ stream, meta }: AppendRequest) => this.store.reader.find(stream, meta.commandId) !== undefined;
    const couldFollow = ({ stream, expectedVersion }: AppendRequest) =>
      (this.store.reader.head(stream)?.version ?? 0) === expectedVersion;
    const missing = this.underWay.filter((request) => !isThere(request) && couldFollow(request));
    if (missing.length > 0 && this.underWay.some(isThere))
      throw new Error(`half of a group is there: ${missing.length} are missing`);
  }

  private stored(): Map<string, string[]> {
    const held = new Map<string, string[]>();
    for (const row of this.store.reader.commits(0, 1_000_000))
      for (const { stream, hash } of eventsOf(row)) held.set(stream, [...(held.get(stream) ?? []), hash]);
    return held;
  }

  /** The consumer goes on from its offset: each stream without holes and never twice, whatever crashed in between. */
  private consume(): void {
    const seen = new Set(this.delivered);
    for (const row of this.store.reader.commits(this.offset, 1_000_000)) {
      for (const { stream, version } of eventsOf(row)) {
        const position = `${stream}@${version}`;
        if (seen.has(position)) throw new Error(`${position} was delivered twice`);
        if (version > 1 && !seen.has(`${stream}@${version - 1}`))
          throw new Error(`${position} was delivered after a hole`);
        seen.add(position);
        this.delivered.push(position);
      }
      this.offset = row.seq;
    }
  }

  private send(group: readonly AppendRequest[]): WriterReply {
    return this.store.write(group.map((append): WriterRequest => ({ kind: 'append', append })));
  }

  private newGroup(): AppendRequest[] {
    const group = Array.from({ length: 1 + this.random.below(8) }, () => this.newRequest(1 + this.random.below(4)));
    // Some callers send twice in one group.
    return this.random.chance(0.3) ? [...group, this.random.pick(group)] : group;
  }

  /** Mostly at the right version; sometimes late, which is a conflict. */
  private newRequest(facts: number): AppendRequest {
    const stream = this.random.pick(streams);
    const version = this.store.reader.head(stream)?.version ?? 0;
    const expected = this.random.chance(0.1) ? Math.max(0, version - 1) : version;
    this.commands += 1;
    return sampleAppend(stream, expected, `c-${this.commands}`, { facts, answer: { id: `made-${this.commands}` } });
  }
}

/** Lives through every seed; throws with the seed in its message when a promise was broken. */
export const runFaultSimulation = ({
  seeds,
  crashes = 5,
  lyingDisk = false,
}: FaultSimulationOptions): FaultSimulationReport => {
  const counts: Counts = {
    rounds: 0,
    cutCommits: 0,
    cutCheckpoints: 0,
    killedBeforeAnswer: 0,
    fullDisks: 0,
    acknowledgedCommits: 0,
    eventsHeld: 0,
  };
  for (const seed of seeds) {
    const folder = temporaryFolder();
    const store = new SimulatedStore(folder.file('truth.db'));
    try {
      const life = new Life(store, seededRandom(seed), counts, lyingDisk);
      for (let crash = 0; crash < crashes; crash += 1) life.round();
      life.finish();
    } catch (fault) {
      throw new Error(`seed ${seed}: ${(fault as Error).message}`, { cause: fault });
    } finally {
      store.close();
      folder.remove();
    }
  }
  return counts;
};
