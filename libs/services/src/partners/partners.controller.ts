import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OfferCommitmentBody, ReasonedBody, RegisterPartnerBody } from '@masar/contracts/bodies';
import { refuse } from '@masar/contracts';
import { Answers, Can, commandAnswerSchema, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import type { GivenMeta } from '../platform/command-bus.js';
import { commandIdOf, madeId } from '../platform/command-identity.js';
import { Meta, told } from '../platform/command-request.js';
import { PageQuery, pageSchema } from '../platform/page.js';
import { PartnerCommands } from './partner-commands.js';
import { PartnerReads } from './partner-reads.js';
import { commitmentSchema, partnerSchema, wholeCommitmentSchema } from './partner-schema.js';

@Controller('api/partners')
export class PartnersController {
  constructor(
    @Inject(PartnerCommands) private readonly commands: PartnerCommands,
    @Inject(PartnerReads) private readonly reads: PartnerReads,
  ) {}

  @Post()
  @Can('partner.register')
  @Summary('تسجيل شريك', 'Register a private partner')
  @Answers(commandAnswerSchema, { status: 201 })
  @Refuses('stream/exists', 'date/in-future')
  async register(
    @Body() body: RegisterPartnerBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id = madeId('n', commandIdOf(meta.actor.user, meta.key)), ...fields } = body;
    const answer = await this.commands.partners.run(`partners/${id}`, { ...fields, type: 'RegisterPartner' }, meta);
    return told(reply, answer, `/api/partners/${id}`);
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @Can('partner.suspend')
  @Summary('إيقاف شريك', 'Suspend a partner: it still reads and contests, and commits to nothing new')
  @Answers(commandAnswerSchema, { status: 200 })
  @Refuses('stream/not-found', 'partner/suspended', 'date/in-future', 'date/out-of-order')
  async suspend(
    @Param('id') id: string,
    @Body() body: ReasonedBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.commands.partners.run(`partners/${id}`, { ...body, type: 'SuspendPartner' }, meta);
    return told(reply, answer);
  }

  @Get()
  @Can('partner.read')
  @Summary('الشركاء', 'Partners')
  @Answers(pageSchema(partnerSchema))
  @Refuses('page/cursor-invalid')
  list(@Query() query: PageQuery, @Req() request: MasarRequest) {
    return this.reads.partners(request.actor!, query);
  }

  @Get(':id')
  @Can('partner.read')
  @Summary('شريك واحد', 'One partner')
  @Answers(partnerSchema)
  @Refuses('partner/unknown')
  async one(@Param('id') id: string, @Req() request: MasarRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const partner = await this.reads.partner(request.actor!, id);
    void reply.header('etag', `"${partner.version}"`);
    return partner;
  }

  @Post(':id/commitments')
  @Can('commitment.offer')
  @Summary('عرض التزام', 'Offer a commitment: what the partner owes government, or government the partner')
  @Answers(commandAnswerSchema, { status: 201 })
  @Refuses(
    'stream/exists',
    'commitment/unknown-initiative',
    'partner/unknown',
    'partner/suspended',
    'initiative/draft',
    'initiative/closed',
    'initiative/unknown-party',
    'milestone/unknown',
    'milestone/already-reached',
    'milestone/cancelled',
    'milestone/bound-to-stage',
    'date/in-future',
    'date/out-of-order',
  )
  async offer(
    @Param('id') partner: string,
    @Body() body: OfferCommitmentBody,
    @Meta() meta: GivenMeta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // Another partner is not there for a person of one, nor anything that could be offered for it.
    if (meta.actor.partner !== undefined) await this.reads.partner(meta.actor, partner);
    const { id = madeId('c', commandIdOf(meta.actor.user, meta.key)), ...fields } = body;
    const command = { ...fields, partner, type: 'OfferCommitment' };
    const answer = await this.commands.commitments.run(`commitments/${id}`, command, meta);
    return told(reply, answer, `/api/commitments/${id}`);
  }

  @Get(':id/commitments')
  @Can('commitment.read')
  @Summary('التزامات شريك', 'Commitments of a partner, either way')
  @Answers(pageSchema(commitmentSchema))
  @Refuses('partner/unknown', 'page/cursor-invalid')
  async commitments(@Param('id') id: string, @Query() query: PageQuery, @Req() request: MasarRequest) {
    const partner = await this.reads.partner(request.actor!, id);
    return this.reads.commitments(request.actor!, { partner: partner.id }, query);
  }

  @Get(':id/commitments/:commitment')
  @Can('commitment.read')
  @Summary('التزام واحد لشريك', 'One commitment of a partner')
  @Answers(wholeCommitmentSchema)
  @Refuses('partner/unknown', 'stream/not-found')
  async commitment(
    @Param('id') id: string,
    @Param('commitment') commitment: string,
    @Req() request: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.reads.partner(request.actor!, id);
    const found = await this.reads.wholeCommitment(request.actor!, commitment);
    if (found.partner !== id) refuse('stream/not-found', { stream: `commitments/${commitment}` });
    void reply.header('etag', `"${found.version}"`);
    return found;
  }
}
