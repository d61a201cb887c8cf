import type { LocalDate, Party, PortfolioItem, StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import {
  portfolioRow,
  referencedStreams,
  rowChanges,
  withRowAt,
  type PortfolioRow,
  type Question,
} from '@masar/timeline';
import type { World } from './world.js';

export { rowChanges, type PortfolioRow };

/** A row as it is stored: without its milestones, which have documents of their own. */
export type LeanRow = Omit<PortfolioRow, 'milestones'>;

/** A row of today or of days gone by: what is read on each day from `start` on. */
export interface StoredRow {
  readonly stream: StreamName;
  readonly start: LocalDate;
  /** Version of the stream the row rests on. */
  readonly version: number;
  readonly zone: string;
  /** Streams, calendars and unknown names: whatever changes there may change this row. */
  readonly leansOn: readonly string[];
  readonly row: LeanRow;
}

/** A row just read, with its milestones. */
export interface Derived extends Pick<StoredRow, 'zone' | 'leansOn'> {
  readonly row: PortfolioRow;
}

/** What a world is asked on a day. */
export const questionOf = (world: World, on: LocalDate, knownOn: string = on): Question => ({
  facts: world.facts,
  on,
  knownOn,
  directory: world.directory,
  related: (stream) => world.related.get(stream),
  commitments: world.commitments,
});

/** The row of an initiative on a day; undefined for a draft, which is outside the portfolio (definitions §2). */
export const deriveRow = (world: World, on: LocalDate, hideSovereign = false): Derived | undefined => {
  const noted = new Set<string>([...referencedStreams(world.facts), ...world.lookedAt]);
  const row = portfolioRow({ ...questionOf(world, on), directory: noting(world.directory, noted), hideSovereign });
  if (row.status === 'draft') return undefined;
  const since = world.incompleteSince;
  return {
    zone: world.zone,
    leansOn: [...noted].sort(),
    row: since === undefined ? row : { ...row, incompleteSince: since },
  };
};

/** What is stored of a row just read. */
export const storedRow = (
  stream: StreamName,
  start: LocalDate,
  version: number,
  { zone, leansOn, row }: Derived,
): StoredRow => {
  const { milestones: _documents, ...lean } = row;
  return { stream, start, version, zone, leansOn, row: lean };
};

/** A stored row as it reads on a day. */
export const itemOn = ({ row }: StoredRow, day: LocalDate): PortfolioItem => withRowAt({ ...row, milestones: [] }, day);

/** A directory that notes which calendars, and which entities and paths it does not know, an answer has leaned on. */
const noting = (directory: Directory, noted: Set<string>): Directory => {
  const noteEntity = (id: string | undefined) => {
    if (id !== undefined && directory.entity(id) === undefined) noted.add(`entities/${id}`);
  };
  return {
    ...directory,
    entity: (id) => (noteEntity(id), directory.entity(id)),
    knowsParty: (party) => directory.knowsParty(party),
    zoneOf: (id) => (noteEntity(id), directory.zoneOf(id)),
    calendarOf: (party: Party, otherwise) => {
      if (party.startsWith('entity:')) noteEntity(party.slice('entity:'.length));
      noteEntity(otherwise);
      const calendar = directory.calendarOf(party, otherwise);
      noted.add(`calendars/${calendar.id}`);
      return calendar;
    },
    calendarOfEntity: (id) => {
      noteEntity(id);
      const calendar = directory.calendarOfEntity(id);
      noted.add(`calendars/${calendar.id}`);
      return calendar;
    },
    lawPath: (reference) => {
      const path = directory.lawPath(reference);
      if (!path) noted.add(`law-paths/${reference.jurisdiction}.${reference.instrument}`);
      return path;
    },
  };
};
