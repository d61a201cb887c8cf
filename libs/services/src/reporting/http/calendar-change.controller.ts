import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { shippedCalendar } from '@masar/calendar';
import { CalendarChangePage, refuse } from '@masar/contracts';
import { Answers, Asks, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import type { CalendarChangeQuestion } from '../queries/question.js';
import { calendarChangeShape, namesOf } from './list-parameters.js';
import { QueryParameters, type RawQuery } from './query-parameters.js';
import { ReadDesk } from './read-desk.js';
import { readerOf } from './reader-of.js';

const scopeOf = (query: QueryParameters): Pick<CalendarChangeQuestion, 'scope'> => {
  const [country, sector, entity] = [query.id('country'), query.id('sector'), query.id('entity')];
  const scope = { ...(country && { country }), ...(sector && { sector }), ...(entity && { entity }) };
  return Object.keys(scope).length === 0 ? {} : { scope };
};

@Controller('api/portfolio')
export class CalendarChangeController {
  constructor(@Inject(ReadDesk) private readonly desk: ReadDesk) {}

  @Get('calendar-change')
  @Can('calendar.foresee')
  @Summary('ما يغيّره تحديد يوم قبل قيده', 'What setting a day of a calendar would move, before it is recorded')
  @Asks(calendarChangeShape)
  @Answers(CalendarChangePage)
  @Refuses(
    'calendar/unknown',
    'entity/unknown',
    'date/not-a-date',
    'body/invalid',
    'page/cursor-invalid',
    'page/cursor-expired',
  )
  async change(@Query() raw: RawQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new QueryParameters(raw, namesOf(calendarChangeShape));
    const calendar = query.id('calendar') ?? query.malformed('calendar', 'calendar=EG');
    if (!shippedCalendar(calendar)) refuse('calendar/unknown', { calendar }, 'calendar');
    const day = {
      calendar,
      date: query.date('date') ?? query.malformed('date', 'YYYY-MM-DD'),
      off: query.flag('off') ?? query.malformed('off', 'true | false'),
      ...scopeOf(query),
    };
    const page = { limit: query.whole('limit', 50, 1, 500), cursor: query.text('cursor') };
    const question = { ask: 'calendar-change', now: this.desk.now(), ...day, ...page, ...readerOf(request) } as const;
    await this.desk.answer(question, query, reply);
  }
}
