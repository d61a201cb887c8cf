import type { Actor, Instant, LocalDate, Party, Role, StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import type { Initiative } from './initiative/state.js';

/** A day of a ledger as the reader saw it: what a contest or a ruling speaks about. */
export interface BookedSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly party: Party;
  readonly bucket: 'active' | 'waiting' | 'paused';
  /** Local date from which the 15 working days of a contest run: of the recording, or of a derived entry its last day booked. */
  readonly contestableFrom: LocalDate;
}

/** An initiative as a commitment for it leans on it. */
export interface KnownInitiative {
  readonly status: 'draft' | 'open' | 'complete' | 'cancelled';
  readonly owner: string;
  readonly members: Readonly<Record<string, Role>>;
  readonly milestones: Readonly<
    Record<string, { readonly stage?: string; readonly isReached: boolean; readonly isCancelled: boolean }>
  >;
}

/** Everything a decision may lean on besides the stream itself; resolved at the edge, so that deciders stay pure. */
export interface CommandContext {
  readonly actor: Actor;
  readonly now: Instant;
  /** Today in the zone of the actor's entity: "in the future" is judged by it. */
  readonly today: LocalDate;
  /** Local date of an instant in a zone. */
  readonly localDate: (instant: Instant, zone: string) => LocalDate;
  readonly directory: Directory;
  /** The actual of another initiative's milestone or stage, or when a commitment was confirmed. */
  readonly dateOf: (reference: string) => LocalDate | undefined;
  /** The initiative's ledger as it reads now; asked for only by contests and rulings. */
  readonly ledger?: () => readonly BookedSpan[];
  /** An initiative by its stream; asked for only by commitments, which have streams of their own. */
  readonly initiative?: (stream: StreamName) => KnownInitiative | undefined;
  /** Whether an entity or a partner has people of its own who may contest in the initiative; asked for only where somebody else would. */
  readonly hasPeople?: (party: Party, initiative: Initiative) => boolean;
  /** Whether a name may be a member's: somebody of the house, or nobody yet; asked for only where a member is added. */
  readonly mayJoin?: (user: string) => boolean;
  /** An import records what a source decided: nothing is refused that the source did. */
  readonly fromSource?: boolean;
}
