import { initiativeKinds, type AnyRecordedEvent, type InitiativeKind, type StreamName } from '@masar/contracts';
import { initiativeDecider } from '@masar/domain';
import type { CommandHandler } from '@masar/event-store';
import type { CommandBus } from '../platform/command-bus.js';
import type { Recollection } from '../platform/recollections.js';

const mostKept = 20_000;

/** Whether an initiative leaves some officials out: asked at each read of one, so it is kept until its audience is said anew. */
export class RestrictedStreams implements Recollection {
  readonly collections = initiativeKinds;
  /** What is being read is here as well: whoever learns of a new audience forgets that, too. */
  readonly #known = new Map<StreamName, boolean | Promise<boolean>>();

  constructor(
    private readonly handler: CommandHandler,
    bus: CommandBus,
  ) {
    bus.onRecorded(this);
  }

  isRestricted(stream: StreamName): boolean | Promise<boolean> {
    const kind = initiativeKinds.find((known) => stream.startsWith(`${known}/`));
    return kind !== undefined && (this.#known.get(stream) ?? this.#keep(stream, this.#read(kind, stream)));
  }

  #keep(stream: StreamName, read: Promise<boolean>): Promise<boolean> {
    if (this.#known.size >= mostKept) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(stream, read);
    const settle = (isRestricted?: boolean) => {
      if (this.#known.get(stream) !== read) return;
      if (isRestricted === undefined) this.#known.delete(stream);
      else this.#known.set(stream, isRestricted);
    };
    read.then(settle, () => settle());
    return read;
  }

  async #read(kind: InitiativeKind, stream: StreamName): Promise<boolean> {
    const { state } = await this.handler.current(initiativeDecider(kind), stream);
    return state.status !== 'unregistered' && state.audience !== 'portfolio';
  }

  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    if (events.some(({ data }) => 'audience' in data)) this.#known.delete(stream);
  }

  readAgain(): void {
    this.#known.clear();
  }
}
