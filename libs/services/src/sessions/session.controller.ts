import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal, refuse } from '@masar/contracts';
import { SignInBody } from '@masar/contracts/bodies';
import {
  Answers,
  Can,
  cookieOf,
  isOwnOrigin,
  Limited,
  Public,
  Refuses,
  Summary,
  type MasarRequest,
} from '@masar/nest-kit';
import { LocalAuthenticator } from './local-authenticator.js';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { dropCookies, keepCookies, renewalCookie } from './session-cookies.js';
import { ownSessionSchema, sessionKeysSchema, sessionSchema, signedInSchema } from './session-schema.js';
import { sessionView } from './session-view.js';

const keySetMedia = 'application/jwk-set+json';

@Controller('api/session')
export class SessionController {
  constructor(@Inject(LocalAuthenticator) private readonly authenticator: LocalAuthenticator) {}

  /** A browser keeps the session in a cookie scripts cannot read; programs send the token as Bearer. */
  @Post()
  @Limited('sign-in')
  @Public('signing in is how one gets a permission')
  @Summary('تسجيل الدخول', 'Sign in')
  @Answers(signedInSchema)
  @Refuses(
    ...(['session/wrong-credentials', 'session/code-required', 'session/wrong-code'] as const),
    ...(['rate/too-many', 'access/foreign-origin'] as const),
  )
  async signIn(
    @Body() body: SignInBody,
    @Req() request: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (request.headers.origin !== undefined && !isOwnOrigin(request)) refuse('access/foreign-origin');
    const agent = request.headers['user-agent'];
    const { user, password, code } = body;
    // A page says where it comes from whenever it sends a command; a program says nothing, and has no cookie to renew by.
    const isBrowser = request.headers.origin !== undefined;
    const presented = { isBrowser, ...(code === undefined ? {} : { code }) };
    const signedIn = await this.authenticator.signIn(user, password, request.ip, agent, presented);
    keepCookies(reply, request, signedIn);
    return { token: signedIn.token, ...sessionView(signedIn.actor, signedIn.session) };
  }

  /** A browser's session goes on by the cookie it was given last; one that was used before ends the session. */
  @Post('refresh')
  @HttpCode(200)
  @Public('the renewal cookie is the permission')
  @Summary('تجديد الجلسة', 'Renew the session')
  @Answers(signedInSchema, { status: 200 })
  @Refuses('session/required', 'session/reused', 'access/foreign-origin')
  async renew(@Req() request: MasarRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!isOwnOrigin(request)) refuse('access/foreign-origin');
    const secret = cookieOf(request.headers.cookie, renewalCookie) ?? refuse('session/required');
    const renewed = await this.authenticator.renew(secret).catch((fault: unknown) => {
      if (fault instanceof Refusal) dropCookies(reply, request);
      throw fault;
    });
    keepCookies(reply, request, renewed);
    return { token: renewed.token, ...sessionView(renewed.actor, renewed.session) };
  }

  @Get()
  @Can('session.read')
  @Summary('الجلسة الحالية', 'The session')
  @Answers(sessionSchema)
  async read(@Req() request: MasarRequest) {
    const session = await this.authenticator.session(request.token!);
    const name = this.authenticator.nameOf(request.actor!);
    const zone = this.authenticator.zoneOf(request.actor!);
    return {
      ...sessionView(request.actor!, session ?? refuse('session/required')),
      ...(name === undefined ? {} : { name }),
      ...(zone === undefined ? {} : { zone }),
    };
  }

  /** Every service checks tokens with these by itself: a name it does not know is a reason to ask again. */
  @Get('keys')
  @Public('public keys are there to be known: they open nothing')
  @Summary('المفاتيح المعلنة للتحقق من الجلسات', 'The public keys that session tokens are checked with')
  @Answers(sessionKeysSchema, { media: keySetMedia })
  @Header('content-type', keySetMedia)
  @Header('cache-control', 'public, max-age=60')
  keys() {
    return { keys: this.authenticator.publicKeys };
  }

  @Delete()
  @Can('session.end')
  @HttpCode(204)
  @Summary('تسجيل الخروج', 'Sign out')
  async signOut(@Req() request: MasarRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.authenticator.signOut(request.token!);
    dropCookies(reply, request);
  }
}

@Controller('api/sessions')
export class OwnSessionsController {
  constructor(@Inject(LocalAuthenticator) private readonly authenticator: LocalAuthenticator) {}

  @Get()
  @Can('session.read')
  @Summary('جلساتي', "The reader's own sessions, the latest used first")
  @Answers(pageSchema(ownSessionSchema))
  @Refuses('page/cursor-invalid')
  async list(@Query() query: PageQuery, @Req() request: MasarRequest) {
    const current = (await this.authenticator.session(request.token!))?.id;
    const own = await this.authenticator.renewals.of(request.actor!.user);
    const items = own.map(({ id, startedAt, usedAt, endsAt, from, agent }) => ({
      id,
      startedAt: new Date(startedAt).toISOString(),
      usedAt: new Date(usedAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      from,
      ...(agent === undefined ? {} : { agent }),
      current: id === current,
    }));
    return pageOfArray('sessions', items, query);
  }

  /** Of somebody else's session it says what it says of none. */
  @Delete(':id')
  @Can('session.end')
  @HttpCode(204)
  @Summary('إنهاء إحدى جلساتي', 'End one of the own sessions')
  @Refuses('read/not-found')
  async end(@Param('id') id: string, @Req() request: MasarRequest): Promise<void> {
    if (!(await this.authenticator.renewals.endOne(request.actor!.user, id))) refuse('read/not-found');
  }

  @Delete()
  @Can('session.end')
  @HttpCode(204)
  @Summary('تسجيل الخروج من كل الأجهزة', 'Sign out everywhere, here too')
  async endAll(@Req() request: MasarRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.authenticator.renewals.endAll(request.actor!.user);
    dropCookies(reply, request);
  }
}
