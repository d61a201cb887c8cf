import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useReader } from '../../app/reader.js';
import { usePrinting } from '../../ui/use-printing.js';
import type { Entry } from './rows.js';

/** What an entry most probably takes until it is drawn and measured. */
const heights = { relaxed: 53, compact: 38 } as const;
const groupHeight = 33;
const cardHeight = 168;
/** Rows drawn beyond those in sight, so that scrolling finds them there. */
const around = 8;
/** What sticks to the top of the window while the list scrolls. */
export const stuckAbove = 130;

/** Which of many entries are drawn: those in sight and a few around them, whatever their number; on paper all of them. */
export const useDrawn = (entries: readonly Entry[], isCards: boolean) => {
  const { density } = useReader().preferences;
  const isPrinting = usePrinting();
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the list grows and shrinks with the words in it, and the page with it; scrolling measures nothing.
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: entries.length,
    estimateSize: (index) => (entries[index]?.group ? groupHeight : isCards ? cardHeight : heights[density]),
    getItemKey: (index) => {
      const entry = entries[index];
      return entry?.row ? `${entry.row.kind}/${entry.row.id}` : (entry?.group ?? index);
    },
    overscan: isPrinting ? entries.length : around,
    scrollMargin: top,
    scrollPaddingStart: stuckAbove,
    scrollPaddingEnd: 60,
  });
  // Estimates belong to a density and a shape: measured anew when either changes.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, density, isCards]);
  const items = virtualizer.getVirtualItems();
  const before = (items[0]?.start ?? top) - top;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
  return { list, items, before: Math.max(0, before), after: Math.max(0, after), virtualizer };
};

/** The room of rows that are not drawn. */
export const Room = ({ extent }: { readonly extent: number }): ReactNode =>
  extent > 0 ? (
    <tr aria-hidden="true" className="portfolio-room">
      <td colSpan={5} style={{ blockSize: extent }} />
    </tr>
  ) : null;
