import type { StreamName } from '@masar/contracts';
import type { BookedSpan, CommandContext } from '@masar/domain';
import { bookedDays } from '@masar/timeline';
import { questionFromStore, type FactsInStore } from '../platform/question-from-store.js';

/**
 * The day ledger a contest or a ruling speaks about, as it reads today in the owner's zone: the same derivation that
 * reporting shows, over the store's own events, so that a contest never depends on how far reporting has come.
 */
export const ledgerOf =
  (from: FactsInStore) =>
  async (stream: StreamName, { now, localDate, directory }: CommandContext): Promise<readonly BookedSpan[]> => {
    const question = await questionFromStore(from, stream, directory, (owner) =>
      localDate(now, directory.zoneOf(owner)),
    );
    return question ? bookedDays(question) : [];
  };
