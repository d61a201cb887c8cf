import type { Audience, LocalDate, MilestoneItem, Party, PortfolioItem, StreamName } from '@masar/contracts';

/** How many a running count of a row grows by with each day that passes; 0 or 1. */
export interface Growth {
  readonly elapsed: number;
  readonly active: number;
  readonly waiting: number;
  readonly paused: number;
  readonly contested: number;
  readonly longestWait: number;
}

/** A wait open on the day, for "what changed". */
export interface OpenWait {
  readonly id: string;
  readonly party: Party;
  readonly milestone?: string;
  readonly stale: boolean;
}

/**
 * One initiative's line in the portfolio as it is kept: what readers see, the milestones behind it, and how it reads on
 * the days that follow. From `from` until the day before `reviewOn` only the counts of `growth` change, by one a day.
 */
export interface PortfolioRow extends PortfolioItem {
  readonly stream: StreamName;
  readonly from: LocalDate;
  readonly growth: Growth;
  readonly audience: Audience;
  readonly milestones: readonly MilestoneItem[];
  readonly waits: readonly OpenWait[];
  /** The last day a pause ran out by itself. */
  readonly pauseLapsedOn?: LocalDate;
}
