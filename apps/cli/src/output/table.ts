/** Columns a terminal gives a text: Arabic letters one each, marks that combine none. */
const width = (text: string): number => [...text.replace(/\p{M}|\u2068|\u2069/gu, '')].length;

const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));

/** A cell's text; a dash where there is no value. */
export const orDash = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '–' : String(value);

/** Lines of a plain table with a header and a rule beneath it; columns as wide as their widest cell. */
export const tableLines = (columns: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const widths = columns.map((column, index) => Math.max(width(column), ...rows.map((row) => width(row[index] ?? ''))));
  const line = (cells: readonly string[]) =>
    widths
      .map((to, index) => padded(cells[index] ?? '', to))
      .join('  ')
      .trimEnd();
  return [line(columns), widths.map((to) => '-'.repeat(to)).join('  '), ...rows.map(line)];
};
