import type { HostedModule } from '@masar/nest-kit';
import { RemindersModule } from '../reminders/index.js';
import { ReportingModule } from '../reporting/index.js';
import { WebhooksModule } from '../webhooks/index.js';

/** Everything that reads: reporting, the reminders of what waits in it, and what sends its feed out. */
export const reportingSide = (): readonly HostedModule[] => {
  const reporting = ReportingModule.of();
  return [reporting, RemindersModule.beside(reporting), WebhooksModule.of(reporting)];
};
