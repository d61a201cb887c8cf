import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { askSession } from './session.js';

/** `asked`: no line is open to this reader; the screens ask by themselves from time to time. */
export type Liveness = 'live' | 'away' | 'asked';
/** Changes that come together are taken up together: the screens ask once. */
const gatherMilliseconds = 150;
/** How often a reader without a line asks. */
const askMilliseconds = 60_000;

const againMilliseconds = 3_000;

/** The queries a change of the portfolio makes old: their keys begin with one of these. */
export const liveKeys = [
  'portfolio',
  'timeline',
  'milestones',
  'changes',
  'inbox',
  'commitments',
  'initiative',
] as const;

/**
 * Listens to what changes and lets the screens ask again. The browser takes the line up where it was after a break. To people
 * of partners the line is not open (decision 0053): their screens ask once a minute.
 */
export const useLive = (hasLine: boolean): Liveness => {
  const cache = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>('away');
  useEffect(() => {
    let source: EventSource | undefined;
    let gathered: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      gathered ??= setTimeout(() => {
        gathered = undefined;
        void cache.invalidateQueries({ predicate: ({ queryKey }) => liveKeys.includes(queryKey[0] as never) });
      }, gatherMilliseconds);
    };
    if (!hasLine) {
      const asking = setInterval(refresh, askMilliseconds);
      return () => {
        clearInterval(asking);
        clearTimeout(gathered);
      };
    }
    let isLeft = false;
    const open = () => {
      if (isLeft) return;
      source = new EventSource('/api/live');
      source.onopen = () => {
        setLiveness('live');
        // What happened while nobody listened is asked for as a whole.
        refresh();
      };
      source.addEventListener('change', refresh);
      source.onerror = () => {
        setLiveness('away');
        // The browser tries again by itself, but not after a refusal: a token that ran out, a session that ended, a server
        // starting. Asking who reads renews the session, or says that it has ended.
        if (source?.readyState !== EventSource.CLOSED) return;
        again = setTimeout(() => void askSession().then(open, open), againMilliseconds);
      };
    };
    open();
    return () => {
      isLeft = true;
      source?.close();
      clearTimeout(gathered);
      clearTimeout(again);
    };
  }, [cache, hasLine]);
  return hasLine ? liveness : 'asked';
};
