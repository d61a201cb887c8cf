import { useCallback, useRef, useState } from 'react';

/** How long an element is along the line, kept up to date while it is shown; 0 before that. */
export const useExtent = (): readonly [ref: (element: Element | null) => void, extent: number] => {
  const [extent, setExtent] = useState(0);
  const observer = useRef<ResizeObserver | undefined>(undefined);
  const ref = useCallback((element: Element | null) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new ResizeObserver(([entry]) => {
      if (entry) setExtent(Math.floor(entry.contentRect.width));
    });
    observer.current.observe(element);
  }, []);
  return [ref, extent];
};
