import type { ReactNode } from 'react';
import { useWords } from '../../app/reader.js';
import { Button } from '../../ui/button.js';
import { TextInput } from '../../ui/text-input.js';

interface Props {
  readonly searched: string;
  readonly search: (text: string) => void;
  readonly found: number;
  readonly total: number | string | undefined;
  readonly clear: () => void;
  readonly children?: ReactNode;
}

/** What narrows a list, and how many of it are left. */
export const SearchRow = ({ searched, search, found, total, clear, children }: Props) => {
  const { administration } = useWords();
  return (
    <div className="administration-search" role="search">
      <TextInput label={administration.search} hint={administration.searchHint} value={searched} onChange={search} />
      {children}
      <p className="quiet" role="status">
        {found === 0 ? administration.noMatch : administration.shown(found, String(total ?? found))}
      </p>
      {found === 0 && <Button onPress={clear}>{administration.clear}</Button>}
    </div>
  );
};
