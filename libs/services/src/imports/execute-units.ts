import { Refusal, type StreamName } from '@masar/contracts';
import type { ImportGateway, ImportMeta } from './import-gateway.js';
import type { Unit } from './planned-units.js';

/** A row that could not be recorded because somebody changed something since it was rehearsed. */
export interface RefusedRow {
  readonly row: number;
  readonly code: string;
  readonly detail: string;
}

export interface Executed {
  readonly commands: number;
  readonly refused: readonly RefusedRow[];
}

const atOnce = 48;
/** Somebody else registered the body meanwhile: what the import wanted is there. */
const already = new Set(['entity/exists', 'stream/exists', 'path/exists']);

/**
 * Gives every unit to the house: the registry's first, one after the other, then initiatives side by side, the units of one
 * stream in order. A refused unit leaves out the rest of its row; storage faults stop everything (and are resumed later).
 */
export const executeUnits = async (
  units: readonly Unit[],
  gateway: Pick<ImportGateway, 'run'>,
  meta: Omit<ImportMeta, 'key' | 'knownAt'>,
  progress: (commands: number) => void,
): Promise<Executed> => {
  let commands = 0;
  const refused: RefusedRow[] = [];
  const give = async (unit: Unit): Promise<boolean> => {
    const { key, knownAt } = unit;
    try {
      await gateway.run(unit.stream, unit.commands, { ...meta, key, ...(knownAt === undefined ? {} : { knownAt }) });
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      if (unit.row !== 0 || !already.has(fault.code)) {
        refused.push({ row: unit.row, code: fault.code, detail: JSON.stringify(fault.details) });
        return false;
      }
    }
    commands += unit.commands.length;
    progress(commands);
    return true;
  };
  const isRegistry = ({ stream }: Unit): boolean => /^(entities|law-paths)\//.test(stream);
  for (const unit of units.filter(isRegistry)) await give(unit);
  const streams = new Map<StreamName, Unit[]>();
  for (const unit of units)
    if (!isRegistry(unit)) streams.set(unit.stream, [...(streams.get(unit.stream) ?? []), unit]);
  const waiting = [...streams.values()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      for (const unit of next) if (!(await give(unit))) break;
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, worker));
  return { commands, refused: refused.sort((a, b) => a.row - b.row) };
};
