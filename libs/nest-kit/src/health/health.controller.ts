import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/permission.js';
import { Answers, Summary } from '../openapi/documented.js';
import type { Clock } from '../clock/clock.js';
import { CLOCK, READINESS } from '../tokens.js';
import type { Readiness } from './readiness.js';

const readySchema = {
  type: 'object',
  required: ['ready', 'faults'],
  properties: {
    ready: { type: 'boolean' },
    faults: { type: 'object', additionalProperties: { type: 'string' } },
    notes: { type: 'object', additionalProperties: { type: 'string' } },
    today: { type: 'string' },
  },
} as const;

@Controller('health')
export class HealthController {
  constructor(
    @Inject(READINESS) private readonly readiness: Readiness,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('live')
  @Public('probe, no data')
  @Summary('هل العملية قائمة', 'Is the process alive')
  @Answers({ type: 'object', required: ['live'], properties: { live: { type: 'boolean' } } })
  live() {
    return { live: true };
  }

  /** 200 when work may be sent here, else 503 naming what is wrong; `notes` name what is worth a look and hinders no work. */
  @Get('ready')
  @Public('probe, no data')
  @Summary('هل الخدمة جاهزة', 'Is the service ready')
  @Answers(readySchema)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const faults = await this.readiness.faults();
    const ready = Object.keys(faults).length === 0;
    if (!ready) void reply.code(503);
    const notes = this.readiness.notes();
    const noted = Object.keys(notes).length === 0 ? {} : { notes };
    return { ready, faults, ...noted, ...(this.clock.simulated ? { today: this.clock.now() } : {}) };
  }
}
