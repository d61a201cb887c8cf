import type { DerivedRule, Party, StreamName, WaitCause } from '@masar/contracts';
import type { Span } from './spans.js';

/**
 * Something that wants days of an initiative: a pause, a ruling, a wait. Which of them gets a day is settled in
 * `day-ledger.ts`; a claim only says what it wants and what it rests on. `from` and `to` are epoch days.
 */
export interface Claim extends Span {
  /** Stable between readings: entries are named by it. */
  readonly id: string;
  /** In order of precedence (definitions §3). */
  readonly source: 'paused' | 'ruling' | 'recorded' | 'derived';
  /** The day by which overlapping waits are ordered: the wait's own beginning. */
  readonly start: number;
  /** Breaks ties of `start` among claims of one source. */
  readonly order: number;
  /** Breaks what ties remain: place in the stream. */
  readonly version: number;
  /** The stream it rests on, where that is not the initiative's own: a commitment's. */
  readonly stream?: StreamName;
  /** Absent: the owner on the day. */
  readonly party?: Party;
  /** Says nothing on days on which its party owns the initiative. */
  readonly unlessOwner?: boolean;
  /** Holds a day only while no other milestone than `milestone` is in progress. */
  readonly yields?: boolean;
  readonly milestone?: string;
  /** What the user's reason or the ruling says; a legal period overrides it, except for rulings. */
  readonly cause?: WaitCause;
  readonly reason: string | null;
  /** Versions in the stream it rests on. */
  readonly because: readonly number[];
  readonly wait?: string;
  readonly rule?: DerivedRule;
}

const precedence = { paused: 0, ruling: 1, recorded: 2, derived: 3 } as const;

const byStream = (a: Claim, b: Claim): number =>
  a.stream === b.stream ? 0 : (a.stream ?? '') < (b.stream ?? '') ? -1 : 1;

/** Who gets a day first: source, then the earlier start, then the order of the source, then the position. */
export const byPrecedence = (a: Claim, b: Claim): number =>
  precedence[a.source] - precedence[b.source] ||
  a.start - b.start ||
  a.order - b.order ||
  byStream(a, b) ||
  a.version - b.version;
