import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** How long an element is along the line, kept as the window changes; 0 before it was first laid out. */
export const useMeasured = <Of extends HTMLElement>(): readonly [RefObject<Of | null>, number] => {
  const element = useRef<Of>(null);
  const [length, setLength] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(([entry]) => setLength(Math.floor(entry!.contentRect.width)));
    observer.observe(measured);
    setLength(Math.floor(measured.getBoundingClientRect().width));
    return () => observer.disconnect();
  }, []);
  return [element, length];
};
