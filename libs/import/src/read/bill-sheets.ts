import type { LocalDate } from '@masar/contracts';
import { digestOf } from '../model/identifiers.js';
import type { ImportedInitiative, ImportedNote, ImportedStage, Place } from '../model/imported.js';
import type { BillSheetsProfile } from '../profiles/profile.js';
import type { Columns } from '../table/columns.js';
import type { Table, TableRow } from '../table/table.js';
import { blank, placeOf, titled, worded, type Reading } from './reading.js';

type SheetName = keyof BillSheetsProfile['sheets'];
interface Sheet {
  readonly profile: BillSheetsProfile;
  readonly columns: Columns;
  readonly reading: Reading;
}

const grouped = (sheet: Sheet, table: Table): Map<string, TableRow[]> => {
  const groups = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const id = sheet.reading.text(sheet.columns.cell(row, 'id'));
    if (id !== '') groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
};

const base = ({ profile, columns, reading }: Sheet, id: string, row: TableRow) => {
  const house = columns.cell(row, 'house');
  const owner = profile.owners[house.text];
  if (owner === undefined) reading.add('value/not-listed', house);
  const { jurisdiction, instrument } = profile.path;
  return {
    row: row.row,
    kind: profile.kind,
    source: { system: profile.system, id },
    path: { jurisdiction, instrument },
    otherwise: { title: { en: `Proposição ${id}` }, owner: reading.body(owner ?? house.text) },
  };
};

const readBill = (sheet: Sheet, id: string, rows: readonly TableRow[]): ImportedInitiative => {
  const { columns, reading, profile } = sheet;
  const row = rows[0]!;
  if (rows[1]) reading.add('row/twice', columns.cell(rows[1], 'id'));
  const common = base(sheet, id, row);
  const start = columns.cell(row, 'startedOn');
  const startedOn = reading.day(start, profile.dates);
  const name = [columns.cell(row, 'type').text, columns.cell(row, 'number').text].join(' ');
  const nickname = columns.cell(row, 'nickname').text;
  return blank({
    ...common,
    title: { en: titled(nickname && nickname !== 'NA' ? `${name}: ${nickname}` : name) },
    owner: common.otherwise.owner,
    ...(startedOn ? { startedOn, statedOn: startedOn } : {}),
    places: { startedOn: placeOf(start), title: placeOf(columns.cell(row, 'number')) },
  });
};

interface Phase {
  readonly stage: string;
  readonly from: LocalDate | undefined;
  readonly to: LocalDate | undefined;
  readonly skipped: boolean;
  readonly place: Place;
}

const phaseOf = ({ profile, columns, reading }: Sheet, row: TableRow): Phase | undefined => {
  const phase = columns.cell(row, 'phase');
  const place = columns.cell(row, 'place');
  const ofPhase = profile.phaseStages.filter((one) => one.phase === phase.text);
  const known = ofPhase.find((one) => one.place === place.text);
  if (!known) {
    if (ofPhase.length > 0) reading.add('row/stage-unknown', place, phase.text);
    else reading.add('row/stage-unknown', phase, place.text);
    return undefined;
  }
  const [from, to] = (['from', 'to'] as const).map((name) => {
    const cell = columns.cell(row, name);
    return cell.text === 'NA' ? undefined : reading.day(cell, profile.dates);
  });
  if (from && to && to < from) reading.add('date/out-of-order', columns.cell(row, 'to'));
  return { stage: known.stage, from, to, skipped: columns.cell(row, 'skipped').text === 'TRUE', place: placeOf(phase) };
};

/**
 * Phases as stages, in order of their start. A skipped phase is a skip of the stage entered next; where nothing follows it,
 * of the place a bill stands in between two phases, which is entered on the day a phase ended and no other had begun.
 */
