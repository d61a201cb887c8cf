import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditEntry, AuditRecords } from './audit-entry.js';
import { AuditWriter } from './audit-writer.js';
import { printable } from './printable.js';

let written: (readonly AuditEntry[])[];
let append: () => Promise<void>;
const records = { append: async (entries) => append().then(() => void written.push(entries)) } as AuditRecords;
beforeEach(() => {
  written = [];
  append = async () => undefined;
});
/** The next write waits until it is let through; resolves when it has begun, with what lets it. */
const nextWrite = () =>
  new Promise<() => void>(
    (begun) =>
      (append = () => {
        append = async () => undefined;
        return new Promise((letThrough) => begun(letThrough));
      }),
  );
const line = (subject: string) =>
  ({
    action: 'export.read',
    subject,
    method: 'GET',
    outcome: 'done',
    status: 200,
    address: '',
    request: '',
    service: '',
  }) as const;
const subjects = () => written.map((entries) => entries.map(({ subject }) => subject));

describe('lines of the audit', () => {
  it('wait for their disk where they have to, many by one write', async () => {
    const writer = new AuditWriter(records);
    const begun = nextWrite();
    const kept: string[] = [];
    const keep = (one: string) => writer.keep(line(one)).then(() => kept.push(one));
    const first = keep('a');
    const letThrough = await begun;
    const waiting = ['b', 'c'].map(keep);
    writer.note(line('d'));
    expect(kept).toEqual([]);
    letThrough();
    await Promise.all([first, ...waiting]);
    expect(subjects()).toEqual([['a'], ['b', 'c', 'd']]);
    await writer.close();
  });

  it('that come in the very moment in which the last write ends are written as well', async () => {
    const writer = new AuditWriter(records);
    for (const one of ['a', 'b', 'c']) await writer.keep(line(one));
    expect(subjects()).toEqual([['a'], ['b'], ['c']]);
  });

  it('are written a thousand at once, however many wait', async () => {
    const writer = new AuditWriter(records);
    for (let n = 0; n < 2_500; n += 1) writer.note(line(String(n)));
    expect(await writer.close()).toBe(0);
    expect(written.map((entries) => entries.length)).toEqual([1_000, 1_000, 500]);
  });

  it('keep nobody waiting where they need not, and are written soon, in order', async () => {
    const writer = new AuditWriter(records);
    const begun = nextWrite();
    for (const one of ['a', 'b', 'c']) writer.note(line(one));
    expect(written).toEqual([]);
    (await begun)();
    await writer.close();
    expect(subjects()).toEqual([['a', 'b', 'c']]);
    const ids = written.flat().map(({ id }) => id);
    expect([...ids].sort()).toEqual(ids);
  });

  it('that cannot be written are told to who waits, and are tried again for who does not', async () => {
    const writer = new AuditWriter(records);
    append = () => Promise.reject(new Error('full'));
    writer.note(line('a'));
    await expect(writer.keep(line('b'))).rejects.toThrow('full');
    expect(writer.waiting).toBe(1);
    append = async () => undefined;
    expect(await writer.close()).toBe(0);
    expect(subjects()).toEqual([['a']]);
  });

  it('that cannot be written keep nobody waiting for a later write', async () => {
    const writer = new AuditWriter(records);
    append = () => Promise.reject(new Error('full'));
    const waiting = Array.from({ length: 1_500 }, (_, n) => writer.keep(line(String(n))));
    const told = await Promise.allSettled(waiting);
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(await writer.close()).toBe(0);
  });

  it('are bounded, and those past keeping counted', async () => {
    const writer = new AuditWriter(records);
    append = () => new Promise(() => undefined);
    for (let n = 0; n < 20_050; n += 1) writer.note(line(String(n)));
    expect([writer.waiting, writer.lost]).toEqual([20_000, 50]);
    await expect(writer.keep(line('x'))).rejects.toThrow();
  });
});

it('text that somebody sent is one line, and reads in its own direction', () => {
  expect(printable('sara\n2026-03-01 admin did it\r\u2028\u0000')).toBe(
    'sara\\u{a}2026-03-01 admin did it\\u{d}\\u{2028}\\u{0}',
  );
  expect(printable('a\u202eb\u200bc\\u{a}')).toBe('a\\u{202e}b\\u{200b}c\\\\u{a}');
  expect(printable('محضر')).toBe('محضر');
  expect(printable('x'.repeat(1_000))).toHaveLength(301);
});
