import { randomUUID } from 'node:crypto';
import { openEventBroker, type EventBroker } from '@masar/event-log';
import { openEventStore, type EventStore, type PendingCommits } from '@masar/event-store';
import { openReportingStore, type ReportingStore } from '@masar/read-models';
import { EventIntake } from '../delivery/event-intake.js';
import { HistoryLog } from '../delivery/history-log.js';
import { Lease } from '../delivery/lease.js';
import type { ProjectorNews } from '../runtime/projector-calls.js';
import type { ThreadStart } from '../runtime/thread-start.js';
import { EventDelivery } from './event-delivery.js';
import { RelayedAgain } from './redelivery.js';
import { SharedProjector } from './shared-projector.js';

/** Without a sign of life for so long the writer's turn is over. */
const turnLastsMs = 5_000;

export interface Shared {
  readonly projector: SharedProjector;
  close(): Promise<void>;
}

/** What a share in reporting is made of; whoever gives them closes them, but for the log made of them. */
export interface SharePorts {
  readonly store: ReportingStore;
  readonly truth: EventStore & { readonly pending: PendingCommits };
  readonly broker: EventBroker;
  readonly defaultZone: string;
}

/**
 * This process's share in a cluster's reporting: a member of the group that keeps events, and the writer when it has the
 * turn.
 */
export const shareOver = async (ports: SharePorts, tell: (news: ProjectorNews) => void): Promise<Shared> => {
  const { store, truth, broker, defaultZone } = ports;
  const { readModels: models, history } = store;
  const holder = randomUUID();
  const lease = new Lease({ models, name: 'reporting-writer', holder, forMs: turnLastsMs });
  const log = new HistoryLog(models, history, { puts: () => lease.isHeld });
  let deliveries = 0;
  const mark = () => `${new Date().toISOString()} ${holder} ${String((deliveries += 1)).padStart(9, '0')}`;
  const intake = new EventIntake({ models, history, truthEpoch: () => truth.epoch(), mark });
  const redelivery = new RelayedAgain(truth, history, intake);
  const delivery = new EventDelivery({
    ...{ broker, models, intake },
    onKept: () => log.hint(),
    tell: (status) => tell({ delivery: status }),
  });
  const projector = new SharedProjector({ models, history, log, lease, redelivery, defaultZone, tell });
  await delivery.start();
  await projector.start();
  return {
    projector,
    close: async () => {
      await delivery.stop();
      await projector.stop();
      await log.close();
    },
  };
};

/** The same at addresses. Rejects when documents, truth or their addresses are not as they must be. */
export const openShared = async (start: ThreadStart, tell: (news: ProjectorNews) => void): Promise<Shared> => {
  const { eventLog, eventStore, readModels, zone: defaultZone } = start;
  const [store, truth] = await Promise.all([openReportingStore(readModels), openEventStore(eventStore)]);
  const { pending } = truth;
  if (pending === undefined) throw new Error(`${eventStore.split(':')[0]}: no store of a cluster`);
  const broker = await openEventBroker(eventLog);
  const share = await shareOver({ store, truth: Object.assign(truth, { pending }), broker, defaultZone }, tell);
  return {
    projector: share.projector,
    close: async () => {
      await share.close();
      await broker.close();
      await Promise.all([truth.close(), store.close()]);
    },
  };
};
