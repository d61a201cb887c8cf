import { hiddenParty, unguardedCell, type LocalDate } from '@masar/contracts';
import { plain } from '../dates/date-text.js';
import { parseDate } from '../dates/parse-date.js';
import type { SaidCell, SaidColumn } from '../model/imported.js';
import { yesWords } from '../profiles/initiatives.js';
import type { OwnRowsProfile } from '../profiles/profile.js';
import type { Columns } from '../table/columns.js';
import { folded, type TableRow } from '../table/table.js';
import { placeOf, type Reading } from './reading.js';

interface Sheet {
  readonly profile: OwnRowsProfile;
  readonly columns: Columns;
  readonly reading: Reading;
}

/** A cell's text as what is on record is told: what is the same is said the same. */
type Saying = (text: string, sheet: Sheet) => string;

const word: Saying = (text) => unguardedCell(text).trim();
const party: Saying = (text) => (text === hiddenParty ? '' : text);
const yesOrNo: Saying = (text) => (text === '' ? '' : String(yesWords.includes(folded(plain(text)))));
/** A day, an absent one by its name; a rule as it stands. What cannot be read says something else than any record. */
const promise: Saying = (text, { profile, reading }) => {
  const read = parseDate(text, reading.styleOf(profile.dates));
  if ('date' in read) return read.date;
  return 'absent' in read ? read.absent : plain(unguardedCell(text));
};
const day: Saying = (text, sheet): LocalDate => promise(text, sheet);

type Said = readonly [column: string, what: SaidColumn, saying: Saying];
const columnsOf: Readonly<Record<'milestone' | 'initiative', readonly Said[]>> = {
  milestone: [
    ['milestoneAr', 'titleAr', word],
    ['milestoneEn', 'titleEn', word],
    ['milestoneOwner', 'owner', word],
    ['party', 'party', party],
    ['key', 'key', yesOrNo],
    ['milestoneStatus', 'status', word],
    ['originalTarget', 'originalTarget', promise],
    ['target', 'target', promise],
    ['forecast', 'forecast', day],
    ['actual', 'actual', day],
    ['confirmedOn', 'confirmedOn', day],
  ],
  initiative: [
    ['titleAr', 'titleAr', word],
    ['titleEn', 'titleEn', word],
    ['owner', 'owner', word],
    ['startedOn', 'startedOn', day],
    ['status', 'status', word],
    ['endedOn', 'endedOn', day],
  ],
};

/** What the cells of a row say of a milestone, or of its initiative; columns the table has not are left out. */
export const saidCells = (sheet: Sheet, row: TableRow, of: keyof typeof columnsOf): readonly SaidCell[] =>
  columnsOf[of]
    .filter(([column]) => sheet.columns.has(column))
    .map(([column, what, saying]) => {
      const cell = sheet.columns.cell(row, column);
      return { what, said: saying(cell.text, sheet), place: placeOf(cell) };
    });
