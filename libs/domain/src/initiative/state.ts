import type {
  Audience,
  Bilingual,
  CorrectionField,
  EventData,
  EventType,
  Instant,
  LawPathReference,
  LocalDate,
  Party,
  Role,
  StreamName,
} from '@masar/contracts';
import type { ById } from './by-id.js';
import type { Milestone } from './milestone-state.js';

/** An event as the rules remember it: corrected where it was corrected, without what no rule asks for. */
export type Fact<T extends EventType = EventType> = {
  [K in T]: {
    readonly version: number;
    readonly type: K;
    readonly actor: string;
    readonly onBehalfOf?: string;
    readonly recordedAt: Instant;
    readonly data: EventData<K>;
  };
}[T];

/** `ended` also when the milestone it names was reached or cancelled, or the initiative ended: no event says so. */
export type Wait =
  | { readonly status: 'open'; readonly party: Party; readonly since: LocalDate; readonly milestone?: string }
  | {
      readonly status: 'ended';
      readonly party: Party;
      readonly since: LocalDate;
      readonly milestone?: string;
      readonly endedOn: LocalDate;
      readonly endedBy: 'hand' | 'milestone' | 'initiative';
    };

/** `on` and `until` are the first and the last paused day: as asked, from the grant on as granted. */
export interface Pause {
  readonly status: 'undecided' | 'refused' | 'granted' | 'ended';
  readonly on: LocalDate;
  readonly until: LocalDate;
  readonly requester: string;
  readonly requestedFor?: string;
  readonly requestedAt: Instant;
}

export interface Contest {
  readonly status: 'undecided' | 'dismissed' | 'ruled';
  readonly party: Party;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly contester: string;
  readonly contestedFor?: string;
}

export interface Correction {
  readonly status: 'undecided' | 'approved' | 'rejected';
  readonly corrects: number;
  readonly field: CorrectionField;
  readonly to: unknown;
  readonly reason: string;
  readonly requester: string;
  readonly requestedFor?: string;
  /** Mended by the person who recorded it, without a decision. */
  readonly atOnce?: boolean;
}

export interface Blocker {
  readonly status: 'open' | 'resolved';
  readonly raisedOn: LocalDate;
}

export type Standing = 'draft' | 'open' | 'complete' | 'cancelled';

/** One registered initiative. Plain JSON: it is kept as a snapshot. */
export interface Initiative {
  readonly status: Standing;
  readonly stream: StreamName;
  readonly kind: string;
  readonly title: Bilingual;
  readonly owner: string;
  /** When the present owner took over; absent for the first one. */
  readonly ownerSince?: LocalDate;
  readonly audience: Audience;
  readonly type?: string;
  readonly partnerTitle?: Bilingual;
  readonly path?: LawPathReference;
  readonly startedOn?: LocalDate;
  readonly endedOn?: LocalDate;
  readonly members: ById<Role>;
  readonly milestones: ById<Milestone>;
  readonly waits: ById<Wait>;
  readonly pauses: ById<Pause>;
  readonly contests: ById<Contest>;
  readonly corrections: ById<Correction>;
  readonly blockers: ById<Blocker>;
  /** Ids of notes already taken. */
  readonly notes: readonly string[];
  /** What only this kind knows: a law's visits, a policy's scope. Read through the kind's own accessor. */
  readonly own: unknown;
  /**
   * The whole stream, corrected: a correction changes the fact it names and the state is folded anew from here, so
   * that every later rule sees what a history without the slip would have shown. Index = version − 1.
   */
  readonly facts: readonly Fact[];
}

export interface Unregistered {
  readonly status: 'unregistered';
}
export type InitiativeState = Unregistered | Initiative;
