import type {
  Bilingual,
  CommitmentDirection,
  CommitmentSide,
  CommitmentStatus,
  Evidence,
  LocalDate,
  Party,
  StreamName,
} from '@masar/contracts';

/** Another due date one side proposed. `lapsed`: the commitment ended first. */
export interface DueChange {
  readonly status: 'undecided' | 'agreed' | 'refused' | 'lapsed';
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
  readonly on: LocalDate;
  readonly proposedBy: CommitmentSide;
  readonly decidedOn?: LocalDate;
  /** Why it was decided so. */
  readonly words?: string;
}

/** A step in the life of a commitment: what happened, when, and who said so. */
export interface CommitmentStep {
  readonly step: CommitmentStatus;
  readonly on: LocalDate;
  readonly version: number;
  readonly by: string;
  readonly inNameOf?: string;
  readonly reason?: string;
  readonly evidence?: readonly Evidence[];
}

/** One commitment, for one initiative for life. Plain JSON: it is kept as a snapshot. */
export interface Commitment {
  readonly status: CommitmentStatus;
  readonly stream: StreamName;
  readonly partner: string;
  readonly direction: CommitmentDirection;
  readonly title: Bilingual;
  readonly initiative: StreamName;
  /** Of that initiative: reached when this is confirmed. */
  readonly milestone?: string;
  readonly dueOn: LocalDate;
  /** The government side; absent: whoever owns the initiative. */
  readonly with?: Party;
  readonly offeredBy: CommitmentSide;
  /** In order of recording, which is the order they happened in. */
  readonly steps: readonly CommitmentStep[];
  readonly changes: Readonly<Record<string, DueChange>>;
  /** What the initiative answered to the `reach` it was given. */
  readonly fed?: { readonly outcome: 'reached' | 'refused'; readonly code?: string };
}

export type CommitmentState = { readonly status: 'unoffered' } | Commitment;

/** Accepted and neither confirmed nor given up: somebody's clock runs. */
export const isRunning = ({ status }: Pick<Commitment, 'status'>): boolean =>
  status === 'accepted' || status === 'reported' || status === 'returned';

/** The last step of a kind; undefined before the first. */
export const lastStep = ({ steps }: Commitment, step: CommitmentStatus): CommitmentStep | undefined =>
  steps.findLast((taken) => taken.step === step);
