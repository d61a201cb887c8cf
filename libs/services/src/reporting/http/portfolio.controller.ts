import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ChangesPage,
  confidenceColours,
  DelaysPage,
  LookItem,
  initiativeKinds,
  initiativeStatuses,
  MilestonePage,
  milestoneStatuses,
  PortfolioPage,
} from '@masar/contracts';
import { Answers, Asks, Can, commandAnswerSchema, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import type { CommandAnswer, GivenMeta } from '../../platform/command-bus.js';
import { Meta, told } from '../../platform/command-request.js';
import { PageQuery, pageOfArray, pageSchema } from '../../platform/page.js';
import { changesShape, delaysShape, milestonesShape, namesOf, portfolioShape } from './list-parameters.js';
import { Looks, type Look } from './looks.js';
import { QueryParameters, type RawQuery } from './query-parameters.js';
import { ReadDesk } from './read-desk.js';
import { readerOf } from './reader-of.js';

const pageOf = (query: QueryParameters) => ({ limit: query.whole('limit', 50, 1, 500), cursor: query.text('cursor') });
const daysOf = (query: QueryParameters) => ({ on: query.date('on'), knownOn: query.dateOrInstant('knownOn') });

@Controller('api')
export class PortfolioController {
  constructor(
    @Inject(ReadDesk) private readonly desk: ReadDesk,
    @Inject(Looks) private readonly looks: Looks,
  ) {}

  @Get('portfolio')
  @Can('portfolio.read')
  @Summary('المحفظة', 'The portfolio')
  @Asks(portfolioShape)
  @Answers(PortfolioPage)
  @Refuses('read/on-in-future', 'date/not-a-date', 'body/invalid', 'page/cursor-invalid', 'page/cursor-expired')
  async portfolio(@Query() raw: RawQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new QueryParameters(raw, namesOf(portfolioShape));
    const filter = {
      kind: query.words('kind', initiativeKinds),
      owner: query.id('owner'),
      challenge: query.id('challenge'),
      status: query.words('status', initiativeStatuses),
      colour: query.words('colour', confidenceColours),
      late: query.flag('late'),
      q: query.text('q'),
      sort: query.text('sort'),
    };
    await this.desk.answer(
      { ask: 'portfolio', now: this.desk.now(), ...filter, ...pageOf(query), ...daysOf(query), ...readerOf(request) },
      query,
      reply,
    );
  }

  @Get('milestones')
  @Can('milestone.list')
  @Summary('المحطات', 'Milestones of the whole portfolio, the first due first')
  @Asks(milestonesShape)
  @Answers(MilestonePage)
  @Refuses('read/on-in-future', 'date/not-a-date', 'body/invalid', 'page/cursor-invalid', 'page/cursor-expired')
  async milestones(@Query() raw: RawQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new QueryParameters(raw, namesOf(milestonesShape));
    const filter = {
      kind: query.words('kind', initiativeKinds),
      status: query.words('status', milestoneStatuses),
      party: query.party('party'),
      owner: query.id('owner'),
      dueBefore: query.date('dueBefore'),
      member: query.flag('member'),
    };
    await this.desk.answer(
      { ask: 'milestones', now: this.desk.now(), ...filter, ...pageOf(query), ...daysOf(query), ...readerOf(request) },
      query,
      reply,
    );
  }

  /** `since=look`: since the reader last kept a look (`since=look-…`: since that one); without one, from the beginning. Reading moves no look. */
  @Get('portfolio/changes')
  @Can('changes.read')
  @Summary('ما تغيّر في المحفظة', 'What changed in the portfolio, corrections apart')
  @Asks(changesShape)
  @Answers(ChangesPage)
  @Refuses('read/on-in-future', 'date/not-a-date', 'body/invalid', 'page/cursor-invalid', 'page/cursor-expired')
  async changes(@Query() raw: RawQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new QueryParameters(raw, namesOf(changesShape));
    const since = await this.looks.since(query, request.actor!.user);
    const question = {
      ask: 'changes',
      now: this.desk.now(),
      since,
      ...pageOf(query),
      knownOn: query.dateOrInstant('knownOn'),
      ...readerOf(request),
    } as const;
    await this.desk.answer(question, query, reply);
  }

  @Post('portfolio/looks')
  @HttpCode(201)
  @Can('look.keep')
  @Summary('حفظ آخر اطلاع', 'Keep a look: what changes from now on is new to this reader')
  @Answers(commandAnswerSchema, { status: 201 })
  async look(@Meta() meta: GivenMeta, @Res({ passthrough: true }) reply: FastifyReply): Promise<CommandAnswer> {
    const answer = await this.looks.keep(meta, this.desk.now());
    return told(reply, answer, `/api/portfolio/looks/${answer.id}`);
  }

  @Get('portfolio/looks')
  @Can('look.keep')
  @Summary('اطلاعاتي المحفوظة', "The reader's own looks, the latest first")
  @Answers(pageSchema(LookItem))
  async myLooks(@Query() query: PageQuery, @Req() request: MasarRequest) {
    return pageOfArray('looks', await this.looks.of(request.actor!.user), query);
  }

  @Get('portfolio/looks/:id')
  @Can('look.keep')
  @Summary('اطلاع محفوظ واحد', 'One look of the reader')
  @Answers(LookItem)
  @Refuses('read/not-found')
  async myLook(@Param('id') id: string, @Req() request: MasarRequest): Promise<Look> {
    return this.looks.one(request.actor!.user, id);
  }

  @Get('portfolio/delays')
  @Can('delays.read')
  @Summary('أيام الانتظار حسب الطرف والسبب', 'Waiting days by party, kind and cause')
  @Asks(delaysShape)
  @Answers(DelaysPage)
  @Refuses('read/on-in-future', 'date/not-a-date', 'body/invalid')
  async delays(@Query() raw: RawQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = new QueryParameters(raw, namesOf(delaysShape));
    const filter = { kind: query.words('kind', initiativeKinds), owner: query.id('owner') };
    await this.desk.answer(
      { ask: 'delays', now: this.desk.now(), ...filter, ...daysOf(query), ...readerOf(request) },
      query,
      reply,
    );
  }
}
