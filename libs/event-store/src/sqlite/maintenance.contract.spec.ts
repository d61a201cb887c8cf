import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder, type TemporaryFolder } from '@masar/testing';
import { sampleAppend } from '../contract/sample-events.js';
import { expectWholeStream } from '../contract/killed-writer.contract.js';
import {
  backupStore,
  migrateStore,
  restoreStore,
  sealStore,
  verifyStore,
  writeSeal,
  type Seal,
} from '../maintenance.js';
import { openEventStore } from '../open.js';
import type { EventStore } from '../port.js';
import { hashOf } from '../commit/event-text.js';

let folder: TemporaryFolder;
let url: string;
let keyFile: string;
let store: EventStore;

const commit = async (stream: `${string}/${string}`, expected: number, facts: number) =>
  expect(await store.append(sampleAppend(stream, expected, `c-${expected}`, { facts }))).toMatchObject({
    outcome: 'committed',
  });

/** Changes the file as somebody with a database tool would. */
const tamper = (...statements: [sql: string, ...values: (string | number)[]][]) => {
  const database = new DatabaseSync(folder.file('data/truth.db'));
  for (const [sql, ...values] of statements) database.prepare(sql).run(...values);
  database.close();
};

const storeOf = (name: string) => `sqlite:${folder.file(`${name}/truth.db`)}`;

beforeEach(async () => {
  folder = temporaryFolder();
  url = storeOf('data');
  keyFile = folder.file('keys/seal.pem');
  store = await openEventStore(url);
  await commit('laws/L-1', 0, 2);
  await commit('projects/P-1', 0, 3);
  await commit('projects/P-1', 3, 2);
  await commit('projects/P-2', 0, 1);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

describe('verify', () => {
  it('finds nothing in what was only appended', async () => {
    expect(await verifyStore(url)).toEqual({ ok: true, streams: 3, events: 8 });
  });

  it.each([
    ['a changed letter', "UPDATE commits SET texts = replace(texts, 'تقدير 4', 'تقدير 9')", 4, 'hash-mismatch'],
    [
      'a changed actor',
      "UPDATE commits SET texts = replace(texts, 'lead', 'lady') WHERE first = 4",
      4,
      'hash-mismatch',
    ],
    [
      'a changed hash',
      'UPDATE commits SET hashes = replace(hashes, substr(hashes, 66, 64), hex(zeroblob(32))) WHERE first = 4',
      5,
      'hash-mismatch',
    ],
    [
      'a text that is no JSON',
      "UPDATE commits SET texts = 'x' || texts WHERE stream = 'projects/P-1' AND first = 4",
      4,
      'not-json',
    ],
    [
      'a moved time',
      "UPDATE commits SET known_at = '2020-01-01T00:00:00.000Z' WHERE stream = 'projects/P-1' AND first = 4",
      4,
      'columns',
    ],
    [
      'another command',
      "UPDATE commits SET command_id = 'c-9' WHERE stream = 'projects/P-1' AND first = 4",
      4,
      'columns',
    ],
    ['a commit taken out of the middle', "DELETE FROM commits WHERE stream = 'projects/P-1' AND first = 1", 1, 'gap'],
  ])('names the event of %s', async (_, sql, version, breakage) => {
    tamper([
      sql.includes("'projects/P-1'")
        ? sql
        : `${sql}${sql.includes('WHERE') ? ' AND' : ' WHERE'} stream = 'projects/P-1'`,
    ]);
    expect(await verifyStore(url)).toMatchObject({ ok: false, broken: { stream: 'projects/P-1', version, breakage } });
  });

  it('names the event of a byte changed in the file itself', async () => {
    await store.close();
    const bytes = readFileSync(folder.file('data/truth.db'));
    // SQLite leaves old copies in the free space of its pages: change them all.
    const text = Buffer.from('تقدير 2');
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1))
      bytes[at + text.length - 1] = '7'.charCodeAt(0);
    writeFileSync(folder.file('data/truth.db'), bytes);
    expect(await verifyStore(url)).toMatchObject({ ok: false, broken: { version: 2, breakage: 'hash-mismatch' } });
  });

  it('names the file when SQLite cannot read it', async () => {
    await store.close();
    const bytes = readFileSync(folder.file('data/truth.db'));
    bytes.fill(0xff, 4096, 4096 * 3);
    writeFileSync(folder.file('data/truth.db'), bytes);
    expect(await verifyStore(url)).toMatchObject({ ok: false, broken: { breakage: 'file' } });
  });
});

