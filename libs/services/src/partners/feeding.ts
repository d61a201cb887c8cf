import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Refusal, type AnyRecordedEvent, type RefusalCode, type StreamName } from '@masar/contracts';
import { lastStep, type Commitment } from '@masar/domain';
import type { GivenMeta } from '../platform/command-bus.js';
import { CommitmentIndex } from '../platform/commitment-index.js';
import type { Recollection } from '../platform/recollections.js';
import type { PartnerCommands } from './partner-commands.js';

const shortestPauseMs = 1_000;
const longestPauseMs = 60_000;
const atOnce = 20;

/** Refusals that pass by themselves: others were faster, or it is not yet that day where the command is judged. */
const passing: ReadonlySet<RefusalCode> = new Set(['version/conflict', 'date/in-future', 'service/not-ready']);

type Answer = { readonly outcome: 'reached' } | { readonly outcome: 'refused'; readonly code: RefusalCode };

/** Whether an initiative has still to be told that a milestone of it was reached. */
const isOwed = ({ status, milestone, fed }: Commitment): boolean =>
  status === 'confirmed' && milestone !== undefined && fed === undefined;

/**
 * Sends the `reach` that a confirmed commitment entails (definitions §10), and writes down what the initiative answered. Both
 * commands have an id made of the confirmation's position: whichever process gives them, and however often, each is decided
 * once. What was left open by a process that was killed is found when one starts, or heard of by the topics by another.
 */
export class Feeding implements Recollection, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly collections = ['commitments'];
  readonly #owed = new Set<StreamName>();
  readonly #index: CommitmentIndex;
  #working: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = shortestPauseMs;
  #stopped = false;
  /** Somebody may have left something open that this process has not heard of. */
  #isToLook = false;

  constructor(
    private readonly commands: PartnerCommands,
    private readonly onFault: (fault: unknown, stream?: StreamName) => void,
  ) {
    this.#index = CommitmentIndex.of(commands.around);
    commands.around.bus.onRecorded(this);
  }

  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    if (!events.some(({ type }) => type === 'commitment.confirmed.v1')) return;
    this.#owed.add(stream);
    this.#work();
  }

  onApplicationBootstrap(): void {
    this.readAgain();
  }

  readAgain(): void {
    this.#isToLook = true;
    this.#work();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  /** What anybody left open, of all commitments there are. */
  async #lookThrough(): Promise<void> {
    const streams = await this.#index.find();
    for (let from = 0; from < streams.length && !this.#stopped; from += atOnce)
      await Promise.all(
        streams.slice(from, from + atOnce).map(async (stream) => {
          const { state } = await this.commands.commitments.current(stream);
          if (state.status !== 'unoffered' && isOwed(state)) this.#owed.add(stream);
        }),
      );
  }

  /** One thing after the other; what fails is tried again later, longer each time. */
  #work(): void {
    const before = this.#working ?? Promise.resolve();
    const work: Promise<void> = before
      .then(() => this.#lookIfNeeded())
      .then(() => this.#tellAll())
      .catch((fault: unknown) => this.#later(fault))
      .finally(() => {
        if (this.#working === work) this.#working = undefined;
      });
    this.#working = work;
  }

  async #lookIfNeeded(): Promise<void> {
    if (!this.#isToLook || this.#stopped) return;
    await this.#lookThrough();
    this.#isToLook = false;
  }

  async #tellAll(): Promise<void> {
    for (const stream of [...this.#owed]) {
      if (this.#stopped) return;
      try {
        await this.#tell(stream);
        this.#owed.delete(stream);
        this.#pauseMs = shortestPauseMs;
      } catch (fault) {
        this.#later(fault, stream);
      }
    }
  }

  #later(fault: unknown, stream?: StreamName): void {
    if (this.#stopped) return;
    this.onFault(fault, stream);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work(), this.#pauseMs);
    this.#timer.unref();
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }

  async #tell(stream: StreamName): Promise<void> {
    const { state } = await this.commands.commitments.current(stream);
    const { bus } = this.commands.around;
    if (state.status === 'unoffered' || !isOwed(state)) return;
    // Where nobody decides initiatives, a process that does has heard of it as well.
    if (!bus.knows(state.initiative.slice(0, state.initiative.indexOf('/')))) return;
    const confirmed = lastStep(state, 'confirmed')!;
    const position = `${stream}@${confirmed.version}` as const;
    const inNameOf = confirmed.inNameOf === undefined ? {} : { onBehalfOf: confirmed.inNameOf };
    const meta = {
      actor: { user: confirmed.by, roles: [], ...inNameOf },
      causationId: position,
      isEntailed: true,
    } as const;
    const answer = await this.#reach(state, confirmed.on, { ...meta, key: `reach/${position}` });
    await bus.run(
      stream,
      { type: 'RecordFeeding', on: confirmed.on, ...answer },
      { ...meta, key: `reach-answered/${position}` },
    );
  }

  async #reach(commitment: Commitment, on: string, meta: GivenMeta): Promise<Answer> {
    const { initiative, milestone } = commitment;
    const evidence = lastStep(commitment, 'reported')?.evidence ?? [];
    try {
      await this.commands.around.bus.run(initiative, { type: 'ReachMilestone', milestone, on, evidence }, meta);
      return { outcome: 'reached' };
    } catch (fault) {
      if (fault instanceof Refusal && !passing.has(fault.code)) return { outcome: 'refused', code: fault.code };
      throw fault;
    }
  }
}
