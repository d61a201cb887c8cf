import type { Instant, LocalDate, Party, StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import type { CommitmentFacts } from '../collect/commitments.js';
import type { InitiativeFacts } from '../collect/facts.js';

/**
 * What a timeline is asked. The facts hold the whole of what is known: "as known on" is the caller's, who collects only
 * the prefix of a stream known by then, and hands over directory and related facts as known on the same day.
 */
export interface Question {
  readonly facts: InitiativeFacts;
  /** The reading day; it is itself not yet booked. */
  readonly on: LocalDate;
  /** Echoed in the answer. */
  readonly knownOn: LocalDate | Instant;
  readonly directory: Directory;
  /** Facts of the other streams a target or dependency names. */
  readonly related: (stream: StreamName) => InitiativeFacts | undefined;
  /** Commitments for it and for those others, and such as are named themselves, in order of name. */
  readonly commitments: readonly CommitmentFacts[];
  /** Sovereign bodies read `constitutional-procedure` (definitions §3): for everybody but reviewers. */
  readonly hideSovereign?: boolean;
  /** Whom a blocker's named decider belongs to; a decider without entity is `cabinet`. */
  readonly partyOfPerson?: (user: string) => Party | undefined;
}
