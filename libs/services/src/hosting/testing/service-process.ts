import { readSettings, runProcess, type HostedModule } from '@masar/nest-kit';
import { BatchModule } from '../../batch/index.js';
import { InitiativesModule } from '../../initiatives/index.js';
import { RegistryModule } from '../../registry/index.js';
import { commandSide } from '../command-side.js';
import { openAlone } from '../open-service.js';
import { reportingSide } from '../reporting-side.js';

/* A service as its app composes it, to be started and killed by a spec; named by the first argument. */
const services: Readonly<Record<string, () => readonly HostedModule[]>> = {
  registry: () => [RegistryModule],
  projects: () => [InitiativesModule.for('projects'), BatchModule],
  imports: commandSide,
  reporting: reportingSide,
};
const service = process.argv[2]!;
await runProcess(() => openAlone(readSettings(process.env), service, ...services[service]!()));
