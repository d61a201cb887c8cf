import type { Instant } from '@masar/contracts';

export const auditOutcomes = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** One line of the audit: who did, read or was refused what, when, from where. Never a body, a query or a secret. */
export interface AuditEntry {
  /** In order of time, and within a process in order of what happened. */
  readonly id: string;
  /** By the machine's clock, never by MASAR_TODAY. */
  readonly at: Instant;
  /** Absent where nobody is signed in; of a sign-in, the name that was tried. */
  readonly user?: string;
  readonly onBehalfOf?: string;
  /** A right of the table, or what was done that needs none: `session.sign-in`. */
  readonly action: string;
  /** The address asked, without its query: `/api/projects/P-1/milestones/m-1/reach`. */
  readonly subject: string;
  readonly method: string;
  readonly outcome: AuditOutcome;
  readonly status: number;
  /** Why it was refused. */
  readonly code?: string;
  readonly address: string;
  /** As the log of the service names the request. */
  readonly request: string;
  readonly service: string;
}

export interface AuditFilter {
  readonly user?: string;
  readonly action?: string;
  /** How it begins. */
  readonly subject?: string;
  readonly outcome?: AuditOutcome;
  readonly since?: Instant;
  readonly until?: Instant;
}

/** Lines that are added and read, and go only when their time is over. On disk (of a server: with a majority) when `append` resolves. */
export interface AuditRecords {
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** The latest first, those before an id, at most so many. */
  page(filter: AuditFilter, before: string | undefined, limit: number): Promise<readonly AuditEntry[]>;
  /** Takes away what is older; answers how many lines that were. */
  drop(before: Instant): Promise<number>;
  close(): Promise<void>;
}

/** The audit is away for the moment. What has to be on record before it is answered is answered 503. */
export class AuditUnavailable extends Error {
  readonly code = 'storage/unavailable';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AuditUnavailable';
  }
}
