import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { Notice } from '../../ui/notice.js';
import { useWords } from '../reader.js';
import { useSession, useSigned } from '../session.js';
import { catchUp } from './caught-up.js';
import { outboxOf } from './outboxes.js';
import { useOutbox } from './use-command.js';

/** How often a server that went away is asked whether it is back. */
const againMilliseconds = 4_000;

/** Sends what was kept when the page opens, when the line is back, and again and again while something is kept. */
const useSending = (keptCount: number): void => {
  const { user, partner } = useSession();
  const cache = useQueryClient();
  const flush = useCallback(async () => {
    const arrival = await outboxOf(user).flush();
    // Nobody waits any more for what was kept before a reload: the screens hear of it here.
    if (arrival) await catchUp(cache, partner === undefined ? arrival.position : undefined);
  }, [user, partner, cache]);
  useEffect(() => {
    const now = () => void flush();
    now();
    addEventListener('online', now);
    return () => removeEventListener('online', now);
  }, [flush]);
  useEffect(() => {
    if (keptCount === 0) return;
    const again = setInterval(() => void flush(), againMilliseconds);
    return () => clearInterval(again);
  }, [flush, keptCount]);
};

/** Above every screen while the device holds something the server does not have. */
export const OutboxNotice = () => {
  const { commands } = useWords();
  const entries = useOutbox();
  const { ended } = useSigned();
  const kept = entries.filter(({ state }) => state === 'kept').length;
  const isSending = entries.some(({ state }) => state === 'sending');
  useSending(kept);
  if (kept === 0) return null;
  return (
    <div className="outbox-notice">
      <Notice tone="amber">
        {isSending ? (
          commands.goingOut(kept)
        ) : (
          <>
            <b>{ended ? commands.ended : commands.away}</b>{' '}
            {ended ? commands.endedDetail(kept) : commands.awayDetail(kept)}
          </>
        )}
      </Notice>
    </div>
  );
};
