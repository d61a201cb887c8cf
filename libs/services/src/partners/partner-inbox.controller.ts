import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { Answers, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { PageQuery, pageSchema } from '../platform/page.js';
import { PartnerReads } from './partner-reads.js';
import { inboxItemSchema } from './partner-schema.js';

@Controller('api/partner')
export class PartnerInboxController {
  constructor(@Inject(PartnerReads) private readonly reads: PartnerReads) {}

  @Get('inbox')
  @Can('partner.inbox')
  @Summary('ما ينتظر جانبي من الالتزامات', 'What commitments wait for my side to do, oldest first')
  @Answers(pageSchema(inboxItemSchema))
  @Refuses('page/cursor-invalid')
  inbox(@Query() query: PageQuery, @Req() request: MasarRequest) {
    return this.reads.inbox(request.actor!, query);
  }
}
