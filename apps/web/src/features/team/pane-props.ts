import type { Command } from '../../app/commands/intent.js';
import type { Row } from './board.js';

/** What every answer to a first press is given. */
export interface PaneProps {
  readonly row: Row;
  /** All rows: what is near offers itself. */
  readonly rows: readonly Row[];
  readonly give: (command: Command) => void;
}
