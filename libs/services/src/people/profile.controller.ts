import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ContactBody } from '@masar/contracts/bodies';
import { Answers, Can, Refuses, Summary, type MasarRequest } from '@masar/nest-kit';
import { People } from './people.js';
import { contactSchema, contactView } from './person-view.js';

/** How whoever asks is written to: the person's own to change, nobody else's. */
@Controller('api/profile')
export class ProfileController {
  constructor(@Inject(People) private readonly people: People) {}

  @Get()
  @Can('profile.read')
  @Summary('بريدي ولغتي', 'Where and how I am written to')
  @Answers(contactSchema)
  @Refuses('account/unknown')
  async read(@Req() { actor }: MasarRequest) {
    return contactView(await this.people.one(actor!.user));
  }

  /** All of it anew: without `mail` no letter is sent any more. */
  @Post()
  @HttpCode(200)
  @Can('profile.change')
  @Summary('تغيير بريدي ولغتي وما أُذكَّر به', 'Change where I am written to, in which language, and about what')
  @Answers(contactSchema, { status: 200 })
  @Refuses('account/unknown')
  async change(@Body() body: ContactBody, @Req() { actor }: MasarRequest) {
    return contactView(await this.people.changeContact(actor!, body));
  }
}
