import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { createCommandHandler } from '../command-handler.js';
import { sampleAppend, sampleMeta } from '../contract/sample-events.js';
import { tallyDecider } from '../contract/tally-decider.js';
import { openEventStore } from '../open.js';
import { verifyStore } from '../maintenance.js';

describe('faults of storage', () => {
  let folder: TemporaryFolder;
  let url: string;
  beforeEach(() => {
    folder = temporaryFolder();
    url = `sqlite:${folder.file('truth.db')}`;
  });
  afterEach(() => folder.remove());

  it('a full disk takes nothing of a commit, keeps what it had, and the same command goes through when there is room', async () => {
    const small = await openEventStore(url, { maxPages: 40 });
    const handler = createCommandHandler(small);
    let version = 0;
    const fill = async () => {
      for (;;)
        version = (await handler.run(tallyDecider, 'projects/P-1', { add: 20 }, sampleMeta(`c-${version}`))).version;
    };
    await expect(fill()).rejects.toMatchObject({ code: 'storage/unavailable' });
    expect(version).toBeGreaterThan(0);
    expect(await small.head('projects/P-1')).toMatchObject({ version });
    await expect(small.append(sampleAppend('projects/P-2', 0, 'c-1', { facts: 20 }))).rejects.toThrow(/full/);
    expect(await small.head('projects/P-2')).toBeUndefined();
    await small.close();

    const roomy = await openEventStore(url);
    const again = await createCommandHandler(roomy).run(
      tallyDecider,
      'projects/P-1',
      { add: 20 },
      sampleMeta(`c-${version}`),
    );
    expect(again).toMatchObject({ version: version + 20, replayed: false });
    await roomy.close();
    expect(await verifyStore(url)).toMatchObject({ ok: true, events: version + 20 });
  });

  it('one fact without a JSON text does no harm to the others of its group', async () => {
    const store = await openEventStore(url);
    const good = sampleAppend('projects/P-1', 0, 'c-1');
    const bad = sampleAppend('projects/P-2', 0, 'c-1', { answer: { id: '\ud800' } });
    const [first, second] = await Promise.allSettled([store.append(good), store.append(bad)]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { outcome: 'committed' } });
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'event/invalid' } });
    expect(await store.streams('projects/')).toEqual(['projects/P-1']);
    await store.close();
  });

  it('a store that is closed says so, after it has answered what was asked before', async () => {
    const store = await openEventStore(url);
    const before = store.append(sampleAppend('projects/P-1', 0, 'c-1'));
    const closing = store.close();
    await expect(store.append(sampleAppend('projects/P-2', 0, 'c-1'))).rejects.toMatchObject({
      code: 'storage/unavailable',
    });
    expect(await before).toMatchObject({ outcome: 'committed' });
    await closing;
    await store.close();
  });

  it('two stores on one file, without the lock, never both win a version', async () => {
    const [one, two] = [await openEventStore(url, { lock: false }), await openEventStore(url, { lock: false })];
    for (let version = 0; version < 20; version += 1) {
      const both = [one, two].map((store, index) =>
        store.append(sampleAppend('projects/P-1', version, `c-${version}-${index}`)),
      );
      expect((await Promise.all(both)).map(({ outcome }) => outcome).sort()).toEqual(['committed', 'conflict']);
    }
    const handlers = [createCommandHandler(one), createCommandHandler(two)];
    const runs = Array.from({ length: 20 }, (_, index) =>
      handlers[index % 2]!.run(tallyDecider, 'projects/P-1', { add: 1 }, sampleMeta(`d-${index}`)),
    );
    const versions = (await Promise.all(runs)).map(({ version }) => version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 21));
    await one.close();
    await two.close();
    expect(await verifyStore(url)).toMatchObject({ ok: true, events: 40 });
  });

  it.each([
    ['postgres://127.0.0.1/masar', 'no adapter for postgres: use sqlite:<path> or mongodb://<host>/<database>'],
    ['/var/masar/truth.db', 'no adapter for /var/masar/truth.db: use sqlite:<path> or mongodb://<host>/<database>'],
  ])('%s is not opened', async (other, message) => {
    await expect(openEventStore(other)).rejects.toMatchObject({ code: 'adapter/unknown', message });
  });
});
