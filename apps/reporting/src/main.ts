import { readSettings, runProcess } from '@masar/nest-kit';
import { openAlone, reportingSide } from '@masar/services';

/** Reporting alone, the reminders of what waits in it, and what sends its feed out. */
await runProcess(() => openAlone(readSettings(process.env), 'reporting', ...reportingSide()));
