import { useEffect, useRef, useState } from 'react';
import { keyOf, type Entry } from './rows.js';
import { stepOf } from './keys.js';

const takesKeys = 'input,textarea,select,[role=dialog],[role=menu],[role=listbox]';

/** J and K, or the arrows, go from row to row and take the focus along: Enter then opens the row like any link. */
export const useRowKeys = (entries: readonly Entry[], reveal: (index: number) => void): string | undefined => {
  const [selected, select] = useState<string>();
  const latest = useRef({ entries, reveal, selected });
  latest.current = { entries, reveal, selected };
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step === 0 || (event.target as Element).closest?.(takesKeys)) return;
      const { entries, reveal, selected } = latest.current;
      const places = entries.flatMap(({ row }, index) => (row ? [{ index, key: keyOf(row) }] : []));
      const at = places.findIndex(({ key }) => key === selected);
      const next = places[at < 0 ? 0 : Math.max(0, Math.min(places.length - 1, at + step))];
      if (!next) return;
      event.preventDefault();
      reveal(next.index);
      select(next.key);
    };
    addEventListener('keydown', move);
    return () => removeEventListener('keydown', move);
  }, []);
  // The row may be drawn only after the list has scrolled to it.
  useEffect(() => {
    if (selected === undefined) return;
    const row = document.querySelector(`[data-row="${CSS.escape(selected)}"] a`);
    if (row instanceof HTMLElement && document.activeElement !== row) row.focus({ preventScroll: true });
  });
  return selected;
};
