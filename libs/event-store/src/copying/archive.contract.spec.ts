import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mongoForTests, spawnKillable, temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { expectWholeStream, mongoSubject, sampleAppend } from '../contract/index.js';
import { backupStore, migrateStore, restoreStore, sealStore, verifyStore } from '../maintenance.js';
import { openEventStore } from '../open.js';
import type { EventStore } from '../port.js';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;
const restorer = fileURLToPath(new URL('../contract/copying-process.ts', import.meta.url));
const streams = ['calendars/EG', 'laws/L-1', 'laws/L-2', 'projects/P-1'] as const;

overMongo('a backup of a store in MongoDB', () => {
  let subject: ReturnType<typeof mongoSubject>;
  let other: ReturnType<typeof mongoSubject>;
  let folder: TemporaryFolder;
  let store: EventStore;
  let file: string;
  const beside = [{ name: 'accounts', value: [{ user: 'سارة', line: 'two\u2028lines\n' }] }];
  const fill = async (commits: number, from = 0) => {
    for (let n = from; n < from + commits; n += 1)
      await Promise.all(streams.map((stream) => store.append(sampleAppend(stream, n * 2, `c-${n}`, { facts: 2 }))));
  };
  const textsOf = async (url: string) => {
    const opened = await openEventStore(url);
    const texts = await Promise.all(streams.map((stream) => opened.read(stream)));
    await opened.close();
    return texts;
  };
  beforeEach(async () => {
    [subject, other, folder] = [mongoSubject(server!), mongoSubject(server!), temporaryFolder()];
    store = await subject.open();
    file = folder.file('masar.backup');
  });
  afterEach(async () => {
    await store.close();
    await Promise.all([subject.remove(), other.remove()]);
    folder.remove();
  });

  it('holds all of it, signed, and what lies beside; restored, it is another epoch whose topics are to be filled', async () => {
    await fill(5);
    const keyFile = folder.file('keys/seal.pem');
    await sealStore(subject.url, { keyFile });
    const epoch = await store.epoch();
    expect(await backupStore(subject.url, file, { beside, keyFile })).toEqual({ file, epoch, streams: 4, events: 40 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(backupStore(subject.url, file)).rejects.toThrow(/writes over nothing/);
    const restored = await restoreStore(file, other.url);
    expect(restored).toMatchObject({ streams: 4, events: 40, beside });
    expect(restored.epoch).not.toBe(epoch);
    expect(await textsOf(other.url)).toEqual(await textsOf(subject.url));
    const opened = await other.open();
    expect(await opened.epoch()).toBe(restored.epoch);
    expect(await opened.pending!.count(100)).toBe(20);
    expect(await opened.append(sampleAppend('laws/L-1', 10, 'c-1'))).toMatchObject({ outcome: 'duplicate' });
    await opened.close();
    const next = await sealStore(other.url, { keyFile });
    expect(next).toMatchObject({ number: 3, epoch: restored.epoch });
    expect(await verifyStore(other.url, { seal: next, keyFile })).toMatchObject({ ok: true });
    await expect(restoreStore(file, other.url)).rejects.toThrow(/empty store only/);
  });

  it('renews the epoch of a database that had one and no commits', async () => {
    await fill(1);
    const opened = await other.open();
    const before = await opened.epoch();
    await backupStore(subject.url, file);
    await restoreStore(file, other.url);
    expect(await opened.epoch()).not.toBe(before);
    await opened.close();
  });

  it('is of one moment while writers go on: no effect without its cause', async () => {
    await fill(40);
    let stopped = false;
    const cause = async () => {
      // A project is told of only after the calendar it rests on: what the second holds, the first must.
      for (let n = 80; !stopped; n += 1) {
        await store.append(sampleAppend('calendars/EG', n, `w-${n}`));
        await store.append(sampleAppend('projects/P-1', n, `w-${n}`));
      }
    };
    const writing = cause();
    for (let round = 0; round < 5; round += 1) await backupStore(subject.url, folder.file(`copy-${round}`));
    stopped = true;
    await writing;
    for (let round = 0; round < 5; round += 1) {
      const url = `sqlite:${folder.file(`store-${round}/truth.db`)}`;
      await restoreStore(folder.file(`copy-${round}`), url);
      const restored = await openEventStore(url);
      const causes = await expectWholeStream(restored, 'calendars/EG');
      const effects = await expectWholeStream(restored, 'projects/P-1');
      await restored.close();
      expect(causes).toBeGreaterThanOrEqual(effects);
      expect(effects).toBeGreaterThanOrEqual(80);
    }
  }, 60_000);

  it('goes into a folder too, in the place of what was there; and a folder’s backup into a database', async () => {
    await fill(3);
    await backupStore(subject.url, file, { beside });
    const url = `sqlite:${folder.file('data/truth.db')}`;
    const there = await openEventStore(url);
    await there.append(sampleAppend('laws/L-9', 0, 'c-1'));
    const epoch = await there.epoch();
    await expect(restoreStore(file, url)).rejects.toMatchObject({ code: 'folder/in-use' });
    await there.close();
    expect(await restoreStore(file, url)).toMatchObject({ events: 24, beside });
    expect(await verifyStore(`${url}.before-${epoch}`)).toMatchObject({ ok: true, events: 1 });
    const copy = folder.file('copy.db');
    await backupStore(url, copy);
    const back = await restoreStore(copy, other.url);
    expect(back).toMatchObject({ streams: 4, events: 24, beside: [] });
    expect(await textsOf(other.url)).toEqual(await textsOf(subject.url));
  });

  const eitherCode = expect.stringMatching(/^(backup\/damaged|store\/broken)$/);
  it.each<readonly [how: string, damage: (bytes: Buffer) => Buffer, code?: unknown]>([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200)],
    ['cut behind a line', (bytes: Buffer) => gzipSync(dropLast(gunzipSync(bytes)))],
    ['changed in its checksum', (bytes: Buffer) => changedAt(bytes, bytes.length - 6)],
    // What is unpacked then may be no line, or a line with another letter in it: which is found first is left to the letter.
    ['changed in a byte', (bytes: Buffer) => changedAt(bytes, bytes.length >> 1), eitherCode],
    ['changed and packed again', (bytes: Buffer) => gzipSync(replaced(gunzipSync(bytes), 'madeAt":"2', 'madeAt":"1'))],
    ['changed in an event', (bytes: Buffer) => gzipSync(replaced(gunzipSync(bytes), 'lead', 'lady')), 'store/broken'],
    ['longer than it says', (bytes: Buffer) => gzipSync(Buffer.concat([gunzipSync(bytes), Buffer.from('{}\n')]))],
    ['packed lines of something else', () => gzipSync('{"format":"other"}\n')],
    ['empty', () => gzipSync('')],
  ])('that is %s is refused before anything is written', async (_, damage, code = 'backup/damaged') => {
    await fill(3);
    await backupStore(subject.url, file);
    writeFileSync(file, damage(readFileSync(file)));
    await expect(restoreStore(file, other.url)).rejects.toMatchObject({ code });
    const opened = await other.open();
    expect(await opened.streams('')).toEqual([]);
    await opened.close();
  });

  it('is not made of a store that is broken', async () => {
    await fill(1);
    const { default: mongoose } = await import('mongoose');
    const raw = await mongoose.createConnection(subject.url).asPromise();
    await raw.collection('commits').updateOne({ stream: 'laws/L-2' }, { $set: { commandId: 'another' } });
    await raw.close();
    await expect(backupStore(subject.url, file)).rejects.toMatchObject({ code: 'store/broken' });
    expect(() => statSync(file)).toThrow();
  });

  it('restored by a process that is killed: no store until the command is given again', async () => {
    await fill(400);
    await backupStore(subject.url, file);
    const child = spawnKillable(restorer, [file, other.url]);
    await child.printed(2);
    await child.kill();
    await expect(other.open()).rejects.toMatchObject({ code: 'store/unfinished' });
    await expect(migrateStore(subject.url, other.url)).resolves.toMatchObject({ events: 3200 });
    const twice = mongoSubject(server!);
    const again = spawnKillable(restorer, [file, twice.url]);
    await again.printed(2);
    await again.kill();
    expect(await restoreStore(file, twice.url)).toMatchObject({ streams: 4, events: 3200 });
    expect(await textsOf(twice.url)).toEqual(await textsOf(subject.url));
    await twice.remove();
  }, 60_000);
});

const dropLast = (lines: Buffer): Buffer => lines.subarray(0, lines.lastIndexOf(10, lines.length - 2) + 1);
const replaced = (lines: Buffer, from: string, to: string): Buffer =>
  Buffer.from(lines.toString('utf8').replace(from, to));
const changedAt = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 0x10;
  return changed;
};
