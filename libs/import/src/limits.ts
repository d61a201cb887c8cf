/** What an import takes at most: everything is bounded (style.md). */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 32 * 1024 * 1024,
  rows: 50_000,
  columns: 2_000,
  /** Characters of one cell. */
  cell: 100_000,
  /** Faults listed; the rest are counted. */
  faults: 1_000,
  xmlDepth: 40,
  /** Initiatives shown in a preview. */
  preview: 20,
} as const;
