import { readSettings, runProcess } from '@masar/nest-kit';
import { commandSide, openAlone } from '@masar/services';

/** What writes across kinds, of a cluster: imports, batches and the demonstration, with every decider over the shared truth. */
await runProcess(() => openAlone(readSettings(process.env), 'imports', ...commandSide()));
