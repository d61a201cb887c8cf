import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** Rows come a moment after the screen they are on: that long the place is looked for. */
const patienceMilliseconds = 2_000;
const places = new Map<string, number>();

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
  const kind = useNavigationType();
  const before = useRef(pathname);
  useLayoutEffect(() => {
    const isOther = before.current !== pathname;
    before.current = pathname;
    if (kind === 'POP') return scrollBackTo(places.get(key) ?? 0);
    if (isOther && hash === '') scrollTo(0, 0);
    return undefined;
  }, [key, kind, pathname, hash]);
  useLayoutEffect(() => {
    const remember = () => places.set(key, scrollY);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [key]);
};
