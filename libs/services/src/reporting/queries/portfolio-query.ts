import type { LocalDate, PortfolioPage, PortfolioTotals } from '@masar/contracts';
import { inOrder, totalsOn, type RunningTotals } from '../projector/running-totals.js';
import { itemOn, type StoredRow } from '../projector/row.js';
import { foldedText, searchableText } from '../projector/sortable-text.js';
import { totalsId } from '../projector/projection-state.js';
import { readCursor } from './cursor.js';
import { nextAfter, pageOfLines, totalOf, type PageAsked } from './paged-lines.js';
import { orderOf, placeIn, type Order } from './portfolio-order.js';
import type { PortfolioFilter, PortfolioQuestion, Question } from './question.js';
import { resolveDay } from './reading-day.js';
import { linesOn, staleRows, type Line } from './rows-on-day.js';
import type { View, Views } from './view.js';

/** More rows than these are not read over to fill a page by index. */
const mostSkipped = 1_000;

const colours = ({ confidence: { team, reviewer, independent } }: Line['item']): readonly string[] =>
  [team, reviewer, independent].flatMap((rating) => (rating ? [rating.colour] : []));

/** Late: a milestone is missed, or the date promised last has moved past the first promise. */
const isLate = ({ item }: Line): boolean => item.missed > 0 || (item.slip !== null && item.slip.days > 0);

/** Whether a line fits; of challenges there are none yet, so that asking for one finds nothing. */
export const fitting = (filter: PortfolioFilter): ((line: Line) => boolean) => {
  const words = filter.q === undefined ? [] : foldedText(filter.q).split(' ');
  const tests: ((line: Line) => boolean)[] = [];
  if (filter.kind) tests.push(({ item }) => filter.kind!.includes(item.kind));
  if (filter.owner !== undefined) tests.push(({ item }) => item.owner === filter.owner);
  if (filter.status) tests.push(({ item }) => filter.status!.includes(item.status));
  if (filter.colour) tests.push(({ item }) => colours(item).some((colour) => filter.colour!.includes(colour)));
  if (filter.late !== undefined) tests.push((line) => isLate(line) === filter.late);
  if (filter.challenge !== undefined) tests.push(() => false);
  if (words.length > 0) {
    tests.push(({ item }) => {
      const text = searchableText(item.title, item.id, item.owner);
      return words.every((word) => text.includes(word));
    });
  }
  return (line) => tests.every((test) => test(line));
};

const isUnfiltered = ({ kind, owner, challenge, status, colour, late, q }: PortfolioFilter): boolean =>
  [kind, owner, challenge, status, colour, late, q].every((value) => value === undefined);

const sumOf = (lines: readonly Line[], restricted: number): PortfolioTotals => {
  const byStatus: Record<string, number> = {};
  const totals = { initiatives: lines.length, missed: 0, active: 0, waiting: 0, paused: 0 };
  for (const { item } of lines) {
    byStatus[item.status] = (byStatus[item.status] ?? 0) + 1;
    totals.missed += item.missed;
    totals.active += item.active ?? 0;
    totals.waiting += item.waiting ?? 0;
    totals.paused += item.paused ?? 0;
  }
  const { initiatives, ...days } = totals;
  return { initiatives, byStatus: inOrder(byStatus), ...days, restricted };
};

/** The rows of today that the reader may not see: counted, and told by nothing but their number. */
const hiddenLines = async ({ hidden, ports, generation }: View, on: LocalDate): Promise<readonly Line[]> => {
  if (hidden.size === 0) return [];
  const rows = await ports.models.getMany<StoredRow>(generation.of('portfolio-rows'), [...hidden]);
  return rows.map(({ body }) => ({ stream: body.stream, version: body.version, item: itemOn(body, on) }));
};

