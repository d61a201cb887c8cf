import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, bodyOf, sessionEnded } from '../api/client.js';
import { Refused } from '../api/problem.js';
import { tellOtherTabsOfLeaving, useOtherTabs } from './other-tabs.js';
import { whenNothingIsShown } from './query-client.js';

/** Who reads, as the registry says it. */
export const askSession = () => bodyOf(api.GET('/api/session'));
export type Session = Awaited<ReturnType<typeof askSession>>;

interface Signed {
  readonly session: Session | null;
  /** The session ended while somebody worked: the screen beneath stays, with what was typed. */
  readonly ended: boolean;
  signedIn(): Promise<void>;
  signOut(everywhere: boolean): Promise<void>;
  /** The server has ended every session: the door is next. */
  signedOut(): void;
}
const SessionContext = createContext<Signed | undefined>(undefined);

const orNobody = async (): Promise<Session | null> => {
  try {
    return await askSession();
  } catch (fault) {
    if (fault instanceof Refused && fault.problem.status === 401) return null;
    throw fault;
  }
};

/** Who is signed in now; undefined where the server cannot be asked. */
const userNow = (): Promise<string | null | undefined> =>
  orNobody().then(
    (session) => session?.user ?? null,
    () => undefined,
  );

/** Ends this session or all of them, at the server first; this one is ended too where it had ended already, the others are not. Throws when the server has not done it. */
const endSessions = async (everywhere: boolean): Promise<void> => {
  try {
    await (everywhere ? api.DELETE('/api/sessions') : api.DELETE('/api/session'));
  } catch (fault) {
    if (everywhere || !(fault instanceof Refused && fault.problem.status === 401)) throw fault;
  }
};

/** Everything read for the one before goes; who is signed in stays asked for by what shows it, and is told anew. */
const forget = (cache: QueryClient): void =>
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });

/** Knows who is signed in. Throws (to the nearest boundary) when the server cannot be reached at the start. */
export const SessionProvider = ({
  children,
  waiting,
}: {
  readonly children: ReactNode;
  readonly waiting: ReactNode;
}) => {
  const cache = useQueryClient();
  const [ended, setEnded] = useState(false);
  const asked = useQuery({
    queryKey: ['session'],
    queryFn: orNobody,
    staleTime: Infinity,
    throwOnError: whenNothingIsShown,
  });
  useEffect(() => {
    const end = () => setEnded(true);
    sessionEnded.addEventListener('ended', end);
    return () => sessionEnded.removeEventListener('ended', end);
  }, []);
  const goOn = useCallback(() => {
    setEnded(false);
    void cache.invalidateQueries();
  }, [cache]);
  const shown = asked.data?.user;
  useOtherTabs({ shown, isAtDoor: ended || shown === undefined, ask: userNow, goOn });
  const leave = useCallback(() => {
    cache.setQueryData(['session'], null);
    forget(cache);
    tellOtherTabsOfLeaving();
  }, [cache]);
  const signed = useMemo<Signed>(
    () => ({
      session: asked.data ?? null,
      ended: ended && Boolean(asked.data),
      signedIn: async () => {
        const before = asked.data?.user;
        const session = await askSession();
        // Another person on the same device begins with nothing of the one before.
        if (before !== session.user) forget(cache);
        cache.setQueryData(['session'], session);
        setEnded(false);
        await cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      },
      signedOut: leave,
      signOut: async (everywhere) => {
        await endSessions(everywhere);
        leave();
      },
    }),
    [asked.data, cache, ended, leave],
  );
  if (asked.isPending) return waiting;
  return <SessionContext value={signed}>{children}</SessionContext>;
};

export const useSigned = (): Signed => {
  const signed = useContext(SessionContext);
  if (!signed) throw new Error('outside of a SessionProvider');
  return signed;
};

/** Of somebody who is signed in: the screens behind the door. */
export const useSession = (): Session => {
  const { session } = useSigned();
  if (!session) throw new Error('nobody is signed in');
  return session;
};
