import { readSettings, runProcess } from '@masar/nest-kit';
import { openAlone, RegistryModule } from '@masar/services';

/** The registry alone, over its own data folder: sessions, entities, calendars and law paths. It is nobody else's reader. */
await runProcess(() => {
  const { registryUrl: _itself, ...settings } = readSettings(process.env);
  return openAlone(settings, 'registry', RegistryModule);
});
