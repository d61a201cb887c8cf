import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { receiveFile } from '../receive-file.js';
import type { CarriedFile, FileStore } from '../file-store.js';

export interface FileStoreSubject {
  open(now: () => number): Promise<FileStore>;
  /** Bytes as a process leaves them that is killed before their record is written, aged so; answers whether they are there. */
  leaveStray(at: number): Promise<() => Promise<boolean>>;
  remove(): Promise<void>;
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const minutes = Buffer.from('minutes of the handover');
const sha256 = digestOf(minutes);
const type = 'text/plain';

/** What every place that keeps evidence files holds to. */
export const fileStoreContract = (name: string, make: () => FileStoreSubject): void => {
  describe(`evidence files: ${name}`, () => {
    const subject = make();
    let now = 1_800_000_000_000;
    let store: FileStore;
    beforeAll(async () => void (store = await subject.open(() => now)));
    afterAll(async () => {
      await store.close();
      await subject.remove();
    });
    const sent = (bytes: Buffer) => receiveFile(Readable.from([bytes]), store.incoming, 1_000_000);
    const kept = async (bytes: Buffer, user: string, called = 'x.txt') =>
      store.keep(await sent(bytes), { user, name: called, type });
    const all = async (): Promise<readonly CarriedFile[]> => {
      const found: CarriedFile[] = [];
      for await (const file of store.all()) found.push(file);
      return found;
    };

    it('gives back what was brought, and leaves nothing on its way in', async () => {
      await kept(minutes, 'sara', 'a.txt');
      expect(await store.find(sha256)).toEqual({ sha256, size: minutes.length, type });
      expect(await buffer(await store.read(sha256))).toEqual(minutes);
      expect(readdirSync(store.incoming)).toEqual([]);
      expect(await store.find('0'.repeat(64))).toBeUndefined();
      await expect(store.read('0'.repeat(64)).then((bytes) => buffer(bytes))).rejects.toThrow();
    });

    it('keeps the same bytes once, and for each who brought them his own name', async () => {
      now += 1_000;
      await Promise.all([kept(minutes, 'omar', 'b.txt'), kept(minutes, 'omar', 'b.txt')]);
      const upload = { sha256, size: minutes.length, type };
      expect(await store.upload(sha256, 'omar')).toMatchObject({ ...upload, user: 'omar', name: 'b.txt' });
      expect(await store.upload(sha256, 'sara')).toMatchObject({ name: 'a.txt' });
      expect(await store.upload(sha256, 'nobody')).toBeUndefined();
      expect(await all()).toMatchObject([{ sha256, uploads: [{ user: 'sara' }, { user: 'omar' }], uses: [] }]);
      expect((await store.uploadsOf('sara', 10)).map(({ name: called }) => called)).toEqual(['a.txt']);
      expect(await Promise.all([store.uploadedSince('omar', now), store.uploadedSince('omar', now + 1)])).toEqual([
        1, 0,
      ]);
    });

    it('keeps what ten bring at once, whole and once', async () => {
      const bytes = Buffer.alloc(400_000, 7);
      await Promise.all(Array.from({ length: 10 }, (_, n) => kept(bytes, `user-${n}`)));
      expect(digestOf(await buffer(await store.read(digestOf(bytes))))).toBe(digestOf(bytes));
      expect((await all()).find((file) => file.sha256 === digestOf(bytes))?.uploads).toHaveLength(10);
    });

    it('holds what a stream is about to name, and releases what it did not', async () => {
      expect(await store.hold(sha256, 'projects/P-1')).toBe(true);
      expect(await store.hold(sha256, 'projects/P-1')).toBe(true);
      expect(await store.hold(sha256, 'projects/P-2')).toBe(true);
      expect(await store.hold('0'.repeat(64), 'projects/P-1')).toBe(false);
      expect(await store.unconfirmed(now, 10)).toEqual([]);
      now += 1_000;
      expect(await store.unconfirmed(now, 10)).toHaveLength(2);
      await store.confirm(sha256, 'projects/P-1');
      await store.release(sha256, 'projects/P-1', now);
      await store.release(sha256, 'projects/P-2', now);
      expect(await store.uses(sha256)).toEqual([{ sha256, stream: 'projects/P-1', confirmed: true }]);
    });

    it('does not release what is held again while it is looked through', async () => {
      const use = { sha256, stream: 'projects/P-5' } as const;
      await store.hold(sha256, use.stream);
      now += 1_000;
      const before = now;
      expect(await store.unconfirmed(before, 10)).toMatchObject([use]);
      await store.hold(sha256, use.stream);
      await store.release(sha256, use.stream, before);
      expect(await store.uses(sha256)).toContainEqual({ ...use, confirmed: false });
      expect(await store.unconfirmed(before, 10)).toEqual([]);
      now += 1;
      await store.release(sha256, use.stream, now);
      expect((await store.uses(sha256)).map(({ stream }) => stream)).toEqual(['projects/P-1']);
    });

    it('lets go of what nobody uses, and of nothing else', async () => {
      const [unused, held] = [Buffer.from('unused'), Buffer.from('held')];
      await kept(unused, 'sara');
      await kept(held, 'sara');
      await store.hold(digestOf(held), 'projects/P-3');
      expect(await store.dropUnused(now)).toBe(1);
      now += 1;
      expect(await store.dropUnused(now)).toBe(1);
      expect(await store.find(digestOf(unused))).toBeUndefined();
      expect(await store.hold(digestOf(unused), 'projects/P-1')).toBe(false);
      expect(await Promise.all([sha256, digestOf(held)].map(async (one) => (await store.find(one))?.sha256))).toEqual([
        sha256,
        digestOf(held),
      ]);
      await kept(unused, 'omar');
      expect(await buffer(await store.read(digestOf(unused)))).toEqual(unused);
      expect(await store.upload(digestOf(unused), 'sara')).toBeUndefined();
    });

    it('never loses what is brought or named while the unused go', async () => {
      const files = Array.from({ length: 12 }, (_, n) => Buffer.from(`race ${n}`));
      for (const bytes of files) await kept(bytes, 'sara');
      now += 1;
      const outcomes = await Promise.all([
        store.dropUnused(now),
        ...files.map((bytes, n) =>
          n % 2 ? kept(bytes, 'omar').then(() => true) : store.hold(digestOf(bytes), 'projects/P-4'),
        ),
      ]);
      for (const [n, bytes] of files.entries())
        if (outcomes[n + 1] === true) expect(await buffer(await store.read(digestOf(bytes)))).toEqual(bytes);
        else expect(await store.find(digestOf(bytes))).toBeUndefined();
    });

    it('takes away bytes that no record knows, once they are old', async () => {
      await kept(Buffer.from('named'), 'sara');
      await store.hold(digestOf(Buffer.from('named')), 'projects/P-1');
      const isThere = await subject.leaveStray(now);
      await store.dropUnused(now - 5_000);
      expect(await isThere()).toBe(true);
      await store.dropUnused(now + 5_000);
      expect(await isThere()).toBe(false);
      const left = (await all()).map((file) => file.sha256);
      expect(left).toEqual(expect.arrayContaining([sha256, digestOf(Buffer.from('named'))]));
      for (const one of left) expect(digestOf(await buffer(await store.read(one)))).toBe(one);
    });

    it('takes a file of another store with all that is known of it, twice as once', async () => {
      const bytes = Buffer.from('carried');
      const known: CarriedFile = {
        sha256: digestOf(bytes),
        size: bytes.length,
        type,
        uploads: [{ user: 'laila', name: 'c.txt', at: '2026-03-01T08:00:00.000Z' }],
        uses: ['commitments/c-9'],
      };
      for (let times = 0; times < 2; times += 1) await store.bring(await sent(bytes), known);
      expect((await all()).find((file) => file.sha256 === known.sha256)).toEqual(known);
      expect(await store.uses(known.sha256)).toMatchObject([{ confirmed: true }]);
      expect(existsSync(store.incoming) && readdirSync(store.incoming)).toEqual([]);
    });
  });
};
