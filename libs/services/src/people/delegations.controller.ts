import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DateText, InstantText, OneOf } from '@masar/contracts';
import { EndDelegationBody, IdField, MakeDelegationBody } from '@masar/contracts/bodies';
import { Answers, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { Type } from 'typebox';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { Delegations } from './delegations.js';

const delegationSchema = Type.Object({
  id: Type.String(),
  from: Type.String(),
  to: Type.String(),
  what: Type.Array(Type.String()),
  since: DateText,
  until: DateText,
  reason: Type.Optional(Type.String()),
  by: Type.String(),
  at: InstantText,
  endedAt: Type.Optional(InstantText),
  state: OneOf(['planned', 'in-force', 'over', 'ended'] as const),
});

export class DelegationsQuery extends PageQuery {
  @IdField({ optional: true }) from?: string;
  @IdField({ optional: true }) to?: string;
}

@Controller('api/delegations')
export class DelegationsController {
  constructor(@Inject(Delegations) private readonly delegations: Delegations) {}

  /** Both days count, in the zone of whoever lends. The delegate acts in that person's name where his own rights end. */
  @Post()
  @Can('delegation.make')
  @Summary('تفويض صلاحيات بين يومين', 'Lend rights to somebody between two days')
  @Answers(delegationSchema, { status: 201 })
  @Refuses(
    ...(['account/unknown', 'account/own', 'account/disabled', 'account/roles-apart'] as const),
    ...(['delegation/not-delegable', 'delegation/dates', 'delegation/too-many'] as const),
  )
  async make(
    @Body() body: MakeDelegationBody,
    @Req() { actor }: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const made = await this.delegations.make(body, actor!);
    void reply.header('location', `/api/delegations/${made.id}`);
    return made;
  }

  @Get()
  @Can('delegation.read')
  @Summary('التفويضات', 'Delegations: the own, and those given to the reader')
  @Answers(pageSchema(delegationSchema))
  @Refuses('page/cursor-invalid')
  async list(@Query() query: DelegationsQuery, @Req() { actor }: MasarRequest) {
    const { from, to } = query;
    const found = (await this.delegations.list(actor!)).filter(
      (one) => (from === undefined || one.from === from) && (to === undefined || one.to === to),
    );
    return pageOfArray('delegations', found, query);
  }

  @Get(':id')
  @Can('delegation.read')
  @Summary('تفويض واحد', 'One delegation')
  @Answers(delegationSchema)
  @Refuses('delegation/unknown')
  one(@Param('id') id: string, @Req() { actor }: MasarRequest) {
    return this.delegations.one(id, actor!);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Can('delegation.end')
  @Summary('إنهاء تفويض', 'End a delegation before its time')
  @Answers(delegationSchema, { status: 200 })
  @Refuses('delegation/unknown', 'account/unknown')
  end(@Param('id') id: string, @Body() { reason }: EndDelegationBody, @Req() { actor }: MasarRequest) {
    return this.delegations.end(id, reason, actor!);
  }
}
