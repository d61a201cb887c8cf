/** How long to wait for a document server before it counts as away, milliseconds. What a URL says for itself wins. */
export interface ServerPatience {
  /** For a server that takes writes: an election, a restart. */
  readonly selectionMs?: number;
  /** For a connection to be made. */
  readonly connectMs?: number;
  /** For an answer on a connection; a server that hangs is told from one that works by nothing else. */
  readonly answerMs?: number;
  /** For a free connection of the pool. */
  readonly queueMs?: number;
  /** For a majority to have a write on disk. */
  readonly majorityMs?: number;
  /** Most connections at once. */
  readonly connections?: number;
}
