import {
  isPublished,
  refuse,
  workbookMedia,
  type AnyRecordedEvent,
  type LocalDate,
  type MilestoneListItem,
  type StreamName,
} from '@masar/contracts';
import type { Actor } from '@masar/access';
import { endOfDayInstant } from '@masar/calendar';
import { readApplied } from '../projector/past-worlds.js';
import { dueOf } from '../projector/milestone-documents.js';
import { exportFormats, type ExportQuestion, type ExportSubject } from '../queries/question.js';
import { mayRead } from '../queries/readable-collections.js';
import { resolveDay, type ResolvedDay } from '../queries/reading-day.js';
import {
  derivedMilestones,
  documentsOf,
  initiativeStreams,
  linesOn,
  type Line,
  type MilestoneLine,
} from '../queries/rows-on-day.js';
import { timelineOf } from '../queries/timeline-query.js';
import { severalAtOnce } from '../queries/several-at-once.js';
import type { View, Views } from '../queries/view.js';
import { eventsTable, ledgerTable, milestonesTable, portfolioTable, type LedgerLine } from './columns.js';
import { csvFormat } from './csv.js';
import type { ExportFormat, ExportTable } from './format.js';
import { icsFormat, type CalendarDay } from './ics.js';
import { jsonFormat } from './json.js';
import { workbookOf } from './xlsx.js';
import { xesFormat, type XesCase } from './xes.js';

/** An export under way: its media type, and its text (of a workbook: its bytes) piece by piece. */
export interface ExportText {
  readonly mediaType: string;
  readonly text: AsyncGenerator<string | Uint8Array>;
}

async function* ledgerLines(view: View, day: ResolvedDay): AsyncGenerator<readonly LedgerLine[]> {
  const linesOf = async (stream: StreamName): Promise<readonly LedgerLine[]> => {
    const world = await view.worldOn(stream, day);
    if (!world) return [];
    const { kind, id, title, status, ledger } = timelineOf(world, day);
    if (!ledger || status === 'draft') return [];
    const line = { stream, version: world.facts.version, kind, id, title };
    return [
      ...ledger.entries.map((entry) => ({ ...line, concurrent: false, entry })),
      ...ledger.concurrent.map((entry) => ({ ...line, concurrent: true, entry })),
    ];
  };
  for await (const some of severalAtOnce(initiativeStreams(view), linesOf)) yield* some;
}

/** What of a stream was known by then; types marked internal never leave. */
const knownEvents = async (view: View, stream: StreamName, day: ResolvedDay): Promise<readonly AnyRecordedEvent[]> => {
  const document = await view.documentOf(stream);
  if (!document) return [];
  const before =
    day.knownOn.length === 10 ? endOfDayInstant(day.knownOn as LocalDate, view.ports.defaultZone) : undefined;
  const events = await readApplied(view.ports.history, document);
  return events.filter(
    ({ type, knownAt }) => isPublished(type) && (before === undefined ? knownAt <= day.knownOn : knownAt < before),
  );
};

async function* everyStream(view: View, reader: Actor | undefined): AsyncGenerator<StreamName> {
  for await (const documents of documentsOf<{ stream: StreamName }>(view, view.generation.of('timeline-facts')))
    for (const { stream } of documents) if (!view.hidden.has(stream) && mayRead(reader, stream)) yield stream;
}

async function* eventBatches(
  view: View,
  day: ResolvedDay,
  reader: Actor | undefined,
): AsyncGenerator<readonly AnyRecordedEvent[]> {
  for await (const some of severalAtOnce(everyStream(view, reader), (stream) => knownEvents(view, stream, day)))
    yield* some;
}

async function* cases(view: View, day: ResolvedDay): AsyncGenerator<readonly XesCase[]> {
  const caseOf = async (stream: StreamName): Promise<readonly XesCase[]> => {
    const events = await knownEvents(view, stream, day);
    const title = events[0]?.data['title'] as { ar?: string; en?: string } | undefined;
    return events.length > 0 ? [{ stream, title: title?.ar ?? title?.en ?? stream, events }] : [];
  };
  for await (const some of severalAtOnce(initiativeStreams(view), caseOf)) yield* some;
}

