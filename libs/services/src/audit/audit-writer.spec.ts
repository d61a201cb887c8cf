import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
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
    let open = () => undefined as void;
    append = () => new Promise((resolve) => (open = resolve));
    const kept: string[] = [];
    const waiting = ['a', 'b', 'c'].map((one) => writer.keep(line(one)).then(() => kept.push(one)));
    writer.note(line('d'));
    await pause(5);
    expect(kept).toEqual([]);
    append = async () => undefined;
    open();
    await Promise.all(waiting);
    expect(subjects()).toEqual([['a'], ['b', 'c', 'd']]);
    await writer.close();
  });

  it('keep nobody waiting where they need not, and are written soon, in order', async () => {
    const writer = new AuditWriter(records);
    for (const one of ['a', 'b', 'c']) writer.note(line(one));
    expect(written).toEqual([]);
    await pause(100);
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
