import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { roles, type Role } from '@masar/contracts';
import { ChangePersonBody, IdField, InvitePersonBody, OneOfField, ReasonBody } from '@masar/contracts/bodies';
import { Answers, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import type { DirectoryService } from '../platform/directory-service.js';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { DIRECTORY } from '../platform/tokens.js';
import type { Account } from '../sessions/account.js';
import { People } from './people.js';
import {
  invitedSchema,
  listedPerson,
  listedPersonSchema,
  personSchema,
  personStates,
  personView,
  stateOf,
  type PersonState,
} from './person-view.js';
import { requireRegisteredPlace } from './registered-place.js';

export class PeopleQuery extends PageQuery {
  @OneOfField(roles, { optional: true }) role?: Role;
  @IdField({ optional: true }) entity?: string;
  @IdField({ optional: true }) partner?: string;
  @OneOfField(personStates, { optional: true }) state?: PersonState;
}

const fits = (account: Account, { role, entity, partner, state }: PeopleQuery): boolean =>
  (role === undefined || account.roles.includes(role)) &&
  (entity === undefined || account.entity === entity) &&
  (partner === undefined || account.partner === partner) &&
  (state === undefined || stateOf(account) === state);

@Controller('api/people')
export class PeopleController {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(DIRECTORY) private readonly directory: DirectoryService,
  ) {}

  /** The link is told in this answer alone; whoever has it chooses the password. */
  @Post()
  @Can('person.invite')
  @Summary('دعوة شخص', 'Invite a person')
  @Answers(invitedSchema, { status: 201 })
  @Refuses('account/exists', 'account/place', 'account/roles-apart', 'entity/unknown', 'partner/unknown')
  async invite(
    @Body() { reason, ...invited }: InvitePersonBody,
    @Req() { actor }: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await requireRegisteredPlace(this.directory, invited);
    const { account, invitation } = await this.people.invite(invited, actor!, reason);
    void reply.header('location', `/api/people/${account.user}`);
    return { ...listedPerson(account), invitation };
  }

  @Get()
  @Can('person.read')
  @Summary('الأشخاص', 'People')
  @Answers(pageSchema(listedPersonSchema))
  @Refuses('page/cursor-invalid')
  list(@Query() query: PeopleQuery) {
    const found = this.people.list().filter((account) => fits(account, query));
    return pageOfArray('people', found.map(listedPerson), query);
  }

  @Get(':user')
  @Can('person.read')
  @Summary('شخص واحد وما جرى على حسابه', 'One person, with what was done to the account')
  @Answers(personSchema)
  @Refuses('account/unknown')
  async one(@Param('user') user: string) {
    return personView(await this.people.one(user));
  }

  @Post(':user/roles')
  @HttpCode(200)
  @Can('person.change')
  @Summary('تغيير أدوار شخص وجهته', 'Say all roles of a person anew, and where he belongs')
  @Answers(personSchema, { status: 200 })
  @Refuses(
    ...([
      'account/unknown',
      'account/own',
      'account/place',
      'account/roles-apart',
      'account/last-administrator',
    ] as const),
    'entity/unknown',
    'partner/unknown',
  )
  async change(
    @Param('user') user: string,
    @Body() { reason, ...standing }: ChangePersonBody,
    @Req() { actor }: MasarRequest,
  ) {
    await requireRegisteredPlace(this.directory, standing);
    return personView(await this.people.change(user, standing, reason, actor!));
  }

  @Post(':user/disable')
  @HttpCode(200)
  @Can('person.disable')
  @Summary('إيقاف حساب', 'Disable an account: every session and live line ends')
  @Answers(personSchema, { status: 200 })
  @Refuses('account/unknown', 'account/own', 'account/last-administrator')
  async disable(@Param('user') user: string, @Body() { reason }: ReasonBody, @Req() { actor }: MasarRequest) {
    return personView(await this.people.disable(user, reason, actor!));
  }

  @Post(':user/enable')
  @HttpCode(200)
  @Can('person.disable')
  @Summary('إعادة تشغيل حساب', 'Enable an account again')
  @Answers(personSchema, { status: 200 })
  @Refuses('account/unknown', 'account/own')
  async enable(@Param('user') user: string, @Body() { reason }: ReasonBody, @Req() { actor }: MasarRequest) {
    return personView(await this.people.enable(user, reason, actor!));
  }

  /** The old password opens nothing any more; the link is told in this answer alone. */
  @Post(':user/reset')
  @HttpCode(200)
  @Can('person.reset')
  @Summary('رابط لكلمة مرور جديدة', 'A one-time link for a new password')
  @Answers(invitedSchema, { status: 200 })
  @Refuses('account/unknown', 'account/own', 'account/disabled', 'account/from-provider')
  async reset(@Param('user') user: string, @Body() { reason }: ReasonBody, @Req() { actor }: MasarRequest) {
    const { account, invitation } = await this.people.reset(user, reason, actor!);
    return { ...listedPerson(account), invitation };
  }
}
