import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import './keys-help.css';
import { asksForKeys } from './keys.js';
import { useWords } from './reader.js';

const KeysList = lazy(() => import('./keys-list.js'));

/** The list of keys, by its button or by `?`. */
export const KeysHelp = () => {
  const { keys } = useWords();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (asksForKeys(event)) setOpen(true);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <span className="keys-help">
        <Button kind="quiet" size="small" aria-haspopup="dialog" aria-label={keys.title} onPress={() => setOpen(true)}>
          <Icon name="keyboard" />
        </Button>
      </span>
      <Suspense>{isOpen && <KeysList close={() => setOpen(false)} />}</Suspense>
    </>
  );
};
