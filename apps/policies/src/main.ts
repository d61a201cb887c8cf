import { readSettings, runProcess } from '@masar/nest-kit';
import { BatchModule, InitiativesModule, openAlone } from '@masar/services';

/** The service of policies alone, over its own data folder. */
await runProcess(() =>
  openAlone(readSettings(process.env), 'policies', InitiativesModule.for('policies'), BatchModule),
);
