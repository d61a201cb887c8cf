import {
  initiativeKinds,
  type LocalDate,
  type MilestoneListItem,
  type PortfolioItem,
  type StreamName,
} from '@masar/contracts';
import type { DocumentFilter } from '@masar/read-models';
import { publicRow, type InitiativeFacts } from '@masar/timeline';
import { listItem, milestoneId } from '../projector/milestone-documents.js';
import type { ClosedRow } from '../projector/page-work.js';
import { deriveRow, itemOn, type Derived, type StoredRow } from '../projector/row.js';
import type { StreamDocument } from '../projector/stream-document.js';
import type { World } from '../projector/world.js';
import type { ResolvedDay } from './reading-day.js';
import { severalAtOnce } from './several-at-once.js';
import type { View } from './view.js';

/** One line of the portfolio, by the stream it is of. */
export interface Line {
  readonly stream: StreamName;
  /** Version of the stream the line rests on. */
  readonly version: number;
  readonly item: PortfolioItem;
}

const pageRows = 500;

/** Lets other questions of the thread in between. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** All documents of a collection that fit, page by page, by id. */
export async function* documentsOf<T>(
  view: View,
  collection: string,
  filter: DocumentFilter = {},
): AsyncGenerator<readonly T[]> {
  for (let after: string | undefined; ;) {
    const page = await view.ports.models.query<T>(collection, {
      ...filter,
      limit: pageRows,
      ...(after === undefined ? {} : { after: { value: null, id: after } }),
    });
    if (page.length > 0) yield page.map(({ body }) => body);
    if (page.length < pageRows) return;
    after = page.at(-1)!.id;
    await breathe();
  }
}

/** Rows of today that do not hold on a day: they begin later (zones ahead of ours), or time has changed them since. */
export const staleRows = async (view: View, on: LocalDate): Promise<ReadonlySet<StreamName>> => {
  const { models } = view.ports;
  const rows = view.generation.of('portfolio-rows');
  const later = await models.query<StoredRow>(rows, { range: { start: { above: on } }, limit: 10_000 });
  const zones = new Set([view.ports.defaultZone, ...view.directories.zones()]);
  const stale = new Set(later.map(({ id }) => id as StreamName));
  for (const zone of zones) {
    for (const { id } of await models.query(rows, { equal: { zone }, range: { review: { to: on } }, limit: 10_000 }))
      stale.add(id as StreamName);
  }
  return stale;
};

/** What an initiative is on a day, derived: for days no row is kept for. */
export const derivedOn = async (
  view: View,
  stream: StreamName,
  day: ResolvedDay,
): Promise<(Derived & { readonly world: World }) | undefined> => {
  const world = await view.worldOn(stream, day);
  const derived = world && deriveRow(world, day.on, day.hideSovereign);
  return derived && { ...derived, world };
};

/** Streams of initiatives of some kinds, by name. */
export async function* initiativeStreams(
  view: View,
  kinds: readonly string[] = initiativeKinds,
): AsyncGenerator<StreamName> {
  for (const kind of [...kinds].sort()) {
    for await (const documents of documentsOf<{ stream: StreamName }>(view, view.generation.of('timeline-facts'), {
      equal: { collection: kind },
    })) {
      for (const { stream } of documents) if (!view.hidden.has(stream)) yield stream;
    }
  }
}

/** Those among them that somebody is a member of, by all that is known. */
export async function* streamsOfMember(
  view: View,
  user: string,
  kinds: readonly string[] = initiativeKinds,
): AsyncGenerator<StreamName> {
  const equal = { collection: [...kinds].sort() };
  for await (const documents of documentsOf<StreamDocument<InitiativeFacts>>(
    view,
    view.generation.of('timeline-facts'),
    { equal },
  )) {
    for (const { stream, facts } of documents)
      if (facts && Object.hasOwn(facts.members, user) && !view.hidden.has(stream)) yield stream;
  }
}

const lineOf = (row: StoredRow, on: LocalDate): Line => ({
  stream: row.stream,
  version: row.version,
  item: itemOn(row, on),
});

