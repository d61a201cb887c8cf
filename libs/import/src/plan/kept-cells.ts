import { isAbsentTarget, isRelativeTarget, type TargetPromise } from '@masar/contracts';
import { fault, type Fault } from '../fault.js';
import type { ImportedInitiative, ImportedMilestone, SaidCell, SaidColumn } from '../model/imported.js';
import type { KnownInitiative, KnownMilestone } from './known-initiative.js';
import { titleInTable } from './title-said.js';

/** What may stand in a column for what is on record, the plainest first; none where nothing is. */
type OnRecord = Readonly<Partial<Record<SaidColumn, readonly string[]>>>;

/** A promise as an export writes it: its day, why there is none, or its rule. */
const saidPromise = (promise: TargetPromise | undefined, resolved: string | undefined): readonly string[] => {
  if (promise === undefined) return [];
  if (isAbsentTarget(promise)) return [promise.absent];
  if (!isRelativeTarget(promise)) return [promise];
  const unit = promise.days === undefined ? 'months' : promise.working ? 'working days' : 'days';
  const rule = `${promise.after} + ${promise.days ?? promise.months} ${unit}`;
  return resolved === undefined ? [rule] : [resolved, rule];
};

const given = (text: string | undefined): readonly string[] => (text === undefined || text === '' ? [] : [text]);

const milestoneOnRecord = (held: KnownMilestone, owner: string): OnRecord => ({
  titleAr: given(titleInTable(held.title.ar)),
  titleEn: given(titleInTable(held.title.en)),
  owner: [owner],
  party: [held.party],
  key: [String(held.key)],
  status: held.statuses ?? [],
  originalTarget: saidPromise(held.original, held.resolvedOriginal),
  target: saidPromise(held.target, held.resolved),
  forecast: given(held.forecast),
  actual: given(held.actual?.on),
  confirmedOn: given(held.confirmedOn),
});

const initiativeOnRecord = (held: KnownInitiative): OnRecord => ({
  titleAr: given(titleInTable(held.title.ar)),
  titleEn: given(titleInTable(held.title.en)),
  owner: [held.owner],
  startedOn: given(held.startedOn?.on ?? held.stages[0]?.on),
  status: held.statuses ?? [],
  endedOn: given(held.ended?.on),
});

/** Columns no command of a file changes, whatever stands in them. */
const ofNoCommand: ReadonlySet<SaidColumn> = new Set([
  'owner',
  'party',
  'key',
  'status',
  'originalTarget',
  'confirmedOn',
  'endedOn',
]);

interface Rule {
  readonly onRecord: OnRecord;
  readonly isKept: (what: SaidColumn) => boolean;
  /** In an export an empty cell was emptied; elsewhere it says nothing. */
  readonly isExport: boolean;
}

const noticesOf = (cells: readonly SaidCell[], { onRecord, isKept, isExport }: Rule): Fault[] =>
  cells.flatMap(({ what, said, place }) => {
    const recorded = onRecord[what] ?? [];
    const isLost = said === '' ? isExport && recorded.length > 0 : isKept(what) && !recorded.includes(said);
    return isLost ? [fault('value/kept', place.row, place.column, place.value, recorded[0])] : [];
  });

/** A promised day is not taken back by words, a forecast says nothing of what is reached, and what is cancelled stays as it was. */
const isKeptOf =
  ({ target, actual }: ImportedMilestone, held: KnownMilestone) =>
  (what: SaidColumn): boolean => {
    if (held.cancelled || ofNoCommand.has(what)) return true;
    if (what === 'forecast') return held.actual !== undefined || actual !== undefined;
    const unsays = target !== undefined && isAbsentTarget(target) && !isAbsentTarget(held.target) && !actual;
    return what === 'target' && unsays;
  };

/**
 * What a row of our own table says and no command can change: a notice that names the cell and what stays, so that nothing
 * is lost in silence. Not of a row whose version has moved on: it is a fault, and was written beside something else.
 */
export const keptCells = (imported: ImportedInitiative, known: KnownInitiative | undefined): Fault[] => {
  const { version, isExport = false } = imported.own ?? {};
  if (!known || known.isUnread || (version !== undefined && version !== known.version)) return [];
  const isOwnColumn = (what: SaidColumn): boolean => what !== 'owner' && ofNoCommand.has(what);
  const ofInitiative = { onRecord: initiativeOnRecord(known), isKept: isOwnColumn, isExport };
  return [
    ...noticesOf(imported.cells ?? [], ofInitiative),
    ...imported.milestones.flatMap((told) => {
      const held = known.milestones[told.id];
      if (!held) return [];
      const onRecord = milestoneOnRecord(held, known.owner);
      return noticesOf(told.cells ?? [], { onRecord, isKept: isKeptOf(told, held), isExport });
    }),
  ];
};
