import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { inboxKinds, InboxPage } from '@masar/contracts';
import { Answers, Asks, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { namesOf, readShape } from '../http/list-parameters.js';
import { QueryParameters, type RawQuery } from '../http/query-parameters.js';
import { ReadDesk } from '../http/read-desk.js';

const inboxShape = Type.Object({
  what: Type.Optional(Type.String({ description: `one or more, parted by commas: ${inboxKinds.join(', ')}` })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  cursor: Type.Optional(Type.String()),
  atLeast: readShape.atLeast,
  waitMs: readShape.waitMs,
});

/** What waits for whoever asks: today's, since nobody decides yesterday. */
@Controller('api/inbox')
export class InboxController {
  constructor(@Inject(ReadDesk) private readonly desk: ReadDesk) {}

  @Get()
  @Can('inbox.read')
  @Summary('ما ينتظر قراري', 'What waits for my decision, oldest first')
  @Asks(inboxShape)
  @Answers(InboxPage)
  @Refuses('body/invalid', 'page/cursor-invalid', 'page/cursor-expired')
  async inbox(@Query() raw: RawQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new QueryParameters(raw, namesOf(inboxShape));
    const page = { limit: query.whole('limit', 50, 1, 500), cursor: query.text('cursor') };
    const asked = { what: query.words('what', inboxKinds), ...page };
    await this.desk.answer({ ask: 'inbox', now: this.desk.now(), reader: request.actor!, ...asked }, query, reply);
  }
}
