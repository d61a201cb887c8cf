import type { MilestoneListItem, MilestonePage } from '@masar/contracts';
import type { DocumentFilter, FieldValue } from '@masar/read-models';
import { dueOf } from '../projector/milestone-documents.js';
import { readCursor, writeCursor, type Cursor } from './cursor.js';
import { comparePlaces, type Placed } from './portfolio-order.js';
import { mostCounted, totalOf } from './portfolio-query.js';
import type { MilestoneFilter, MilestonesQuestion, Question } from './question.js';
import { resolveDay, type ResolvedDay } from './reading-day.js';
import { derivedMilestones, staleRows, type MilestoneLine } from './rows-on-day.js';
import type { View, Views } from './view.js';

/** By the day a milestone is due, undated ones first; the place within its initiative breaks ties. */
const byDue = { descending: false };

const fits = ({ kind, status, party, owner, dueBefore }: MilestoneFilter, item: MilestoneListItem): boolean => {
  const due = dueOf(item);
  return (
    (kind === undefined || kind.includes(item.initiative.kind)) &&
    (status === undefined || status.includes(item.status)) &&
    (party === undefined || item.party === party) &&
    (owner === undefined || item.initiative.owner === owner) &&
    (dueBefore === undefined || (due !== null && due < dueBefore))
  );
};

const filterOf = ({ kind, status, party, owner, dueBefore }: MilestoneFilter): DocumentFilter => {
  const equal: Record<string, FieldValue | readonly FieldValue[]> = {};
  if (kind) equal['kind'] = kind;
  if (status) equal['status'] = status;
  if (party !== undefined) equal['party'] = party;
  if (owner !== undefined) equal['owner'] = owner;
  return { equal, ...(dueBefore === undefined ? {} : { range: { due: { below: dueBefore } } }) };
};

interface Asked {
  readonly view: View;
  readonly day: ResolvedDay;
  readonly question: Question & MilestonesQuestion;
  readonly cursor: Cursor | undefined;
}

const cursorOf = ({ kind, status, party, owner, dueBefore }: MilestonesQuestion): string =>
  JSON.stringify(['milestones', kind, status, party, owner, dueBefore]);

const nextOf = ({ view, day, question }: Asked, last: Placed | undefined, more: boolean): string | null =>
  last && more
    ? writeCursor({
        generation: view.generation.name,
        of: cursorOf(question),
        on: day.on,
        knownOn: day.knownOn,
        ...last,
      })
    : null;

const indexedPage = async (asked: Asked): Promise<MilestonePage> => {
  const { view, question, cursor } = asked;
  const { models } = view.ports;
  const collection = view.generation.of('portfolio-milestones');
  const filter = filterOf(question);
  const found = await models.query<MilestoneListItem>(collection, {
    ...filter,
    sort: { field: 'due' },
    ...(cursor ? { after: { value: cursor.value, id: cursor.id } } : {}),
    limit: question.limit + 1,
  });
  const shown = found.slice(0, question.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ body }) => body),
    next: nextOf(asked, last && { value: dueOf(last.body), id: last.id }, found.length > shown.length),
    total: totalOf(await models.count(collection, filter, mostCounted + 1)),
  };
};

const placeOf = ({ id, item }: MilestoneLine): Placed => ({ value: dueOf(item), id });

const derivedPage = async (asked: Asked): Promise<MilestonePage> => {
  const { view, day, question, cursor } = asked;
  const lines: MilestoneLine[] = [];
  for await (const batch of derivedMilestones(view, day, question.kind))
    for (const line of batch) if (fits(question, line.item)) lines.push(line);
  const placed = lines
    .map((line) => ({ line, place: placeOf(line) }))
    .sort((a, b) => comparePlaces(byDue, a.place, b.place));
  const from = cursor ? placed.findIndex(({ place }) => comparePlaces(byDue, place, cursor) > 0) : 0;
  const page = from < 0 ? [] : placed.slice(from, from + question.limit);
  return {
    items: page.map(({ line }) => line.item),
    next: nextOf(asked, page.at(-1)?.place, from >= 0 && from + page.length < placed.length),
    total: totalOf(lines.length),
  };
};

/** A page of the milestones of all initiatives of the portfolio, the first due first. */
export const readMilestones = async (views: Views, question: Question & MilestonesQuestion): Promise<MilestonePage> => {
  const cursor = readCursor(question.cursor, cursorOf(question));
  const view = await views.open(cursor?.generation);
  const asked = {
    on: question.on ?? cursor?.on,
    knownOn: question.knownOn ?? cursor?.knownOn,
    hideSovereign: question.hideSovereign,
  };
  const day = resolveDay(asked, question.now, view.ports.defaultZone);
  // Stored milestones name every party; whoever may not see sovereign bodies gets them derived.
  const isIndexed =
    !day.hideSovereign && day.isCurrent && day.on === day.knownOn && (await staleRows(view, day.on)).size === 0;
  return (isIndexed ? indexedPage : derivedPage)({ view, day, question, cursor });
};