describe('a seal', () => {
  let seal: Seal;
  beforeEach(async () => {
    seal = await sealStore(url, { keyFile });
  });
  const verifySealed = () => verifyStore(url, { seal, keyFile });

  it('holds for the store it was made over, and after further commits', async () => {
    expect(seal).toMatchObject({ number: 1, streams: 3, events: 8, previous: '0'.repeat(64) });
    await commit('projects/P-2', 1, 4);
    const second = await sealStore(url, { keyFile });
    expect(second).toMatchObject({ number: 2, events: 12 });
    expect(second.previous).not.toBe(seal.previous);
    for (const each of [seal, second])
      expect(await verifyStore(url, { seal: each, keyFile })).toMatchObject({ ok: true });
  });

  it('shows a cut tail, which the chain alone cannot', async () => {
    tamper(["DELETE FROM commits WHERE stream = 'projects/P-1' AND first = 4"]);
    expect(await verifyStore(url)).toMatchObject({ ok: true });
    expect(await verifySealed()).toMatchObject({
      ok: false,
      broken: { stream: 'projects/P-1', version: 4, breakage: 'cut-tail' },
    });
  });

  it('shows a removed stream', async () => {
    tamper(["DELETE FROM commits WHERE stream = 'laws/L-1'"]);
    expect(await verifyStore(url)).toMatchObject({ ok: true });
    expect(await verifySealed()).toMatchObject({
      ok: false,
      broken: { stream: 'laws/L-1', breakage: 'removed-stream' },
    });
  });

  it('shows a stream that was written anew with fitting hashes', async () => {
    const database = new DatabaseSync(folder.file('data/truth.db'));
    const { texts } = database.prepare("SELECT texts FROM commits WHERE stream = 'projects/P-2'").get() as {
      texts: string;
    };
    database.close();
    const forged = texts.replace('تقدير 1', 'تقدير 8');
    tamper(["UPDATE commits SET texts = ?, hashes = ? WHERE stream = 'projects/P-2'", forged, hashOf(forged)]);
    expect(await verifyStore(url)).toMatchObject({ ok: true });
    expect(await verifySealed()).toMatchObject({
      ok: false,
      broken: { stream: 'projects/P-2', version: 1, breakage: 're-hashed' },
    });
  });

  it('that was itself changed, or is of another key, does not hold', async () => {
    const breakage = async (changed: Seal, key = keyFile) =>
      (await verifyStore(url, { seal: changed, keyFile: key })).broken?.breakage;
    expect(await breakage({ ...seal, events: 7 })).toBe('seal-signature');
    expect(await breakage({ ...seal, heads: seal.heads.slice(1) })).toBe('seal-digest');
    const other = await sealStore(url, { keyFile: folder.file('keys/other.pem') });
    expect(await breakage(other)).toBe('seal-signature');
    tamper(['DELETE FROM seals WHERE number = 1']);
    expect(await breakage(seal)).toBe('seal-chain');
  });

  it('is kept in a file, signed with a key outside the data folder that only its owner reads', async () => {
    await writeSeal(seal, folder.file('seal.json'));
    expect(await verifyStore(url, { seal: folder.file('seal.json'), keyFile })).toMatchObject({ ok: true });
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    await expect(sealStore(url, { keyFile: folder.file('data/seal.pem') })).rejects.toThrow(/must lie outside/);
    await sealStore(url);
    expect(existsSync(`${dirname(folder.file('data/truth.db'))}.keys/seal.pem`)).toBe(true);
  });
});

describe('backup and restore', () => {
  it('copies while commits go on, whole, and writes over nothing', async () => {
    const copy = folder.file('copy.db');
    const writing = (async () => {
      for (let version = 1; version < 200; version += 1) await commit('projects/P-2', version, 1);
    })();
    const answer = await backupStore(url, copy);
    await writing;
    expect(await verifyStore(`sqlite:${copy}`)).toMatchObject({ ok: true, events: answer.events });
    expect(answer.epoch).toBe(await store.epoch());
    await expect(backupStore(url, copy)).rejects.toThrow(/there already/);
  });

  it('restores what was backed up with a new epoch and keeps what was there', async () => {
    const copy = folder.file('copy.db');
    await backupStore(url, copy);
    const epoch = await store.epoch();
    await commit('projects/P-1', 5, 5);
    await expect(restoreStore(copy, url)).rejects.toThrow(/in use by another Masar/);
    await store.close();
    const restored = await restoreStore(copy, url);
    expect(restored).toMatchObject({ streams: 3, events: 8 });
    store = await openEventStore(url);
    expect(await store.epoch()).toBe(restored.epoch);
    expect(restored.epoch).not.toBe(epoch);
    expect(await expectWholeStream(store, 'projects/P-1')).toBe(5);
    await commit('projects/P-1', 5, 1);
    expect(await verifyStore(`${url}.before-${epoch}`)).toMatchObject({ ok: true, events: 13 });
  });

  it('restores nothing from a broken backup', async () => {
    const copy = folder.file('copy.db');
    await backupStore(url, copy);
    const database = new DatabaseSync(copy);
    database.exec("UPDATE commits SET texts = replace(texts, 'lead', 'lady')");
    database.close();
    await store.close();
    await expect(restoreStore(copy, url)).rejects.toThrow(/laws\/L-1@1 is broken: hash-mismatch/);
    store = await openEventStore(url);
    expect(await expectWholeStream(store, 'projects/P-1')).toBe(5);
  });

  it('migrates text for text into an empty store, or one that holds the beginning of the same', async () => {
    const to = storeOf('other');
    expect(await migrateStore(url, to)).toMatchObject({ streams: 3, events: 8, copied: 4, behind: 0 });
    const other = await openEventStore(to);
    expect(await other.read('projects/P-1')).toEqual(await store.read('projects/P-1'));
    expect(await other.find('projects/P-1', 'c-3')).toEqual(await store.find('projects/P-1', 'c-3'));
    await expect(migrateStore(url, to)).rejects.toThrow(/in use by another Masar/);
    await commit('laws/L-1', 2, 1);
    await other.close();
    expect(await migrateStore(url, to)).toMatchObject({ events: 9, copied: 1 });
    const later = await openEventStore(to);
    await later.append(sampleAppend('projects/P-2', 1, 'c-1'));
    await later.close();
    await expect(migrateStore(url, to)).rejects.toMatchObject({ code: 'store/other-history' });
    await expect(migrateStore(url, 'kafka://127.0.0.1')).rejects.toMatchObject({ code: 'adapter/unknown' });
  });
});