/** Every line of the portfolio on a day, by name of stream, in batches. `filter` narrows by fields of rows that hold whatever the day is. */
export async function* linesOn(
  view: View,
  day: ResolvedDay,
  filter: DocumentFilter = {},
): AsyncGenerator<readonly Line[]> {
  for await (const lines of allLines(view, day, filter))
    yield view.hidden.size === 0 ? lines : lines.filter(({ stream }) => !view.hidden.has(stream));
}

async function* allLines(view: View, day: ResolvedDay, filter: DocumentFilter): AsyncGenerator<readonly Line[]> {
  const date = day.knownOn === day.on ? day.on : undefined;
  if (date === undefined) return yield* derivedLines(view, day, filter);
  const stale = day.isCurrent ? await staleRows(view, date) : new Set<StreamName>();
  if (stale.size > 0) return yield* mixedLines(view, day, stale);
  if (day.isCurrent) {
    for await (const rows of documentsOf<StoredRow>(view, view.generation.of('portfolio-rows'), filter))
      yield rows.map((row) => lineOf(row, date));
    return;
  }
  const lines: Line[] = [];
  const held = { range: { start: { to: date } } };
  for await (const rows of documentsOf<StoredRow>(view, view.generation.of('portfolio-rows'), held))
    lines.push(...rows.map((row) => lineOf(row, date)));
  const gone = { range: { start: { to: date }, end: { above: date } } };
  for await (const rows of documentsOf<ClosedRow>(view, view.generation.of('portfolio-row-history'), gone))
    lines.push(...rows.map((row) => lineOf(row, date)));
  yield lines.sort((a, b) => (a.stream < b.stream ? -1 : 1));
}

/** Rows of today, but those that do not hold on the day are derived. */
async function* mixedLines(
  view: View,
  day: ResolvedDay,
  stale: ReadonlySet<StreamName>,
): AsyncGenerator<readonly Line[]> {
  for await (const rows of documentsOf<StoredRow>(view, view.generation.of('portfolio-rows'))) {
    const lines: Line[] = [];
    for (const row of rows) {
      const derived = stale.has(row.stream) ? await derivedOn(view, row.stream, day) : undefined;
      if (derived)
        lines.push({ stream: row.stream, version: derived.world.facts.version, item: publicRow(derived.row) });
      else if (!stale.has(row.stream)) lines.push(lineOf(row, day.on));
    }
    yield lines;
  }
}

/** What each stream is on a day, in the order of the streams; those that are nothing left out. */
async function* derivedInTurn(view: View, streams: AsyncIterable<StreamName>, day: ResolvedDay) {
  const derive = async (stream: StreamName) => ({ stream, derived: await derivedOn(view, stream, day) });
  for await (const some of severalAtOnce(streams, derive))
    yield some.flatMap(({ stream, derived }) => (derived ? [{ stream, ...derived }] : []));
}

async function* derivedLines(view: View, day: ResolvedDay, filter: DocumentFilter): AsyncGenerator<readonly Line[]> {
  const kinds = filter.equal?.['kind'];
  const streams = initiativeStreams(view, Array.isArray(kinds) ? (kinds as string[]) : undefined);
  for await (const derived of derivedInTurn(view, streams, day))
    yield derived.map(({ stream, row, world }) => ({ stream, version: world.facts.version, item: publicRow(row) }));
}

/** A milestone with its place: the id it is stored and sorted by. */
export interface MilestoneLine {
  readonly id: string;
  readonly stream: StreamName;
  readonly version: number;
  readonly item: MilestoneListItem;
}

/** Every milestone of the portfolio on a day, or of some initiatives, derived, by name of stream. */
export async function* derivedMilestones(
  view: View,
  day: ResolvedDay,
  streams: AsyncIterable<StreamName> = initiativeStreams(view),
): AsyncGenerator<readonly MilestoneLine[]> {
  for await (const derived of derivedInTurn(view, streams, day))
    yield derived.flatMap(({ stream, row, world }) =>
      row.milestones.map((milestone) => ({
        id: milestoneId(stream, milestone.id),
        stream,
        version: world.facts.version,
        item: listItem(row, milestone),
      })),
    );
}
