import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { OneOf, refuse } from '@masar/contracts';
import { BeginFactorBody, ConfirmFactorBody, EndFactorBody, ReasonBody } from '@masar/contracts/bodies';
import { Answers, Can, Limited, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { Type } from 'typebox';
import { Accounts } from './accounts.js';
import { SecondFactors } from './second-factors.js';

const stateSchema = Type.Object({
  state: OneOf(['off', 'begun', 'on'] as const),
  recoveryCodes: Type.Integer({ description: 'how many are left' }),
});
const begunSchema = Type.Object(
  {
    secret: Type.String({ description: 'for an authenticator that is typed into' }),
    uri: Type.String({ description: '`otpauth:`, for one that reads a picture' }),
  },
  { description: 'told this once' },
);
const confirmedSchema = Type.Object({ recoveryCodes: Type.Array(Type.String()) }, { description: 'told this once' });

/** A code beside the password, for whoever wants his account to ask for one. */
@Controller('api/session/second-factor')
export class SecondFactorController {
  constructor(
    @Inject(SecondFactors) private readonly factors: SecondFactors,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  @Get()
  @Can('second-factor.read')
  @Summary('العامل الثاني لحسابي', 'Whether the own account asks for a code, and how many recovery codes are left')
  @Answers(stateSchema)
  state(@Req() { actor }: MasarRequest) {
    return this.factors.state(actor!.user);
  }

  @Post()
  @Limited('sign-in')
  @HttpCode(200)
  @Can('second-factor.set')
  @Summary(
    'بدء العامل الثاني',
    'A secret for an authenticator, told once; nothing is asked for until a code confirms it',
  )
  @Answers(begunSchema, { status: 200 })
  @Refuses('session/wrong-credentials', 'rate/too-many', 'second-factor/on', 'read/not-offered')
  async begin(@Body() { password }: BeginFactorBody, @Req() { actor, ip }: MasarRequest) {
    await this.accounts.confirmPassword(actor!.user, password, ip);
    return this.factors.begin(actor!.user);
  }

  @Post('confirm')
  @Limited('sign-in')
  @HttpCode(200)
  @Can('second-factor.set')
  @Summary('تأكيد العامل الثاني', 'From now on signing in asks for a code; answers recovery codes, told once')
  @Answers(confirmedSchema, { status: 200 })
  @Refuses(
    ...(['second-factor/on', 'second-factor/not-begun', 'second-factor/wrong-code'] as const),
    ...(['rate/too-many', 'read/not-offered'] as const),
  )
  async confirm(@Body() { code }: ConfirmFactorBody, @Req() { actor, ip }: MasarRequest) {
    const { user } = actor!;
    const recoveryCodes = await this.accounts.triedCode(
      user,
      ip,
      async () => (await this.factors.confirm(user, code)) ?? refuse('second-factor/wrong-code', {}, 'code'),
    );
    return { recoveryCodes };
  }

  @Post('end')
  @Limited('sign-in')
  @HttpCode(204)
  @Can('second-factor.set')
  @Summary('إيقاف العامل الثاني', 'Signing in asks for no code any more')
  @Refuses('session/wrong-credentials', 'session/code-required', 'session/wrong-code', 'rate/too-many')
  async end(@Body() { password, code }: EndFactorBody, @Req() { actor, ip }: MasarRequest): Promise<void> {
    const { factor } = await this.accounts.showBoth(actor!.user, password, ip, code);
    await this.factors.end(actor!.user, factor);
  }
}

@Controller('api/people')
export class SecondFactorResetController {
  constructor(@Inject(SecondFactors) private readonly factors: SecondFactors) {}

  @Post(':user/second-factor/reset')
  @HttpCode(204)
  @Can('person.reset-second-factor')
  @Summary(
    'إلغاء العامل الثاني لشخص فقده',
    'Signing in asks a person who has lost the authenticator for no code any more',
  )
  @Refuses('account/unknown', 'account/own')
  async reset(
    @Param('user') user: string,
    @Body() { reason }: ReasonBody,
    @Req() { actor }: MasarRequest,
  ): Promise<void> {
    await this.factors.reset(user, reason, actor!);
  }
}
