import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { idPattern, InitiativeLinks, initiativeKinds, refuse, TimelineView, type StreamName } from '@masar/contracts';
import { Answers, Asks, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import { linksShape, namesOf, timelineShape } from './list-parameters.js';
import { QueryParameters, type RawQuery } from './query-parameters.js';
import { readerOf } from './reader-of.js';
import { ReadDesk } from './read-desk.js';

const isId = new RegExp(idPattern);
/** Refuses `read/not-found` for what is no address of an initiative. */
const streamOf = (kind: string, id: string): StreamName =>
  initiativeKinds.includes(kind as never) && isId.test(id)
    ? `${kind}/${id}`
    : refuse('read/not-found', { stream: `${kind}/${id}` });

@Controller('api/timelines')
export class TimelinesController {
  constructor(@Inject(ReadDesk) private readonly desk: ReadDesk) {}

  @Get(':kind/:id')
  @Can('timeline.read')
  @Summary('المسار الزمني لملف', 'The acceleration timeline of an initiative')
  @Asks(timelineShape)
  @Answers(TimelineView)
  @Refuses('read/not-found', 'read/on-in-future', 'date/not-a-date', 'body/invalid')
  async timeline(
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Query() raw: RawQuery,
    @Req() request: MasarRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = new QueryParameters(raw, namesOf(timelineShape));
    const stream = streamOf(kind, id);
    const days = { on: query.date('on'), knownOn: query.dateOrInstant('knownOn') };
    await this.desk.answer(
      { ask: 'timeline', stream, now: this.desk.now(), ...days, ...readerOf(request) },
      query,
      reply,
    );
  }

  @Get(':kind/:id/links')
  @Can('timeline.read')
  @Summary('ما يعتمد عليه ملف وما يعتمد عليه', 'What an initiative leans on, and what leans on it, today')
  @Asks(linksShape)
  @Answers(InitiativeLinks)
  @Refuses('read/not-found', 'body/invalid')
  async links(
    @Param('kind') kind: string,
    @Param('id') id: string,
    @Query() raw: RawQuery,
    @Req() request: MasarRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = new QueryParameters(raw, namesOf(linksShape));
    const stream = streamOf(kind, id);
    await this.desk.answer({ ask: 'links', stream, now: this.desk.now(), ...readerOf(request) }, query, reply);
  }
}