const calendarDay =
  (view: View) =>
  ({ id, version, item }: MilestoneLine): CalendarDay[] => {
    const date = item.actual ?? dueOf(item);
    if (date === null || item.status === 'cancelled') return [];
    const { ar, en } = item.title;
    const initiative = item.initiative.title;
    const summary = `${ar ?? en} · ${initiative.ar ?? initiative.en}`;
    return [
      {
        id,
        date,
        summary,
        description: `${id} · ${item.status} · ${item.party}`,
        sequence: version,
        stamp: view.state.now,
      },
    ];
  };

async function* written<T>(format: ExportFormat<T>, batches: AsyncIterable<readonly T[]>): AsyncGenerator<string> {
  yield format.head();
  for await (const batch of batches) {
    const text = format.rows(batch);
    if (text !== '') yield text;
  }
  yield format.tail();
}

async function* mapped<A, B>(
  batches: AsyncIterable<readonly A[]>,
  change: (item: A) => readonly B[],
): AsyncGenerator<readonly B[]> {
  for await (const batch of batches) yield batch.flatMap(change);
}

const text = <T>(format: ExportFormat<T>, batches: AsyncIterable<readonly T[]>): ExportText => ({
  mediaType: format.mediaType,
  text: written(format, batches),
});

/** The same table as text, or as a workbook. */
const table = <T>(one: ExportTable<T>, batches: AsyncIterable<readonly T[]>, asked: ExportQuestion): ExportText =>
  asked.format === 'xlsx'
    ? { mediaType: workbookMedia, text: workbookOf(one, batches, asked.subject, asked.language) }
    : text(csvFormat(one.columns, one.recordOf), batches);
const isTable = ({ format }: ExportQuestion): boolean => format === 'csv' || format === 'xlsx';

type Writer = (view: View, day: ResolvedDay, asked: ExportQuestion) => ExportText;

const writers: Readonly<Record<ExportSubject, Writer>> = {
  portfolio: (view, day, asked) =>
    isTable(asked)
      ? table(portfolioTable, linesOn(view, day), asked)
      : text(
          jsonFormat({ on: day.on, knownOn: day.knownOn }),
          mapped(linesOn(view, day), ({ item, version }: Line) => [{ ...item, version }]),
        ),
  milestones: (view, day, asked) => {
    const lines = derivedMilestones(view, day);
    if (isTable(asked)) return table(milestonesTable, lines, asked);
    if (asked.format === 'ics') return text(icsFormat(), mapped(lines, calendarDay(view)));
    const versioned = ({ item, version }: MilestoneLine): readonly (MilestoneListItem & { version: number })[] => [
      { ...item, version },
    ];
    return text(jsonFormat({ on: day.on, knownOn: day.knownOn }), mapped(lines, versioned));
  },
  ledger: (view, day, asked) => {
    const lines = ledgerLines(view, day);
    if (isTable(asked)) return table(ledgerTable, lines, asked);
    const flat = ({ entry, kind, id, version, concurrent }: LedgerLine) => [
      { kind, initiative: id, version, concurrent, ...entry },
    ];
    return text(jsonFormat({ on: day.on, knownOn: day.knownOn }), mapped(lines, flat));
  },
  events: (view, day, asked) => {
    if (asked.format === 'xes') return text(xesFormat(), cases(view, day));
    const batches = eventBatches(view, day, asked.reader);
    return isTable(asked) ? table(eventsTable, batches, asked) : text(jsonFormat({ knownOn: day.knownOn }), batches);
  },
};

/** Opens an export; refuses `read/not-offered` for a format its subject does not come in. */
export const openExport = async (views: Views, question: ExportQuestion): Promise<ExportText> => {
  const { subject, format, now } = question;
  if (!exportFormats[subject].includes(format))
    refuse('read/not-offered', { subject, format, offered: exportFormats[subject] });
  const view = await views.open(question.reader);
  return writers[subject](view, resolveDay(question, now, view.ports.defaultZone), question);
};
