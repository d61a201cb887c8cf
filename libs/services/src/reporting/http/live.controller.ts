import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { refuse } from '@masar/contracts';
import {
  Answers,
  AUTHENTICATOR,
  Can,
  Refuses,
  stillActingIn,
  Summary,
  type Authenticator,
  type MasarRequest,
} from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import { LiveLines } from './live-lines.js';
import { QueryParameters, type RawQuery } from './query-parameters.js';

const idPattern = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z(~[\x21-\x7e]{1,400})?$/;
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-accel-buffering': 'no',
  connection: 'keep-alive',
};

@Controller('api/live')
export class LiveController {
  constructor(
    @Inject(LiveLines) private readonly lines: LiveLines,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  /**
   * Changes of the portfolio as they happen, of what the listener may see, or whoever is named; the line ends with the session,
   * the delegation or the right. One taken up again with Last-Event-ID misses nothing.
   */
  @Get()
  @Can('live.read')
  @Summary('ما يتغيّر الآن', 'Changes as they happen (server-sent events)')
  @Answers(undefined, { media: 'text/event-stream' })
  @Refuses('rate/too-many', 'body/invalid', 'page/unknown-filter')
  async live(@Query() raw: RawQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    new QueryParameters(raw, []);
    const header = request.headers['last-event-id'];
    const lastId = typeof header === 'string' && header !== '' ? header : undefined;
    if (lastId !== undefined && !idPattern.test(lastId))
      refuse('body/invalid', { field: 'Last-Event-ID', value: lastId.slice(0, 40) }, 'Last-Event-ID');
    const { raw: stream } = reply;
    const listener = () => stillActingIn(this.authenticator, request);
    const line = { write: (text: string) => stream.write(text), end: () => stream.end() };
    const subscription = (await this.lines.subscribe(line, listener, lastId)) ?? refuse('rate/too-many');
    if (stream.destroyed) return subscription.leave();
    reply.hijack();
    stream.writeHead(200, headers);
    stream.write('retry: 2000\n\n');
    stream.on('drain', () => subscription.drained());
    stream.on('close', () => subscription.leave());
  }
}