/** The sums of all without those of some. */
const without = (all: PortfolioTotals, some: PortfolioTotals): PortfolioTotals => ({
  initiatives: all.initiatives - some.initiatives,
  byStatus: inOrder(
    Object.fromEntries(
      Object.entries(all.byStatus)
        .map(([status, count]) => [status, count - (some.byStatus[status] ?? 0)] as const)
        .filter(([, count]) => count > 0),
    ),
  ),
  missed: all.missed - some.missed,
  active: all.active - some.active,
  waiting: all.waiting - some.waiting,
  paused: all.paused - some.paused,
  restricted: some.initiatives,
});

interface Asked extends PageAsked {
  readonly order: Order;
  readonly question: Question & PortfolioQuestion;
}

/** A page of the whole portfolio of today: by index, with the sums that are kept. Its cost does not grow with the portfolio. */
const indexedPage = async (asked: Asked): Promise<PortfolioPage> => {
  const { view, day, order, question, cursor } = asked;
  const { models } = view.ports;
  const found = await models.query<StoredRow>(view.generation.of('portfolio-rows'), {
    ...(order.key ? { sort: { field: order.field, descending: order.descending } } : {}),
    ...(cursor ? { after: { value: cursor.value, id: cursor.id } } : {}),
    limit: question.limit + 1 + view.hidden.size,
  });
  const shown = found.filter(({ body }) => !view.hidden.has(body.stream));
  const kept = await models.get<RunningTotals>(view.generation.of('reporting-state'), totalsId);
  const hidden = sumOf(await hiddenLines(view, day.on), 0);
  const totals = without(kept ? totalsOn(kept.body, day.on) : sumOf([], 0), hidden);
  const lines = shown
    .slice(0, question.limit)
    .map(({ body }) => ({ stream: body.stream, version: body.version, item: itemOn(body, day.on) }));
  const last = lines.at(-1);
  return {
    items: lines.map(({ item }) => item),
    totals,
    next: nextAfter(asked, last && placeIn(order, last), shown.length > lines.length),
    total: totalOf(totals.initiatives),
  };
};

/** Any other page: all lines that fit are read, so that the totals over them are exact. */
const gatheredPage = async (asked: Asked): Promise<PortfolioPage> => {
  const { view, day, order, question } = asked;
  const fits = fitting(question);
  const lines: Line[] = [];
  const narrowed = question.kind ? { equal: { kind: question.kind } } : {};
  for await (const batch of linesOn(view, day, narrowed)) for (const line of batch) if (fits(line)) lines.push(line);
  const page = pageOfLines(asked, lines, order, (line) => placeIn(order, line), question.limit);
  return {
    items: page.lines.map(({ item }) => item),
    totals: sumOf(lines, (await hiddenLines(view, day.on)).length),
    next: page.next,
    total: totalOf(lines.length),
  };
};

/** What a cursor belongs to: everything asked but the day, which the cursor keeps, and the size of the page. */
const cursorOf = ({ kind, owner, challenge, status, colour, late, q, sort }: PortfolioQuestion): string =>
  JSON.stringify(['portfolio', kind, owner, challenge, status, colour, late, q, sort]);

/** A page of the portfolio with exact totals over everything that fits. */
export const readPortfolio = async (views: Views, question: Question & PortfolioQuestion): Promise<PortfolioPage> => {
  const of = cursorOf(question);
  const cursor = readCursor(question.cursor, of);
  const view = await views.open(question.reader, cursor?.generation);
  const asked = { on: question.on ?? cursor?.on, knownOn: question.knownOn ?? cursor?.knownOn };
  const day = resolveDay(asked, question.now, view.ports.defaultZone);
  const order = orderOf(question.sort);
  const isToday = day.isCurrent && day.on === day.knownOn;
  const fewHidden = view.hidden.size <= mostSkipped;
  const isIndexed =
    fewHidden && isToday && order.indexed && isUnfiltered(question) && (await staleRows(view, day.on)).size === 0;
  return (isIndexed ? indexedPage : gatheredPage)({ view, day, order, question, cursor, of });
};
