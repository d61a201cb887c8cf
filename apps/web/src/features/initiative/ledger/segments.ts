import type { Entry, Ledger } from '../reading.js';

/** A piece of the bar: the days of one party in one bucket, from and to as shares of the whole. */
export interface Segment {
  readonly party: string;
  readonly bucket: Entry['bucket'];
  readonly days: number;
  readonly from: number;
  readonly to: number;
}

const buckets = ['active', 'waiting', 'paused'] as const;

/** The bar of all days, party by party as the ledger lists them; the pieces fill it exactly. */
export const segmentsOf = ({ byParty, elapsed }: Pick<Ledger, 'byParty' | 'elapsed'>): readonly Segment[] => {
  let at = 0;
  return byParty.flatMap((sums) =>
    buckets.flatMap((bucket) => {
      const days = sums[bucket];
      if (days === 0) return [];
      const from = at / elapsed;
      at += days;
      return [{ party: sums.party, bucket, days, from, to: at / elapsed }];
    }),
  );
};

export type EntryFilter = 'waits' | 'all';

/** Newest first; work is left out unless asked for. */
export const listedEntries = (entries: readonly Entry[], filter: EntryFilter): readonly Entry[] =>
  entries.filter(({ bucket }) => filter === 'all' || bucket !== 'active').reverse();
