import { endOfDayInstant } from '@masar/calendar';
import {
  hiddenParty,
  sovereignParties,
  type ChangeItem,
  type ChangesPage,
  type Instant,
  type LocalDate,
} from '@masar/contracts';
import type { FieldRange, FieldValue, StoredDocument } from '@masar/read-models';
import type { StoredChange } from '../projector/change-record.js';
import { readCursor, writeCursor } from './cursor.js';
import type { ChangesQuestion, Question } from './question.js';
import { resolveDay } from './reading-day.js';
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

const sovereign: ReadonlySet<unknown> = new Set(sovereignParties);
const hidden = (value: unknown): unknown => (sovereign.has(value) ? hiddenParty : value);

/** Who a wait is on is not told of sovereign bodies to whoever may not see them (definitions §3). */
const shown = (item: ChangeItem, hideSovereign: boolean): ChangeItem =>
  hideSovereign && item.wait !== undefined ? { ...item, from: hidden(item.from), to: hidden(item.to) } : item;

/** Read at once at least: who may see little has much passed over. */
const leastAtOnce = 500;

/** So many changes of what the reader may see, page by page: whatever else lies between is passed over. */
const seenChanges = async (
  view: View,
  at: FieldRange,
  cursor: { readonly value: FieldValue; readonly id: string } | undefined,
  wanted: number,
): Promise<readonly StoredDocument<StoredChange>[]> => {
  const seen: StoredDocument<StoredChange>[] = [];
  const limit = view.hidden.size === 0 ? wanted : Math.max(wanted, leastAtOnce);
  for (let after = cursor && { value: cursor.value, id: cursor.id }; ;) {
    const page = await view.ports.models.query<StoredChange>(view.generation.of('portfolio-changes'), {
      range: { at },
      sort: { field: 'at' },
      ...(after ? { after } : {}),
      limit,
    });
    seen.push(...page.filter(({ body }) => !view.hidden.has(body.stream)));
    const last = page.at(-1);
    if (!last || page.length < limit || seen.length >= wanted) return seen.slice(0, wanted);
    after = { value: last.body.item.at, id: last.id };
  }
};

/** What changed after `since`, oldest first, corrections apart; one page holds both. Refuses `read/on-in-future` as every read does. */
export const readChanges = async (views: Views, question: Question & ChangesQuestion): Promise<ChangesPage> => {
  const { since, now, limit, knownOn } = question;
  const cursor = readCursor(question.cursor, cursorOf(question));
  const view = await views.open(question.reader, cursor?.generation);
  if (knownOn !== undefined) resolveDay({ knownOn }, now, view.ports.defaultZone);
  const until = cursor?.knownOn ?? (await untilOf(view, now, knownOn));
  const found = await seenChanges(view, { above: since, to: until }, cursor, limit + 1);
  const page = found
    .slice(0, limit)
    .map(({ body }) => ({ ...body, item: shown(body.item, question.hideSovereign === true) }));
  const last = page.at(-1)?.item;
  const more = found.length > page.length;
  return {
    since,
    until,
    items: page.filter(({ correction }) => !correction).map(({ item }) => item),
    corrections: page.filter(({ correction }) => correction).map(({ item }) => item),
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