const stagesOf = (sheet: Sheet, rows: readonly TableRow[]): ImportedStage[] => {
  const stages: ImportedStage[] = [];
  let skipped: string[] = [];
  let last: Phase | undefined;
  const enter = (stage: string, on: LocalDate, place: Place): void => {
    stages.push({ stage, on, place, ...(skipped.length > 0 ? { skip: skipped } : {}) });
    skipped = [];
  };
  const close = (before: LocalDate | undefined): void => {
    if (last?.to && (before === undefined || last.to < before)) enter(sheet.profile.between, last.to, last.place);
  };
  const phases = rows.map((row) => phaseOf(sheet, row)).filter((phase) => phase !== undefined);
  const begun = phases
    .filter((phase) => phase.from)
    .sort((a, b) => (a.from! < b.from! ? -1 : a.from! > b.from! ? 1 : 0));
  const next = (): Phase | undefined => begun.shift();
  for (const phase of phases) {
    if (phase.skipped) skipped.push(phase.stage);
    if (!phase.from) continue;
    const entered = next()!;
    const held = skipped;
    skipped = [];
    close(entered.from);
    skipped = held;
    enter(entered.stage, entered.from!, entered.place);
    last = entered;
  }
  close(undefined);
  return stages;
};

/** Actions in order of date, then `sequencia`: neither the file's order nor the number alone is right. */
const inOrder = ({ columns, reading, profile }: Sheet, rows: readonly TableRow[]) =>
  rows
    .flatMap((row) => {
      const cell = columns.cell(row, 'date');
      const on = reading.day(cell, profile.dates);
      const sequence = columns.cell(row, 'sequence');
      if (!/^\d+$/.test(sequence.text)) reading.add('value/not-listed', sequence);
      return on ? [{ row, on, cell, sequence: Number(sequence.text) }] : [];
    })
    .sort((a, b) => (a.cell.text < b.cell.text ? -1 : a.cell.text > b.cell.text ? 1 : a.sequence - b.sequence));

const readActions = (sheet: Sheet, id: string, rows: readonly TableRow[]): ImportedInitiative => {
  const { columns, profile } = sheet;
  const actions = inOrder(sheet, rows);
  const times = new Map<string, number>();
  const notes = actions.map(({ row, on, cell, sequence }): ImportedNote => {
    const text = columns.cell(row, 'text').text || '—';
    const key = digestOf(cell.text, String(sequence), text).slice(0, 16);
    const again = times.get(key) ?? 0;
    times.set(key, again + 1);
    const place = columns.cell(row, 'place').text;
    return {
      id: again ? `n-${key}-${again}` : `n-${key}`,
      on,
      text: worded(text),
      place: placeOf(cell),
      ...(place ? { about: place } : {}),
    };
  });
  const status = columns.cell(rows[0]!, 'status').text;
  const rule = profile.outcomes.find((one) => one.status === status);
  const decisive = rule && new RegExp(rule.text, 'i');
  const ending = actions.find(({ row }) =>
    decisive?.test(`${columns.cell(row, 'situation').text} ${columns.cell(row, 'text').text}`),
  );
  return blank({
    ...base(sheet, id, rows[0]!),
    ...(actions[0] ? { statedOn: actions[0].on } : {}),
    notes,
    ...(rule && ending ? { outcome: { outcome: rule.outcome, on: ending.on, place: placeOf(ending.cell) } } : {}),
  });
};

const readPhases = (sheet: Sheet, id: string, rows: readonly TableRow[]): ImportedInitiative => {
  const stages = stagesOf(sheet, rows);
  return blank({ ...base(sheet, id, rows[0]!), stages, ...(stages[0] ? { statedOn: stages[0].on } : {}) });
};

const readers: Record<SheetName, typeof readBill> = { bills: readBill, phases: readPhases, actions: readActions };

/** Reads one of the sheets; each speaks of what it knows and of nothing else. */
export const readBillSheets = (
  profile: BillSheetsProfile,
  name: SheetName,
  table: Table,
  columns: Columns,
  reading: Reading,
): ImportedInitiative[] => {
  const sheet: Sheet = { profile, columns, reading };
  return [...grouped(sheet, table)].map(([id, rows]) => readers[name](sheet, id, rows));
};
