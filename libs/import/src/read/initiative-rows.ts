import type { Bilingual, LocalDate, TargetPromise } from '@masar/contracts';
import type { ImportedInitiative, ImportedMilestone, ImportedWait } from '../model/imported.js';
import { snapshotIdOf } from '../model/identifiers.js';
import type { InitiativeRowsProfile, MilestoneColumns, WaitColumns } from '../profiles/profile.js';
import type { Columns } from '../table/columns.js';
import type { Table, TableRow } from '../table/table.js';
import { blank, placeOf, titled, worded, type Reading } from './reading.js';

interface Sheet {
  readonly profile: InitiativeRowsProfile;
  readonly columns: Columns;
  readonly reading: Reading;
}

/** Facts end on the snapshot's day; of a file without one, where those of the file the profile was written for end. */
const factsUntil = ({ profile, reading }: Sheet): LocalDate | undefined => reading.facts.asOf ?? profile.factsUntil;

const sourceIdOf = ({ profile, columns, reading }: Sheet, row: TableRow): string | undefined => {
  const cell = columns.cell(row, profile.id);
  if (cell.text !== '' && cell.text.length <= 200) return cell.text;
  if (cell.text.length > 200 || !profile.otherwiseBy || columns.has(profile.id)) {
    reading.add(cell.text === '' ? 'value/missing' : 'value/too-long', cell);
    return undefined;
  }
  if (reading.facts.asOf === undefined) {
    reading.add('import/as-of-missing', cell);
    return undefined;
  }
  return snapshotIdOf(reading.facts.asOf, ...profile.otherwiseBy.map((name) => columns.cell(row, name).text));
};

const promised = (sheet: Sheet, row: TableRow, column: string): TargetPromise => {
  const read = sheet.reading.date(sheet.columns.cell(row, column), sheet.profile.dates);
  if ('date' in read) return read.date;
  return 'absent' in read ? { absent: read.absent, ground: worded(read.ground) } : { absent: 'not-provided' };
};

/** A gate's single date is a fact up to the day the file's facts end, and a plan after it. */
const dated = (
  sheet: Sheet,
  row: TableRow,
  column: string,
): Pick<ImportedMilestone, 'target' | 'actual' | 'statedOn'> => {
  const date = sheet.reading.day(sheet.columns.cell(row, column), sheet.profile.dates);
  const until = factsUntil(sheet);
  if (date === undefined) return { target: { absent: 'not-provided' } };
  return until !== undefined && date > until
    ? { target: date, statedOn: until }
    : { target: { absent: 'not-provided' }, actual: date };
};

const milestoneOf = (sheet: Sheet, row: TableRow, told: MilestoneColumns): ImportedMilestone => {
  const { columns, reading, profile } = sheet;
  const place = placeOf(columns.cell(row, told.date ?? told.target ?? told.actual ?? profile.id));
  const common = { id: told.id, title: told.title, key: told.key ?? false, place };
  if (told.date) return { ...common, ...dated(sheet, row, told.date) };
  const actual = told.actual ? reading.day(columns.cell(row, told.actual), profile.dates) : undefined;
  return {
    ...common,
    target: told.target ? promised(sheet, row, told.target) : { absent: 'not-provided' },
    ...(actual ? { actual } : {}),
  };
};

/**
 * A wait between two dates of the row, once they have passed: a wait never begins or ends in the future. Dates the source
 * had only planned count here as soon as their day has come, as in the source's own figures.
 */
const waitOf = (sheet: Sheet, row: TableRow, told: WaitColumns): ImportedWait | undefined => {
  const { columns, reading, profile } = sheet;
  const sinceCell = columns.cell(row, told.since);
  const since = parsed(sheet, row, told.since);
  const until = parsed(sheet, row, told.until);
  const party = columns.cell(row, told.party);
  if (!since || party.text === '' || since > reading.facts.today) return undefined;
  if (until && until < since) {
    reading.add('date/out-of-order', columns.cell(row, told.until));
    return undefined;
  }
  return {
    id: told.id,
    party: `entity:${reading.body(party.text)}`,
    reason: told.reason,
    since,
    ...(until && until <= reading.facts.today ? { until } : {}),
    ...(told.milestone && profile.milestones.some((one) => one.id === told.milestone)
      ? { milestone: told.milestone }
      : {}),
    place: placeOf(sinceCell),
  };
};

