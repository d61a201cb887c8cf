import type { AccountRecords } from './account.js';
import { longestTokenMinutes } from './session-key.js';

/**
 * Its tokens open nothing, and nothing renews the session any more. In that order: where the second write is missing, the
 * session is still found, and ended the next time.
 */
export const endSession = async (records: AccountRecords, id: string): Promise<void> => {
  await records.revoke(id, Date.now() + longestTokenMinutes * 60_000);
  await records.end(id);
};

/** All of somebody's, whatever becomes of the account. */
export const endSessionsOf = async (records: AccountRecords, user: string): Promise<void> => {
  for (const { id } of await records.sessionsOf(user)) await endSession(records, id);
};
