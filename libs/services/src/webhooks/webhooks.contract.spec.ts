import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { dropDatabase } from '@masar/mongo';
import { databaseOfItsOwn, mongoForTests, spawnKillable, temporaryFolder } from '@masar/testing';
import { webhookRecordsContract } from './contract/webhook-records.contract.js';
import { openMongoWebhookRecords } from './mongo/mongo-webhook-records.js';
import { ownBox } from '../sealing/box-file.js';
import { openSqliteWebhookRecords } from './sqlite/sqlite-webhook-records.js';
import { startReceiver } from './testing/receiver.js';

const { url: server } = await mongoForTests();

webhookRecordsContract('SQLite', () => {
  const folder = temporaryFolder();
  return {
    open: async () => openSqliteWebhookRecords(folder.file('webhooks.db')),
    remove: async () => folder.remove(),
  };
});

(server === undefined ? describe.skip : describe)('over MongoDB', () => {
  webhookRecordsContract('MongoDB', () => {
    const url = databaseOfItsOwn(server!);
    return { open: () => openMongoWebhookRecords(url), remove: () => dropDatabase(url) };
  });
});

describe('a sender that is killed', () => {
  const script = fileURLToPath(new URL('./contract/sending-process.ts', import.meta.url));
  const events = 600;

  it('leaves nothing out, and nothing out of order, whenever it is killed', async () => {
    const folder = temporaryFolder();
    const [file, key] = [folder.file('webhooks.db'), folder.file('webhook.key')];
    const receiver = await startReceiver();
    const secret = ownBox(key)().seal('a secret of some length', 'hook-1');
    const records = openSqliteWebhookRecords(file);
    await records.add({ id: 'hook-1', user: 'feeder', url: receiver.url, secret, createdAt: new Date().toISOString() });
    const took = () =>
      receiver.received.flatMap(({ body }) => (JSON.parse(body) as { id: string }[]).map(({ id }) => id));
    const send = () => spawnKillable(script, [file, key, String(events)]);
    for (const kills of [60, 150, 290]) {
      // It has sent a batch, and is killed before it hears what became of it.
      const held = new Promise<void>((resolve) => {
        receiver.beforeAnswer = async () => {
          if (took().length < kills) return;
          resolve();
          await new Promise(() => undefined);
        };
      });
      const child = send();
      await held;
      await child.kill();
      expect(took().length).toBeLessThan(kills + 3);
    }
    const all = new Promise<void>((resolve) => {
      receiver.beforeAnswer = async () => void (took().at(-1) === `projects/P-1@${events}` && resolve());
    });
    const child = send();
    await all;
    await child.kill();
    await receiver.close();
    const versions = took().map((id) => Number(id.split('@')[1]));
    expect([...new Set(versions)]).toEqual(Array.from({ length: events }, (_, n) => n + 1));
    // What comes again is the last batch of each that was killed, and no more.
    for (const [at, version] of versions.entries())
      expect(version - (versions[at - 1] ?? 0)).toBeGreaterThanOrEqual(-2);
    expect(versions).toHaveLength(events + 3 * 3);
    await records.close();
    folder.remove();
  });
});
