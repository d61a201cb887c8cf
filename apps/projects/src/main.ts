import { readSettings, runProcess } from '@masar/nest-kit';
import { BatchModule, InitiativesModule, openAlone } from '@masar/services';

/** The service of projects alone, over its own data folder. */
await runProcess(() =>
  openAlone(readSettings(process.env), 'projects', InitiativesModule.for('projects'), BatchModule),
);
