import type { AnyRecordedEvent, StreamName } from '@masar/contracts';
import type { Decider } from './decider.js';
import type { EventStore } from './port.js';

/** A folded stream. */
export interface Current<State> {
  readonly state: State;
  /** 0: the stream has no event yet. */
  readonly version: number;
  /** The stream's head was read for it just now, so that a "no" may rest on it. */
  readonly fresh: boolean;
}

const page = 500;
const nameOf = (decider: { readonly name: string; readonly version: number }): string =>
  `${decider.name}@${decider.version}`;

const foldOrNothing = <State, Command>(
  decider: Decider<State, Command>,
  from: State,
  events: readonly AnyRecordedEvent[],
): State | undefined => {
  try {
    return events.reduce((state, event) => decider.evolve(state, event), from);
  } catch {
    return undefined;
  }
};

/** States of streams, bounded, in front of the store's snapshots and events. Never ahead of what is on disk. */
export class StateCache {
  private readonly states = new Map<string, { readonly state: unknown; readonly version: number }>();

  constructor(
    private readonly store: EventStore,
    private readonly capacity: number,
    private readonly snapshotEvery: number,
  ) {}

  /** From memory as it is, or (with `refresh`, or when it is not there) level with the store. */
  async load<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    refresh: boolean,
  ): Promise<Current<State>> {
    const key = `${nameOf(decider)} ${stream}`;
    const cached = this.states.get(key) as { state: State; version: number } | undefined;
    if (cached !== undefined && !refresh) {
      this.keep(key, cached);
      return { ...cached, fresh: false };
    }
    const head = (await this.store.head(stream))?.version ?? 0;
    const start =
      cached !== undefined && cached.version <= head ? cached : await this.fromSnapshot(decider, stream, head);
    const folded = await this.fold(decider, stream, start, head);
    if (folded.version > 0) this.keep(key, folded);
    if (folded.version - start.version >= this.snapshotEvery) this.snapshot(decider, stream, folded);
    return { ...folded, fresh: true };
  }

  /** True when the stream has moved on since `current` was made. */
  async isBehind<State>(stream: StreamName, current: Current<State>): Promise<boolean> {
    if (current.fresh) return false;
    return ((await this.store.head(stream))?.version ?? 0) !== current.version;
  }

  /** Folds what was committed on `current`; called only after its COMMIT. */
  advance<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    current: Current<State>,
    events: readonly AnyRecordedEvent[],
  ): void {
    const key = `${nameOf(decider)} ${stream}`;
    // Should the fold throw, the commit stands all the same: the next command folds from the store and meets the fault.
    this.states.delete(key);
    const next = { state: foldOrNothing(decider, current.state, events), version: current.version + events.length };
    if (next.state === undefined) return;
    this.keep(key, next as { state: State; version: number });
    const crossed = Math.floor(next.version / this.snapshotEvery) > Math.floor(current.version / this.snapshotEvery);
    if (crossed) this.snapshot(decider, stream, next as { state: State; version: number });
  }

  private async fromSnapshot<State, Command>(decider: Decider<State, Command>, stream: StreamName, head: number) {
    const snapshot = head < this.snapshotEvery ? undefined : await this.store.snapshots.get(stream, nameOf(decider));
    return snapshot !== undefined && snapshot.version <= head
      ? { state: snapshot.state as State, version: snapshot.version }
      : { state: decider.initial, version: 0 };
  }

  private async fold<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    start: { readonly state: State; readonly version: number },
    head: number,
  ): Promise<{ state: State; version: number }> {
    let { state, version } = start;
    while (version < head) {
      const events = await this.store.read(stream, version, page);
      if (events.length === 0) break;
      for (const event of events) state = decider.evolve(state, event);
      version += events.length;
    }
    return { state, version };
  }

  /** Snapshots are disposable: one that could not be written costs a longer fold, nothing else. */
  private snapshot<State, Command>(
    decider: Decider<State, Command>,
    stream: StreamName,
    at: { state: State; version: number },
  ): void {
    void this.store.snapshots.put(stream, nameOf(decider), at.version, at.state).catch(() => undefined);
  }

  private keep(key: string, entry: { readonly state: unknown; readonly version: number }): void {
    this.states.delete(key);
    this.states.set(key, entry);
    if (this.states.size <= this.capacity) return;
    const oldest = this.states.keys().next().value;
    if (oldest !== undefined) this.states.delete(oldest);
  }
}
