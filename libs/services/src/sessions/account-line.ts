import type { AccountLine } from './account.js';

/** A line of an account's history. Accounts run by the machine's clock, never by MASAR_TODAY. */
export const lineBy = (by: string, noted: Omit<AccountLine, 'at' | 'by'>): AccountLine => ({
  at: new Date().toISOString(),
  by,
  ...noted,
});
