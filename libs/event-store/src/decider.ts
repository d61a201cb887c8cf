import type { AnyRecordedEvent, DomainEvent } from '@masar/contracts';

/** A rule book: pure. Time, ids and the actor come in with the command. */
export interface Decider<State, Command> {
  /** With the version names snapshots: `initiative@3`. Raise the version whenever `evolve` or the state's shape changes. */
  readonly name: string;
  readonly version: number;
  readonly initial: State;
  evolve(state: State, event: AnyRecordedEvent): State;
  /** Facts, none when nothing changes, or throws `Refusal`. */
  decide(state: State, command: Command): readonly DomainEvent[];
}
