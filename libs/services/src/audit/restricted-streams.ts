import { initiativeKinds, type AnyRecordedEvent, type StreamName } from '@masar/contracts';
import { initiativeDecider } from '@masar/domain';
import type { CommandHandler } from '@masar/event-store';
import type { CommandBus } from '../platform/command-bus.js';
import type { Recollection } from '../platform/recollections.js';

const mostKept = 20_000;

/** Whether an initiative leaves some officials out: asked at each read of one, so it is kept until its audience is said anew. */
export class RestrictedStreams implements Recollection {
  readonly collections = initiativeKinds;
  readonly #known = new Map<StreamName, boolean>();

  constructor(
    private readonly handler: CommandHandler,
    bus: CommandBus,
  ) {
    bus.onRecorded(this);
  }

  isRestricted(stream: StreamName): boolean | Promise<boolean> {
    return this.#known.get(stream) ?? this.#read(stream);
  }

  async #read(stream: StreamName): Promise<boolean> {
    const kind = initiativeKinds.find((known) => stream.startsWith(`${known}/`));
    if (!kind) return false;
    const { state } = await this.handler.current(initiativeDecider(kind), stream);
    const isRestricted = state.status !== 'unregistered' && state.audience !== 'portfolio';
    if (this.#known.size >= mostKept) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(stream, isRestricted);
    return isRestricted;
  }

  learn(stream: StreamName, events: readonly AnyRecordedEvent[]): void {
    if (events.some(({ data }) => 'audience' in data)) this.#known.delete(stream);
  }

  readAgain(): void {
    this.#known.clear();
  }
}
