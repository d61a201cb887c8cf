/**
 * What given/when/then needs of a decider. The event store's `Decider` fits it as it is; it is not named here, because the
 * store's own specs stand on this package and arrows run one way.
 */
export interface RuleBook<State, Command, Event, Fact> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
  decide(state: State, command: Command): readonly Fact[];
}
