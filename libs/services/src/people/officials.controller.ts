import { Controller, Get, Inject, Query } from '@nestjs/common';
import { BilingualText, Id } from '@masar/contracts';
import { Answers, Can, Refuses, Summary } from '@masar/nest-kit';
import { Type } from 'typebox';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import type { Account } from '../sessions/account.js';
import { People } from './people.js';

const official = Type.Object({ id: Type.String(), name: BilingualText, entity: Type.Optional(Id) });

type NamedAccount = Account & { readonly name: NonNullable<Account['name']> };
/** Also of those who have left: what they decided stands under their names. */
const isNamedOfficial = (account: Account): account is NamedAccount =>
  account.name !== undefined && account.partner === undefined && account.keys === undefined;

const officialView = ({ user, name, entity }: NamedAccount) => ({
  id: user,
  name,
  ...(entity === undefined ? {} : { entity }),
});

/** What officials are called: events, inboxes and lists say under which name somebody signs in, and no more. */
@Controller('api/directory')
export class OfficialsController {
  constructor(@Inject(People) private readonly people: People) {}

  @Get('officials')
  @Can('official.read')
  @Summary('أسماء الموظفين', 'What officials are called')
  @Answers(pageSchema(official))
  @Refuses('page/cursor-invalid')
  list(@Query() query: PageQuery) {
    return pageOfArray('officials', this.people.list().filter(isNamedOfficial).map(officialView), query);
  }
}
