import type { DomainEvent, EventData, EventType, LocalDate, RefusalCode } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';
import type { InitiativeCommand, InitiativeCommandType } from './commands.js';
import type { Fact, Initiative } from './state.js';

/** Decides one command: facts, none when nothing changes, or throws `Refusal`. */
export type Rule<T extends InitiativeCommandType> = (
  initiative: Initiative,
  command: InitiativeCommand<T>,
  kind: KindRules,
) => readonly DomainEvent[];
export type Rules = { readonly [T in InitiativeCommandType]?: Rule<T> };

/** Folds one event type into the state. */
export type Folds = { readonly [T in EventType]?: (initiative: Initiative, fact: Fact<T>) => Initiative };

/** Something in a history that no sequence of accepted commands would have left: what a correction may not bring about. */
export interface Fault {
  readonly code: RefusalCode;
  /** Names the place, so that a fault that was there before is told from a new one. */
  readonly at: string;
}

/** What a kind of initiative adds to the shared rules: a row of data and maps of further rules, never a branch in a shared rule. */
export interface KindRules {
  readonly kind: string;
  /** State of its own at registration. */
  readonly emptyOwn: unknown;
  /** Ends by recording an outcome, not by `CompleteInitiative`. */
  readonly endsByOutcome?: boolean;
  /** What registration adds to the event: a law's path. */
  readonly registering?: (
    command: InitiativeCommand<'RegisterInitiative'>,
  ) => Partial<EventData<'initiative.registered.v1'>>;
  /** The first day when no start was stated. */
  readonly derivedStart?: (initiative: Initiative) => LocalDate | undefined;
  /** Stages that milestones can be bound and targets anchored to. */
  readonly stages?: {
    /** All there are, in order. */
    readonly all: (initiative: Initiative, context: CommandContext) => readonly string[];
    /** When the stage was first entered: a later visit does not make it happen anew. */
    readonly enteredOn: (initiative: Initiative, stage: string) => LocalDate | undefined;
    /** Version of the fact that the stage was entered on a day. */
    readonly entryOn: (initiative: Initiative, stage: string, on: LocalDate) => number | undefined;
  };
  readonly rules: Rules;
  readonly folds: Folds;
  readonly faults?: (initiative: Initiative, context: CommandContext) => readonly Fault[];
  /** Further facts that a correction of `fact` brings with it, in the same commit. */
  readonly alongCorrection?: (
    initiative: Initiative,
    fact: Fact,
    correction: EventData<'entry.corrected.v1'>,
  ) => readonly DomainEvent[];
}
