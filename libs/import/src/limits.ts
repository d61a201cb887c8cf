/** What an import takes at most: everything is bounded (style.md). */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 32 * 1024 * 1024,
  rows: 50_000,
  /** Of a workbook: its parts, what they unpack to, and the cells of one sheet. */
  parts: 2_000,
  unpacked: 200 * 1024 * 1024,
  cells: 4_000_000,
  columns: 2_000,
  /** Characters of one cell. */
  cell: 100_000,
  /** Faults listed: those that stop the file before notices. */
  faults: 1_000,
  xmlDepth: 40,
  /** Initiatives shown in a preview. */
  preview: 20,
} as const;
