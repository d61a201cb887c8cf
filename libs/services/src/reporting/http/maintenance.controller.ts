import { Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { Answers, Asks, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { Type } from 'typebox';
import { refuse, type StreamName } from '@masar/contracts';
import type { ParkedStream } from '../projector/parked.js';
import type { Reporting } from '../runtime/open-reporting.js';
import { namesOf, parkedShape } from './list-parameters.js';
import { QueryParameters, type RawQuery } from './query-parameters.js';
import { ReadDesk } from './read-desk.js';
import { REPORTING } from './tokens.js';

const streamShape = Type.Object({
  stream: Type.Optional(Type.String({ description: '`projects/P-1`; absent: every stream that stands still' })),
});
const parkedStream = Type.Object({
  stream: Type.String(),
  applied: Type.Integer(),
  version: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  since: Type.String(),
});
const parkedPage = Type.Object({
  items: Type.Array(parkedStream),
  next: Type.Null(),
  total: Type.Integer(),
});
/** The first of them: whoever mends them sees the others after. */
const page = (streams: readonly ParkedStream[], limit = 500) => ({
  items: streams.slice(0, limit),
  next: null,
  total: streams.length,
});
const rebuilt = Type.Object({ generation: Type.String(), events: Type.Integer(), milliseconds: Type.Integer() });
const streamPattern = /^[a-z-]+\/[A-Za-z0-9._-]{1,64}(\/[A-Za-z0-9._-]{1,64})?$/;

/** The stream of a request, in its body or its query; undefined: all. */
const streamOf = (raw: RawQuery, body: unknown): StreamName | undefined => {
  const given = { ...(typeof body === 'object' && body !== null ? (body as RawQuery) : {}), ...raw };
  const query = new QueryParameters(given, namesOf(streamShape));
  const stream = query.text('stream');
  if (stream === undefined || streamPattern.test(stream)) return stream as StreamName | undefined;
  return query.malformed('stream', 'projects/P-1');
};

/** What whoever looks after the system does to reporting while it runs; the command line calls the same. */
@Controller('api/reporting')
export class ReportingMaintenanceController {
  constructor(
    @Inject(REPORTING) private readonly reporting: Reporting,
    @Inject(ReadDesk) private readonly desk: ReadDesk,
  ) {}

  @Get('status')
  @Can('reporting.maintain')
  @Summary('حالة التقارير', 'How reporting is doing')
  @Answers(Type.Object({ lag: Type.Integer(), parked: Type.Integer(), holes: Type.Integer(), forks: Type.Integer() }))
  status() {
    return this.reporting.projector.status();
  }

  @Get('parked')
  @Can('reporting.maintain')
  @Summary('السجلات الموقوفة', 'Streams that stand still, and why')
  @Asks(parkedShape)
  @Answers(parkedPage)
  async parked(@Query() raw: RawQuery) {
    const query = new QueryParameters(raw, namesOf(parkedShape));
    // There is one page, so that no cursor was ever given out.
    if (query.text('cursor') !== undefined) refuse('page/cursor-invalid');
    return page(await this.reporting.projector.parked(), query.whole('limit', 50, 1, 500));
  }

  @Post('parked/replay')
  @HttpCode(200)
  @Can('reporting.maintain')
  @Summary('إعادة معالجة السجلات الموقوفة', 'Fold parked streams again; answers what still stands still')
  @Asks(streamShape)
  @Answers(parkedPage)
  @Refuses('body/invalid')
  async replay(@Query() raw: RawQuery, @Req() { body }: MasarRequest) {
    return page(await this.reporting.projector.replay(streamOf(raw, body)));
  }

  @Post('republish')
  @HttpCode(200)
  @Can('reporting.maintain')
  @Summary('إعادة نشر الأحداث', 'Deliver streams once more, to fill holes')
  @Asks(streamShape)
  @Answers(Type.Object({ delivered: Type.Integer() }))
  @Refuses('body/invalid')
  async republish(@Query() raw: RawQuery, @Req() { body }: MasarRequest) {
    return { delivered: await this.reporting.projector.republish(streamOf(raw, body)) };
  }

  /** Answers when readers have been switched to what was built. */
  @Post('rebuild')
  @HttpCode(200)
  @Can('reporting.maintain')
  @Summary('إعادة البناء من السجل', 'Build every document anew, beside those in use')
  @Answers(rebuilt)
  rebuild() {
    return this.reporting.projector.rebuild(this.desk.now());
  }
}
