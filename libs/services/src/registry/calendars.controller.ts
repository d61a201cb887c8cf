import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { shippedCalendar, shippedCalendars } from '@masar/calendar';
import { refuse } from '@masar/contracts';
import { CommandBody, SetCalendarDayBody } from '@masar/contracts/bodies';
import { Answers, Can, commandAnswerSchema, Refuses, Summary } from '@masar/nest-kit';
import { CommandBus, type GivenMeta } from '../platform/command-bus.js';
import { Meta, told } from '../platform/command-request.js';
import type { DirectoryService } from '../platform/directory-service.js';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { DIRECTORY } from '../platform/tokens.js';
import { calendarDaySchema, calendarSchema, calendarYearSchema } from './registry-schema.js';
import { calendarView, dayViews, yearViews } from './registry-views.js';

const yearOf = (text: string): number => (/^\d{4}$/.test(text) ? Number(text) : refuse('read/not-found'));

@Controller('api/calendars')
export class CalendarsController {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(DIRECTORY) private readonly directory: DirectoryService,
  ) {}

  #facts(id: string) {
    if (!shippedCalendar(id)) refuse('calendar/unknown', { calendar: id });
    return this.directory.facts().calendars[`calendars/${id}`];
  }

  @Post(':id/days')
  @Can('calendar.set-day')
  @Summary('تعديل يوم في التقويم', 'Say that a day is off or worked')
  @Answers(commandAnswerSchema, { status: 201 })
  @Refuses('calendar/unknown', 'entity/unknown', 'date/in-future')
  async setDay(
    @Param('id') id: string,
    @Body() body: SetCalendarDayBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { scope, ...fields } = body;
    const command = { ...fields, ...(scope && { scope: { ...scope } }), type: 'SetCalendarDay', calendar: id };
    return told(reply, await this.bus.run(`calendars/${id}`, command, meta), `/api/calendars/${id}/days/${body.date}`);
  }

  @Post(':id/years/:year/confirm')
  @HttpCode(200)
  @Can('calendar.confirm-year')
  @Summary('اعتماد عطلات سنة', 'Confirm the holidays of a year')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses('calendar/unknown', 'calendar/year-confirmed', 'read/not-found', 'date/in-future')
  async confirmYear(
    @Param('id') id: string,
    @Param('year') year: string,
    @Body() body: CommandBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = { ...body, type: 'ConfirmCalendarYear', calendar: id, year: yearOf(year) };
    return told(reply, await this.bus.run(`calendars/${id}`, command, meta));
  }

  @Get()
  @Can('calendar.read')
  @Summary('التقاويم', 'Calendars')
  @Answers(pageSchema(calendarSchema))
  list(@Query() query: PageQuery) {
    const calendars = shippedCalendars.map((definition) =>
      calendarView(definition, this.directory.facts().calendars[`calendars/${definition.id}`]),
    );
    return pageOfArray('calendars', calendars, query);
  }

  @Get(':id')
  @Can('calendar.read')
  @Summary('تقويم واحد', 'One calendar')
  @Answers(calendarSchema)
  @Refuses('calendar/unknown')
  one(@Param('id') id: string) {
    const facts = this.#facts(id);
    return calendarView(shippedCalendar(id)!, facts);
  }

  @Get(':id/days')
  @Can('calendar.read')
  @Summary('أيام عُدّلت', 'Days said otherwise than computed')
  @Answers(pageSchema(calendarDaySchema))
  @Refuses('calendar/unknown')
  days(@Param('id') id: string, @Query() query: PageQuery) {
    return pageOfArray(`calendars/${id}/days`, dayViews(this.#facts(id)), query);
  }

  /** Everything said about one date, the last word first. */
  @Get(':id/days/:date')
  @Can('calendar.read')
  @Summary('ما قيل عن يوم', 'What was said about a date')
  @Answers(pageSchema(calendarDaySchema))
  @Refuses('calendar/unknown', 'read/not-found')
  day(@Param('id') id: string, @Param('date') date: string, @Query() query: PageQuery) {
    const found = dayViews(this.#facts(id)).filter((day) => day.date === date);
    return found.length === 0
      ? refuse('read/not-found')
      : pageOfArray(`calendars/${id}/days/${date}`, found.reverse(), query);
  }

  @Get(':id/years')
  @Can('calendar.read')
  @Summary('السنوات واعتماد عطلاتها', 'Years, and whether their holidays are confirmed')
  @Answers(pageSchema(calendarYearSchema))
  @Refuses('calendar/unknown')
  years(@Param('id') id: string, @Query() query: PageQuery) {
    const facts = this.#facts(id);
    return pageOfArray(`calendars/${id}/years`, yearViews(shippedCalendar(id)!, facts), query);
  }

  @Get(':id/years/:year')
  @Can('calendar.read')
  @Summary('سنة واحدة', 'One year')
  @Answers(calendarYearSchema)
  @Refuses('calendar/unknown', 'read/not-found')
  year(@Param('id') id: string, @Param('year') year: string) {
    const facts = this.#facts(id);
    return (
      yearViews(shippedCalendar(id)!, facts).find((known) => known.year === yearOf(year)) ?? refuse('read/not-found')
    );
  }
}
