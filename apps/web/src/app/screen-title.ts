import { useEffect } from 'react';
import { useWords } from './reader.js';

/**
 * What the tab is called, and what is read out first where a screen opens: the screen, then Masar. Every screen says its own;
 * while it does not know it yet, the last one stays.
 */
export const useScreenTitle = (name: string | undefined): void => {
  const { masar } = useWords().frame;
  useEffect(() => {
    if (name) document.title = `${name} · ${masar}`;
  }, [name, masar]);
};
