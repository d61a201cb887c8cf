import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Refusal, type AnyRecordedEvent, type RefusalCode, type StreamName } from '@masar/contracts';
import { lastStep, type Commitment } from '@masar/domain';
import type { GivenMeta } from '../platform/command-bus.js';
import { CommitmentIndex } from '../platform/commitment-index.js';
import type { Recollection } from '../platform/recollections.js';
import type { PartnerCommands } from './partner-commands.js';
import { TriedAgain } from './tried-again.js';

const atOnce = 20;

/**
 * Refusals that are no answer of the initiative. They pass by themselves: others were faster, or it is not yet that day where the
 * command is judged. That an id was used for something else says nothing of the milestone at all.
 */
const passing: ReadonlySet<RefusalCode> = new Set([
  'version/conflict',
  'date/in-future',
  'service/not-ready',
  'idempotency/key-reused',
]);

type Answer = { readonly outcome: 'reached' } | { readonly outcome: 'refused'; readonly code: RefusalCode };

/** A commitment whose initiative has to be told, or a look for those that somebody left open unheard of by this process. */
type Due = StreamName | 'look';

/** Whether an initiative has still to be told that a milestone of it was reached. */
const isOwed = ({ status, milestone, fed }: Commitment): boolean =>
  status === 'confirmed' && milestone !== undefined && fed === undefined;

/**
 * Sends the `reach` that a confirmed commitment entails (definitions §10), and writes down what the initiative answered. Both
 * commands have an id made of the confirmation's position, which nobody's key can take (0052): whichever process gives them, and however often, each is decided
 * once. What was left open by a process that was killed is found when one starts, or heard of by the topics by another.
 */
export class Feeding implements Recollection, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly collections = ['commitments'];
  readonly #index: CommitmentIndex;
  #working: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly commands: PartnerCommands,
    private readonly onFault: (fault: unknown, stream?: StreamName) => void,
    private readonly due: TriedAgain<Due> = new TriedAgain(),
  ) {
    this.#index = CommitmentIndex.of(commands.around);
    commands.around.bus.onRecorded(this);
  }

  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    if (!events.some(({ type }) => type === 'commitment.confirmed.v1')) return;
    this.due.add(stream);
    this.#work();
  }

  onApplicationBootstrap(): void {
    this.readAgain();
  }

  readAgain(): void {
    this.due.add('look');
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
          if (state.status !== 'unoffered' && isOwed(state)) this.due.add(stream);
        }),
      );
  }

  /** One round after the other; each does what is due by then, and sees to it that what failed comes up again. */
  #work(): void {
    const before = this.#working ?? Promise.resolve();
    const work: Promise<void> = before
      .then(() => this.#doWhatIsDue())
      .finally(() => {
        if (this.#working === work) this.#working = undefined;
      });
    this.#working = work;
  }

  async #doWhatIsDue(): Promise<void> {
    // What a look finds is due at once: it is told in the same round.
    for (let due = this.due.take(); due.length > 0 && !this.#stopped; due = this.due.take())
      for (const one of due) {
        if (this.#stopped) return;
        await this.#do(one);
      }
    this.#wakeForNext();
  }

  async #do(one: Due): Promise<void> {
    try {
      await (one === 'look' ? this.#lookThrough() : this.#tell(one));
      this.due.done(one);
    } catch (fault) {
      this.due.failed(one);
      if (!this.#stopped) this.onFault(fault, one === 'look' ? undefined : one);
    }
  }

  #wakeForNext(): void {
    clearTimeout(this.#timer);
    const inMs = this.due.inMs();
    if (inMs === undefined || this.#stopped) return;
    this.#timer = setTimeout(() => this.#work(), inMs);
    this.#timer.unref();
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
    const answer = await this.#reach(state, confirmed.on, { ...meta, key: 'reach' });
    await bus.run(stream, { type: 'RecordFeeding', on: confirmed.on, ...answer }, { ...meta, key: 'reach-answered' });
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
