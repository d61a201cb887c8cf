import type { HostedModule } from '@masar/nest-kit';
import { ReportingModule } from '../reporting/index.js';
import { WebhooksModule } from '../webhooks/index.js';

/** Everything that reads: reporting, and what sends its feed out. */
export const reportingSide = (): readonly HostedModule[] => {
  const reporting = ReportingModule.of();
  return [reporting, WebhooksModule.of(reporting)];
};
