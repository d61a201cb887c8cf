import {
  partyPattern,
  referencePattern,
  givenIdPattern,
  initiativeKinds,
  hiddenParty,
  longestRule,
  unguardedCell,
  type Bilingual,
  type InitiativeKind,
  type LocalDate,
  type TargetPromise,
} from '@masar/contracts';
import { plain } from '../dates/date-text.js';
import type { FaultCode } from '../fault.js';
import type { ImportedInitiative, ImportedMilestone } from '../model/imported.js';
import { kindWords, noWords, yesWords } from '../profiles/initiatives.js';
import type { OwnRowsProfile } from '../profiles/profile.js';
import type { Cell, Columns } from '../table/columns.js';
import { folded, type Table, type TableRow } from '../table/table.js';
import { blank, longestTitle, placeOf, worded, type Reading } from './reading.js';
import { saidCells } from './said-cells.js';

/** Our own table, as somebody has made it or as it was exported. */
export interface OwnTable {
  readonly profile: OwnRowsProfile;
  readonly isExport: boolean;
}

interface Sheet extends OwnTable {
  readonly columns: Columns;
  readonly reading: Reading;
}

const relative = new RegExp(
  String.raw`^(\S+) \+ (\d+) (working days?|days?|months?|أيام عمل|يوم عمل|أيام|يومًا|يوم|أشهر|شهرًا|شهر)$`,
);
const months = /^(month|شهر|أشهر)/;
const working = /^(working|يوم عمل|أيام عمل)/;

const earliest: LocalDate = '1900-01-01';

/** A Hijri year without its mark, and an hour that a workbook counts from 1899, would be days long gone. */
const ofOurTime = <Day extends LocalDate | undefined>(day: Day, cell: Cell, reading: Reading): Day => {
  if (day !== undefined && day < earliest) reading.add('date/unreadable', cell);
  return day;
};

/**
 * `2026-03-01`, `start + 6 months`, `m-1 + 30 days`, `laws/L-7/stages/published + 10 working days`, a quarter or a month as
 * its last day, words that mean no date; empty says nothing.
 */
const targetOf = (cell: Cell, { profile, reading }: Sheet): TargetPromise | undefined => {
  const rule = relative.exec(plain(unguardedCell(cell.text)));
  if (!rule) {
    const read = reading.date(cell, profile.dates);
    if ('absent' in read) return { absent: read.absent, ground: worded(read.ground) };
    return 'date' in read ? ofOurTime(read.date, cell, reading) : undefined;
  }
  const [, after = '', count, unit = ''] = rule;
  if (!new RegExp(referencePattern).test(after)) reading.add('value/not-an-id', cell);
  const isMonths = months.test(unit);
  const longest = isMonths ? longestRule.months : longestRule.days;
  if (Number(count) > longest) reading.add('date/unreadable', cell, String(longest));
  if (isMonths) return { after, months: Number(count) };
  return { after, days: Number(count), ...(working.test(unit) ? { working: true } : {}) };
};

/** A day that has happened: never later than today, and a day; a quarter or month does not say which. */
const happened = (cell: Cell, { profile, reading }: Sheet): LocalDate | undefined => {
  const day = ofOurTime(reading.day(cell, { ...profile.dates, monthsEndOnLastDay: false }), cell, reading);
  if (day && day > reading.facts.today) reading.add('date/in-future', cell);
  return day;
};

const bilingual = (ar: Cell, en: Cell, { reading }: Sheet): Bilingual | undefined => {
  const words = (cell: Cell): string => {
    const told = unguardedCell(cell.text).trim();
    if (told.length > longestTitle) reading.add('value/too-long', cell, `${told.length}/${longestTitle}`);
    return told;
  };
  const told = { ...(ar.text ? { ar: words(ar) } : {}), ...(en.text ? { en: words(en) } : {}) };
  return ar.text || en.text ? told : undefined;
};

/** Yes or no; empty is no. */
const isYes = (cell: Cell, { reading }: Sheet): boolean => {
  const word = folded(plain(cell.text));
  if (word !== '' && !yesWords.includes(word) && !noWords.includes(word)) reading.add('value/not-listed', cell);
  return yesWords.includes(word);
};

const matching = (cell: Cell, pattern: string, code: FaultCode, { reading }: Sheet): string | undefined => {
  if (cell.text === '') return undefined;
  const told = unguardedCell(cell.text);
  if (!new RegExp(pattern).test(told)) reading.add(code, cell);
  return told;
};

/** What a row can say of a milestone: said without the milestone's id it would be said of nothing. */
const ofMilestone = ['milestoneAr', 'milestoneEn', 'party', 'target', 'forecast', 'actual', 'dependsOn'] as const;

