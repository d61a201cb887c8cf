import type { Row } from '../row.js';

/** The record of who did, read and was refused what. Nobody writes it but Masar itself, and nobody changes it. */
export const auditRows = {
  'audit.read': {
    reach: { auditor: 'any' },
    ar: 'سجل التدقيق لمن يدقق وحده، ولا يعدّله أحد',
    en: 'The audit is read by auditors alone, and changed by nobody',
  },
} as const satisfies Record<string, Row>;
