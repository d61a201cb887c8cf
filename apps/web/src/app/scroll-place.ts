import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** Rows come a moment after the screen they are on: that long the place is looked for. */
const patienceMilliseconds = 2_000;
const mostPlaces = 100;
const kept = 'masar.places';

/** Places of this tab, by entry of its history: a reload keeps both. */
const placesKept = (): Map<string, number> => {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(kept) ?? '[]') as [string, number][]);
  } catch {
    // Not ours, or nothing may be kept: lists begin at their head.
    return new Map();
  }
};
const places = placesKept();
addEventListener('pagehide', () => {
  try {
    sessionStorage.setItem(kept, JSON.stringify([...places]));
  } catch {
    // As above.
  }
});

const rememberPlace = (entry: string, place: number): void => {
  places.delete(entry);
  places.set(entry, place);
  const [oldest] = places.keys();
  if (places.size > mostPlaces && oldest !== undefined) places.delete(oldest);
};

/** Scrolls to where a reader was, again and again until the screen is long enough, or the reader moves it. */
const scrollBackTo = (wanted: number): (() => void) => {
  const until = performance.now() + patienceMilliseconds;
  let frame = 0;
  const stop = () => cancelAnimationFrame(frame);
  const again = () => {
    scrollTo(0, wanted);
    if (Math.abs(scrollY - wanted) > 1 && performance.now() < until) frame = requestAnimationFrame(again);
  };
  again();
  for (const moved of ['wheel', 'touchstart', 'keydown', 'pointerdown']) addEventListener(moved, stop, { once: true });
  return stop;
};

/** A new screen begins at its head; one that is gone back to is where it was left. Another filter of the same screen moves nothing. */
export const useScrollPlace = (): void => {
  const { key, pathname, hash } = useLocation();
  // The first entry of every tab has one and the same key.
  const entry = `${key} ${pathname}`;
  const kind = useNavigationType();
  const before = useRef(pathname);
  useLayoutEffect(() => {
    const isOther = before.current !== pathname;
    before.current = pathname;
    const left = places.get(entry);
    // Never here before: the browser knows where it begins, by its hash.
    if (kind === 'POP') return left === undefined ? undefined : scrollBackTo(left);
    if (isOther && hash === '') scrollTo(0, 0);
    return undefined;
  }, [entry, kind, pathname, hash]);
  useLayoutEffect(() => {
    const remember = () => rememberPlace(entry, scrollY);
    if (!places.has(entry)) rememberPlace(entry, 0);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [entry]);
};
