import iconv from 'iconv-lite';
import { fault, type Fault } from '../fault.js';

export const encodings = ['utf-8', 'windows-1252', 'windows-1256'] as const;
export type Encoding = (typeof encodings)[number];

export type Decoded =
  { readonly text: string; readonly encoding: Encoding; readonly fault?: undefined } | { readonly fault: Fault };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
};

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Windows-1252 leaves these five unassigned: a file that holds one is not in it. */
const unassigned1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const arabicWord = /[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af]{3,}/g;
const latinLetter = /[A-Za-z]/;

/**
 * Tells Windows-1252 from Windows-1256 by what the high bytes would spell. Every step can be checked by hand:
 * 1. a byte 1252 has no letter for → 1256;
 * 2. read as 1256, at least three runs of three or more Arabic letters that touch no Latin letter, and more characters in
 *    them than in all other high bytes together → 1256;
 * 3. no such run at all (pound signs, quotes, accents inside Latin words) → 1252;
 * 4. anything between is ambiguous, and a fault.
 */
const windowsEncoding = (bytes: Uint8Array): Encoding | undefined => {
  let high = 0;
  for (const byte of bytes) {
    if (unassigned1252.has(byte)) return 'windows-1256';
    if (byte >= 0x80) high += 1;
  }
  const text = iconv.decode(bytes, 'windows-1256');
  let runs = 0;
  let letters = 0;
  for (const match of text.matchAll(arabicWord)) {
    const before = text[match.index - 1] ?? ' ';
    const after = text[match.index + match[0].length] ?? ' ';
    if (latinLetter.test(before) || latinLetter.test(after)) continue;
    runs += 1;
    letters += match[0].length;
  }
  if (runs === 0) return 'windows-1252';
  return runs >= 3 && letters * 2 > high ? 'windows-1256' : undefined;
};

/**
 * Whether most high bytes stand in well-formed UTF-8 sequences although the whole is not valid: a cut or damaged UTF-8
 * file. Letters of the Windows code pages almost never fall into that pattern.
 */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  let high = 0;
  let inSequence = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    high += 1;
    const follow = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    const tail = bytes.subarray(at + 1, at + 1 + follow);
    if (follow === 0 || tail.length < follow || tail.some((next) => next < 0x80 || next > 0xbf)) continue;
    high += follow;
    inSequence += follow + 1;
    at += follow;
  }
  return high > 0 && inSequence * 2 > high;
};

/** Zeros are of no text; one that strayed into a text is a fault of its cell, not of the file. */
const isBinary = (bytes: Uint8Array, asUtf8: string | undefined): boolean => {
  if (!bytes.includes(0)) return false;
  const zeros = bytes.reduce((sum, byte) => sum + Number(byte === 0), 0);
  return asUtf8 === undefined || zeros * 8 > bytes.length;
};

/** A UTF-8 text that was once read as Windows-1252 and written again: `Ù…Ø´` for مش, `Ã©` for é. */
const readTwice =
  /(?:[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2,}|(?:[ØÙ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2,}/;

/**
 * The text of a file, whatever a spreadsheet saved it as. UTF-8 (with or without byte order mark) is taken when the bytes
 * are valid in it; else one of the two Windows code pages by the rule above. `allowed` is what the profile declares.
 */
export const decode = (bytes: Uint8Array, allowed: readonly Encoding[] = encodings): Decoded => {
  if (bytes.length === 0) return { fault: fault('file/empty', 0, '') };
  if (isUtf16(bytes)) return { fault: fault('encoding/unexpected', 0, '', 'utf-16') };
  const asUtf8 = utf8(bytes);
  if (isBinary(bytes, asUtf8)) return { fault: fault('encoding/not-text', 0, '') };
  if (asUtf8 === undefined && isDamagedUtf8(bytes)) return { fault: fault('encoding/damaged', 0, '', 'utf-8') };
  const encoding = asUtf8 === undefined ? windowsEncoding(bytes) : 'utf-8';
  if (encoding === undefined) return { fault: fault('encoding/ambiguous', 0, '') };
  const ascii = asUtf8 !== undefined && asUtf8.length === bytes.length;
  if (!ascii && !allowed.includes(encoding)) return { fault: fault('encoding/unexpected', 0, '', encoding) };
  const text = asUtf8 ?? iconv.decode(bytes, encoding);
  const twice = readTwice.exec(text);
  if (twice) return { fault: fault('encoding/unexpected', 0, '', twice[0], 'read in one encoding, saved in another') };
  return { text: text.replace(/^\ufeff/, ''), encoding };
};
