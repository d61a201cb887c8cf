import { Controller, Get, Inject, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refuse } from '@masar/contracts';
import { Field } from '@masar/contracts/bodies';
import {
  Answers,
  Asks,
  cookieOf,
  Limited,
  LOGGER,
  Public,
  Refuses,
  Summary,
  type Logger,
  type MasarRequest,
} from '@masar/nest-kit';
import { Type } from 'typebox';
import { LocalAuthenticator } from '../../sessions/local-authenticator.js';
import { keepCookies } from '../../sessions/session-cookies.js';
import type { SessionTokens } from '../../sessions/tokens.js';
import { BackAtTheDoor } from './back-at-the-door.js';
import type { PeopleOfProvider } from './people-of-provider.js';
import type { BegunSignIn, ProviderLink } from './provider-link.js';

/** What signing in by a provider needs; absent where none is set. */
export interface SigningInElsewhere {
  readonly link: ProviderLink;
  readonly people: PeopleOfProvider;
  readonly tokens: SessionTokens;
}
export const SIGNING_IN_ELSEWHERE = Symbol('signing-in-elsewhere');

const purpose = 'oidc';
const begunCookie = 'masar_oidc';
const begunPath = '/api/session/oidc';
const begunSeconds = 600;

/** A page of our own, never another host's. */
const ownPath = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/;

export class SignInElsewhereQuery {
  @Field(
    (value) => (typeof value === 'string' && ownPath.test(value) ? undefined : { code: 'field/shape', expected: '/…' }),
    Type.String({ description: 'the page to come back to' }),
    { optional: true },
  )
  to?: string;
}

/** The provider's page sends the browser back with a request that is not from our own pages: a strict cookie would stay behind. */
const cookie = (value: string, seconds: number, { protocol }: MasarRequest): string =>
  `${begunCookie}=${value}; HttpOnly; SameSite=Lax; Path=${begunPath}; Max-Age=${seconds}${protocol === 'https' ? '; Secure' : ''}`;

const goTo = (reply: FastifyReply, url: string): void =>
  void reply.code(303).header('location', url).header('content-type', 'text/plain; charset=utf-8').send('');

const broughtBack = Type.Object({
  code: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  iss: Type.Optional(Type.String()),
  error: Type.Optional(Type.String()),
});

/** Signing in by a ministry's own provider: a browser is sent there and comes back with a session of ours. */
@Controller('api/session/oidc')
@UseFilters(BackAtTheDoor)
export class OidcController {
  constructor(
    @Inject(SIGNING_IN_ELSEWHERE) private readonly elsewhere: { readonly to?: SigningInElsewhere },
    @Inject(LocalAuthenticator) private readonly authenticator: LocalAuthenticator,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get()
  @Limited('sign-in')
  @Public('signing in is how one gets a permission')
  @Summary('تسجيل الدخول عبر مزوّد الهوية', 'Sign in by the identity provider: sends the browser there')
  @Answers(undefined, { status: 303, media: 'text/plain' })
  @Refuses('read/not-offered', 'rate/too-many')
  async begin(@Query() { to = '/' }: SignInElsewhereQuery, @Req() request: MasarRequest, @Res() reply: FastifyReply) {
    const { link, tokens } = this.#offered();
    const { url, state, nonce, verifier } = await link.begin();
    const note = await tokens.note(purpose, { state, nonce, verifier, to }, begunSeconds);
    void reply.header('set-cookie', cookie(note, begunSeconds, request));
    goTo(reply, url);
  }

  @Get('offered')
  @Public('the door says in which ways one may come in')
  @Summary('هل يُسجَّل الدخول عبر مزوّد الهوية', 'Whether one can sign in by an identity provider here')
  @Answers(Type.Object({ offered: Type.Boolean() }))
  offered(): { readonly offered: boolean } {
    return { offered: this.elsewhere.to !== undefined };
  }

  @Get('callback')
  @Limited('sign-in')
  @Public('what the provider vouches for is the permission')
  @Summary('العودة من مزوّد الهوية', 'Back from the identity provider: begins the session')
  @Asks(broughtBack)
  @Answers(undefined, { status: 303, media: 'text/plain' })
  @Refuses(
    ...(['oidc/failed', 'oidc/begun-elsewhere', 'oidc/unknown-person', 'oidc/no-role', 'oidc/claim-missing'] as const),
    ...(['oidc/name-taken', 'account/disabled', 'account/place', 'account/roles-apart', 'entity/unknown'] as const),
    ...(['read/not-offered', 'rate/too-many'] as const),
  )
  async finish(@Req() request: MasarRequest, @Res() reply: FastifyReply) {
    const { link, people, tokens } = this.#offered();
    const note = cookieOf(request.headers.cookie, begunCookie) ?? refuse('oidc/begun-elsewhere');
    const begun = (await tokens.noted(purpose, note)) ?? refuse('oidc/begun-elsewhere');
    void reply.header('set-cookie', cookie('', 0, request));
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    const vouched = await link.finish(query, begun as unknown as BegunSignIn, (reason) =>
      this.logger.warn({ reason, request: request.id }, 'a sign-in by the identity provider was refused'),
    );
    const user = await people.admit(vouched);
    const signedIn = await this.authenticator.admit(user, request.ip, request.headers['user-agent']);
    // For the audit: nobody was signed in when the request began.
    request.actor = signedIn.actor;
    keepCookies(reply, request, signedIn);
    goTo(reply, String(begun['to']));
  }

  #offered(): SigningInElsewhere {
    return this.elsewhere.to ?? refuse('read/not-offered');
  }
}
