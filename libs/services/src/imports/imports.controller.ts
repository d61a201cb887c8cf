import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refuse, workbookMedia } from '@masar/contracts';
import { DateField, IdField, OneOfField, WordsField } from '@masar/contracts/bodies';
import { reachesEvery, type Actor } from '@masar/access';
import { profileByName, profiles, templateOf, templateWorkbook, type Profile } from '@masar/import';
import {
  Answers,
  Can,
  FileBody,
  languageOf,
  Limited,
  problemMedia,
  Refuses,
  Summary,
  TakesFile,
  type MasarRequest,
  type SentFile,
} from '@masar/nest-kit';
import { commandIdOf } from '../platform/command-identity.js';
import { idempotencyKeyOf } from '../platform/command-request.js';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { RefusedFile } from './import-answer.js';
import { ImportRuns } from './import-runs.js';
import { importAnswerSchema, importSchema, profileSchema } from './import-schema.js';
import { ImportService } from './import-service.js';
import { importView, type ImportView } from './import-view.js';
import { refusedFileProblem, toldImport } from './told-import.js';

export class ImportQuery {
  @IdField() profile!: string;
  @DateField({ optional: true }) asOf?: string;
  @OneOfField(['true', 'false'], { optional: true }) dryRun?: string;
  @WordsField({ optional: true, longest: 500 }) filename?: string;
}
export class TemplateQuery {
  @IdField() profile!: string;
  @OneOfField(['ar', 'en'], { optional: true }) lang?: 'ar' | 'en';
  @OneOfField(['csv', 'xlsx'], { optional: true }) format?: 'csv' | 'xlsx';
}

/** `snapshot`: the file is what was believed on its day, which has to be said; `template`: a header of it can be fetched. */
const offeredProfile = (profile: Profile) => ({
  id: profile.name,
  title: profile.title,
  kind: profile.kind,
  tells: profile.tells,
  own: profile.decidedByPerson ?? false,
  template: templateOf(profile, 'ar') !== undefined,
});

/** The own imports, and everybody's for those who import for sources, or audit. */
const isReadBy = (actor: Actor, { actor: importer }: ImportView): boolean =>
  importer === actor.user || reachesEvery(actor, 'import.read');

const asBuffer = (bytes: Uint8Array | undefined): Buffer | undefined => bytes && Buffer.from(bytes);

@Controller('api/imports')
export class ImportsController {
  constructor(
    @Inject(ImportService) private readonly imports: ImportService,
    @Inject(ImportRuns) private readonly runs: ImportRuns,
  ) {}

  /**
   * All or nothing: faults that stop a file are answered with each row and column, and nothing is recorded. A file sent again
   * is one more run; under the same Idempotency-Key it gets the answer of its first time.
   */
  @Post()
  @TakesFile()
  @Can('import.run')
  @Limited('upload')
  @Summary('استيراد بيانات', 'Import a file')
  @Answers(importAnswerSchema, { status: 201, also: { 200: 'of a dry run: nothing was recorded' } })
  @Refuses(
    'import/unknown-profile',
    'import/faults',
    'import/unreadable',
    'import/too-large',
    'import/older-than-known',
    'import/running',
    'import/write-failed',
    'date/in-future',
    'date/not-a-date',
    'rate/too-many',
  )
  async import(
    @Query() query: ImportQuery,
    @FileBody() file: SentFile | undefined,
    @Req() request: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const language = languageOf(request.headers['accept-language']);
    const filename = query.filename ?? file?.filename;
    const dryRun = query.dryRun === 'true';
    const key = idempotencyKeyOf(request);
    try {
      const answer = await this.imports.import({
        bytes: file?.bytes ?? new Uint8Array(),
        profile: query.profile,
        ...(query.asOf === undefined ? {} : { asOf: query.asOf }),
        ...(filename === undefined ? {} : { filename }),
        dryRun,
        ...(key === undefined ? {} : { request: commandIdOf(request.actor!.user, key) }),
        actor: request.actor!,
      });
      void reply.code(dryRun ? 200 : 201);
      if (!dryRun) void reply.header('location', `/api/imports/${answer.id}`);
      return toldImport(answer, language);
    } catch (fault) {
      if (!(fault instanceof RefusedFile)) throw fault;
      const problem = refusedFileProblem(fault.answer, language);
      void reply.code(problem.status).header('content-type', problemMedia).header('content-language', language);
      return problem;
    }
  }

  @Get()
  @Can('import.read')
  @Summary('عمليات الاستيراد', 'Imports')
  @Answers(pageSchema(importSchema))
  async list(@Query() query: PageQuery, @Req() { actor }: MasarRequest) {
    const views: ImportView[] = [];
    for await (const id of this.runs.ids()) {
      const view = await this.#view(id);
      if (view && isReadBy(actor!, view)) views.push(view);
    }
    views.sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : a.id < b.id ? -1 : 1));
    return pageOfArray('imports', views, query);
  }

  /** What a file may be read by, for whoever chooses one: files of sources for those who import them. */
  @Get('profiles')
  @Can('import.read')
  @Summary('قوالب الاستيراد', 'Profiles of import files')
  @Answers(pageSchema(profileSchema))
  offered(@Query() query: PageQuery, @Req() { actor }: MasarRequest) {
    const isOffered = (profile: Profile) => profile.decidedByPerson === true || reachesEvery(actor!, 'import.read');
    return pageOfArray('import-profiles', profiles.filter(isOffered).map(offeredProfile), query);
  }

  /** The header of a profile's file, in Arabic or English: as text, or as a workbook with lists and explanations. */
  @Get('template')
  @Can('import.read')
  @Summary('قالب ملف الاستيراد', 'Template of an import file')
  @Answers(undefined, { media: ['text/csv', workbookMedia] })
  @Refuses('import/unknown-profile', 'read/not-offered')
  async template(@Query() query: TemplateQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    const profile = profileByName(query.profile) ?? refuse('import/unknown-profile', { profile: query.profile });
    const { lang = 'ar', format = 'csv' } = query;
    const file = format === 'xlsx' ? asBuffer(await templateWorkbook(profile, lang)) : templateOf(profile, lang);
    void reply
      .header('content-type', format === 'xlsx' ? workbookMedia : 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${profile.name}.${format}"`);
    return file ?? refuse('read/not-offered');
  }

  @Get(':id')
  @Can('import.read')
  @Summary('عملية استيراد واحدة', 'One import')
  @Answers(importSchema)
  @Refuses('read/not-found')
  async one(
    @Param('id') id: string,
    @Req() { actor }: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportView> {
    const known = /^[0-9a-f]{64}$/.test(id) ? await this.#view(id) : undefined;
    const view = known && isReadBy(actor!, known) ? known : refuse('read/not-found');
    void reply.header('etag', `"${view.version}"`);
    return view;
  }

  async #view(id: string): Promise<ImportView | undefined> {
    const { state, version } = await this.runs.state(id);
    const running = this.imports.running().find((one) => one.id === id);
    return state.status === 'none' ? undefined : importView(id, state, version, running);
  }
}
