import { describe, expect, it } from '@jest/globals';
import { canOwnMongo, databaseOfItsOwn, ownMongo, temporaryFolder } from '@masar/testing';
import { sampleAppend, sqliteFileSubject } from '../contract/index.js';
import { migrateStore, verifyStore } from '../maintenance.js';

const overOwnMongo = (await canOwnMongo()) ? describe : describe.skip;

overOwnMongo('a document server that is killed while a store is moved into it', () => {
  it('has a beginning without holes: the same command again completes it', async () => {
    const folder = temporaryFolder();
    const subject = sqliteFileSubject();
    const store = await subject.open();
    const streams = Array.from({ length: 20 }, (_, index) => `laws/L-${index}` as const);
    for (let version = 0; version < 100; version += 1)
      await Promise.all(streams.map((stream) => store.append(sampleAppend(stream, version, `c-${version}`))));
    await store.close();
    const file = folder.file('server');
    let server = await ownMongo({ file });
    const url = databaseOfItsOwn(server.url);
    let killing: Promise<void> | undefined;
    const onProgress = ({ commits }: { commits: number }) => {
      if (commits >= 500) killing ??= server.stop('SIGKILL');
    };
    const cut = migrateStore(subject.url, url, { onProgress });
    await expect(cut).rejects.toMatchObject({ code: 'storage/unavailable' });
    await killing;
    server = await ownMongo({ file, port: server.port });
    const { copied, ...answer } = await migrateStore(subject.url, url);
    expect(answer).toMatchObject({ streams: 20, events: 2000, behind: 0 });
    expect(copied).toBeLessThan(2000);
    expect(await verifyStore(url)).toEqual({ ok: true, streams: 20, events: 2000 });
    await server.stop();
    await subject.remove();
    folder.remove();
  }, 120_000);
});
