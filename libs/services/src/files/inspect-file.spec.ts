import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import type { Refusal } from '@masar/contracts';
import { temporaryFolder } from '@masar/testing';
import { inspectFile } from './inspect-file.js';
import { docx, packed, pdf, png } from './testing/sample-files.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
let files = 0;
const seen = (bytes: Buffer | string, name?: string): Promise<unknown> => {
  const path = folder.file(String((files += 1)));
  writeFileSync(path, bytes);
  return inspectFile(path, Buffer.byteLength(bytes), name).catch((fault: Refusal) => [fault.code, fault.details]);
};
const notTaken = (type: string) => ['file/type-not-allowed', { type }];
const unsafe = (because: string) => ['file/unsafe', { because }];

describe('what a file is', () => {
  it('its own bytes say, not its name', async () => {
    expect(await seen(pdf(), 'x.png')).toBe('application/pdf');
    expect(await seen(png(), 'x.exe')).toBe('image/png');
    expect(await seen(docx())).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(await seen('رقم;اسم\n1;أ\n', 'x.csv')).toBe('text/csv');
    expect(await seen('سطر من كلام', 'x.pdf')).toBe('text/plain');
  });

  it.each([
    ['a page', '<!DOCTYPE html><script>alert(1)</script>', ['file/type-not-allowed', {}]],
    [
      'a drawing with a script',
      ' \n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      ['file/type-not-allowed', {}],
    ],
    ['bytes that are nothing', Buffer.from([0, 1, 2, 3, 255]), ['file/type-not-allowed', {}]],
    ['text in no encoding', Buffer.from([0xc3, 0x28, 0x41, 0xff]), ['file/type-not-allowed', {}]],
    ['nothing at all', '', ['file/empty', {}]],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), notTaken('application/x-msdownload')],
    ['a package', packed([{ name: 'a.txt', text: 'a' }]), notTaken('application/zip')],
  ])('is no evidence: %s', async (_, bytes, expected) => expect(await seen(bytes, 'x.pdf')).toEqual(expected));
});

describe('a document that is packed', () => {
  it.each([
    [
      'unpacks to far more than it is',
      docx({ name: 'word/a.xml', text: 'a', says: 100 * 1024 * 1024 }),
      'too-large-inside',
    ],
    [
      'unpacks to more than anybody reads',
      docx({ name: 'word/a.xml', text: 'a', says: 0xfffffff0 }),
      'too-large-inside',
    ],
    [
      'has entries without number',
      docx(...Array.from({ length: 5_001 }, (_, n) => ({ name: `w/${n}`, text: '' }))),
      'too-large-inside',
    ],
    ['holds a program', docx({ name: 'word/vbaProject.bin', text: 'a' }), 'runs-something'],
    ['holds another package', docx({ name: 'word/embeddings/a.zip', text: 'a' }), 'runs-something'],
    ['leads out of its folder', docx({ name: '../../evil', text: 'a' }), 'damaged'],
    ['is locked', docx({ name: 'word/a.xml', text: 'a', encrypted: true }), 'locked'],
    ['is cut off', docx().subarray(0, 60), 'damaged'],
  ])('%s', async (_, bytes, because) => expect(await seen(bytes)).toEqual(unsafe(because)));
});
