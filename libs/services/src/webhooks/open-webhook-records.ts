import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@masar/nest-kit';
import { isSharedTruth } from '../platform/shared-truth.js';
import type { WebhookRecords } from './webhook.js';

/** Webhooks beside the truth: in its database, else in the data folder. Drivers are loaded by who needs them. */
export const openWebhookRecords = async ({
  eventStore,
  dataFolder,
}: Pick<Settings, 'eventStore' | 'dataFolder'>): Promise<WebhookRecords> => {
  if (isSharedTruth(eventStore))
    return (await import('./mongo/mongo-webhook-records.js')).openMongoWebhookRecords(eventStore);
  const { openSqliteWebhookRecords } = await import('./sqlite/sqlite-webhook-records.js');
  if (eventStore.startsWith('sqlite::memory:')) return openSqliteWebhookRecords(':memory:');
  mkdirSync(dataFolder, { recursive: true });
  return openSqliteWebhookRecords(join(dataFolder, 'webhooks.db'));
};
