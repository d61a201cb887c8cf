/** An `AuditRecords`. */
export const AUDIT_RECORDS = Symbol('audit records');