/** A date already read as a milestone: read again without listing its faults twice. */
const parsed = (sheet: Sheet, row: TableRow, column: string): LocalDate | undefined => {
  const before = sheet.reading.faults.length;
  const day = sheet.reading.day(sheet.columns.cell(row, column), sheet.profile.dates);
  sheet.reading.faults.length = before;
  return day;
};

const earliest = (days: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  days.filter((day) => day !== undefined).sort()[0];

const initiativeOf = (sheet: Sheet, row: TableRow, sourceId: string): ImportedInitiative => {
  const { profile, columns, reading } = sheet;
  const name = columns.cell(row, profile.titleFrom);
  const owner = 'column' in profile.owner ? columns.cell(row, profile.owner.column) : undefined;
  const title: Bilingual = {
    en: titled([profile.titlePrefix, reading.text(name)].filter(Boolean).join(' ')) || sourceId,
  };
  const ownerId = reading.body(owner ? reading.text(owner) || 'unknown' : (profile.owner as { body: string }).body);
  const startCell = columns.cell(row, profile.startedOn);
  const startedOn = reading.day(startCell, profile.dates);
  const milestones = profile.milestones.map((told) => milestoneOf(sheet, row, told));
  const waits = (profile.waits ?? []).map((told) => waitOf(sheet, row, told)).filter((wait) => wait !== undefined);
  const last = milestones.find((one) => one.id === profile.completedBy);
  const type = profile.type ? typeOf(columns.cell(row, profile.type).text) : '';
  const statedOn =
    profile.tells === 'history' ? (startedOn ?? earliest(milestones.map((one) => one.actual))) : undefined;
  return blank({
    row: row.row,
    kind: profile.kind,
    source: { system: profile.system, id: sourceId },
    title,
    owner: ownerId,
    otherwise: { title, owner: ownerId },
    ...(startedOn ? { startedOn } : {}),
    ...(type ? { type } : {}),
    ...(statedOn ? { statedOn } : {}),
    milestones,
    waits,
    ...(last?.actual ? { completedOn: { on: last.actual, place: last.place } } : {}),
    places: { title: placeOf(name), startedOn: placeOf(startCell), ...(owner ? { owner: placeOf(owner) } : {}) },
  });
};

const typeOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);

/** Rows of one initiative (an event log) must say the same in every column the profile reads. */
const agree = (sheet: Sheet, first: TableRow, next: TableRow): void => {
  for (const name of Object.keys(sheet.profile.columns)) {
    const other = sheet.columns.cell(next, name);
    if (other.text !== sheet.columns.cell(first, name).text) sheet.reading.add('table/rows-disagree', other);
  }
};

/** Reads a table of one row an initiative, or of many rows an initiative that agree. */
export const readInitiativeRows = (
  profile: InitiativeRowsProfile,
  table: Table,
  columns: Columns,
  reading: Reading,
): ImportedInitiative[] => {
  const sheet: Sheet = { profile, columns, reading };
  const first = new Map<string, TableRow>();
  const initiatives: ImportedInitiative[] = [];
  for (const row of table.rows) {
    const sourceId = sourceIdOf(sheet, row);
    if (sourceId === undefined) continue;
    const before = first.get(sourceId);
    if (before && profile.manyRows) agree(sheet, before, row);
    else if (before)
      reading.add('row/twice', columns.cell(row, columns.has(profile.id) ? profile.id : profile.titleFrom));
    else {
      first.set(sourceId, row);
      initiatives.push(initiativeOf(sheet, row, sourceId));
    }
  }
  return initiatives;
};
