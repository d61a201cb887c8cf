import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { InstantText, refuse } from '@masar/contracts';
import { MakeKeyBody, MakeServiceAccountBody, ReasonBody } from '@masar/contracts/bodies';
import { Answers, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { Type } from 'typebox';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import type { Account, ServiceKey } from '../sessions/account.js';
import { personSchema, personView } from './person-view.js';
import { ServiceAccounts } from './service-accounts.js';

const key = {
  id: Type.String(),
  scopes: Type.Array(Type.String()),
  expiresAt: InstantText,
};
const keySchema = Type.Object(key);
const serviceAccountSchema = Type.Object({ ...personSchema.properties, keys: Type.Array(keySchema) });
const madeKeySchema = Type.Object({
  id: Type.String(),
  key: Type.String({ description: 'told this once' }),
  expiresAt: InstantText,
});

const keyView = ({ id, scopes, until }: ServiceKey) => ({ id, scopes, expiresAt: new Date(until).toISOString() });
const viewOf = (account: Account) => ({ ...personView(account), keys: (account.keys ?? []).map(keyView) });

@Controller('api/service-accounts')
export class ServiceAccountsController {
  constructor(@Inject(ServiceAccounts) private readonly programs: ServiceAccounts) {}

  @Post()
  @Can('service-account.make')
  @Summary('حساب لنظام', 'Make an account for a program')
  @Answers(serviceAccountSchema, { status: 201 })
  @Refuses('account/exists', 'account/place')
  async make(
    @Body() { reason, ...wanted }: MakeServiceAccountBody,
    @Req() { actor }: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('location', `/api/service-accounts/${wanted.user}`);
    return viewOf(await this.programs.make(wanted, reason, actor!));
  }

  @Get()
  @Can('service-account.read')
  @Summary('حسابات الأنظمة', 'Accounts of programs')
  @Answers(pageSchema(serviceAccountSchema))
  @Refuses('page/cursor-invalid')
  list(@Query() query: PageQuery) {
    return pageOfArray('service-accounts', this.programs.list().map(viewOf), query);
  }

  @Get(':user')
  @Can('service-account.read')
  @Summary('حساب نظام واحد', 'One account of a program, with its keys and what was done to it')
  @Answers(serviceAccountSchema)
  @Refuses('account/unknown')
  async one(@Param('user') user: string) {
    return viewOf(await this.programs.one(user));
  }

  /** The key is told in this answer alone; it is sent as a bearer token. */
  @Post(':user/keys')
  @Can('service-account.make-key')
  @Summary('مفتاح جديد لنظام', 'A new key for a program, for some rights and a time')
  @Answers(madeKeySchema, { status: 201 })
  @Refuses('account/unknown', 'account/disabled', 'key/scope-beyond', 'key/expiry', 'date/not-a-date')
  makeKey(@Param('user') user: string, @Body() { reason, ...wanted }: MakeKeyBody, @Req() { actor }: MasarRequest) {
    return this.programs.makeKey(user, wanted, reason, actor!);
  }

  @Get(':user/keys')
  @Can('service-account.read')
  @Summary('مفاتيح نظام', 'Keys of a program')
  @Answers(pageSchema(keySchema))
  @Refuses('account/unknown', 'page/cursor-invalid')
  async keys(@Param('user') user: string, @Query() query: PageQuery) {
    return pageOfArray(`keys of ${user}`, ((await this.programs.one(user)).keys ?? []).map(keyView), query);
  }

  @Get(':user/keys/:key')
  @Can('service-account.read')
  @Summary('مفتاح واحد', 'One key of a program')
  @Answers(keySchema)
  @Refuses('account/unknown', 'key/unknown')
  async oneKey(@Param('user') user: string, @Param('key') id: string) {
    const found = (await this.programs.one(user)).keys?.find((one) => one.id === id);
    return keyView(found ?? refuse('key/unknown', { key: id }));
  }

  @Post(':user/keys/:key/end')
  @HttpCode(200)
  @Can('service-account.end-key')
  @Summary('إنهاء مفتاح', 'End a key before its time')
  @Answers(serviceAccountSchema, { status: 200 })
  @Refuses('account/unknown', 'key/unknown')
  async endKey(
    @Param('user') user: string,
    @Param('key') id: string,
    @Body() { reason }: ReasonBody,
    @Req() { actor }: MasarRequest,
  ) {
    return viewOf(await this.programs.endKey(user, id, reason, actor!));
  }
}
