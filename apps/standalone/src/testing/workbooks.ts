import { readXlsx, writeXlsx } from 'hucre/xlsx';

type Cell = string | number | boolean | Date | null;

/** The first sheet of a workbook, and the same file with some cells said anew, as a spreadsheet would save it. */
export const openedWorkbook = async (bytes: Uint8Array) => {
  const [sheet] = (await readXlsx(bytes)).sheets;
  const rows: Cell[][] = sheet!.rows.map((row) => [...row]);
  const columnOf = (header: string): number => rows[0]!.indexOf(header);
  return {
    sheet: sheet!,
    set: (row: (cells: readonly Cell[]) => boolean, header: string, value: Cell): void => {
      rows.find(row)![columnOf(header)] = value;
    },
    saved: async (): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets: [{ name: sheet!.name, rows }] })),
  };
};
