import { useEffect } from 'react';

/** Whose session the browser holds now: the tabs of one browser share it. */
interface Told {
  /** Nobody's: somebody signed out. */
  readonly user: string | null;
}
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('masar.session');

const tell = (user: string | null): void => tabs?.postMessage({ user } satisfies Told);
/** That nobody is signed in any more; who is, the others hear from `useOtherTabs`. */
export const tellOtherTabsOfLeaving = (): void => tell(null);

interface Hearing {
  /** Whose screens this tab shows; undefined at the door. */
  readonly shown: string | undefined;
  /** The door is there, or lies over the screen. */
  readonly isAtDoor: boolean;
  /** Who is signed in, asked of the server; undefined where that cannot be said now. */
  readonly ask: () => Promise<string | null | undefined>;
  /** The same person signed in again elsewhere, or somebody did while this tab stood at the door. */
  readonly goOn: () => void;
}

/**
 * Keeps a tab from showing one person what another reads, and from sending in another's name what it was given; and leaves
 * nothing on the screen once somebody signed out. Told by the tab in which it happened, and asked whenever the tab is looked
 * at again. What was typed is kept, for whoever typed it.
 */
export const useOtherTabs = ({ shown, isAtDoor, ask, goOn }: Hearing): void => {
  useEffect(() => {
    const take = (user: string | null): void => {
      if (shown !== undefined && user !== shown) location.reload();
      else if (user !== null && isAtDoor) goOn();
    };
    const hear = ({ data }: MessageEvent<Told>) => take(data.user);
    const look = async () => {
      if (document.visibilityState !== 'visible' || shown === undefined) return;
      const user = await ask();
      if (user && user !== shown) location.reload();
    };
    // A page the browser had put aside is shown as it was left.
    const comeBack = ({ persisted }: PageTransitionEvent) => void (persisted && look());
    tabs?.addEventListener('message', hear);
    document.addEventListener('visibilitychange', look);
    addEventListener('pageshow', comeBack);
    return () => {
      tabs?.removeEventListener('message', hear);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pageshow', comeBack);
    };
  }, [shown, isAtDoor, ask, goOn]);
  // However it came about: by this page, or by the door of a ministry, which loads it anew.
  useEffect(() => {
    if (shown !== undefined) tell(shown);
  }, [shown]);
};
