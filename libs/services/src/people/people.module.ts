import { Module, type DynamicModule } from '@nestjs/common';
import type { AccountRecords } from '../sessions/account.js';
import type { Places } from '../sessions/stand-ins.js';
import { Delegations } from './delegations.js';
import { DelegationsController } from './delegations.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { OfficialsController } from './officials.controller.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.js';
import { PeopleOnRecord } from './people-on-record.js';
import { ProfileController } from './profile.controller.js';
import { ServiceAccountsController } from './service-accounts.controller.js';
import { ServiceAccounts } from './service-accounts.js';
import { StandingController } from './standing.controller.js';

/** The people of the house: beside the accounts, wherever people sign in. */
@Module({})
export class PeopleModule {
  static of(records: AccountRecords, places: Places, onRecord: PeopleOnRecord): DynamicModule {
    return {
      module: PeopleModule,
      controllers: [
        PeopleController,
        ProfileController,
        InvitationsController,
        ServiceAccountsController,
        DelegationsController,
        StandingController,
        OfficialsController,
      ],
      providers: [
        { provide: People, useValue: new People(records) },
        { provide: PeopleOnRecord, useValue: onRecord },
        { provide: Delegations, useValue: new Delegations(records, places) },
        { provide: ServiceAccounts, useValue: new ServiceAccounts(records) },
      ],
    };
  }
}
