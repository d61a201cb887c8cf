import { endOfDayInstant } from '@masar/calendar';
import { refuse, type ChangeItem, type ChangesPage, type Instant, type LocalDate } from '@masar/contracts';
import type { StoredChange } from '../projector/change-record.js';
import { readCursor, writeCursor } from './cursor.js';
import type { ChangesQuestion, LiveQuestion, Question } from './question.js';
import type { View, Views } from './view.js';

const cursorOf = ({ since }: ChangesQuestion): string => JSON.stringify(['changes', since]);

/**
 * Up to when an answer is whole: the end of the day of knowledge; else now, or, while reporting is behind, the last
 * instant it has lived through, so that asking again with `since` = `until` misses nothing.
 */
const untilOf = async (view: View, now: Instant, knownOn: LocalDate | Instant | undefined): Promise<Instant> => {
  const end =
    knownOn === undefined ? now : knownOn.length === 10 ? endOfDayInstant(knownOn, view.ports.defaultZone) : knownOn;
  if (end < now) return end;
  const isLevel = (await view.ports.log.end()) <= view.state.offset;
  return isLevel || view.state.now > now ? now : view.state.now;
};

/** What changed after `since`, oldest first, corrections apart; one page holds both. */
export const readChanges = async (views: Views, question: Question & ChangesQuestion): Promise<ChangesPage> => {
  const { since, now, limit, knownOn } = question;
  const cursor = readCursor(question.cursor, cursorOf(question));
  const view = await views.open(cursor?.generation);
  const until = cursor?.knownOn ?? (await untilOf(view, now, knownOn));
  if (knownOn !== undefined && knownOn.slice(0, 10) > now.slice(0, 10) && knownOn > now)
    refuse('read/on-in-future', { on: knownOn, today: now.slice(0, 10) }, 'knownOn');
  const found = await view.ports.models.query<StoredChange>(view.generation.of('portfolio-changes'), {
    range: { at: { above: since, to: until } },
    sort: { field: 'at' },
    ...(cursor ? { after: { value: cursor.value, id: cursor.id } } : {}),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit).map(({ body }) => body);
  const last = shown.at(-1)?.item;
  const more = found.length > shown.length;
  return {
    since,
    until,
    items: shown.filter(({ correction }) => !correction).map(({ item }) => item),
    corrections: shown.filter(({ correction }) => correction).map(({ item }) => item),
    next:
      last && more
        ? writeCursor({
            generation: view.generation.name,
            of: cursorOf(question),
            knownOn: until,
            value: last.at,
            id: last.id,
          })
        : null,
  };
};

/** Changes that come after one already sent, in order, for live lines. `at` begins every id. */
export const readLive = async (views: Views, { after, limit }: LiveQuestion): Promise<readonly ChangeItem[]> => {
  const view = await views.open();
  const found = await view.ports.models.query<StoredChange>(view.generation.of('portfolio-changes'), {
    sort: { field: 'at' },
    after: { value: after.split('~')[0]!, id: after },
    limit,
  });
  return found.map(({ body }) => body.item);
};
