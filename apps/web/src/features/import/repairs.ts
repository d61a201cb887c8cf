import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Question } from './asked.js';
import { useProfiles } from './asked.js';
import { mostBytes, readAsServer, withEdits, type CellTable, type Fault } from './file-table.js';
import type { SheetTable } from './sheet-table.js';

/** A packed file: a workbook. */
const isWorkbook = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

/** The table in which faults are repaired, and how it is written back. */
interface Repairable {
  readonly table: CellTable;
  readonly written: (edits: ReadonlyMap<string, string>) => Promise<Uint8Array>;
}

/** What reads workbooks is fetched when one with a fault is there; one that the page cannot read is repaired where it came from. */
const useSheet = ({ file, profile, asOf }: Question, faults: readonly Fault[]): SheetTable | undefined => {
  const profiles = useProfiles();
  const title = profiles?.find(({ id }) => id === profile)?.title;
  const names = [profile, title?.ar, title?.en].filter((name) => name !== undefined);
  const isRead = isWorkbook(file.bytes) && file.bytes.length <= mostBytes && faults.length > 0;
  return (
    useQuery({
      queryKey: ['import-sheet', file.edition, profile, asOf],
      queryFn: async () => (await (await import('./sheet-table.js')).readSheet(file.bytes, names, faults)) ?? null,
      enabled: isRead && profiles !== undefined,
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    }).data ?? undefined
  );
};

const useTable = (question: Question, faults: readonly Fault[]): Repairable | undefined => {
  const { bytes } = question.file;
  const text = useMemo(() => (isWorkbook(bytes) ? undefined : readAsServer(bytes, faults)), [bytes, faults]);
  const sheet = useSheet(question, faults);
  if (text) return { table: text, written: async (edits) => withEdits(text, edits) };
  return (
    sheet && {
      table: sheet,
      written: async (edits) => (await import('./sheet-table.js')).sheetWithEdits(sheet, edits),
    }
  );
};

/** Keeps what is written into cells, at once, and the file they are of. */
export type Keep = (edits: ReadonlyMap<string, string>) => Promise<void>;

/** Cells of the faulty rows as they are being repaired, until the file is looked at again. */
export const useRepairs = (
  question: Question,
  faults: readonly Fault[],
  repaired: (bytes: Uint8Array<ArrayBuffer>) => void,
  keep: Keep,
) => {
  const repairable = useTable(question, faults);
  const [selected, select] = useState<Fault>();
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(question.file.edits ?? new Map());
  const look = () => {
    if (repairable && edits.size > 0)
      void repairable.written(edits).then((bytes) => repaired(bytes as Uint8Array<ArrayBuffer>));
  };
  return {
    table: repairable?.table,
    edits,
    look,
    selected: selected !== undefined && faults.includes(selected) ? selected : undefined,
    // The file is kept before anything can be written into it.
    select: (fault: Fault) => void keep(edits).then(() => select(fault)),
    edit: (cell: string, value: string) => {
      const next = new Map(edits).set(cell, value);
      setEdits(next);
      void keep(next);
    },
  };
};
