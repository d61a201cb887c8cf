import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { refuse } from '@masar/contracts';
import { ChangePasswordBody, ChoosePasswordBody } from '@masar/contracts/bodies';
import { Answers, Can, isOwnOrigin, Limited, Public, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { Type } from 'typebox';
import { Accounts } from '../sessions/accounts.js';
import { People } from './people.js';

const joinedSchema = Type.Object({ user: Type.String() });

@Controller('api')
export class InvitationsController {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  /** Of an invitation or a reset. A link opens once. */
  @Post('invitations/:token')
  @Limited('sign-in')
  @HttpCode(200)
  @Public('the link itself is the permission')
  @Summary('اختيار كلمة المرور برابط الدعوة', 'Choose a password by a one-time link')
  @Answers(joinedSchema, { status: 200 })
  @Refuses('invitation/unknown', 'password/length', 'password/too-common', 'access/foreign-origin', 'rate/too-many')
  async join(@Param('token') token: string, @Body() { password }: ChoosePasswordBody, @Req() request: MasarRequest) {
    if (request.headers.origin !== undefined && !isOwnOrigin(request)) refuse('access/foreign-origin');
    return { user: (await this.people.join(token, password)).user };
  }

  @Post('session/password')
  @Limited('sign-in')
  @HttpCode(204)
  @Can('password.change')
  @Summary('تغيير كلمة المرور', 'Another password for oneself: every session ends, this one too')
  @Refuses('session/wrong-credentials', 'rate/too-many', 'password/length', 'password/too-common')
  async change(@Body() { current, password }: ChangePasswordBody, @Req() { actor, ip }: MasarRequest): Promise<void> {
    // Whoever holds a session and not the password is slowed down like anybody who tries one.
    await this.accounts.confirmPassword(actor!.user, current, ip);
    await this.people.changePassword(actor!, password);
  }
}
