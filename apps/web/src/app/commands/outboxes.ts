import { newKey } from '../../api/new-key.js';
import { askSession } from '../session.js';
import { deliver } from './deliver.js';
import { keepDraft } from './drafts.js';
import { browserKeeper } from './intent-keeper.js';
import { Outbox } from './outbox.js';

const made = new Map<string, Outbox>();
const keeper = browserKeeper();

/** One outbox for each person who has used this page since it was opened. */
export const outboxOf = (user: string): Outbox => {
  const found =
    made.get(user) ??
    new Outbox({
      user,
      keeper,
      deliver: async (intent) => {
        const arrival = await deliver(intent);
        if (intent.draft !== undefined) keepDraft(localStorage, user, intent.draft, undefined);
        return arrival;
      },
      isStillUser: async () => (await askSession()).user === user,
      now: () => new Date(),
      newKey,
    });
  made.set(user, found);
  return found;
};
