import type { Bilingual, Instant, LocalDate, StreamName } from '@masar/contracts';
import { fault, type Fault } from '../fault.js';
import { initiativeIdOf, isSnapshotId } from '../model/identifiers.js';
import type { ImportedInitiative } from '../model/imported.js';
import type { Profile } from '../profiles/profile.js';
import type { KnownInitiative } from './known-initiative.js';
import { keptCells } from './kept-cells.js';
import { circleIn } from './order-of-reference.js';
import { planInitiative } from './plan-initiative.js';
import type { Step } from './steps.js';

/** What is known on the day of the import, asked for by whoever has the stores. */
export interface Known {
  /** By source id; of our own files by `kind/id`. */
  readonly initiatives: ReadonlyMap<string, KnownInitiative>;
  /** Every source id of the system that was known by the day of the file, for what vanished. */
  readonly sourceIds: readonly string[];
  readonly today: LocalDate;
  /** When a snapshot counts as known, for an initiative of that owner. */
  readonly knownAt?: (owner: string) => Instant | undefined;
}

export interface PlannedRow {
  readonly row: number;
  readonly stream: StreamName;
  readonly change: 'new' | 'changed' | 'unchanged';
  readonly source: { readonly system: string; readonly id: string };
  readonly title: Bilingual;
  readonly steps: readonly Step[];
  readonly knownAt?: Instant;
  readonly expectedVersion: number;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly vanished: number;
  readonly faults: readonly Fault[];
}

/** The stream of an imported initiative: the one that is known under its source, else the one its id gives. */
export const streamOf = (imported: ImportedInitiative, known: KnownInitiative | undefined): StreamName =>
  known?.stream ?? `${imported.kind}/${imported.own?.id ?? initiativeIdOf(imported.source.system, imported.source.id)}`;

const faultsOf = (
  imported: ImportedInitiative,
  known: KnownInitiative | undefined,
  knownAt: Instant | undefined,
): Fault[] => {
  const { row, column, value } = imported.places.title ?? { row: imported.row, column: '', value: '' };
  const faults: Fault[] = [];
  if (known && knownAt !== undefined && knownAt < known.knownAt)
    faults.push(fault('import/older-than-known', row, column, value, known.knownAt.slice(0, 10)));
  const circle = circleIn(imported);
  if (circle) faults.push(fault('row/circle', circle.row, circle.column, circle.value));
  const { version } = imported.own ?? {};
  if (known && version !== undefined && version !== known.version)
    faults.push(
      fault(
        'import/version-moved',
        imported.places.version?.row ?? row,
        imported.places.version?.column ?? column,
        String(version),
        String(known.version),
      ),
    );
  if (!known && version !== undefined)
    return [
      fault(
        'import/unknown-export',
        imported.places.version?.row ?? row,
        imported.places.version?.column ?? column,
        imported.own?.id,
      ),
    ];
  if (!known && imported.own && imported.owner === undefined)
    faults.push(fault('value/missing', row, imported.places.owner?.column ?? '', ''));
  if (!known && imported.own && imported.title === undefined)
    faults.push(fault('value/missing', row, imported.places.title?.column ?? '', ''));
  return faults;
};

const planRow = (imported: ImportedInitiative, profile: Profile, known: Known, asOf: LocalDate | undefined) => {
  const held = known.initiatives.get(imported.source.id);
  const knownAt = known.knownAt?.(imported.owner ?? held?.owner ?? imported.otherwise.owner);
  const byPerson = profile.decidedByPerson === true;
  const steps = planInitiative(imported, held, { day: asOf ?? known.today, byPerson });
  const row: PlannedRow = {
    row: imported.row,
    stream: streamOf(imported, held),
    change: held ? (steps.length > 0 ? 'changed' : 'unchanged') : 'new',
    source: imported.source,
    title: imported.title ?? (held?.isUnread ? undefined : held?.title) ?? imported.otherwise.title,
    steps,
    expectedVersion: held?.version ?? 0,
    ...(knownAt === undefined ? {} : { knownAt }),
  };
  return { row, faults: [...faultsOf(imported, held, knownAt), ...(byPerson ? keptCells(imported, held) : [])] };
};

/**
 * What an import would do: commands for each row against what is known, counts, and what stands against it. Identity is by
 * source system and id; a row that vanished from the source is counted and changes nothing. A file without ids is joined to
 * no other: nothing can be missing from it.
 */
export const planImport = (
  initiatives: readonly ImportedInitiative[],
  profile: Profile,
  known: Known,
  asOf?: LocalDate,
): ImportPlan => {
  const planned = initiatives.map((imported) => planRow(imported, profile, known, asOf));
  const rows = planned.map(({ row }) => row);
  const told = new Set(initiatives.map(({ source }) => source.id));
  const isJoined = profile.completeList && !initiatives.some(({ source }) => isSnapshotId(source.id));
  const vanished = isJoined ? known.sourceIds.filter((id) => !told.has(id) && !isSnapshotId(id)) : [];
  const count = (change: PlannedRow['change']): number => rows.filter((row) => row.change === change).length;
  return {
    rows,
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    vanished: vanished.length,
    faults: planned.flatMap(({ faults }) => faults),
  };
};