const milestoneOf = (sheet: Sheet, row: TableRow): ImportedMilestone | undefined => {
  const cell = (name: string) => sheet.columns.cell(row, name);
  const id = matching(cell('milestone'), givenIdPattern, 'value/not-an-id', sheet);
  if (id === undefined) {
    if (ofMilestone.some((name) => cell(name).text !== '')) sheet.reading.add('value/missing', cell('milestone'));
    return undefined;
  }
  const title = bilingual(cell('milestoneAr'), cell('milestoneEn'), sheet);
  const target = targetOf(cell('target'), sheet);
  const forecast = cell('forecast').text
    ? ofOurTime(sheet.reading.day(cell('forecast'), sheet.profile.dates), cell('forecast'), sheet.reading)
    : undefined;
  const actual = cell('actual').text ? happened(cell('actual'), sheet) : undefined;
  // Who may not see a sovereign body exports a word in its place, which says nothing.
  const isHidden = sheet.isExport && cell('party').text === hiddenParty;
  const party = isHidden ? undefined : matching(cell('party'), partyPattern, 'value/not-listed', sheet);
  const dependsOn = cell('dependsOn')
    .text.split(/[;،,\s]+/)
    .filter((one) => one !== '');
  if (dependsOn.some((one) => !new RegExp(referencePattern).test(one)))
    sheet.reading.add('value/not-an-id', cell('dependsOn'));
  return {
    id,
    ...(title ? { title } : {}),
    key: isYes(cell('key'), sheet),
    ...(cell('key').text ? { saysKey: true } : {}),
    ...(party ? { party } : {}),
    ...(target ? { target } : {}),
    ...(forecast ? { forecast } : {}),
    ...(actual ? { actual } : {}),
    ...(dependsOn.length > 0 ? { dependsOn } : {}),
    cells: saidCells(sheet, row, 'milestone'),
    place: placeOf(cell('target')),
    places: {
      title: placeOf(cell(cell('milestoneEn').text === '' ? 'milestoneAr' : 'milestoneEn')),
      party: placeOf(cell('party')),
      key: placeOf(cell('key')),
      forecast: placeOf(cell('forecast')),
      actual: placeOf(cell('actual')),
      dependsOn: placeOf(cell('dependsOn')),
    },
  };
};

const kindNamed = (text: string): InitiativeKind | undefined =>
  initiativeKinds.find((one) => kindWords[one].some((word) => folded(word) === folded(text)));

const kindOf = (cell: Cell, { reading }: Sheet): InitiativeKind => {
  const kind = kindNamed(cell.text);
  if (!kind) reading.add(cell.text === '' ? 'value/missing' : 'value/not-listed', cell);
  return kind ?? 'projects';
};

const initiativeOf = (sheet: Sheet, id: string, rows: readonly TableRow[]): ImportedInitiative => {
  const filled = (name: string, read: (text: string) => string | undefined = (text) => text): Cell => {
    const cells = rows.map((row) => sheet.columns.cell(row, name));
    const first = cells.find((cell) => cell.text !== '') ?? cells[0]!;
    for (const other of cells)
      if (other.text !== '' && other.text !== first.text && read(other.text) !== read(first.text))
        sheet.reading.add('table/rows-disagree', other);
    return first;
  };
  const kind = kindOf(filled('kind', kindNamed), sheet);
  const title = bilingual(filled('titleAr'), filled('titleEn'), sheet);
  const owner = matching(filled('owner'), givenIdPattern, 'value/not-an-id', sheet);
  const startCell = filled('startedOn');
  const startedOn = startCell.text ? happened(startCell, sheet) : undefined;
  const type = matching(filled('type'), givenIdPattern, 'value/not-an-id', sheet);
  const [jurisdiction, instrument] = ['jurisdiction', 'instrument'].map((name) => filled(name).text);
  const versionCell = filled('version');
  const digits = plain(versionCell.text);
  if (digits !== '' && !/^\d+$/.test(digits)) sheet.reading.add('value/not-listed', versionCell);
  const version = /^\d+$/.test(digits) ? Number(digits) : undefined;
  const milestones = rows.map((row) => milestoneOf(sheet, row)).filter((one) => one !== undefined);
  const repeated = milestones.find((one, index) => milestones.findIndex((other) => other.id === one.id) < index);
  if (repeated) sheet.reading.add('row/twice', repeated.place);
  return blank({
    row: rows[0]!.row,
    kind,
    source: { system: sheet.profile.system, id: `${kind}/${id}` },
    own: { id, isExport: sheet.isExport, ...(version === undefined ? {} : { version }) },
    otherwise: { title: title ?? { en: id }, owner: owner ?? '' },
    ...(title ? { title } : {}),
    ...(owner ? { owner } : {}),
    ...(startedOn ? { startedOn, statedOn: startedOn } : {}),
    ...(type ? { type } : {}),
    ...(jurisdiction && instrument ? { path: { jurisdiction, instrument } } : {}),
    cells: saidCells(sheet, rows[0]!, 'initiative'),
    milestones,
    places: {
      title: placeOf(filled(filled('titleEn').text === '' ? 'titleAr' : 'titleEn')),
      owner: placeOf(filled('owner')),
      startedOn: placeOf(startCell),
      jurisdiction: placeOf(filled('jurisdiction')),
      instrument: placeOf(filled('instrument')),
      version: placeOf(versionCell),
    },
  });
};

/** Reads our own table; a row without an initiative's number belongs to the one above it. */
export const readOwnRows = (own: OwnTable, table: Table, columns: Columns, reading: Reading): ImportedInitiative[] => {
  const sheet: Sheet = { ...own, columns, reading };
  const groups = new Map<string, { id: string; rows: TableRow[] }>();
  const kindOfId = new Map<string, string>();
  let above: string | undefined;
  for (const row of table.rows) {
    const cell = columns.cell(row, 'initiative');
    if (cell.text !== '') {
      const id = matching(cell, givenIdPattern, 'value/not-an-id', sheet)!;
      const said = columns.cell(row, 'kind').text;
      // One kind has several words; whatever names none is a fault of its own row.
      const kind = kindNamed(said) ?? (folded(said) || kindOfId.get(id) || '');
      kindOfId.set(id, kind);
      above = `${kind}/${id}`;
    }
    if (above === undefined) {
      reading.add('value/missing', cell);
      continue;
    }
    const group = groups.get(above) ?? { id: unguardedCell(cell.text), rows: [] };
    group.rows.push(row);
    groups.set(above, group);
  }
  return [...groups.values()].map(({ id, rows }) => initiativeOf(sheet, id, rows));
};
