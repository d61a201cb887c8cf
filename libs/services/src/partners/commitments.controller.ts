import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CommitmentCommandType } from '@masar/domain';
import {
  CommandBody,
  DecisionBody,
  IdField,
  InitiativeField,
  ProposeDueChangeBody,
  ReasonedBody,
  ReportCommitmentBody,
} from '@masar/contracts/bodies';
import { Answers, Can, commandAnswerSchema, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import type { GivenMeta } from '../platform/command-bus.js';
import { Meta, told } from '../platform/command-request.js';
import { PageQuery, pageSchema } from '../platform/page.js';
import { eventPageSchema } from '../platform/stream-events.js';
import { PartnerCommands } from './partner-commands.js';
import { PartnerReads } from './partner-reads.js';
import { commitmentSchema, dueChangeSchema, wholeCommitmentSchema } from './partner-schema.js';

export class CommitmentQuery extends PageQuery {
  @IdField({ optional: true }) partner?: string;
  @InitiativeField({ optional: true }) initiative?: string;
}

const step = ['stream/not-found', 'commitment/other-side', 'date/in-future', 'date/out-of-order'] as const;
const running = [...step, 'partner/suspended', 'commitment/not-accepted', 'commitment/over'] as const;
const decided = [...running, 'commitment/not-reported', 'commitment/same-reporter'] as const;
const dueChange = [...step, 'partner/suspended', 'due-change/unknown', 'due-change/decided'] as const;

@Controller('api/commitments')
export class CommitmentsController {
  constructor(
    @Inject(PartnerCommands) private readonly commands: PartnerCommands,
    @Inject(PartnerReads) private readonly reads: PartnerReads,
  ) {}

  async #give(type: CommitmentCommandType, id: string, fields: object, meta: GivenMeta, reply: FastifyReply) {
    return told(reply, await this.commands.commitments.run(`commitments/${id}`, { ...fields, type }, meta));
  }

  @Get()
  @Can('commitment.read')
  @Summary('الالتزامات', 'Commitments, of every partner or of one, for every initiative or for one')
  @Answers(pageSchema(commitmentSchema))
  @Refuses('page/cursor-invalid')
  list(@Query() { partner, initiative, ...page }: CommitmentQuery, @Req() request: MasarRequest) {
    const filter = { ...(partner !== undefined && { partner }), ...(initiative !== undefined && { initiative }) };
    return this.reads.commitments(request.actor!, filter, page);
  }

  @Get(':id')
  @Can('commitment.read')
  @Summary('التزام واحد بساعتيه', 'One commitment with both clocks')
  @Answers(wholeCommitmentSchema)
  @Refuses('stream/not-found')
  async one(@Param('id') id: string, @Req() request: MasarRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const commitment = await this.reads.wholeCommitment(request.actor!, id);
    void reply.header('etag', `"${commitment.version}"`);
    return commitment;
  }

  @Get(':id/events')
  @Can('commitment.read')
  @Summary('أحداث الالتزام كما قُيّدت', 'Events of a commitment, as recorded')
  @Answers(eventPageSchema)
  @Refuses('stream/not-found', 'page/cursor-invalid')
  events(@Param('id') id: string, @Query() query: PageQuery, @Req() request: MasarRequest) {
    return this.reads.events(request.actor!, id, query);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Can('commitment.answer')
  @Summary('قبول التزام', 'Accept what the other side offered: the clock runs from this day')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses(...step, 'partner/suspended', 'commitment/answered')
  accept(
    @Param('id') id: string,
    @Body() body: CommandBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#give('AcceptCommitment', id, body, meta, reply);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Can('commitment.answer')
  @Summary('رفض التزام', 'Decline what the other side offered')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses(...step, 'partner/suspended', 'commitment/answered')
  decline(
    @Param('id') id: string,
    @Body() body: DecisionBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#give('DeclineCommitment', id, body, meta, reply);
  }

  @Post(':id/report')
  @HttpCode(200)
  @Can('commitment.report')
  @Summary('إعلان الوفاء', 'Who owes it reports it done, with evidence')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses(...running, 'commitment/already-reported', 'commitment/evidence-missing', 'file/unknown')
  report(
    @Param('id') id: string,
    @Body() body: ReportCommitmentBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#give('ReportCommitment', id, body, meta, reply);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Can('commitment.decide')
  @Summary('إعادة ما أُعلن', 'The receiver returns what was reported, with a reason')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses(...decided)
  return(
    @Param('id') id: string,
    @Body() body: ReasonedBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#give('ReturnCommitment', id, body, meta, reply);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Can('commitment.decide')
  @Summary('اعتماد الوفاء', 'The receiver confirms: the milestone it feeds is reached on this day')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses(...decided)
  confirm(
    @Param('id') id: string,
    @Body() body: CommandBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#give('ConfirmCommitment', id, body, meta, reply);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Can('commitment.withdraw')
  @Summary('سحب التزام', 'Taken back by who offered it before the answer, given up by who is owed it afterwards')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses(...running)
  withdraw(
    @Param('id') id: string,
    @Body() body: ReasonedBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#give('WithdrawCommitment', id, body, meta, reply);
  }

  @Post(':id/due-changes')
  @Can('commitment.change-due')
  @Summary('اقتراح موعد آخر', 'Propose another due date; the other side decides')
  @Answers(commandAnswerSchema, { status: 201 })
  @Refuses(...running, 'due-change/exists', 'due-change/undecided', 'due-change/unchanged')
  async propose(
    @Param('id') id: string,
    @Body() body: ProposeDueChangeBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id: change, ...fields } = body;
    const command = { ...fields, ...(change !== undefined && { change }), type: 'ProposeDueChange' };
    const answer = await this.commands.commitments.run(`commitments/${id}`, command, meta);
    return told(reply, answer, `/api/commitments/${id}/due-changes/${answer.id}`);
  }

  @Get(':id/due-changes')
  @Can('commitment.read')
  @Summary('المواعيد المقترحة لالتزام', 'Due dates proposed for a commitment')
  @Answers(pageSchema(dueChangeSchema))
  @Refuses('stream/not-found', 'page/cursor-invalid')
  dueChanges(@Param('id') id: string, @Query() query: PageQuery, @Req() request: MasarRequest) {
    return this.reads.dueChanges(request.actor!, id, query);
  }

  @Get(':id/due-changes/:change')
  @Can('commitment.read')
  @Summary('موعد مقترح واحد', 'One due date that was proposed')
  @Answers(dueChangeSchema)
  @Refuses('stream/not-found', 'due-change/unknown')
  async dueChange(
    @Param('id') id: string,
    @Param('change') change: string,
    @Req() request: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { change: found, version } = await this.reads.dueChange(request.actor!, id, change);
    void reply.header('etag', `"${version}"`);
    return found;
  }

  @Post(':id/due-changes/:change/agree')
  @HttpCode(200)
  @Can('commitment.change-due')
  @Summary('الموافقة على موعد', 'The other side agrees: due on the proposed day from now on')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses(...dueChange)
  agree(
    @Param('id') id: string,
    @Param('change') change: string,
    @Body() body: CommandBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#give('AgreeToDueChange', id, { ...body, change }, meta, reply);
  }

  @Post(':id/due-changes/:change/refuse')
  @HttpCode(200)
  @Can('commitment.change-due')
  @Summary('رفض موعد', 'The other side refuses: the date in force stays')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses(...dueChange)
  refuse(
    @Param('id') id: string,
    @Param('change') change: string,
    @Body() body: DecisionBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#give('RefuseDueChange', id, { ...body, change }, meta, reply);
  }
}
