import { Controller, Get, Inject, Optional, Query, Req, Res } from '@nestjs/common';
import { CloudEvent } from '@masar/contracts';
import type { EventLog } from '@masar/event-log';
import { Answers, Asks, Can, READINESS, Refuses, Summary, type MasarRequest, type Readiness } from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { EVENT_LOG } from '../../platform/tokens.js';
import type { FeedPage } from '../queries/feed-query.js';
import { feedShape, namesOf } from './list-parameters.js';
import { QueryParameters, type RawQuery } from './query-parameters.js';
import { ReadDesk } from './read-desk.js';

const feedPage = Type.Object({
  items: Type.Array(
    Type.Object({ ...CloudEvent.properties, data: Type.Object({}, { description: 'as its type has it (AsyncAPI)' }) }),
  ),
  next: Type.String(),
});
const lookAgainMs = 250;
const waitMostMs = 30_000;
const eventTypePattern = /^[a-z-]+\.[a-z-]+\.v\d{1,3}$/;

@Controller('api/events')
export class FeedController {
  constructor(
    @Inject(ReadDesk) private readonly desk: ReadDesk,
    @Optional() @Inject(EVENT_LOG) private readonly log: EventLog | undefined,
    @Inject(READINESS) private readonly readiness: Readiness,
  ) {}

  /** Events as CloudEvents in the order of the log; `waitMs` waits for the first when there is none. */
  @Get()
  @Can('events.read')
  @Summary('الأحداث المنشورة', 'Published events as CloudEvents')
  @Asks(feedShape)
  @Answers(feedPage)
  @Refuses('body/invalid', 'page/cursor-invalid', 'page/cursor-expired')
  async feed(@Query() raw: RawQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new QueryParameters(raw, namesOf(feedShape));
    const types = query.words('types');
    if (types && !types.every((type) => eventTypePattern.test(type))) query.malformed('types', 'milestone.reached.v1');
    const asked = { after: query.text('after'), types, limit: query.whole('limit', 100, 1, 500) };
    const until = Date.now() + Math.min(query.whole('waitMs', 0, 0, 999_999_999), waitMostMs);
    await this.desk.settle();
    for (let after = asked.after; ;) {
      const bytes = await this.desk.ask({ ask: 'feed', now: this.desk.now(), ...asked, after, reader: request.actor! });
      const page = JSON.parse(new TextDecoder().decode(bytes)) as FeedPage;
      const left = until - Date.now();
      if (page.items.length > 0 || left <= 0 || this.readiness.isStopping)
        return void reply.header('content-type', 'application/json; charset=utf-8').send(bytes);
      after = page.next;
      await this.#something(Math.min(left, lookAgainMs));
    }
  }

  /** Resolves when something was appended, at the latest after so many milliseconds. */
  #something(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      // Without a log of its own the process is told of nothing: it looks when the time is over.
      const stop = this.log?.onAppended(done) ?? (() => undefined);
    });
  }
}
