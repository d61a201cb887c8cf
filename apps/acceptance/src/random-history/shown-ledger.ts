import { dateOf, dayOf } from '../oracle/day-numbers.js';

/** The ledger as `GET /api/timelines/{kind}/{id}` shows it (api.md). */
export interface ShownEntry {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly workingDays: number;
  readonly bucket: string;
  readonly party: string;
  readonly cause?: string | null;
  readonly reason?: string | null;
  readonly source: string;
  readonly because: readonly string[];
}

export interface ShownLedger {
  readonly elapsed: number;
  readonly active: number;
  readonly waiting: number;
  readonly paused: number;
  readonly flowEfficiency: number | null;
  readonly byParty: readonly { party: string; active: number; waiting: number; paused: number; contested: number }[];
  readonly byCause: readonly { cause: string; days: number }[];
  readonly entries: readonly ShownEntry[];
  readonly concurrent: readonly ShownEntry[];
}

/** What must hold of any ledger, whoever computed it: entries follow each other without hole or overlap and sum to elapsed. */
export const ledgerFaults = (ledger: ShownLedger): readonly string[] => {
  const faults: string[] = [];
  let at = ledger.entries[0]?.from;
  for (const entry of ledger.entries) {
    if (entry.from !== at) faults.push(`hole or overlap before ${entry.from}: the entry before ends ${at}`);
    if (entry.days !== dayOf(entry.to) - dayOf(entry.from))
      faults.push(`${entry.from}–${entry.to} is not ${entry.days} days`);
    if (entry.days <= 0) faults.push(`${entry.from}–${entry.to} is empty`);
    at = entry.to;
  }
  const sum = (pick: (entry: ShownEntry) => boolean) =>
    ledger.entries.filter(pick).reduce((days, entry) => days + entry.days, 0);
  if (sum(() => true) !== ledger.elapsed) faults.push(`entries sum to ${sum(() => true)}, elapsed ${ledger.elapsed}`);
  for (const bucket of ['active', 'waiting', 'paused'] as const) {
    if (sum((entry) => entry.bucket === bucket) !== ledger[bucket])
      faults.push(`${bucket} total is not the sum of its entries`);
    const byParty = ledger.byParty.reduce((days, party) => days + party[bucket], 0);
    if (byParty !== ledger[bucket]) faults.push(`${bucket} by party sums to ${byParty}, not ${ledger[bucket]}`);
  }
  return faults;
};

/** One word per day, so that two ledgers compare whatever way they cut their entries. */
export const wordsByDay = (
  entries: readonly ShownEntry[],
  word: (entry: ShownEntry) => string,
): ReadonlyMap<string, string> => {
  const days = new Map<string, string[]>();
  for (const entry of entries) {
    for (let day = dayOf(entry.from); day < dayOf(entry.to); day += 1) {
      const date = dateOf(day);
      days.set(date, [...(days.get(date) ?? []), word(entry)]);
    }
  }
  return new Map([...days].map(([date, words]) => [date, words.sort().join(' & ')]));
};
