import type { AccountRecords } from './account.js';

/** What is known, else what is known once the records were read: another process may have made it a moment ago. */
export const knownOrRead = async <T>(
  records: Pick<AccountRecords, 'refresh'>,
  find: () => T | undefined | Promise<T | undefined>,
): Promise<T | undefined> => (await find()) ?? (await records.refresh(), find());
