import { openEventBroker, openEventLog, type EventLog } from '@masar/event-log';
import { isCluster, type Settings } from '@masar/nest-kit';
import type { OpenedBroker } from './cluster/broker-link.js';

type Hears = Parameters<OpenedBroker['hear']>[0];

const openBroker = async (url: string): Promise<OpenedBroker> => {
  let listener: Hears = () => undefined;
  const broker = await openEventBroker(url, (level, message) => listener(level, message));
  return { broker, hear: (given) => void (listener = given) };
};

/** The log of a process: a view over its own commits, or in a cluster the broker that carries everybody's. */
export const openLog = async (
  settings: Settings,
): Promise<{ readonly log: EventLog } | { readonly broker: OpenedBroker }> => {
  if (isCluster(settings)) return { broker: await openBroker(settings.eventLog) };
  return { log: await openEventLog(settings.eventLog === 'sqlite:' ? settings.eventStore : settings.eventLog) };
};
