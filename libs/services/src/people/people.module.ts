import { Module, type DynamicModule } from '@nestjs/common';
import type { AccountRecords } from '../sessions/account.js';
import { InvitationsController } from './invitations.controller.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.js';
import { ProfileController } from './profile.controller.js';
import { ServiceAccountsController } from './service-accounts.controller.js';
import { ServiceAccounts } from './service-accounts.js';

/** The people of the house: beside the accounts, wherever people sign in. */
@Module({})
export class PeopleModule {
  static of(records: AccountRecords): DynamicModule {
    return {
      module: PeopleModule,
      controllers: [PeopleController, ProfileController, InvitationsController, ServiceAccountsController],
      providers: [
        { provide: People, useValue: new People(records) },
        { provide: ServiceAccounts, useValue: new ServiceAccounts(records) },
      ],
    };
  }
}
