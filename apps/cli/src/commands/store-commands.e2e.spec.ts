import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEventStore } from '@masar/event-store';
import { mongoSubject, sampleAppend } from '@masar/event-store/contract';
import { mongoForTests, temporaryFolder, type TemporaryFolder } from '@masar/testing';

const { url: server } = await mongoForTests();
const overMongo = server === undefined ? describe.skip : describe;
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

overMongo('the command line on stores', () => {
  let folder: TemporaryFolder;
  let cluster: ReturnType<typeof mongoSubject>;
  let another: ReturnType<typeof mongoSubject>;
  const folderUrl = () => `sqlite:${folder.file('data/truth.db')}`;
  const masar = (store: string, ...args: string[]): Promise<Said> =>
    new Promise((resolve) => {
      const env = {
        ...process.env,
        MASAR_DATA: folder.file('data'),
        MASAR_EVENT_STORE: store,
        MASAR_SEAL_KEY: folder.file('seal.pem'),
        MASAR_USER_PASSWORD: 'a long password of hers',
      };
      execFile(process.execPath, [...process.execArgv, main, '--lang', 'en', ...args], { env }, (fault, out, error) =>
        resolve({ code: fault === null ? 0 : Number(fault.code), out, error }),
      );
    });
  const fill = async (url: string, stream: `${string}/${string}`) => {
    const store = await openEventStore(url);
    for (let version = 0; version < 20; version += 1) await store.append(sampleAppend(stream, version, `c-${version}`));
    await store.close();
  };
  beforeEach(() => {
    folder = temporaryFolder();
    [cluster, another] = [mongoSubject(server!), mongoSubject(server!)];
  });
  afterEach(async () => {
    await Promise.all([cluster.remove(), another.remove()]);
    folder.remove();
  });

  it('moves a folder into a cluster, seals, verifies, backs it up and restores it elsewhere, accounts and all', async () => {
    await fill(folderUrl(), 'projects/P-1');
    expect(await masar(folderUrl(), 'user', 'add', 'hoda', '--roles', 'lead')).toMatchObject({ code: 0 });
    const moved = await masar(cluster.url, 'migrate', '--from', folderUrl());
    expect(moved).toMatchObject({ code: 0, error: expect.stringContaining('20 of 20 commits') });
    expect(moved.out).toContain('1 streams, 20 events (20 commits copied), 1 accounts');
    expect(await masar(cluster.url, 'user', 'add', 'hoda', '--roles', 'lead')).toMatchObject({ code: 1 });
    const seal = folder.file('seal.json');
    expect((await masar(cluster.url, 'seal', seal)).out).toContain('seal 1, 1 streams, 20 events');
    expect((await masar(cluster.url, 'verify', '--seal', seal)).out).toBe('1 streams, 20 events: whole\n');
    const backup = folder.file('masar.backup');
    expect((await masar(cluster.url, 'backup', backup)).out).toContain('1 streams, 20 events');
    expect((await masar(another.url, 'restore', backup)).out).toMatch(/^1 streams, 20 events, epoch /);
    expect((await masar(another.url, 'verify', '--seal', seal)).out).toBe('1 streams, 20 events: whole\n');
    expect(await masar(another.url, 'user', 'disable', 'hoda')).toMatchObject({ code: 0 });
    const back = `sqlite:${folder.file('back/truth.db')}`;
    expect((await masar(another.url, 'migrate', '--to', back)).out).toContain('20 commits copied), 1 accounts');
  }, 120_000);

  it('has the whole of a cluster published again, and tells a folder that it has no topics', async () => {
    await fill(cluster.url, 'projects/P-1');
    const store = await cluster.open();
    const { commits } = await store.pending!.page();
    await store.pending!.unset(commits.map(({ mark }) => mark));
    const said = await masar(cluster.url, 'republish', '--everything');
    expect(said).toMatchObject({ code: 0, out: '20 commits are to be published again\n' });
    expect(await store.pending!.count(100)).toBe(20);
    await store.close();
    expect(await masar(folderUrl(), 'republish', '--everything')).toMatchObject({ code: 1 });
    expect(await masar(cluster.url, 'republish', 'projects/P-1', '--everything')).toMatchObject({ code: 2 });
  }, 120_000);

  it('says no in one line: to what is there, to what is not the same, to itself', async () => {
    await fill(folderUrl(), 'projects/P-1');
    await fill(cluster.url, 'laws/L-1');
    const other = await masar(cluster.url, 'migrate', '--from', folderUrl());
    expect(other).toMatchObject({ code: 1, out: '', error: expect.stringContaining('holds laws/L-1@20') });
    expect(other.error.trim().split('\n')).toHaveLength(1);
    expect(await masar(cluster.url, 'migrate', '--to', cluster.url)).toMatchObject({ code: 2 });
    const backup = folder.file('copy.db');
    await masar(folderUrl(), 'backup', backup);
    const full = await masar(cluster.url, 'restore', backup);
    expect(full).toMatchObject({ code: 1, error: expect.stringContaining('empty store only') });
  }, 120_000);
});
