import { useEffect, useRef, useState } from 'react';
import { useFormats, useWords } from '../../app/reader.js';
import { Icon } from '../../ui/icon.js';
import { asksToFind } from './keys.js';

const pauseMilliseconds = 250;

/** What is looked for, asked a moment after the last letter; `/` goes there, Escape empties it. */
export const FindBox = ({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) => {
  const { portfolio } = useWords();
  const { plainDigits } = useFormats();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);
  // Another view was opened: the box shows what that one looks for.
  useEffect(() => {
    if (value !== asked.current) setTyped(value);
    asked.current = value;
  }, [value]);
  useEffect(() => {
    if (typed.trim() === asked.current) return;
    const later = setTimeout(() => {
      asked.current = typed.trim();
      onChange(plainDigits(typed.trim()));
    }, pauseMilliseconds);
    return () => clearTimeout(later);
  }, [typed, onChange, plainDigits]);
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      if (!asksToFind(event) || (event.target as Element).closest?.('input,textarea,select,[role=dialog]')) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener('keydown', go);
    return () => removeEventListener('keydown', go);
  }, []);
  return (
    <label className="portfolio-find">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        aria-label={portfolio.find}
        placeholder={portfolio.find}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key !== 'Escape') return;
          if (typed === '') currentTarget.blur();
          setTyped('');
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
};
