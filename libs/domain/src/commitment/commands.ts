import type { Bilingual, CommitmentDirection, Evidence, LocalDate, Party, StreamName } from '@masar/contracts';
import type { CommandContext } from '../command-context.js';

/** What each command says besides its day. */
export interface CommitmentCommandFields {
  readonly OfferCommitment: {
    readonly partner: string;
    readonly direction: CommitmentDirection;
    readonly title: Bilingual;
    readonly initiative: StreamName;
    readonly milestone?: string;
    readonly dueOn: LocalDate;
    readonly with?: Party;
  };
  readonly AcceptCommitment: object;
  readonly DeclineCommitment: { readonly reason?: string };
  readonly ReportCommitment: { readonly evidence: readonly Evidence[] };
  readonly ReturnCommitment: { readonly reason: string };
  readonly ConfirmCommitment: object;
  readonly WithdrawCommitment: { readonly reason: string };
  readonly ProposeDueChange: { readonly change: string; readonly to: LocalDate; readonly reason: string };
  readonly AgreeToDueChange: { readonly change: string };
  readonly RefuseDueChange: { readonly change: string; readonly reason?: string };
  /** Given by the service alone: what the initiative said to the `reach` a confirmed commitment entails. */
  readonly RecordFeeding: { readonly outcome: 'reached' | 'refused'; readonly code?: string };
}
export type CommitmentCommandType = keyof CommitmentCommandFields;

export type CommitmentCommand<T extends CommitmentCommandType = CommitmentCommandType> = {
  [K in T]: {
    readonly type: K;
    /** The business date of the fact. */
    readonly on: LocalDate;
    readonly context: CommandContext;
  } & CommitmentCommandFields[K];
}[T];
