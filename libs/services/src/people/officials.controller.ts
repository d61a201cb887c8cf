import { Controller, Get, Inject, Query } from '@nestjs/common';
import { BilingualText, Id } from '@masar/contracts';
import { Answers, Can, Refuses, Summary } from '@masar/nest-kit';
import type { EventStore } from '@masar/event-store';
import { Type } from 'typebox';
import { peopleOfDemonstration } from '../demonstration/people-of-demonstration.js';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { EVENT_STORE } from '../platform/tokens.js';
import type { Account } from '../sessions/account.js';
import { People } from './people.js';

const official = Type.Object({ id: Type.String(), name: BilingualText, entity: Type.Optional(Id) });

/** Somebody with an account, or of the demonstration. */
type Named = Pick<Account, 'user' | 'name' | 'entity' | 'partner' | 'keys'>;
type NamedOfficial = Named & { readonly name: NonNullable<Account['name']> };
/** Also of those who have left: what they decided stands under their names. */
const isNamedOfficial = (one: Named): one is NamedOfficial =>
  one.name !== undefined && one.partner === undefined && one.keys === undefined;

const officialView = ({ user, name, entity }: NamedOfficial) => ({
  id: user,
  name,
  ...(entity === undefined ? {} : { entity }),
});

/** What officials are called: events, inboxes and lists say under which name somebody signs in, and no more. */
@Controller('api/directory')
export class OfficialsController {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get('officials')
  @Can('official.read')
  @Summary('أسماء الموظفين', 'What officials are called')
  @Answers(pageSchema(official))
  @Refuses('page/cursor-invalid')
  async list(@Query() query: PageQuery) {
    const told = (await peopleOfDemonstration(this.store)).map((one): [string, Named] => [one.user, one]);
    const held = this.people.list().map((one): [string, Named] => [one.user, one]);
    // Whoever was given an account under such a name is called as the account says.
    const everybody = [...new Map([...told, ...held]).values()].sort((a, b) => (a.user < b.user ? -1 : 1));
    return pageOfArray('officials', everybody.filter(isNamedOfficial).map(officialView), query);
  }
}
