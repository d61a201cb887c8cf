import { connectTo, translating, type ServerPatience } from '@masar/mongo';
import { WebhooksUnavailable, type HeldWebhook, type Webhook, type WebhookRecords } from '../webhook.js';

interface WebhookDocument {
  readonly _id: string;
  readonly revision: number;
  readonly webhook: Webhook;
}

const usually: ServerPatience = { connections: 3 };
const translated = translating(
  (message, options) => new WebhooksUnavailable(`the webhooks could not be reached: ${message}`, options),
);
const heldOf = ({ revision, webhook }: WebhookDocument): HeldWebhook => ({ revision, webhook });

/** Webhooks of a cluster, beside its truth. Rejects with `WebhooksUnavailable` when the server is not there. */
export const openMongoWebhookRecords = async (url: string): Promise<WebhookRecords> => {
  const connection = await translated(() => connectTo(url, usually));
  const webhooks = connection.db!.collection<WebhookDocument>('webhooks');
  return {
    add: (webhook) =>
      translated(async () => void (await webhooks.insertOne({ _id: webhook.id, revision: 1, webhook }))),
    list: () => translated(async () => (await webhooks.find().sort({ _id: 1 }).toArray()).map(heldOf)),
    one: (id) =>
      translated(async () => {
        const found = await webhooks.findOne({ _id: id });
        return found ? heldOf(found) : undefined;
      }),
    replace: (webhook, revision) =>
      translated(async () => {
        const change = { $set: { webhook, revision: revision + 1 } };
        return (await webhooks.updateOne({ _id: webhook.id, revision }, change)).matchedCount > 0;
      }),
    remove: (id) => translated(async () => (await webhooks.deleteOne({ _id: id })).deletedCount > 0),
    close: () => connection.close(),
  };
};
