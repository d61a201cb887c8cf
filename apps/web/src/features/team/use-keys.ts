import { useEffect, useRef } from 'react';
import { pressOf, type Press } from './actions.js';

const typing =
  'input, textarea, select, [contenteditable], [role=spinbutton], [role=textbox], [role=listbox], [role=dialog], [role=menu]';

/** Keys of the board, while nobody is typing and nothing lies over it. */
export const useKeys = (pressed: (press: Press) => boolean): void => {
  const latest = useRef(pressed);
  useEffect(() => {
    latest.current = pressed;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const press = pressOf(event);
      const at = event.target instanceof Element ? event.target : document.body;
      const isTyping = at.closest(typing) !== null;
      if (press === undefined || (isTyping && (press !== 'close' || at.closest('.team-row') === null))) return;
      if (latest.current(press)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
};
