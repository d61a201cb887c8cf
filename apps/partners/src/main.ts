import { initiativeKinds } from '@masar/contracts';
import { readSettings, runProcess } from '@masar/nest-kit';
import { BatchModule, InitiativesModule, openAlone, PartnersModule } from '@masar/services';

/**
 * The service of partners and their commitments. A confirmed commitment reaches a milestone of an initiative: the command is
 * decided by the initiative's own rules, which are here for that, over the truth all services share.
 */
await runProcess(() =>
  openAlone(
    readSettings(process.env),
    'partners',
    PartnersModule,
    ...initiativeKinds.map((kind) => InitiativesModule.for(kind)),
    BatchModule,
  ),
);
