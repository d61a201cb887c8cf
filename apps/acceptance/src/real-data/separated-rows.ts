import { readFileSync } from 'node:fs';

/** Cells of a separated file, quotes honoured, read naively character by character; shares nothing with the product's reader. */
const cellsOf = (text: string, separator: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.push([...row, cell.replace(/\r+$/, '')]);
      row = [];
      cell = '';
    } else cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''));
};

/** Rows by header; of two columns of one name the first that is not empty. */
export const separatedRows = (
  file: string,
  how: { readonly separator?: string; readonly encoding?: string } = {},
): readonly Readonly<Record<string, string>>[] => {
  const text = new TextDecoder(how.encoding ?? 'utf-8').decode(readFileSync(file)).replace(/^\ufeff/, '');
  const [header = [], ...rows] = cellsOf(text, how.separator ?? ',');
  return rows.map((cells) => {
    const row: Record<string, string> = {};
    header.forEach((name, index) => {
      const value = (cells[index] ?? '').trim();
      if ((row[name.trim()] ?? '') === '') row[name.trim()] = value;
    });
    return row;
  });
};

/** The value in the middle of a sorted list, or the mean of the two. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};
