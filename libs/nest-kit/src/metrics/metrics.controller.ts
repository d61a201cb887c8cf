import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Public } from '../access/permission.js';
import { Answers, Summary } from '../openapi/documented.js';
import { METRICS } from '../tokens.js';
import type { Metrics } from './metrics.js';

@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Metrics) {}

  @Get()
  @Public('counts only, read by the monitoring of the house; no names, no figures of initiatives')
  @Summary('مقاييس التشغيل', 'Operating figures')
  @Answers(undefined, { media: 'text/plain' })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
