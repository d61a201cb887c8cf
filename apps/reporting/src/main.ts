import { readSettings, runProcess } from '@masar/nest-kit';
import { openAlone, reportingSide } from '@masar/services';

/** Reporting alone, over its own data folder. */
await runProcess(() => openAlone(readSettings(process.env), 'reporting', ...reportingSide()));
