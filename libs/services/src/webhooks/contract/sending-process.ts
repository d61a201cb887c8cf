import { openSqliteWebhookRecords } from '../sqlite/sqlite-webhook-records.js';
import { postEvents } from '../post-events.js';
import { networksOf } from '../public-address.js';
import { sharedBox } from '../../sealing/box-file.js';
import { madeFeed } from '../testing/made-feed.js';
import { WebhookSender } from '../webhook-sender.js';

/* A process to be killed: sends a feed of so many events to the webhooks of a file, in small batches, without end. */
const [records, key, length] = process.argv.slice(2);
const feed = madeFeed(Number(length));
const sender = new WebhookSender({
  records: openSqliteWebhookRecords(records!),
  secrets: sharedBox('key', key!),
  feed: (asked) => feed({ ...asked, limit: 3 }),
  ownerOf: async ({ user }) => ({ user, roles: ['integrator'] }),
  post: (sending) => postEvents(sending, { networks: networksOf('127.0.0.1/32') }),
});
process.stdout.write('sending\n');
for (;;) {
  await sender.turn();
  await new Promise((resolve) => setTimeout(resolve, 5));
}
