import { readSettings, runProcess } from '@masar/nest-kit';
import { openAlone, RemindersModule, ReportingModule } from '@masar/services';

const reporting = ReportingModule.of();

/** Reporting alone, and the reminders of what waits in it. */
await runProcess(() => openAlone(readSettings(process.env), 'reporting', reporting, RemindersModule.beside(reporting)));
