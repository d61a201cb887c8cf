import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { refuse, workbookMedia } from '@masar/contracts';
import {
  Answers,
  Asks,
  Can,
  languageOf,
  Limited,
  Refuses,
  Summary,
  type Language,
  type MasarRequest,
} from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import { exportSubjects, type ExportSubject } from '../queries/question.js';
import type { Reporting } from '../runtime/open-reporting.js';
import type { ReaderCalls } from '../runtime/reader-calls.js';
import { exportShape, namesOf } from './list-parameters.js';
import { QueryParameters, type RawQuery } from './query-parameters.js';
import { readerOf } from './reader-of.js';
import { ReadDesk } from './read-desk.js';
import { REPORTING } from './tokens.js';

const filePattern = /^([a-z]+)\.([a-z]{2,5})$/;

/** Pieces as they are asked for: a slow reader of the file slows the export, and fills no memory. */
async function* piecesOf(reader: ReaderCalls, id: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytes, isLast } = await reader.readExport(id);
    if (bytes.byteLength > 0) yield bytes;
    if (isLast) return;
  }
}

/** A link in a page cannot say which language it wants by a header. */
const languageAsked = (query: QueryParameters, { headers }: MasarRequest): Language =>
  query.word<Language>('lang', ['ar', 'en']) ?? languageOf(headers['accept-language']);

/** The file of an export, which is closed with it: also where whoever asked went away before the first piece was read. */
const fileOf = (reader: ReaderCalls, id: number): Readable =>
  Readable.from(piecesOf(reader, id), { objectMode: false, highWaterMark: 64 * 1024 }).once(
    'close',
    () => void reader.closeExport(id).catch(() => undefined),
  );

@Controller('api/export')
export class ExportController {
  constructor(
    @Inject(ReadDesk) private readonly desk: ReadDesk,
    @Inject(REPORTING) private readonly reporting: Reporting,
  ) {}

  @Get(':file')
  @Can('export.read')
  @Summary(
    'تصدير المحفظة أو المحطات أو سجل الأيام أو الأحداث',
    'Export of portfolio, milestones, ledger or events: csv, xlsx, json, ics (milestones), xes (events)',
  )
  @Asks(exportShape)
  @Answers(undefined, { media: ['text/csv', workbookMedia, 'application/json', 'text/calendar', 'application/xml'] })
  @Refuses(
    ...(['read/not-found', 'read/not-offered', 'read/on-in-future', 'date/not-a-date', 'body/invalid'] as const),
    'rate/too-many',
  )
  @Limited('export')
  async export(
    @Param('file') file: string,
    @Query() raw: RawQuery,
    @Req() request: MasarRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = new QueryParameters(raw, namesOf(exportShape));
    const [, subject, format] = filePattern.exec(file) ?? [];
    if (!exportSubjects.includes(subject as ExportSubject) || format === undefined)
      return refuse('read/not-found', { file });
    await Promise.all([this.desk.behind(query, reply, request.actor), this.desk.turnDay()]);
    const { reader } = this.reporting;
    const days = { on: query.date('on'), knownOn: query.dateOrInstant('knownOn'), ...readerOf(request) };
    const { id, mediaType } = await reader.openExport({
      now: this.desk.now(),
      subject: subject as ExportSubject,
      format,
      language: languageAsked(query, request),
      ...days,
    });
    void reply
      .header('content-type', mediaType)
      .header('content-disposition', `attachment; filename="masar-${subject}.${format}"`)
      .send(fileOf(reader, id));
  }
}
