import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refuse } from '@masar/contracts';
import { SignInBody } from '@masar/contracts/bodies';
import type { Actor } from '@masar/access';
import { Answers, Can, isOwnOrigin, Public, Refuses, sessionCookie, Summary, type MasarRequest } from '@masar/nest-kit';
import { LocalAuthenticator } from './local-authenticator.js';
import { sessionKeysSchema, sessionSchema, signedInSchema } from './session-schema.js';
import type { Session } from './token-reader.js';

const keySetMedia = 'application/jwk-set+json';

/** Where the browser came over TLS, it never sends the cookie without. */
const cookie = (token: string, seconds: number, { protocol }: MasarRequest) =>
  `${sessionCookie}=${token}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${seconds}${protocol === 'https' ? '; Secure' : ''}`;

const sessionOf = (actor: Actor, session: Session) => ({
  user: actor.user,
  roles: actor.roles,
  ...(actor.entity === undefined ? {} : { entity: actor.entity }),
  onlyAccount: actor.onlyAccount ?? false,
  expiresAt: new Date(session.expiresAt).toISOString(),
});

@Controller('api/session')
export class SessionController {
  constructor(@Inject(LocalAuthenticator) private readonly authenticator: LocalAuthenticator) {}

  /** A browser keeps the session in a cookie scripts cannot read; programs send the token as Bearer. */
  @Post()
  @Public('signing in is how one gets a permission')
  @Summary('تسجيل الدخول', 'Sign in')
  @Answers(signedInSchema)
  @Refuses('session/wrong-credentials', 'rate/too-many', 'access/foreign-origin')
  async signIn(
    @Body() body: SignInBody,
    @Req() request: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (request.headers.origin !== undefined && !isOwnOrigin(request)) refuse('access/foreign-origin');
    const { token, session, actor } = await this.authenticator.signIn(body.user, body.password, request.ip);
    void reply.header('set-cookie', cookie(token, Math.floor((session.expiresAt - Date.now()) / 1000), request));
    return { token, ...sessionOf(actor, session) };
  }

  @Get()
  @Can('session.read')
  @Summary('الجلسة الحالية', 'The session')
  @Answers(sessionSchema)
  async read(@Req() request: MasarRequest) {
    const session = await this.authenticator.session(request.token!);
    return sessionOf(request.actor!, session ?? refuse('session/required'));
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
    void reply.header('set-cookie', cookie('', 0, request));
  }
}
