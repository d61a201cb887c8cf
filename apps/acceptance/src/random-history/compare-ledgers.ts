import type { OracleEntry, OracleLedger } from '../oracle/oracle-ledger.js';
import { ledgerFaults, wordsByDay, type ShownEntry, type ShownLedger } from './shown-ledger.js';

const shownAs = (entry: OracleEntry, stream: string): ShownEntry => ({
  ...entry,
  because:
    entry.because === null ? [] : [typeof entry.because === 'string' ? entry.because : `${stream}@${entry.because}`],
});

/** Active and paused days rest on nothing the definitions name; of a wait the event it rests on must be there. */
const restsOn = (entry: ShownEntry, waitsBegan: ReadonlySet<string>): string =>
  entry.bucket === 'waiting'
    ? (entry.because.find((position) => waitsBegan.has(position)) ?? entry.because.join(','))
    : '';

const wordOf =
  (oracleReasons: ReadonlySet<string>) =>
  (entry: ShownEntry): string =>
    [
      entry.bucket,
      entry.party,
      entry.cause ?? '-',
      entry.source === 'recorded' && entry.bucket === 'waiting' ? entry.reason : '-',
      entry.bucket === 'waiting' ? entry.source : '-',
      restsOn(entry, oracleReasons),
    ].join(' ');

const differingDays = (
  what: string,
  expected: ReadonlyMap<string, string>,
  shown: ReadonlyMap<string, string>,
): readonly string[] => {
  const dates = [...new Set([...expected.keys(), ...shown.keys()])].sort();
  return dates
    .filter((date) => expected.get(date) !== shown.get(date))
    .map(
      (date) => `${what} ${date}: oracle ${expected.get(date) ?? 'nothing'} | shown ${shown.get(date) ?? 'nothing'}`,
    );
};

/** Runs of days of one word: the entries, however the system cut them at contests. */
const merged = (entries: readonly ShownEntry[], word: (entry: ShownEntry) => string) => {
  const runs: { from: string; to: string; word: string; workingDays: number }[] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && last.to === entry.from && last.word === word(entry)) {
      last.to = entry.to;
      last.workingDays += entry.workingDays;
    } else runs.push({ from: entry.from, to: entry.to, word: word(entry), workingDays: entry.workingDays });
  }
  return runs.map((run) => `${run.from} ${run.to} ${run.workingDays} working days, ${run.word}`);
};

const entryDifferences = (expected: readonly string[], shown: readonly string[]): readonly string[] => [
  ...expected.filter((line) => !shown.includes(line)).map((line) => `entry only in the oracle: ${line}`),
  ...shown.filter((line) => !expected.includes(line)).map((line) => `entry only shown: ${line}`),
];

const totalDifferences = (expected: OracleLedger, shown: ShownLedger): readonly string[] => {
  const differences: string[] = [];
  for (const total of ['elapsed', 'active', 'waiting', 'paused'] as const)
    if (expected[total] !== shown[total])
      differences.push(`${total}: oracle ${expected[total]}, shown ${shown[total]}`);
  const [a, b] = [expected.flowEfficiency, shown.flowEfficiency];
  if ((a === null) !== (b === null) || Math.abs((a ?? 0) - (b ?? 0)) > 0.0006)
    differences.push(`flow efficiency: ${a}, shown ${b}`);
  const lines = (totals: ShownLedger['byParty']) =>
    totals.map((t) => `${t.party} ${t.active} ${t.waiting} ${t.paused} contested ${t.contested}`).sort();
  const [mine, theirs] = [lines(expected.byParty), lines(shown.byParty)];
  if (mine.join() !== theirs.join())
    differences.push(`by party: oracle ${mine.join('; ')} | shown ${theirs.join('; ')}`);
  return differences;
};

/** Everything in which two ledgers differ, entry by entry; empty when they agree. */
export const compareLedgers = (expected: OracleLedger, shown: ShownLedger, stream: string): readonly string[] => {
  const mine = expected.entries.map((entry) => shownAs(entry, stream));
  const reasons = new Set(
    [...mine, ...expected.concurrent.map((entry) => shownAs(entry, stream))].flatMap((e) => e.because),
  );
  const word = wordOf(reasons);
  const days = differingDays('day', wordsByDay(mine, word), wordsByDay(shown.entries, word));
  const concurrent = expected.concurrent.map((entry) => shownAs(entry, stream));
  return [
    ...ledgerFaults(shown),
    ...totalDifferences(expected, shown),
    ...days,
    ...(days.length > 0 ? [] : entryDifferences(merged(mine, word), merged(shown.entries, word))),
    ...differingDays('concurrent', wordsByDay(concurrent, word), wordsByDay(shown.concurrent, word)),
  ];
};
