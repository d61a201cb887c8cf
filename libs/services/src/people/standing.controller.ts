import { Controller, Get, Inject, Query } from '@nestjs/common';
import { speaksFor } from '@masar/access';
import { Id, OneOf, PartyText, refuse, roles } from '@masar/contracts';
import { PartyField, WordsField } from '@masar/contracts/bodies';
import { Answers, Can, Refuses, Summary } from '@masar/nest-kit';
import { Type } from 'typebox';
import type { DirectoryService } from '../platform/directory-service.js';
import { DIRECTORY } from '../platform/tokens.js';
import { PeopleOnRecord } from './people-on-record.js';
import { isRegisteredParty } from './registered-place.js';

/** Roles and place of people of a party: nobody by name. */
const speaker = Type.Object({
  roles: Type.Array(OneOf(roles)),
  entity: Type.Optional(Id),
  partner: Type.Optional(Id),
  predecessors: Type.Optional(Type.Array(Id)),
});

export class PartyQuery {
  @PartyField() party!: string;
  @WordsField({ longest: 64, optional: true }) user?: string;
}
export class NameQuery {
  @WordsField({ longest: 64 }) user!: string;
}

/** What services that keep no accounts ask before they decide: who speaks for a party, and whether a name may be a member's. */
@Controller('api/directory')
export class StandingController {
  constructor(
    @Inject(PeopleOnRecord) private readonly people: PeopleOnRecord,
    @Inject(DIRECTORY) private readonly directory: DirectoryService,
  ) {}

  @Get('voices')
  @Can('standing.read')
  @Summary(
    'هل للطرف من يعترض عنه، وبأي أدوار',
    'Whether a party has people of its own who may contest for it, and roles and place of its people, each kind once; with `user` of that one alone',
  )
  @Answers(Type.Object({ party: PartyText, hasPeople: Type.Boolean(), people: Type.Array(speaker) }))
  @Refuses('initiative/unknown-party')
  async voices(@Query() { party, user }: PartyQuery) {
    if (!(await isRegisteredParty(this.directory, party))) refuse('initiative/unknown-party', { party }, 'party');
    const people = await this.people.peopleOf(party, undefined, user);
    return { party, hasPeople: people.some((one) => speaksFor(one, party)), people };
  }

  @Get('names')
  @Can('standing.read')
  @Summary('هل يصلح الاسم لعضوية ملف', 'Whether a name may be that of a member')
  @Answers(Type.Object({ user: Type.String(), mayJoin: Type.Boolean() }))
  async names(@Query() { user }: NameQuery) {
    return { user, mayJoin: await this.people.mayJoin(user) };
  }
}
