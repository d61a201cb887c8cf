import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../session.js';
import { askAgain, catchUp } from './caught-up.js';
import type { Arrival, Command, Entry } from './intent.js';
import { outboxOf } from './outboxes.js';

/** Everything this person has wished on this device that still has something to show, in its order. */
export const useOutbox = (): readonly Entry[] => {
  const { user } = useSession();
  const outbox = outboxOf(user);
  return useSyncExternalStore(outbox.subscribe, outbox.snapshot);
};

export interface Commanding {
  /** The last wish about this, and what became of it. */
  readonly entry: Entry | undefined;
  /**
   * Gives a command. Resolves when the server has written it down and what is read shows it; rejects with `Refused`. Without
   * a line it neither resolves nor rejects: the entry says that it is kept.
   */
  give(command: Command): Promise<Arrival>;
  /** Takes back what was never sent; false where it was. */
  takeBack(): Promise<boolean>;
  /** What it said has been read. */
  dismiss(): Promise<void>;
}

/** The one way to send a command. `about` names what it changes: `projects/P-1/milestones/m-2`. */
export const useCommand = (about: string): Commanding => {
  const { user, partner } = useSession();
  const cache = useQueryClient();
  const outbox = outboxOf(user);
  const entry = useOutbox().findLast(({ intent }) => intent.about === about);
  const key = entry?.intent.key;
  const give = useCallback(
    async (command: Command) => {
      try {
        const arrival = await outbox.give(about, command);
        await catchUp(cache, partner === undefined ? arrival.position : undefined);
        return arrival;
      } catch (fault) {
        // Whoever is refused sees what is there now beside what was wished.
        await askAgain(cache);
        throw fault;
      }
    },
    [outbox, about, cache, partner],
  );
  return useMemo(
    () => ({
      entry,
      give,
      takeBack: async () => key !== undefined && outbox.takeBack(key),
      dismiss: async () => {
        if (key !== undefined) await outbox.dismiss(key);
      },
    }),
    [entry, give, key, outbox],
  );
};
