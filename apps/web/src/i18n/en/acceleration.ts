import type { Words } from '../catalogue.js';
import type { Formats } from '../formats.js';
import type { acceleration as source } from '../ar/acceleration.js';

export const acceleration = ({ count, day, number }: Formats): Words<ReturnType<typeof source>> => ({
  title: 'Acceleration timeline',
  chart: (rows, from, to) =>
    `Acceleration timeline from ${day(from)} to ${day(to)}, ${count(rows, { one: '# row', other: '# rows' })}. The same data is in a table.`,
  asTable: 'Show as table',
  asChart: 'Show as chart',
  scroll: 'Acceleration timeline, scrolls sideways',
  legend: 'Legend',
  original: 'Original target',
  current: 'Current target',
  asked: 'Date asked for',
  forecast: 'Forecast',
  actual: 'Actual',
  confirmed: 'Confirmed',
  slipLegend: 'off the original target',
  workLegend: 'Active',
  pauseLegend: 'Pause',
  concurrentLegend: 'Concurrent wait, not counted',
  legalLegend: 'End of the legal period',
  today: 'Today',
  row: 'Milestone or stage',
  party: 'Party',
  status: 'Status',
  legalUntil: (on) => `legal period until ${day(on)}`,
  visit: (visit) => `visit ${number(visit)}`,
  held: 'Active and waiting',
  provisional: 'provisional',
  inherited: 'inherited',
  dayLedger: 'Day ledger',
  empty: 'No milestones and no stages yet',
  withDays: (bucket, party, n) => `${bucket} ${party}: ${count(n, { one: '# day', other: '# days' })}`,
});
