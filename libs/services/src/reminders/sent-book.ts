/** What became of handing a letter over. */
export type Outcome =
  /** The server has taken it, or there was nothing to say. */
  | { readonly state: 'sent' | 'nothing' }
  /** The server said no: the letter may be handed over again. */
  | { readonly state: 'refused'; readonly answer: string }
  /** Nobody knows whether the server has it: it is never handed over again. */
  | { readonly state: 'uncertain'; readonly answer: string }
  /** The server could not be reached: nobody was given the letter, and it is no fault of it. */
  | { readonly state: 'unreached'; readonly answer: string };

/** Whose turn a letter is: this caller's, and for the how manieth time; nobody's yet; nobody's any more. */
export type Claimed = { readonly attempt: number } | 'later' | 'over';

/**
 * Which letters were handed over. A letter is claimed on disk before it is handed over, by one of all who try: a process that
 * dies in between leaves a claim that nobody takes up, for the server may have the letter. So none goes out twice, and one may
 * not go out at all; what it would have said is in the inbox.
 */
export interface SentBook {
  /** Times in milliseconds of the machine's clock. */
  claim(id: string, now: number): Promise<Claimed>;
  /** `againAt`: when a refused one may be claimed again; absent: never. One that reached nobody is as it was before its claim. */
  settle(id: string, outcome: Outcome, againAt?: number): Promise<void>;
  /** Takes away letters that were claimed before then, `rememberedMs` ago. */
  forget(before: number): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds to wait after each refusal; after the last one a letter is given up. */
const pauses = [60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const;

/** When a letter refused for the `attempt`-th time is tried again; undefined: not any more. */
export const againAfter = (attempt: number, now: number): number | undefined => {
  const pause = pauses[attempt - 1];
  return pause === undefined ? undefined : now + pause;
};

/** Letters are remembered longer than any of them could be due again. */
export const rememberedMs = 90 * 24 * 60 * 60_000;
