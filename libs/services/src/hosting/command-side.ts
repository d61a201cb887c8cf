import type { HostedModule } from '@masar/nest-kit';
import { BatchModule } from '../batch/index.js';
import { DemonstrationModule } from '../demonstration/index.js';
import { FilesModule } from '../files/index.js';
import { ImportsModule } from '../imports/index.js';
import { InitiativesModule } from '../initiatives/index.js';
import { PartnersModule } from '../partners/index.js';
import { RegistryModule } from '../registry/index.js';

/**
 * Everything that decides, in one process: what an import, a batch or the demonstration writes may be of any kind. A batch
 * gives its commands to the routes beside it, so they are here too, though in a cluster the proxy leads their own addresses
 * to the services of each kind.
 */
export const commandSide = (): readonly HostedModule[] => [
  RegistryModule,
  InitiativesModule.for('projects'),
  InitiativesModule.for('laws'),
  InitiativesModule.for('policies'),
  PartnersModule,
  BatchModule,
  ImportsModule,
  FilesModule,
  DemonstrationModule,
];
