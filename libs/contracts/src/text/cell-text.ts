import { readable, withNumbers } from './unreadable.js';

/** What a spreadsheet takes for a formula when text begins with it (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r\n]/;
/** The same behind apostrophes of its own: they would be taken for the guard. */
const ownApostrophe = /^'+[=+\-@\t\r\n]/;
const guarded = /^'(?='*[=+\-@\t\r\n])/;

/**
 * A text in a cell of separated text: an apostrophe stands before what would run. A text that begins with apostrophes and
 * would run without them gets one more, so that exactly one is always the guard's; the space around it, which no table
 * keeps, goes first. What cannot be read is left out, since one such character makes a whole file unreadable; JSON has it.
 */
export const guardedCell = (text: string): string => {
  const told = readable(text);
  const bare = told.trim();
  if (ownApostrophe.test(bare)) return `'${bare}`;
  return bare !== '' && formula.test(told) ? `'${told}` : told;
};

/** The text of a cell again, of a table of either kind: without the guard's apostrophe. */
export const unguardedCell = (cell: string): string => cell.replace(guarded, '');

const escape = /_(?=x[0-9A-Fa-f]{4}_)/g;
const error = /^#(?=(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$)/;

/**
 * A text as a worksheet writes it, so that the same text is read (ECMA-376, ST_Xstring): `_x0041_` would be read as `A`, the
 * word of an error as the error itself, and what no XML holds would make the whole workbook unreadable.
 */
export const escapedInSheet = (text: string): string =>
  withNumbers(text.replace(escape, '_x005F_').replace(error, '_x0023_'), (number) => `_x${number}_`);

/** A text in a cell of our own worksheet. Nothing runs there; only an apostrophe that would be taken for a guard is guarded. */
export const sheetCell = (text: string): string => {
  const told = readable(text);
  const bare = told.trim();
  return escapedInSheet(ownApostrophe.test(bare) ? `'${bare}` : told);
};
