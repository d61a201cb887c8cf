import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decode } from './decode.js';

const arabic = 'المعرّف,العنوان\r\nم-1,تطوير منظومة الموانئ المصرية\r\nم-2,قانون العمل الجديد\r\n';
const code = (bytes: Uint8Array, allowed?: Parameters<typeof decode>[1]) => {
  const answer = decode(bytes, allowed);
  return answer.fault?.code ?? (answer as { encoding: string }).encoding;
};
const text = (bytes: Uint8Array) => (decode(bytes) as { text: string }).text;

describe('decoding', () => {
  it('UTF-8 without and with byte order mark', () => {
    expect(text(Buffer.from(arabic))).toBe(arabic);
    expect(text(Buffer.from(`\ufeff${arabic}`))).toBe(arabic);
  });

  it('Windows-1256 by its Arabic words', () => {
    expect(code(iconv.encode(arabic, 'windows-1256'))).toBe('windows-1256');
    expect(text(iconv.encode(arabic, 'windows-1256'))).toBe(arabic);
  });

  it('Windows-1252 by pound signs, quotes and accents in Latin words', () => {
    expect(text(iconv.encode('name,cost\r\nCafé “Nation’s”,£1.90m\r\n', 'windows-1252'))).toContain(
      '“Nation’s”,£1.90m',
    );
    expect(code(iconv.encode('título,Situação\r\nConstituição,à mesa\r\n', 'windows-1252'))).toBe('windows-1252');
  });

  it('what could be either is a fault, not a guess', () => {
    expect(code(iconv.encode('name,title\r\n1,قانون\r\n', 'windows-1256'))).toBe('encoding/ambiguous');
  });

  it('UTF-16, binary, an empty file, a text read in one encoding and saved in another', () => {
    expect(code(iconv.encode(arabic, 'utf-16'))).toBe('encoding/unexpected');
    expect(code(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBe('encoding/not-text');
    expect(code(Uint8Array.from([]))).toBe('file/empty');
    expect(code(Buffer.from(iconv.decode(Buffer.from(arabic), 'windows-1252')))).toBe('encoding/unexpected');
  });

  it('a UTF-8 file cut in the middle of a letter, or with a damaged byte', () => {
    expect(code(Buffer.from(arabic).subarray(0, 45))).toBe('encoding/damaged');
    expect(code(Buffer.concat([Buffer.from(arabic), Uint8Array.from([0xff])]))).toBe('encoding/damaged');
  });

  it('an encoding the profile does not declare; plain ASCII is in all of them', () => {
    expect(code(Buffer.from(arabic), ['windows-1252'])).toBe('encoding/unexpected');
    expect(code(Buffer.from('a,b\n1,2\n'), ['windows-1252'])).toBe('utf-8');
  });
});
