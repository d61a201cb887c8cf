import assert from 'node:assert/strict';
import type { RuleBook } from './rule-book.js';

/** Turns a decided fact into the event a store would have recorded; `command` is absent for facts that are given. */
export type Recording<Command, Event, Fact> = (fact: Fact, version: number, command?: Command) => Event;

const refusedWith = (decide: () => unknown): { readonly code: string; readonly details: unknown } | undefined => {
  try {
    decide();
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return { code: error.code, details: 'details' in error ? error.details : undefined };
    throw error;
  }
};

/** What one command came to. A check answers nothing, so that a spec can be one expression. */
export class Outcome<State, Command, Event, Fact> {
  constructor(
    private readonly minutes: Minutes<State, Command, Event, Fact>,
    private readonly command: Command,
  ) {}

  /** Exactly these facts, in this order. */
  thenFacts(...facts: readonly Fact[]): void {
    assert.deepEqual(this.minutes.decide(this.command), facts);
  }

  /** Accepted without a fact: nothing changes. */
  thenNothing(): void {
    this.thenFacts();
  }

  /** Accepted; the state after it is handed to `look`. */
  thenState(look: (state: State) => void): void {
    look(this.minutes.after(this.command).state);
  }

  /** Refused with this code and, where they are given, these among its details. */
  thenRefused(code: string, details: Readonly<Record<string, unknown>> = {}): void {
    const refusal = refusedWith(() => this.minutes.decide(this.command));
    assert.equal(refusal?.code ?? 'accepted', code);
    const told = (refusal?.details ?? {}) as Record<string, unknown>;
    for (const [name, value] of Object.entries(details)) assert.deepEqual(told[name], value, `detail ${name}`);
  }
}

/** The minutes of a meeting: what was given, what was done after it, and what one more command comes to. Never changed in place. */
export class Minutes<State, Command, Event, Fact> {
  constructor(
    private readonly book: RuleBook<State, Command, Event, Fact>,
    private readonly record: Recording<Command, Event, Fact>,
    readonly state: State = book.initial,
    readonly events: readonly Event[] = [],
  ) {}

  /** Facts on record, whether or not a rule would have let them happen. */
  given(...facts: readonly Fact[]): Minutes<State, Command, Event, Fact> {
    return this.recorded(facts);
  }

  /** Commands that are accepted one after the other; a refusal fails the spec. */
  after(...commands: readonly Command[]): Minutes<State, Command, Event, Fact> {
    return commands.reduce<Minutes<State, Command, Event, Fact>>(
      (minutes, command) => minutes.recorded(minutes.decide(command), command),
      this,
    );
  }

  when(command: Command): Outcome<State, Command, Event, Fact> {
    return new Outcome(this, command);
  }

  decide(command: Command): readonly Fact[] {
    return this.book.decide(this.state, command);
  }

  private recorded(facts: readonly Fact[], command?: Command): Minutes<State, Command, Event, Fact> {
    const events = facts.map((fact, index) => this.record(fact, this.events.length + index + 1, command));
    const state = events.reduce((folded, event) => this.book.evolve(folded, event), this.state);
    return new Minutes(this.book, this.record, state, [...this.events, ...events]);
  }
}

/** Empty minutes of a rule book: `minutesOf(book, record).given(…).when(…).thenFacts(…)`. */
export const minutesOf = <State, Command, Event, Fact>(
  book: RuleBook<State, Command, Event, Fact>,
  record: Recording<Command, Event, Fact>,
): Minutes<State, Command, Event, Fact> => new Minutes(book, record);
