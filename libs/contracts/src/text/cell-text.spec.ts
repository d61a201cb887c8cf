import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapedInSheet, guardedCell, sheetCell, unguardedCell } from './cell-text.js';
import { readable, unreadableIn } from './unreadable.js';

/** Texts out of what guards and escapes are made of. */
const text = fc.string({ unit: fc.constantFrom(..."'=+-@\t\n ax_#REF!0041\u0001م😀"), maxLength: 14 });

describe('a text that nobody can read', () => {
  it.each([
    ['a\u0000b', 'U+0000'],
    ['\u001b[1m', 'U+001B'],
    ['x\uffff', 'U+FFFF'],
    ['half \ud83d', 'U+D83D'],
    ['سطر\nوسطر\tوعمود\r\n😀', undefined],
  ])('%j holds %s', (given, found) => expect(unreadableIn(given)).toBe(found));
  it('is told without it', () => expect(readable('a\u0000b\u0007 م')).toBe('ab م'));
});

describe('a text in a cell', () => {
  it.each(['=1+1', "'=1+1", "''@x", '\tx', "'\tx"])('%j runs nowhere, and comes back', (given) => {
    expect(guardedCell(given)).toMatch(/^'/);
    expect(unguardedCell(guardedCell(given))).toBe(given);
  });
  it.each(["'quoted'", "'", "' =x", 'x=1'])('%j needs no guard', (given) => {
    expect(guardedCell(given)).toBe(given);
    expect(unguardedCell(given)).toBe(given);
  });

  it('any readable text comes back, but for the space around it', () =>
    fc.assert(
      fc.property(text, (given) => {
        const told = readable(given).trim();
        expect(unguardedCell(guardedCell(given).trim()).trim()).toBe(told);
        const inSheet = sheetCell(given)
          .replace(/_x([0-9A-Fa-f]{4})_/g, decoded)
          .trim();
        expect(unguardedCell(inSheet).trim()).toBe(told);
      }),
      { numRuns: 2_000 },
    ));

  it('of a sheet is no escape and no error that it is not', () => {
    expect(escapedInSheet('_x0041_x0042_')).toBe('_x005F_x0041_x005F_x0042_');
    expect(escapedInSheet('#REF!')).toBe('_x0023_REF!');
    expect(escapedInSheet('#REF! is no error')).toBe('#REF! is no error');
    expect(escapedInSheet('a\u0001')).toBe('a_x0001_');
    expect(sheetCell('a\u0001')).toBe('a');
    expect([sheetCell('=1'), sheetCell("'=1")]).toEqual(['=1', "''=1"]);
  });
});

const decoded = (_: string, number: string): string => String.fromCharCode(parseInt(number, 16));
