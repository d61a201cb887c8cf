import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
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
    const until = async (isReached: () => boolean) => {
      for (const end = performance.now() + 60_000; !isReached() && performance.now() < end;) await pause(2);
    };
    for (const kills of [60, 150, 290]) {
      const child = spawnKillable(script, [file, key, String(events)]);
      await until(() => took().length >= kills);
      await child.kill();
    }
    const child = spawnKillable(script, [file, key, String(events)]);
    await until(() => took().at(-1) === `projects/P-1@${events}`);
    await child.kill();
    await receiver.close();
    const versions = took().map((id) => Number(id.split('@')[1]));
    expect([...new Set(versions)]).toEqual(Array.from({ length: events }, (_, n) => n + 1));
    // What comes again is the last batch, never more.
    for (const [at, version] of versions.entries())
      expect(version - (versions[at - 1] ?? 0)).toBeGreaterThanOrEqual(-2);
    await records.close();
    folder.remove();
  });
});
