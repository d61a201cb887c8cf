import { useSyncExternalStore } from 'react';

const media = (): MediaQueryList => matchMedia('print');
const subscribe = (changed: () => void): (() => void) => {
  const query = media();
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** True while the page is laid out for paper: what is drawn only when it comes into sight has to be there as a whole. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => media().matches);
