import { refuse, type CalendarChangeItem, type CalendarChangePage, type StreamName } from '@masar/contracts';
import type { Directory } from '@masar/directory';
import { movesBetween } from '@masar/timeline';
import { totalsId } from '../projector/projection-state.js';
import { questionOf, type StoredRow } from '../projector/row.js';
import type { RunningTotals } from '../projector/running-totals.js';
import { readCursor, writeCursor } from './cursor.js';
import type { CalendarChangeQuestion, Question } from './question.js';
import { resolveDay } from './reading-day.js';
import { severalAtOnce } from './several-at-once.js';
import type { View, Views } from './view.js';

/** What a cursor belongs to: the day that would be set. */
const cursorOf = ({ calendar, date, off, scope }: CalendarChangeQuestion): string =>
  JSON.stringify(['calendar-change', calendar, date, off, scope]);

/** How many initiatives the portfolio has, whoever may see them. */
const counted = async ({ ports, generation }: View): Promise<number> => {
  const totals = await ports.models.get<RunningTotals>(generation.of('reporting-state'), totalsId);
  return totals?.body.initiatives ?? 0;
};

/** Of those that may not be seen, the ones that are in the portfolio: drafts are in nobody's. */
const hiddenRows = async ({ hidden, ports, generation }: View): Promise<number> =>
  hidden.size === 0 ? 0 : (await ports.models.getMany(generation.of('portfolio-rows'), [...hidden])).length;

interface Asked {
  readonly view: View;
  readonly otherwise: Directory;
  readonly question: Question & CalendarChangeQuestion;
}

/** What moves in one initiative; undefined where nothing does. Read on today of its own zone. */
const itemOf = async (
  { view, otherwise, question }: Asked,
  stream: StreamName,
): Promise<CalendarChangeItem | undefined> => {
  const world = await view.worldNow(stream);
  if (!world) return undefined;
  const { on } = resolveDay({}, question.now, world.zone);
  const { hideSovereign = false } = question;
  const moves = movesBetween({ ...questionOf(world, on), hideSovereign }, otherwise);
  if (moves.length === 0) return undefined;
  const { row } = (await view.ports.models.get<StoredRow>(view.generation.of('portfolio-rows'), stream))!.body;
  const { kind, id, title, owner } = row;
  return { initiative: { kind, id, title, owner }, moves: [...moves] };
};

/**
 * A page of what would read otherwise today if a day were set: `limit` initiatives are looked at, by name, and those that
 * would move are told. Only rows that lean on the calendar are derived, once with it as it is and once as it would be.
 */
export const readCalendarChange = async (
  views: Views,
  question: Question & CalendarChangeQuestion,
): Promise<CalendarChangePage> => {
  const of = cursorOf(question);
  const cursor = readCursor(question.cursor, of);
  const view = await views.open(question.reader, cursor?.generation);
  const { calendar, date, off, scope, limit } = question;
  const directory = view.directories.knownBefore();
  if (scope?.entity !== undefined && !directory.entity(scope.entity))
    refuse('entity/unknown', { entity: scope.entity }, 'entity');
  const reason = '';
  const otherwise = view.directories.withDay(calendar, { date, off, reason, ...(scope && { scope }) });
  const found = await view.ports.models.query<StoredRow>(view.generation.of('portfolio-rows'), {
    limit: limit + 1,
    ...(cursor ? { after: { value: null, id: cursor.id } } : {}),
  });
  const page = found.slice(0, limit);
  const shown = page.filter(({ body }) => !view.hidden.has(body.stream));
  const leaning = shown.filter(({ body }) => body.leansOn.includes(`calendars/${calendar}`));
  const items: CalendarChangeItem[] = [];
  const asked = { view, otherwise, question };
  for await (const some of severalAtOnce(leaning, ({ body }) => itemOf(asked, body.stream)))
    items.push(...some.filter((item) => item !== undefined));
  const looked = Number(cursor?.value ?? 0) + shown.length;
  const restricted = await hiddenRows(view);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    items,
    looked,
    of: Math.max(looked, (await counted(view)) - restricted),
    restricted,
    next: last ? writeCursor({ generation: view.generation.name, of, value: looked, id: last.id }) : null,
  };
};
