import type { RefusalCode } from '@masar/contracts';

/** One fault of one field. `path` is dotted: `milestones.0.title`. */
export interface FieldFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** RFC 9457 problem details, as `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: RefusalCode;
  readonly errors?: readonly FieldFault[];
  /** The rule's own particulars: `{on, today}`, `{allowed: [stages]}`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export const problemMedia = 'application/problem+json; charset=utf-8';
