import { Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { Answers, Asks, Can, Refuses, Summary } from '@masar/nest-kit';
import { Type } from 'typebox';
import type { StreamName } from '@masar/contracts';
import type { Reporting } from '../runtime/open-reporting.js';
import { namesOf } from './list-parameters.js';
import { QueryParameters, type RawQuery } from './query-parameters.js';
import { ReadDesk } from './read-desk.js';
import { REPORTING } from './tokens.js';

const streamShape = Type.Object({ stream: Type.Optional(Type.String({ description: '`projects/P-1`; absent: all' })) });
const parkedStream = Type.Object({
  stream: Type.String(),
  applied: Type.Integer(),
  version: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  since: Type.String(),
});
const parkedPage = Type.Object({ items: Type.Array(parkedStream) });
const rebuilt = Type.Object({ generation: Type.String(), events: Type.Integer(), milliseconds: Type.Integer() });
const streamPattern = /^[a-z-]+\/[A-Za-z0-9._-]{1,64}(\/[A-Za-z0-9._-]{1,64})?$/;

const streamOf = (raw: RawQuery): StreamName | undefined => {
  const query = new QueryParameters(raw, namesOf(streamShape));
  const stream = query.text('stream');
  return stream === undefined || streamPattern.test(stream)
    ? (stream as StreamName | undefined)
    : query.malformed('stream', 'a stream such as projects/P-1');
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
  @Summary('السجلات المتوقفة', 'Streams that stand still, and why')
  @Answers(parkedPage)
  async parked() {
    return { items: await this.reporting.projector.parked() };
  }

  @Post('parked/replay')
  @HttpCode(200)
  @Can('reporting.maintain')
  @Summary('إعادة طي المتوقف', 'Fold parked streams again; answers what still stands still')
  @Asks(streamShape)
  @Answers(parkedPage)
  @Refuses('body/invalid')
  async replay(@Query() raw: RawQuery) {
    return { items: await this.reporting.projector.replay(streamOf(raw)) };
  }

  @Post('republish')
  @HttpCode(200)
  @Can('reporting.maintain')
  @Summary('إعادة نشر الأحداث', 'Deliver streams once more, to fill holes')
  @Asks(streamShape)
  @Answers(Type.Object({ delivered: Type.Integer() }))
  @Refuses('body/invalid')
  async republish(@Query() raw: RawQuery) {
    return { delivered: await this.reporting.projector.republish(streamOf(raw)) };
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
