import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { InstantText, OneOf } from '@masar/contracts';
import { MakeWebhookBody, ReplayWebhookBody } from '@masar/contracts/bodies';
import { Answers, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { Type } from 'typebox';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { keyIdOf } from '../sessions/service-keys.js';
import { disabledReasons, type Webhook } from './webhook.js';
import { Webhooks } from './webhooks.js';

const webhookSchema = Type.Object({
  id: Type.String(),
  user: Type.String({ description: 'whose rights decide what is sent' }),
  url: Type.String(),
  types: Type.Optional(Type.Array(Type.String())),
  createdAt: InstantText,
  state: OneOf(['enabled', 'failing', 'disabled'] as const),
  after: Type.Optional(Type.String({ description: 'a place in the feed: what is before it was taken' })),
  deliveredAt: Type.Optional(InstantText),
  failing: Type.Optional(
    Type.Object({
      since: InstantText,
      attempts: Type.Integer(),
      nextAt: InstantText,
      last: Type.String({ description: 'a status, or what became of the connection' }),
    }),
  ),
  disabled: Type.Optional(
    Type.Object({ at: InstantText, reason: OneOf(disabledReasons), last: Type.Optional(Type.String()) }),
  ),
});

/** Everything but the secret, which is told to nobody. */
const viewOf = ({ secret: _secret, key: _key, ...webhook }: Webhook) => ({
  ...webhook,
  state: webhook.disabled ? 'disabled' : webhook.failing ? 'failing' : 'enabled',
});

@Controller('api/webhooks')
export class WebhooksController {
  constructor(@Inject(Webhooks) private readonly webhooks: Webhooks) {}

  /** Events are sent from now on, or from a place in the feed. The secret signs each sending and is never told again. */
  @Post()
  @Can('webhook.keep')
  @Summary('ربط نظام بالأحداث', 'Send events to an address of the own program')
  @Answers(webhookSchema, { status: 201 })
  @Refuses('webhook/address', 'webhook/too-many', 'webhook/no-key', 'page/cursor-invalid', 'page/cursor-expired')
  async make(
    @Body() body: MakeWebhookBody,
    @Req() request: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const made = await this.webhooks.make(request.actor!, body, keyIdOf(request.token ?? ''));
    void reply.header('location', `/api/webhooks/${made.id}`);
    return viewOf(made);
  }

  @Get()
  @Can('webhook.read')
  @Summary('الروابط', 'Webhooks: the own, for administrators everybody’s')
  @Answers(pageSchema(webhookSchema))
  @Refuses('page/cursor-invalid')
  async list(@Query() query: PageQuery, @Req() { actor }: MasarRequest) {
    return pageOfArray('webhooks', (await this.webhooks.list(actor!)).map(viewOf), query);
  }

  @Get(':id')
  @Can('webhook.read')
  @Summary('ربط واحد وحاله', 'One webhook, and how it gets on')
  @Answers(webhookSchema)
  @Refuses('webhook/unknown')
  async one(@Param('id') id: string, @Req() { actor }: MasarRequest) {
    return viewOf(await this.webhooks.one(actor!, id));
  }

  @Delete(':id')
  @Can('webhook.keep')
  @HttpCode(204)
  @Summary('حذف ربط', 'Take a webhook away')
  @Refuses('webhook/unknown')
  async remove(@Param('id') id: string, @Req() { actor }: MasarRequest): Promise<void> {
    await this.webhooks.remove(actor!, id);
  }

  /** It goes on where it had come, also what waited meanwhile. */
  @Post(':id/enable')
  @HttpCode(200)
  @Can('webhook.keep')
  @Summary('تفعيل ربط أوقف', 'Send to a disabled webhook again')
  @Answers(webhookSchema, { status: 200 })
  @Refuses('webhook/unknown')
  async enable(@Param('id') id: string, @Req() { actor }: MasarRequest) {
    return viewOf(await this.webhooks.enable(actor!, id));
  }

  /** From a place in the feed (`next` of a page of `/api/events`), or without one from the first event. */
  @Post(':id/replay')
  @HttpCode(200)
  @Can('webhook.keep')
  @Summary('إعادة الإرسال من موضع', 'Send again from a place in the feed')
  @Answers(webhookSchema, { status: 200 })
  @Refuses('webhook/unknown', 'page/cursor-invalid', 'page/cursor-expired')
  async replay(@Param('id') id: string, @Body() { after }: ReplayWebhookBody, @Req() { actor }: MasarRequest) {
    return viewOf(await this.webhooks.replay(actor!, id, after));
  }
}
