import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { InstantText, OneOf } from '@masar/contracts';
import { Field, WordsField, type ValueCheck } from '@masar/contracts/bodies';
import { Answers, Can, Limited, Refuses, Summary } from '@masar/nest-kit';
import { Type } from 'typebox';
import { cursorAfter, limitOf, PageQuery, placeOf } from '../platform/page.js';
import { auditOutcomes, type AuditFilter, type AuditOutcome, type AuditRecords } from './audit-entry.js';
import { auditAsCsv, auditAsJson } from './audit-export.js';
import { AUDIT_RECORDS } from './tokens.js';

const entrySchema = Type.Object({
  id: Type.String(),
  at: InstantText,
  user: Type.Optional(Type.String({ description: 'absent where nobody was signed in' })),
  onBehalfOf: Type.Optional(Type.String()),
  action: Type.String({ description: 'a right of the table of rights, or what needs none' }),
  subject: Type.String({ description: 'the address asked, without its query' }),
  method: Type.String(),
  outcome: OneOf(auditOutcomes),
  status: Type.Integer(),
  code: Type.Optional(Type.String({ description: 'why it was refused' })),
  address: Type.String(),
  request: Type.String(),
  service: Type.String(),
});
const pageOfEntries = Type.Object({ items: Type.Array(entrySchema), next: Type.Union([Type.String(), Type.Null()]) });

const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;
const checkInstant: ValueCheck = (value) =>
  typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : { code: 'field/shape', expected: '2026-03-01, 2026-03-01T08:00:00Z' };
const checkOutcome: ValueCheck = (value) =>
  auditOutcomes.some((known) => known === value)
    ? undefined
    : { code: 'field/word', expected: auditOutcomes.join(', ') };
const time = Type.String({ description: 'an instant, or a date: its beginning in UTC' });

/** What of the audit is asked for; `since` included, `until` not. */
export class AuditFilterQuery {
  @WordsField({ optional: true, longest: 64 }) user?: string;
  @WordsField({ optional: true, longest: 100 }) action?: string;
  /** How the address begins: `/api/projects/P-1`. */
  @WordsField({ optional: true, longest: 300 }) subject?: string;
  @Field(checkOutcome, OneOf(auditOutcomes), { optional: true }) outcome?: AuditOutcome;
  @Field(checkInstant, time, { optional: true }) since?: string;
  @Field(checkInstant, time, { optional: true }) until?: string;
}

export class AuditQuery extends PageQuery {
  @WordsField({ optional: true, longest: 64 }) user?: string;
  @WordsField({ optional: true, longest: 100 }) action?: string;
  @WordsField({ optional: true, longest: 300 }) subject?: string;
  @Field(checkOutcome, OneOf(auditOutcomes), { optional: true }) outcome?: AuditOutcome;
  @Field(checkInstant, time, { optional: true }) since?: string;
  @Field(checkInstant, time, { optional: true }) until?: string;
}

const filterOf = ({ user, action, subject, outcome, since, until }: AuditFilterQuery): AuditFilter => ({
  ...(user === undefined ? {} : { user }),
  ...(action === undefined ? {} : { action }),
  ...(subject === undefined ? {} : { subject }),
  ...(outcome === undefined ? {} : { outcome }),
  ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
  ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
});

@Controller('api/audit')
export class AuditController {
  constructor(@Inject(AUDIT_RECORDS) private readonly records: AuditRecords) {}

  /** The latest first. Lines are not counted: there are many, and more with each look. */
  @Get()
  @Can('audit.read')
  @Summary('سجل التدقيق', 'Who did, read and was refused what')
  @Answers(pageOfEntries)
  @Refuses('page/cursor-invalid')
  async list(@Query() query: AuditQuery) {
    const limit = limitOf(query);
    const items = await this.records.page(filterOf(query), placeOf('audit', query.cursor), limit);
    const last = items.at(-1);
    return { items, next: last !== undefined && items.length === limit ? cursorAfter('audit', last.id) : null };
  }

  @Get('export.csv')
  @Can('audit.read')
  @Summary('تصدير سجل التدقيق', 'The audit as a table')
  @Answers(undefined, { media: 'text/csv' })
  @Refuses('rate/too-many')
  @Limited('export')
  csv(@Query() query: AuditFilterQuery, @Res() reply: FastifyReply): void {
    this.#send(reply, 'csv', 'text/csv; charset=utf-8', auditAsCsv(this.records, filterOf(query)));
  }

  @Get('export.json')
  @Can('audit.read')
  @Summary('تصدير سجل التدقيق بصيغة JSON', 'The audit as JSON')
  @Answers(Type.Object({ items: Type.Array(entrySchema) }))
  @Refuses('rate/too-many')
  @Limited('export')
  json(@Query() query: AuditFilterQuery, @Res() reply: FastifyReply): void {
    this.#send(reply, 'json', 'application/json; charset=utf-8', auditAsJson(this.records, filterOf(query)));
  }

  #send(reply: FastifyReply, ending: string, media: string, text: AsyncIterable<string>): void {
    void reply
      .header('content-type', media)
      .header('content-disposition', `attachment; filename="masar-audit.${ending}"`)
      .send(Readable.from(text, { objectMode: false, highWaterMark: 64 * 1024 }));
  }
}
