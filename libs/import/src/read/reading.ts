import type { Bilingual, LocalDate } from '@masar/contracts';
import { parseDate, type DateReading } from '../dates/parse-date.js';
import type { DateStyle } from '../dates/date-style.js';
import { fault, type Fault, type FaultCode } from '../fault.js';
import type { ImportedBody, ImportedInitiative, Place } from '../model/imported.js';
import { bodyIdOf } from '../model/identifiers.js';
import type { BodiesOfSource } from '../profiles/profile.js';
import type { Cell } from '../table/columns.js';

/** What a caller says about a file besides its bytes. */
export interface FileFacts {
  /** Day of the snapshot. */
  readonly asOf?: LocalDate;
  /** Today in the importer's zone: a person's own file may not report the future. */
  readonly today: LocalDate;
}

/** What a file told. `faults` lists notices too. */
export interface ReadFile {
  readonly initiatives: readonly ImportedInitiative[];
  readonly bodies: readonly ImportedBody[];
  readonly faults: readonly Fault[];
  readonly rows: number;
}

export const placeOf = (cell: Cell): Place => ({ row: cell.row, column: cell.column, value: cell.text });

/** Characters of a title at most, as the API takes them. */
export const longestTitle = 500;

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A source's title; what is too long ends in an ellipsis. */
export const titled = (text: string): string => {
  const line = oneLine(text);
  return line.length > longestTitle ? `${line.slice(0, longestTitle - 1)}…` : line;
};

/** The words of a note or ground: at most 4,000 characters. */
export const worded = (text: string): string => (text.length > 4000 ? `${text.slice(0, 3999)}…` : text);

/** Gathers faults and bodies while a file is read. */
export class Reading {
  readonly faults: Fault[] = [];
  private readonly found = new Map<string, ImportedBody>();

  constructor(
    readonly facts: FileFacts,
    private readonly bodiesOf: BodiesOfSource,
    /** Of a workbook whose days count from 1904. */
    private readonly serialsFrom1904 = false,
  ) {}

  get bodies(): readonly ImportedBody[] {
    return [...this.found.values()];
  }

  add(code: FaultCode, place: Place | Cell, detail = ''): void {
    const value = 'value' in place ? place.value : place.text;
    this.faults.push(fault(code, place.row, place.column, value, detail));
  }

  /** The entity id of a body by the source's name for it; the same name always gives the same id. */
  body(name: string): string {
    const clean = name
      .replace(/\[\^\d+\]|\*/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const id = bodyIdOf(this.bodiesOf.prefix, clean);
    if (!this.found.has(id)) {
      const { jurisdiction, zone, calendar } = this.bodiesOf;
      const words: Bilingual = this.bodiesOf.known?.[clean] ?? { en: titled(clean) };
      this.found.set(id, { id, name: words, jurisdiction, zone, calendar });
    }
    return id;
  }

  /** How dates are written in this very file. */
  styleOf(style: DateStyle): DateStyle {
    return this.serialsFrom1904 ? { ...style, serialsFrom1904: true } : style;
  }

  /** A date of a cell; words in its place are a notice, what cannot be read is a fault. */
  date(cell: Cell, style: DateStyle): DateReading {
    const reading = parseDate(cell.text, this.styleOf(style));
    if ('fault' in reading) this.add(reading.fault, cell);
    if ('absent' in reading) this.add('date/absent', cell);
    return reading;
  }

  /** The day in a cell, if there is one. */
  day(cell: Cell, style: DateStyle): LocalDate | undefined {
    const reading = this.date(cell, style);
    return 'date' in reading ? reading.date : undefined;
  }

  /** The text of a cell that must not be empty. */
  text(cell: Cell): string {
    if (cell.text === '') this.add('value/missing', cell);
    return cell.text;
  }

  done(initiatives: readonly ImportedInitiative[], rows: number): ReadFile {
    return { initiatives, bodies: this.bodies, faults: this.faults, rows };
  }
}

/** An initiative of which nothing is told yet. */
export const blank = (
  part: Pick<ImportedInitiative, 'row' | 'kind' | 'source' | 'otherwise'> & Partial<ImportedInitiative>,
): ImportedInitiative => ({ milestones: [], waits: [], stages: [], notes: [], places: {}, ...part });
