import type { Metrics } from '@masar/nest-kit';
import type { DeliveryStatus } from '../cluster/event-delivery.js';
import type { ProjectorStatus } from '../projector/status.js';
import type { Reporting } from './open-reporting.js';

const figures: readonly (readonly [string, string, (status: ProjectorStatus) => number])[] = [
  ['masar_reporting_lag_commits', 'Commits recorded but not yet folded', ({ lag }) => lag],
  ['masar_reporting_lag_milliseconds', 'How long reporting has not been level; 0 while it is', ({ lagMs }) => lagMs],
  ['masar_reporting_holes', 'Streams with a hole in history', ({ holes }) => holes],
  ['masar_reporting_parked', 'Streams parked by a fault of one of their events', ({ parked }) => parked],
  ['masar_reporting_forks', 'Streams with two histories', ({ forks }) => forks],
  ['masar_reporting_events', 'Events folded since the start', ({ events }) => events],
  ['masar_reporting_fold_milliseconds', 'Time spent folding and writing since the start', ({ foldMs }) => foldMs],
  ['masar_reporting_rows', 'Initiatives in the portfolio', ({ rows }) => rows],
  ['masar_reporting_ready', '1 while the consumer follows the log', ({ paused }) => (paused === undefined ? 1 : 0)],
];

const ofDelivery: readonly (readonly [string, string, (status: DeliveryStatus) => number])[] = [
  [
    'masar_delivery_undelivered_events',
    'Events of the topics not kept yet; -1: unknown',
    ({ undelivered = -1 }) => undelivered,
  ],
  ['masar_delivery_partitions', 'Partitions of this process', ({ partitions }) => partitions],
  [
    'masar_delivery_undecodable_records',
    'Records that are no events, since the start',
    ({ undecodable }) => undecodable,
  ],
  [
    'masar_delivery_running',
    '1 while deliveries are kept, 0 while they rest',
    ({ paused }) => (paused === undefined ? 1 : 0),
  ],
];

/** Makes the projector's figures known to `GET /metrics`. */
export const countReporting = (metrics: Metrics, reporting: Reporting, lines: { readonly readers: number }): void => {
  for (const [name, help, read] of figures)
    metrics.gauge(name, help, [], (gauge) => gauge.set(read(reporting.status())));
  if (reporting.delivery() !== undefined)
    for (const [name, help, read] of ofDelivery)
      metrics.gauge(name, help, [], (gauge) => gauge.set(read(reporting.delivery()!)));
  metrics.gauge('masar_live_readers', 'Open live lines', [], (gauge) => gauge.set(lines.readers));
};
