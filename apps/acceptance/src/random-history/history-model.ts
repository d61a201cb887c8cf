import type { LawPath } from '@masar/contracts';
import type { Random } from './random.js';

export interface ModelMilestone {
  readonly id: string;
  status: 'planned' | 'started' | 'reached' | 'cancelled';
  readonly dated: boolean;
}

export interface ModelCommitment {
  readonly id: string;
  state: 'offered' | 'accepted' | 'reported' | 'over';
  readonly milestone?: string;
  /** Another due date nobody has decided on. */
  change?: string;
}

/** What the generator remembers of a history: only what the system has accepted. */
export interface HistoryModel {
  readonly seed: number;
  readonly stream: string;
  readonly kind: 'projects' | 'laws' | 'policies';
  readonly path?: LawPath;
  readonly startedOn: string;
  owner: string;
  stage?: string;
  closed: boolean;
  position?: string;
  readonly milestones: ModelMilestone[];
  readonly waits: { readonly id: string; readonly milestone?: string; open: boolean }[];
  readonly pauses: { readonly id: string; state: 'requested' | 'granted' | 'over' }[];
  readonly changes: { readonly id: string; readonly milestone: string; open: boolean }[];
  readonly contests: { readonly id: string; readonly from: string; readonly to: string; open: boolean }[];
  readonly corrections: { readonly id: string; open: boolean }[];
  readonly blockers: { readonly id: string; open: boolean }[];
  readonly commitments: ModelCommitment[];
  /** Facts that may be corrected: version, command, and the day it named. */
  readonly facts: { readonly version: number; readonly what: string; readonly day: string }[];
  readonly log: { readonly day: string; readonly path: string; readonly body: unknown; readonly status: number }[];
}

/** A command the generator would like to give. */
export interface Proposal {
  /** Below the initiative: `waits`, `milestones/m-1/reach`; empty for the initiative itself. */
  readonly path: string;
  /** Where it is given, when that is not below the initiative. */
  readonly address?: string;
  readonly body: Record<string, unknown>;
  /** Called with the answer when accepted. */
  readonly accepted?: (answer: { readonly id: string; readonly version: number }) => void;
}

export interface MoveContext {
  readonly model: HistoryModel;
  readonly random: Random;
  readonly today: string;
  /** The ledger as the system shows it now, for contests. */
  readonly ledgerNow: () => Promise<readonly { from: string; to: string; party: string; bucket: string }[]>;
}

/** One kind of thing that happens to an initiative. */
export interface Move {
  readonly name: string;
  readonly weight: number;
  readonly propose: (context: MoveContext) => Proposal | undefined | Promise<Proposal | undefined>;
}
