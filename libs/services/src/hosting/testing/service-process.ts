import { readSettings, runProcess, type HostedModule } from '@masar/nest-kit';
import { BatchModule } from '../../batch/index.js';
import { InitiativesModule } from '../../initiatives/index.js';
import { RegistryModule } from '../../registry/index.js';
import { RemindersModule } from '../../reminders/index.js';
import { ReportingModule } from '../../reporting/index.js';
import { commandSide } from '../command-side.js';
import { openAlone } from '../open-service.js';

/* A service as its app composes it, to be started and killed by a spec; named by the first argument. */
/** As `apps/reporting` composes it. */
const reporting = (): readonly HostedModule[] => {
  const module = ReportingModule.of();
  return [module, RemindersModule.beside(module)];
};

const services: Readonly<Record<string, () => readonly HostedModule[]>> = {
  registry: () => [RegistryModule],
  projects: () => [InitiativesModule.for('projects'), BatchModule],
  imports: commandSide,
  reporting,
};
const service = process.argv[2]!;
await runProcess(() => openAlone(readSettings(process.env), service, ...services[service]!()));
