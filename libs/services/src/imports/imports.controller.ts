import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refuse } from '@masar/contracts';
import { DateField, IdField, OneOfField, WordsField } from '@masar/contracts/bodies';
import { profileByName, templateOf } from '@masar/import';
import {
  Answers,
  Can,
  FileBody,
  languageOf,
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
import { importAnswerSchema, importSchema } from './import-schema.js';
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
}

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
  async list(@Query() query: PageQuery) {
    const views: ImportView[] = [];
    for await (const id of this.runs.ids()) {
      const view = await this.#view(id);
      if (view) views.push(view);
    }
    views.sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : a.id < b.id ? -1 : 1));
    return pageOfArray('imports', views, query);
  }

  /** The header of a profile's file, in Arabic or English. */
  @Get('template')
  @Can('import.read')
  @Summary('قالب ملف الاستيراد', 'Template of an import file')
  @Answers(undefined, { media: 'text/csv' })
  @Refuses('import/unknown-profile', 'read/not-offered')
  template(@Query() query: TemplateQuery, @Res({ passthrough: true }) reply: FastifyReply): string {
    const profile = profileByName(query.profile) ?? refuse('import/unknown-profile', { profile: query.profile });
    const text = templateOf(profile, query.lang ?? 'ar') ?? refuse('read/not-offered');
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${profile.name}.csv"`);
    return text;
  }

  @Get(':id')
  @Can('import.read')
  @Summary('عملية استيراد واحدة', 'One import')
  @Answers(importSchema)
  @Refuses('read/not-found')
  async one(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ImportView> {
    const known = /^[0-9a-f]{64}$/.test(id) ? await this.#view(id) : undefined;
    const view = known ?? refuse('read/not-found');
    void reply.header('etag', `"${view.version}"`);
    return view;
  }

  async #view(id: string): Promise<ImportView | undefined> {
    const { state, version } = await this.runs.state(id);
    const running = this.imports.running().find((one) => one.id === id);
    return state.status === 'none' ? undefined : importView(id, state, version, running);
  }
}
